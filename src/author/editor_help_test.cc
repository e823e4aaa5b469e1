// Completion, hover, definition, layout and outline, asked as an editor asks.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "author/language_server_under_test.h"
#include "author/word_meanings.h"

namespace hearth {
namespace {

constexpr const char* kUri = "file:///plans/plan.md";

class EditorHelp : public testing::Test {
 protected:
  ServerUnderTest editor;
  void SetUp() override { editor.start(); }

  bool offers(const std::string& text, const std::string& label) {
    const auto labels = editor.labels(text);
    return std::ranges::find(labels, label) != labels.end();
  }
  bool says(const std::string& text, const std::string& words) {
    return editor.hover(text).find(words) != std::string::npos;
  }
  // Line and character where the name at the mark is declared, in which document.
  std::string declared(const std::string& text) {
    const auto answer = editor.at_mark("textDocument/definition", text);
    if (!answer.is_object()) return "nowhere";
    const auto start = answer["range"]["start"];
    return answer["uri"].get<std::string>() + ":" + start["line"].dump() + ":" +
           start["character"].dump();
  }
};

using Completion = EditorHelp;
using Hovering = EditorHelp;
using Definition = EditorHelp;
using Layout = EditorHelp;

const char* const kDefinitions =
    "define trouble\n  records offence or arrest\n"
    "define raised (worry)\n  means had concern where topic = worry in last 12 months\n"
    "parameter limit\n  from 2024-01-01 is 3\n";

std::string with_kinds(const std::string& kinds) {
  return plan_around(criterion_with("any child: had arrest", "any child: no arrest") + "  kinds " +
                     kinds + "\n");
}

// ---- completion -------------------------------------------------------------------------------

TEST_F(Completion, OffersRecordTypesInABrokenClause) {
  const auto text = with_need("any child: had |", kDefinitions);
  EXPECT_TRUE(offers(text, "offence"));
  EXPECT_TRUE(offers(text, "trouble"));  // a definition of records
  EXPECT_FALSE(offers(text, "raised"));  // … and not one of a condition
}

TEST_F(Completion, OffersTheFieldsInReach) {
  const auto text = with_need("any child: had suspension where |");
  EXPECT_TRUE(offers(text, "days"));
  EXPECT_FALSE(offers(text, "proven"));
  EXPECT_TRUE(offers(with_need("any child: had trouble where |", kDefinitions), "proven"));
  EXPECT_TRUE(offers(with_need("any child: had offence where proven = yes and |"), "category"));
}

TEST_F(Completion, OffersTheCodesOfTheField) {
  const auto labels = editor.labels(with_need("any child: had offence where category = |"));
  EXPECT_EQ(labels, (std::vector<std::string>{"violence", "theft", "other"}));
  EXPECT_TRUE(offers(with_need("any child: had offence where category in (theft, |"), "violence"));
  EXPECT_TRUE(offers(with_need("any child: had offence where proven = |"), "yes"));
  EXPECT_TRUE(offers(with_need("any child: latest level of neet_risk = |"), "amber"));
  EXPECT_TRUE(offers(with_need("any child: had score where instrument = |"), "sdq"));
  EXPECT_TRUE(offers(with_need("any child: raised(|", kDefinitions), "debt"));
  EXPECT_TRUE(offers(with_need("any child: statement |"), "improved"));
  EXPECT_TRUE(offers(with_need("any child: statement improved by |"), "practitioner"));
}

TEST_F(Completion, OffersDefinitionsMeasuresAndWords) {
  const auto text = with_need("any child: |", kDefinitions);
  for (const auto* label : {"raised", "attendance", "had", "not", "count", "age"}) {
    EXPECT_TRUE(offers(text, label)) << label;
  }
  EXPECT_FALSE(offers(text, "trouble"));
  EXPECT_TRUE(offers(with_need("any child: count of arrest >= |", kDefinitions), "limit"));
}

TEST_F(Completion, OffersClausesAndItems) {
  EXPECT_TRUE(offers(plan_around("criterion 1a \"x\"\n  |"), "outcome"));
  EXPECT_TRUE(offers(plan_around("|"), "criterion"));
}

TEST_F(Completion, OffersWhatARowIsPrintedAs) {
  EXPECT_TRUE(offers(plan_around("criterion 1a \"x\"\n  |"), "kinds"));
  EXPECT_TRUE(offers(with_kinds("event or |"), "past spell"));
  EXPECT_FALSE(offers(with_kinds("event or |"), "reduction"));
  EXPECT_TRUE(offers(with_kinds("event |"), "then"));
  EXPECT_TRUE(offers(with_kinds("event then state and (|"), "no event"));
  EXPECT_FALSE(offers(with_kinds("event then state and (|"), "past spell"));
}

TEST_F(Completion, HelpsWithExamples) {
  const std::string head = "A title\n  family F started 2024-01-01\n  Amy child born 2012-01-01\n";
  const auto plan = with_need("any child: had arrest");
  EXPECT_TRUE(offers(plan + example_block(head + "  |\n"), "Amy"));
  EXPECT_TRUE(offers(plan + example_block(head + "  Amy |\n"), "offence"));
  EXPECT_TRUE(offers(plan + example_block(head + "  Amy school_term |\n"), "2024-autumn"));
  EXPECT_TRUE(offers(plan + example_block(head + "  Amy order 2024-01-02 kind |\n"), "licence"));
  EXPECT_TRUE(offers(plan + example_block(head + "  on 2024-02-01 |\n"), "1a"));
  EXPECT_TRUE(offers(plan + example_block(head + "  on 2024-02-01 claim |\n"), "unknown"));
  EXPECT_TRUE(offers(plan + example_block(head + "  on 2024-02-01 1a |\n"), "achieved"));
}

TEST_F(Completion, SaysWhatItOffersAndReplacesWhatIsTyped) {
  const auto answer =
      editor.at_mark("textDocument/completion", with_need("any child: had off| in last 1 year"));
  const auto item = answer["items"][0];
  EXPECT_EQ(item["label"], "offence");
  EXPECT_NE(item["documentation"]["value"].get<std::string>().find("an event"), std::string::npos);
  const auto range = item["textEdit"]["range"];
  EXPECT_EQ(range["end"]["character"].get<int>() - range["start"]["character"].get<int>(), 3);
  EXPECT_EQ(answer["isIncomplete"], false);
}

TEST_F(Completion, OffersNothingInProse) {
  EXPECT_TRUE(editor.labels("Only prose, had | and more\n" + test_catalogue()).empty());
  EXPECT_TRUE(editor.labels(with_need("any child: had arrest # had |")).empty());
}

// ---- hover ------------------------------------------------------------------------------------

TEST_F(Hovering, TellsACriterionInPlainWords) {
  const auto text = "criterion 1a \"First\"\n  need any child: raised(debt)\n  outcome undefined\n";
  const auto plan = plan_around(text, kDefinitions);
  const auto at = [&](const std::string& mark) {
    auto marked = plan;
    return marked.insert(marked.find(mark) + 1, "|");
  };
  EXPECT_TRUE(says(at("1a"), "had concern where topic = debt in last 12 months"));
  EXPECT_TRUE(says(at("1a"), "**Outcome:** undefined"));
}

TEST_F(Hovering, TellsACriterionWhileThePlanIsBroken) {
  EXPECT_TRUE(says(plan_around("criterion 1|a \"First\"\n  need any child: had nothing_known\n"
                               "  outcome undefined\n"),
                   "any child: had nothing_known"));
}

TEST_F(Hovering, TellsNames) {
  EXPECT_TRUE(says(with_need("any child: had off|ence"), "an event: it has one day"));
  EXPECT_TRUE(says(with_need("any child: had offence where cat|egory = theft"),
                   "one of violence, theft, other; agencies may add"));
  EXPECT_TRUE(says(with_need("any child: had offence where category = th|eft"),
                   "a code of `category` of `offence`"));
  EXPECT_TRUE(says(with_need("any child: rai|sed(debt)", kDefinitions), "had concern where topic"));
  EXPECT_TRUE(says(with_need("any child: count of arrest >= lim|it", kDefinitions),
                   "from 2024-01-01 is 3"));
  EXPECT_TRUE(says(with_need("any child: attend|ance in last 2 terms < 90%"),
                   "(possible - authorised - unauthorised) / possible"));
  EXPECT_TRUE(says(with_need("any child: had score where instrument = sd|q"),
                   "lower is better. A change of 3 or more counts"));
}

TEST_F(Hovering, TellsWindowsWithDays) {
  EXPECT_TRUE(
      says(with_need("any child: had arrest in la|st 6 months"), "2024-10-01 to 2025-03-31"));
  EXPECT_TRUE(says(with_need("any child: attendance in this te|rm and last 2 terms < 90%"),
                   "up to the day asked about"));
  EXPECT_TRUE(says(with_need("any child: had arrest since ne|ed"), "the day the need began"));
  EXPECT_TRUE(says(with_need("any child: attendance in last 2 te|rms < 90%"), "that ended last"));
}

TEST_F(Hovering, TellsWords) {
  EXPECT_TRUE(says(with_need("any ch|ild: had arrest"), "under 18"));
  EXPECT_TRUE(says(plan_around("crit|erion 1a \"x\"\n"), "One row of the plan"));
  EXPECT_EQ(editor.hover("pr|ose\n"), "");
  EXPECT_EQ(editor.hover(with_need("any child: had no_su|ch_thing")), "");
}

TEST_F(Hovering, TellsWhatARowIsPrintedAs) {
  EXPECT_TRUE(says(with_kinds("ev|ent then no event"), "happened within a window"));
  EXPECT_TRUE(says(with_kinds("event then no ev|ent"), "that nothing did"));
  EXPECT_TRUE(says(with_kinds("curr|ent spell then state"), "that is so now"));
  EXPECT_TRUE(says(with_kinds("event th|en state"), "behind it the outcome"));
  EXPECT_TRUE(says(with_need("any child: had arr|est"), "an event: it has one day"));
}

// ---- definition -------------------------------------------------------------------------------

TEST_F(Definition, LeadsIntoTheCatalogue) {
  const std::string catalogue = "file:///plans/catalogue.md";
  EXPECT_EQ(declared(with_need("any child: had off|ence")), catalogue + ":1:7");
  EXPECT_EQ(declared(with_need("any child: had offence where prov|en = yes")), catalogue + ":2:8");
  EXPECT_EQ(declared(with_need("any child: had offence where category = th|eft")),
            catalogue + ":3:33");
  auto use = with_need("any child: had arrest");
  EXPECT_EQ(declared(use.insert(use.find("catalogue"), "|")), catalogue + ":0:0");
}

TEST_F(Definition, LeadsWithinTheDocument) {
  auto plan = with_need("any child: rai|sed(debt)", kDefinitions);
  EXPECT_EQ(declared(plan).substr(0, 23), std::string(kUri) + ":1");
  const auto example =
      with_need("any child: had arrest") +
      example_block("A title\n  family F started 2024-01-01\n  on 2024-02-01 1|a none\n");
  EXPECT_EQ(declared(example), std::string(kUri) + ":5:10");
}

TEST_F(Definition, IsNowhereForWordsAndUnknownNames) {
  EXPECT_EQ(declared(with_need("any child: ha|d arrest")), "nowhere");
  EXPECT_EQ(declared(with_need("any child: had no_such|_thing")), "nowhere");
  EXPECT_EQ(declared("pro|se\n"), "nowhere");
}

// ---- layout and outline -----------------------------------------------------------------------

TEST_F(Layout, IsThatOfPlanFmt) {
  const auto text = with_need("any child:   had arrest");
  editor.open(text);
  const auto edits = editor.ask("textDocument/formatting", {{"textDocument", {{"uri", kUri}}}});
  ASSERT_EQ(edits.size(), 1u);
  editor.change({{{"range", edits[0]["range"]}, {"text", edits[0]["newText"]}}});
  EXPECT_EQ(editor.ask("textDocument/formatting", {{"textDocument", {{"uri", kUri}}}}),
            Json::array());
}

TEST_F(Layout, LeavesABrokenDocumentAsItIs) {
  editor.open(with_need("any chidl:   had   arrest"));
  EXPECT_EQ(editor.ask("textDocument/formatting", {{"textDocument", {{"uri", kUri}}}}),
            Json::array());
}

TEST_F(Layout, OutlineHasCriteriaBelowHeadlines) {
  editor.open(with_need("any child: had arrest", kDefinitions));
  const auto parts = editor.ask("textDocument/documentSymbol", {{"textDocument", {{"uri", kUri}}}});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0]["name"], "t");
  EXPECT_EQ(parts[1]["name"], "1");
  EXPECT_EQ(parts[1]["children"][0]["name"], "1a");
}

// ---- the words of the language ----------------------------------------------------------------

TEST(WordMeanings, NoneIsSaidTwice) {
  std::set<std::pair<WordPlace, std::string_view>> seen;
  for (const auto& meaning : word_meanings()) {
    EXPECT_TRUE(seen.insert({meaning.place, meaning.word}).second) << meaning.word;
  }
}

}  // namespace
}  // namespace hearth
