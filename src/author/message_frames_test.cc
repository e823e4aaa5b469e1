#include "author/message_frames.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace hearth {
namespace {

// What comes out of the bytes: a message, or `!` and what is wrong.
std::vector<std::string> read(MessageFrames& frames) {
  std::vector<std::string> out;
  while (const auto message = frames.next()) {
    out.push_back(*message ? **message : "!" + message->error().message);
  }
  return out;
}

std::vector<std::string> read(std::string_view bytes) {
  MessageFrames frames;
  frames.add(bytes);
  return read(frames);
}

using Messages = std::vector<std::string>;

TEST(MessageFrames, ReadsOneAfterAnother) {
  EXPECT_EQ(read(framed("{}") + framed("") + framed("[1]")), (Messages{"{}", "", "[1]"}));
}

TEST(MessageFrames, TakesOtherHeaderLinesAndAnyCase) {
  EXPECT_EQ(read("Content-Type: application/x\r\ncontent-LENGTH:2\r\n\r\n{}"), (Messages{"{}"}));
}

TEST(MessageFrames, WaitsForTheRest) {
  MessageFrames frames;
  frames.add("Content-Length: 4\r\n\r\n{ ");
  EXPECT_TRUE(read(frames).empty());
  frames.add(" }");
  EXPECT_EQ(read(frames), (Messages{"{  }"}));
}

TEST(MessageFrames, ABrokenHeaderIsToldOnceAndPassedOver) {
  EXPECT_EQ(read("Length: 2\r\n\r\n{}" + framed("[]")),
            (Messages{"!a header without the length of its message", "[]"}));
  EXPECT_EQ(read("Content-Length: -2\r\n\r\n{}" + framed("[]")),
            (Messages{"!a header without the length of its message", "[]"}));
  EXPECT_EQ(read("Content-Length: 2x\r\n\r\n{}" + framed("[]")),
            (Messages{"!a header without the length of its message", "[]"}));
}

TEST(MessageFrames, ALengthBeyondReasonIsRefused) {
  EXPECT_EQ(read("Content-Length: 99999999999\r\n\r\n{}" + framed("[]")),
            (Messages{"!a message that is too large", "[]"}));
  EXPECT_EQ(read("Content-Length: 99999999999999999999999\r\n\r\n{}" + framed("[]")),
            (Messages{"!a header without the length of its message", "[]"}));
}

TEST(MessageFrames, AHeaderWithoutAnEndIsRefused) {
  EXPECT_EQ(read(std::string(5000, 'x') + framed("[]")),
            (Messages{"!a header that does not end", "[]"}));
  EXPECT_TRUE(read(std::string(100, 'x')).empty());  // more may come
}

RC_GTEST_PROP(MessageFrames, PiecesOfAnySizeGiveTheSameMessages, ()) {
  const auto messages = *rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  std::string bytes;
  for (const auto& message : messages) bytes += framed(message);
  MessageFrames frames;
  std::vector<std::string> out;
  while (!bytes.empty()) {
    const auto size = *rc::gen::inRange<std::size_t>(1, bytes.size() + 1);
    frames.add(bytes.substr(0, size));
    bytes.erase(0, size);
    for (auto& message : read(frames)) out.push_back(std::move(message));
  }
  RC_ASSERT(out == messages);
}

RC_GTEST_PROP(MessageFrames, AnyBytesEnd, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  MessageFrames frames;
  frames.add("Content-Length: " + bytes + "\r\n\r\n" + bytes);
  read(frames);
}

}  // namespace
}  // namespace hearth
