// What is wrong with the rows of one file: the first few of each kind one by one, the rest counted,
// because forty thousand lines of the same complaint help nobody.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "intake/intake_diagnostics.h"

namespace hearth {

class FileFaults {
 public:
  static constexpr int kMostOfAKind = 20;

  explicit FileFaults(std::string file) : file_(std::move(file)) {}

  const std::string& file() const { return file_; }

  // `row` and `line` are 0 where they do not apply; so is an empty field.
  struct At {
    std::int64_t row = 0;
    int line = 0;
    std::string_view field = {};
  };

  template <typename... Arguments>
  void add(const DiagnosticKind<Arguments...>& kind, At at,
           const std::type_identity_t<Arguments>&... arguments) {
    Diagnostics one;
    one.add(kind, place(at), arguments...);
    keep(std::move(one));
  }

  // The latest said, without its place but for the column: `startdate: this is not a day`.
  const std::string& last() const { return last_; }

  // Everything said, with one line for all further faults of a kind.
  Diagnostics take();

 private:
  Place place(At at) const;
  void keep(Diagnostics one);

  std::string file_;
  Diagnostics diagnostics_;
  std::map<std::string, long long> seen_;  // by message
  std::string last_;
};

}  // namespace hearth
