// Any bytes from an editor: frames, JSON, requests and changes. Nothing falls over, every answer is
// a frame, and after `exit` nothing is said. What does not start with a header is taken for
// messages of a line each, so that the fuzzer need not get lengths right.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "author/language_server.h"
#include "author/message_frames.h"
#include "base/text.h"

namespace {

hearth::Result<std::string> read_document(const std::string& path) {
  if (!path.ends_with("catalogue.md")) return hearth::failed("no such file");
  return std::string(
      "```plan\nrecord offence event \"An offence\"\n  field proven flag\n  field category code { "
      "theft other } open\nmeasure m of offence = a / b\n```\n");
}

void check(const std::vector<std::string>& answers) {
  for (const auto& answer : answers) {
    hearth::MessageFrames frames;
    frames.add(hearth::framed(answer));
    const auto again = frames.next();
    if (!again || !*again || **again != answer) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::string framed = bytes;
  if (!bytes.starts_with("Content-Length:")) {
    framed.clear();
    for (const auto line : hearth::split(bytes, '\n')) framed += hearth::framed(line);
  }
  hearth::LanguageServer server(read_document, {"/shelf"});
  hearth::MessageFrames frames;
  for (std::size_t at = 0; at < framed.size(); at += 1000) {
    frames.add(std::string_view(framed).substr(at, 1000));
    while (const auto message = frames.next()) {
      const bool left = server.has_left();
      const auto answers =
          *message ? server.receive(**message) : server.receive_broken(message->error().message);
      if (left && *message && !answers.empty()) std::abort();
      check(answers);
    }
    check(server.tell());
  }
  return 0;
}
