// What lies outside the program, handed to every command: the day it is, where answers go, where
// everything else is said.
//
// Answers go to standard output or to a file; progress and diagnostics to standard error. This is
// the only place that reads the clock, once.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "engine/families_in_order.h"
#include "engine/row_writer.h"

namespace hearth {

enum class ExitCode {
  Done = 0,
  No = 1,           // the answer is no: an example fails, a layout differs
  WrongUsage = 2,   // the command line
  BadPlan = 3,      // the plan has errors
  BadData = 4,      // rows were set aside; everything else was answered
  WorldFailed = 5,  // a disk, a file
};

struct World {
  Date today;
  bool output_is_terminal = false;
  bool messages_are_terminal = false;

  static World here();  // reads the clock and the two streams

  std::string user() const;  // who runs the program, as the system names them

  void say(std::string_view words) const;  // a line on standard error
  void say(const Diagnostics& diagnostics) const;
  ExitCode fail(const Error& error) const;              // says it: WorldFailed
  ExitCode refuse(std::string_view why) const;          // says it: WrongUsage
  Colour colour(const std::string& out) const;          // for standard output alone
  std::function<void()> waiting() const;                // that another process has the store
  TellProgress progress(std::string_view doing) const;  // after two seconds, on a terminal
  std::function<void(std::int64_t)> tally(std::string_view of) const;  // the same, without an end
};

// Where an answer goes. A file appears under its name only once it is whole.
class Output {
 public:
  static Result<Output> open(const std::string& path);  // empty: standard output
  Output(Output&&) noexcept;
  ~Output();

  TextSink sink();
  Result<void> finish();  // a reader that has gone away is no error

 private:
  struct Stream;
  explicit Output(std::unique_ptr<Stream> stream);
  std::unique_ptr<Stream> stream_;
};

// Writes one text as an answer.
ExitCode put(const World& world, const std::string& out, std::string_view text);

Result<std::string> read_text_file(const std::string& path);

}  // namespace hearth
