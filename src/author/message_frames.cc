#include "author/message_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/text.h"

namespace hearth {
namespace {

constexpr std::size_t kLargestMessage = 64 << 20;
constexpr std::size_t kLongestHeader = 4096;
constexpr std::string_view kLength = "content-length:";

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

struct Header {
  std::size_t size;    // with its empty line
  std::string fields;  // in small letters
};

std::optional<Header> header_in(std::string_view bytes) {
  const auto start = bytes.substr(0, kLongestHeader);
  const auto end = start.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  return Header{end + 4, lower(start.substr(0, end))};
}

std::optional<std::size_t> length_in(const std::string& fields) {
  for (const auto line : split(fields, '\n')) {
    if (!line.starts_with(kLength)) continue;
    auto value = trim(line.substr(kLength.size()));
    if (value.ends_with('\r')) value.remove_suffix(1);
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    const bool whole = error == std::errc() && end == value.data() + value.size();
    return whole ? std::optional(length) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string framed(std::string_view message) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", message.size(), message);
}

// Bytes that were read go now and then, so that a long conversation stays small.
void MessageFrames::drop(std::size_t count) {
  constexpr std::size_t kEnough = 1 << 16;
  at_ += count;
  if (at_ < kEnough && at_ < bytes_.size()) return;
  bytes_.erase(0, at_);
  at_ = 0;
}

// Goes to the next thing that looks like a header; false if there is none yet.
bool MessageFrames::find_header() {
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  const auto found = std::ranges::search(rest(), kLength, same);
  if (!found.empty()) {
    drop(static_cast<std::size_t>(found.begin() - rest().begin()));
    searching_ = false;
    return true;
  }
  // The last bytes may be the first of one.
  if (rest().size() >= kLength.size()) drop(rest().size() - kLength.size() + 1);
  return false;
}

std::optional<Result<std::string>> MessageFrames::refuse(std::size_t count, std::string why) {
  drop(count);
  searching_ = true;
  return failed(std::move(why));
}

std::optional<Result<std::string>> MessageFrames::next() {
  if (searching_ && !find_header()) return std::nullopt;
  const auto header = header_in(rest());
  if (!header) {
    if (rest().size() < kLongestHeader) return std::nullopt;
    return refuse(kLength.size(), "a header that does not end");
  }
  const auto length = length_in(header->fields);
  if (!length) return refuse(header->size, "a header without the length of its message");
  if (*length > kLargestMessage) return refuse(header->size, "a message that is too large");
  if (rest().size() < header->size + *length) return std::nullopt;
  std::string message(rest().substr(header->size, *length));
  drop(header->size + *length);
  return message;
}

}  // namespace hearth
