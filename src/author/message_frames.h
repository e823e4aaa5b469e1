// The frames in which messages travel between an editor and hearth: header lines with the length of
// the message, an empty line, the message.
//
// Bytes come in as they arrive, in pieces of any size. A broken header is told once, and what
// follows is passed over up to the next header: one mistake of the other side does not end the
// conversation. Nothing is kept of a message that is larger than any document.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth {

std::string framed(std::string_view message);

class MessageFrames {
 public:
  void add(std::string_view bytes) { bytes_ += bytes; }

  // The next message, or what is wrong with its header; nothing until more bytes are here.
  std::optional<Result<std::string>> next();

 private:
  std::string bytes_;
  std::size_t at_ = 0;      // what lies before was read
  bool searching_ = false;  // for a header, after a broken one

  std::string_view rest() const { return std::string_view(bytes_).substr(at_); }
  void drop(std::size_t count);
  bool find_header();
  std::optional<Result<std::string>> refuse(std::size_t count, std::string why);
};

}  // namespace hearth
