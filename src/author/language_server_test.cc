#include "author/language_server.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "author/document_requests.h"
#include "author/language_server_under_test.h"

namespace hearth {
namespace {

constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kNotInitialized = -32002;
constexpr const char* kUri = "file:///plans/plan.md";

std::string sound() { return with_need("any adult: had offence in last 6 months"); }
std::string broken() { return with_need("any adult: had offense in last 6 months"); }

Json here(int line, int character) {
  return {{"textDocument", {{"uri", kUri}}},
          {"position", {{"line", line}, {"character", character}}}};
}

int code_of(const std::vector<std::string>& answers) {
  return answers.size() == 1 ? Json::parse(answers.front())["error"]["code"].get<int>() : 0;
}

// ---- the life of a conversation ---------------------------------------------------------------

TEST(LanguageServer, SaysWhatItCanDo) {
  ServerUnderTest editor;
  const auto can = editor.ask("initialize", {{"capabilities", Json::object()}})["capabilities"];
  EXPECT_EQ(can["positionEncoding"], "utf-16");
  EXPECT_EQ(can["textDocumentSync"]["change"], 2);
  EXPECT_EQ(can["hoverProvider"], true);
}

TEST(LanguageServer, RefusesWhatComesTooEarlyTwiceOrTooLate) {
  ServerUnderTest editor;
  EXPECT_EQ(editor.fault("textDocument/hover", here(0, 0)), kNotInitialized);
  EXPECT_EQ(editor.fault("shutdown", nullptr), kNotInitialized);
  editor.open(broken());  // passed over
  editor.start();
  EXPECT_TRUE(editor.told().empty());
  EXPECT_EQ(editor.fault("initialize", Json::object()), kInvalidRequest);
  EXPECT_EQ(editor.fault("shutdown", nullptr), 0);
  EXPECT_EQ(editor.fault("textDocument/hover", here(0, 0)), kInvalidRequest);
}

TEST(LanguageServer, LeavesWellOnlyAfterShutdown) {
  ServerUnderTest rude;
  rude.start();
  rude.tell("exit", nullptr);
  EXPECT_TRUE(rude.server().has_left());
  EXPECT_FALSE(rude.server().left_well());
  ServerUnderTest polite;
  polite.start();
  polite.ask("shutdown", nullptr);
  EXPECT_FALSE(polite.server().has_left());
  polite.tell("exit", nullptr);
  EXPECT_TRUE(polite.server().left_well());
  EXPECT_TRUE(polite.server().receive(R"({"id":1,"method":"shutdown"})").empty());
}

TEST(LanguageServer, LeavesAlsoBeforeItHasStarted) {
  ServerUnderTest editor;
  editor.tell("exit", nullptr);
  EXPECT_TRUE(editor.server().has_left());
  EXPECT_FALSE(editor.server().left_well());
}

// ---- what nobody should send ------------------------------------------------------------------

TEST(LanguageServer, KnowsNotEveryMethod) {
  ServerUnderTest editor;
  editor.start();
  EXPECT_EQ(editor.fault("textDocument/rename", here(0, 0)), kMethodNotFound);
  EXPECT_EQ(editor.fault("$/strange", nullptr), kMethodNotFound);
  EXPECT_TRUE(editor.tell("$/setTrace", {{"value", "off"}}).empty());
  EXPECT_TRUE(editor.tell("strange", nullptr).empty());
}

TEST(LanguageServer, AnswersWhatIsNoMessage) {
  ServerUnderTest editor;
  editor.start();
  auto& server = editor.server();
  EXPECT_EQ(code_of(server.receive("{")), kParseError);
  EXPECT_EQ(code_of(server.receive("")), kParseError);
  EXPECT_EQ(code_of(server.receive("\xFF\xFE")), kParseError);
  EXPECT_EQ(code_of(server.receive(R"({"id":1,"method":"x\udc00"})")), kParseError);
  EXPECT_EQ(code_of(server.receive("[]")), kInvalidRequest);
  EXPECT_EQ(code_of(server.receive("7")), kInvalidRequest);
  EXPECT_EQ(code_of(server.receive(R"({"id":1})")), kInvalidRequest);
  EXPECT_EQ(code_of(server.receive(R"({"id":1,"method":5})")), kInvalidRequest);
  EXPECT_EQ(code_of(server.receive(R"({"id":{},"method":"shutdown"})")), kInvalidRequest);
  EXPECT_EQ(code_of(server.receive(R"({"id":[],"method":"shutdown"})")), kInvalidRequest);
  EXPECT_TRUE(server.receive(R"({"id":1,"result":null})").empty());
  EXPECT_EQ(code_of(server.receive_broken("a header")), kParseError);
}

TEST(LanguageServer, SurvivesParametersOfTheWrongKind) {
  ServerUnderTest editor;
  editor.start();
  editor.open(sound());
  for (const auto& params : {Json(), Json(5), Json::array({1}), Json::object(),
                             Json{{"textDocument", 3}}, Json{{"textDocument", {{"uri", 3}}}},
                             Json{{"textDocument", {{"uri", kUri}}}, {"position", "here"}},
                             Json{{"textDocument", {{"uri", kUri}}},
                                  {"position", {{"line", 1.5}, {"character", nullptr}}}}}) {
    EXPECT_EQ(editor.fault("textDocument/hover", params), kInvalidParams) << params;
    EXPECT_EQ(editor.fault("textDocument/completion", params), kInvalidParams) << params;
    for (const auto* method : {"textDocument/didOpen", "textDocument/didChange",
                               "textDocument/didClose", "textDocument/didSave"}) {
      if (params.contains("position")) continue;
      EXPECT_TRUE(editor.tell(method, params).empty());
    }
  }
  EXPECT_EQ(editor.fault("textDocument/hover", {{"textDocument", {{"uri", "file:///other.md"}}},
                                                {"position", {{"line", 0}, {"character", 0}}}}),
            kInvalidParams);
}

TEST(LanguageServer, SurvivesPositionsOutsideTheText) {
  ServerUnderTest editor;
  editor.start();
  editor.open(sound());
  const auto far = std::numeric_limits<std::int64_t>::max();
  for (const auto line : {std::int64_t{-7}, std::int64_t{3}, far}) {
    for (const auto character : {std::int64_t{-7}, far}) {
      const Json params = {{"textDocument", {{"uri", kUri}}},
                           {"position", {{"line", line}, {"character", character}}}};
      for (const auto* method :
           {"textDocument/hover", "textDocument/completion", "textDocument/definition"}) {
        EXPECT_EQ(editor.fault(method, params), 0);
      }
    }
  }
  const auto beyond = std::numeric_limits<std::uint64_t>::max();
  editor.change({{{"range",
                   {{"start", {{"line", beyond}, {"character", 0}}},
                    {"end", {{"line", 0}, {"character", beyond}}}}},
                  {"text", "x"}}});
  EXPECT_EQ(editor.fault("textDocument/hover", here(0, 0)), 0);
}

TEST(LanguageServer, SurvivesJsonThatIsNestedVeryDeep) {
  ServerUnderTest editor;
  editor.start();
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(code_of(editor.server().receive(R"({"id":1,"method":"x","params":)" + deep + "}")),
            kMethodNotFound);
  EXPECT_EQ(code_of(editor.server().receive(R"({"method":"x","id":)" + deep + "}")),
            kInvalidRequest);
}

TEST(LanguageServer, SaysThatADocumentIsTooLargeAndGoesOn) {
  ServerUnderTest editor;
  editor.start();
  std::string text = sound();
  while (text.size() < 5'000'000) text += "A line of prose that goes on and on, £ by £.\n";
  editor.open(text);
  const auto found = editor.told()[kUri];
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["code"], "DocumentTooLarge");
  editor.change({{{"range",
                   {{"start", {{"line", 60'000}, {"character", 0}}},
                    {"end", {{"line", 60'000}, {"character", 0}}}}},
                  {"text", "x"}}});
  EXPECT_EQ(editor.fault("textDocument/hover", here(60'000, 3)), 0);
  editor.change({{{"text", sound()}}});
  EXPECT_EQ(editor.told()[kUri].size(), 0u);
}

// ---- diagnostics ------------------------------------------------------------------------------

TEST(Diagnostics, ComeAndGo) {
  ServerUnderTest editor;
  editor.start();
  editor.open(broken());
  const auto found = editor.told()[kUri];
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["code"], "UnknownRecordType");
  EXPECT_EQ(found[0]["severity"], 1);
  EXPECT_EQ(found[0]["source"], "hearth");
  EXPECT_NE(found[0]["message"].get<std::string>().find("did you mean `offence`?"),
            std::string::npos);
  EXPECT_TRUE(editor.told().empty()) << "nothing new";
  editor.change({{{"text", sound()}}});
  const auto now = editor.told();
  ASSERT_EQ(now.size(), 1u);
  EXPECT_EQ(now.at(kUri).size(), 0u);
}

TEST(Diagnostics, StandAtUtf16Positions) {
  ServerUnderTest editor;
  editor.start();
  editor.open(
      block(std::string(plan_head()) +
            "criterion 1a \"£ – 🙂\" zz\n  need any adult: had arrest\n  outcome undefined\n"));
  const auto found = editor.told()[kUri];
  ASSERT_EQ(found.size(), 1u);
  const Json expected = {{"start", {{"line", 5}, {"character", 22}}},
                         {"end", {{"line", 5}, {"character", 24}}}};
  EXPECT_EQ(found[0]["range"], expected);
}

TEST(Diagnostics, SayWhereElse) {
  ServerUnderTest editor;
  editor.start();
  editor.open(plan_around(criterion_with("any adult: had arrest", "undefined") +
                          criterion_with("any adult: had offence", "undefined")));
  const auto found = editor.told()[kUri];
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["code"], "DuplicateRef");
  const auto related = found[0]["relatedInformation"];
  ASSERT_EQ(related.size(), 1u);
  EXPECT_EQ(related[0]["location"]["uri"], kUri);
  EXPECT_EQ(related[0]["location"]["range"]["start"]["line"], 5);
}

TEST(Diagnostics, OpenTextCountsAndNotTheDisk) {
  ServerUnderTest editor;
  editor.start();
  editor.open(broken());
  EXPECT_EQ(editor.told()[kUri].size(), 1u);
  editor.open(test_catalogue() + block("record offense event\n"), "file:///plans/catalogue.md");
  auto told = editor.told();
  EXPECT_EQ(told.at(kUri).size(), 0u);
  EXPECT_EQ(told.at("file:///plans/catalogue.md").size(), 0u);
  editor.tell("textDocument/didClose", {{"textDocument", {{"uri", "file:///plans/catalogue.md"}}}});
  EXPECT_EQ(editor.told()[kUri].size(), 1u);
}

TEST(Diagnostics, OfAUsedDocumentStandThere) {
  ServerUnderTest editor;
  editor.disk["/plans/catalogue.md"] += block("measure half of nothing = a / b\n");
  editor.start();
  editor.open(sound());
  auto told = editor.told();
  EXPECT_EQ(told.at(kUri).size(), 0u);
  EXPECT_EQ(told.at("file:///plans/catalogue.md").size(), 1u);
  editor.disk["/plans/catalogue.md"] = test_catalogue();
  editor.tell("textDocument/didSave", {{"textDocument", {{"uri", kUri}}}});
  EXPECT_EQ(editor.told().at("file:///plans/catalogue.md").size(), 0u);
}

TEST(Diagnostics, AreNoneForProseAndForWhatOnlyDeclares) {
  ServerUnderTest editor;
  editor.start();
  editor.open("# A page\n\nWithout any program.\n");
  EXPECT_EQ(editor.told()[kUri].size(), 0u);
  editor.open(test_catalogue());
  EXPECT_TRUE(editor.told().empty());
  editor.open(block("define x\n  means age >= 3\n") + example_block("An example\n"));
  EXPECT_GE(editor.told()[kUri].size(), 1u);
}

TEST(Diagnostics, DocumentsAreFoundOnAShelf) {
  ServerUnderTest editor;
  editor.disk["/shelf/catalogue.md"] = editor.disk["/plans/catalogue.md"];
  editor.disk.erase("/plans/catalogue.md");
  editor.start();
  editor.open(sound());
  EXPECT_EQ(editor.told()[kUri].size(), 0u);
  editor.disk.clear();
  editor.tell("workspace/didChangeWatchedFiles", {{"changes", Json::array()}});
  const auto found = editor.told()[kUri];
  EXPECT_EQ(found[0]["code"], "MissingDocument");
}

TEST(Diagnostics, AreToldForAnUnsavedPageToo) {
  ServerUnderTest editor;
  editor.disk["/shelf/catalogue.md"] = test_catalogue();
  editor.start();
  editor.open(broken(), "untitled:Untitled-1");
  EXPECT_EQ(editor.told()["untitled:Untitled-1"].size(), 1u);
}

TEST(Diagnostics, AddressesMayHoldSpacesAndLetters) {
  ServerUnderTest editor;
  editor.disk["/my plans/é/catalogue.md"] = test_catalogue() + block("record offence event\n");
  editor.start();
  editor.open(sound(), "file:///my%20plans/%C3%A9/plan.md");
  const auto told = editor.told();
  EXPECT_EQ(told.at("file:///my%20plans/%C3%A9/plan.md").size(), 0u);
  EXPECT_EQ(told.at("file:///my%20plans/%C3%A9/catalogue.md").size(), 1u);
}

// ---- changes ----------------------------------------------------------------------------------

std::string random_text() {
  static const std::vector<std::string> kPieces = {
      "a", "£", "–", "🙂", "\n", "```plan\n", "need ", "criterion 1 \"x\"\n  "};
  std::string text;
  for (int left = *rc::gen::inRange(0, 20); left > 0; --left) {
    text += *rc::gen::elementOf(kPieces);
  }
  return text;
}

std::uint32_t random_place(const std::string& text) {
  auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return static_cast<std::uint32_t>(at);
}

RC_GTEST_PROP(Changes, EqualTheSameEditsOfAText, ()) {
  auto text = random_text();
  Workspace workspace([](const std::string&) -> Result<std::string> { return failed("none"); }, {});
  document_notification("textDocument/didOpen")(
      workspace, {{"textDocument", {{"uri", kUri}, {"version", 1}, {"text", text}}}});
  Json changes = Json::array();
  for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
    const auto one = random_place(text);
    const auto other = random_place(text);
    const auto start = std::min(one, other);
    const auto length = std::max(one, other) - start;
    const auto with = random_text();
    const auto range = TextDocument(text).range({start, length});
    changes.push_back({{"range", protocol::to_json(range)}, {"text", with}});
    text.replace(start, length, with);
  }
  document_notification("textDocument/didChange")(
      workspace, {{"textDocument", {{"uri", kUri}, {"version", 2}}}, {"contentChanges", changes}});
  RC_ASSERT(workspace.find("/plans/plan.md")->document.text() == text);
  RC_ASSERT(workspace.find("/plans/plan.md")->version == 2);
}

RC_GTEST_PROP(Changes, AnyEditsLeaveAServerThatAnswers, ()) {
  ServerUnderTest editor;
  editor.start();
  editor.open(sound());
  for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
    const auto place = [] {
      return Json{{"line", *rc::gen::inRange(-1, 14)}, {"character", *rc::gen::inRange(-1, 60)}};
    };
    const auto from = place();
    editor.change({{{"range", {{"start", from}, {"end", place()}}}, {"text", random_text()}}});
    const Json params = {{"textDocument", {{"uri", kUri}}}, {"position", place()}};
    for (const auto* method :
         {"textDocument/hover", "textDocument/completion", "textDocument/definition",
          "textDocument/formatting", "textDocument/documentSymbol"}) {
      RC_ASSERT(editor.fault(method, params) == 0);
    }
    editor.told();
  }
}

}  // namespace
}  // namespace hearth
