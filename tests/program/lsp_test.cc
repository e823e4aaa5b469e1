// `hearth plan lsp` as an editor runs it: bytes in, bytes out, an exit code.
#include <gtest/gtest.h>

#include <string>

#include "author/message_frames.h"
#include "program/run_program.h"

namespace hearth {
namespace {

constexpr const char* kStart = R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{}})";
constexpr const char* kStop = R"({"jsonrpc":"2.0","id":9,"method":"shutdown"})";
constexpr const char* kLeave = R"({"jsonrpc":"2.0","method":"exit"})";

// Its answers, one a line, with the exit code.
struct Spoken {
  int code;
  std::string answers;
  std::string err;
};

Spoken speak(const std::string& bytes) {
  const TemporaryFolder folder;
  const auto path = folder.write("bytes", bytes);
  const auto ran = run_shell("cd '" + root() + "' && $HEARTH plan lsp < '" + path + "'");
  MessageFrames frames;
  frames.add(ran.out);
  std::string answers;
  while (const auto message = frames.next()) {
    answers += *message ? **message + "\n" : "not a frame: " + message->error().message + "\n";
  }
  return {ran.code, answers, ran.err};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string opening(const std::string& text) {
  return framed(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":)"
                R"({"uri":"untitled:a","languageId":"markdown","version":1,"text":")" +
                text + R"("}}})");
}

TEST(PlanLsp, EndsWellAfterShutdownAndExit) {
  const auto spoken = speak(framed(kStart) + framed(kStop) + framed(kLeave));
  EXPECT_EQ(spoken.code, 0);
  EXPECT_TRUE(has(spoken.answers, "positionEncoding"));
  EXPECT_EQ(spoken.err, "");
}

TEST(PlanLsp, ExitWithoutShutdownAndAnEndOfInputAreNotWell) {
  EXPECT_EQ(speak(framed(kStart) + framed(kLeave)).code, 1);
  EXPECT_EQ(speak(framed(kLeave)).code, 1);
  EXPECT_EQ(speak(framed(kStart)).code, 1);
  EXPECT_EQ(speak("").code, 1);
}

TEST(PlanLsp, GoesOnAfterBrokenFramesAndBrokenJson) {
  const auto spoken = speak("GET / HTTP/1.1\r\n\r\n" + framed("{]") + framed(kStart) +
                            "Content-Length: -5\r\n\r\n" + framed(kStop) + framed(kLeave));
  EXPECT_EQ(spoken.code, 0);
  EXPECT_TRUE(has(spoken.answers, "-32700"));
  EXPECT_TRUE(has(spoken.answers, R"("id":9)"));
  EXPECT_FALSE(has(spoken.answers, "not a frame"));
}

TEST(PlanLsp, FindsThePlansThatComeWithHearth) {
  const auto spoken =
      speak(framed(kStart) +
            opening(R"(```plan\nuse \"catalogue.md\"\ndefine x\n  means had ofence\n```\n)"));
  EXPECT_TRUE(has(spoken.answers, "UnknownRecordType")) << spoken.answers;
}

TEST(PlanLsp, SaysNothingOfADocumentButToTheEditor) {
  const auto spoken = speak(framed(kStart) + opening(R"(```plan\nzebra crossing\n```\n)") +
                            framed("{\"zebra") + "zebra\r\n\r\n");
  EXPECT_FALSE(has(spoken.err, "zebra"));
}

}  // namespace
}  // namespace hearth
