#include "language/parse_document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "language/document_words.h"
#include "language/parse_diagnostics.h"
#include "language/print_tree.h"

namespace hearth {
namespace {

Parsed parse(const std::string& text) {
  return parse_document(std::make_shared<const Source>("t.md", text));
}

Parsed parse_block(const std::string& block, const std::string& kind = "plan") {
  return parse("```" + kind + "\n" + block + "\n```\n");
}

std::string tree_of(const std::string& block, const std::string& kind = "plan") {
  const auto parsed = parse_block(block, kind);
  return to_text(parsed.diagnostics) + print_tree(parsed.tree);
}

std::vector<std::string> kinds(const Parsed& parsed) {
  std::vector<std::string> names;
  for (const auto& diagnostic : parsed.diagnostics.list()) {
    names.emplace_back(diagnostic.kind->name);
  }
  return names;
}

Diagnostic only(const std::string& text) {
  const auto parsed = parse_block(text);
  EXPECT_EQ(parsed.diagnostics.list().size(), 1u) << to_text(parsed.diagnostics);
  if (parsed.diagnostics.empty()) return {&kExpected, {}, "nothing is wrong", {}, {}};
  return parsed.diagnostics.list().front();
}

Diagnostic only_in_condition(const std::string& text) { return only("define it\n  means " + text); }

std::string underlined(const Diagnostic& diagnostic) {
  return diagnostic.place.excerpt.substr(diagnostic.place.column - 1, diagnostic.place.length);
}

// ---- items and examples -----------------------------------------------------------------------

TEST(ParseDocument, ReadsEveryItem) {
  EXPECT_EQ(tree_of("plan p \"P\"\n"
                    "  in force 2022-10-03 onwards\n"
                    "  terms 3 a year\n"
                    "  sustain 6 months after closure\n"
                    "  eligible at least 3 headlines\n"
                    "  claim every need achieved\n"
                    "  scope entry needs\n"
                    "use \"c.md\"\n"
                    "headline 1 \"H\" mandatory\n"
                    "criterion 1.1 \"C\" stands alone, starred\n"
                    "  need under development\n"
                    "  outcome undefined\n"
                    "  supporting had a\n"
                    "  supporting had b\n"
                    "  sustain in window\n"
                    "  source school_census, police\n"
                    "  cites \"D, 1\"\n"
                    "  reading \"one\"\n"
                    "  reading \"two\"\n"
                    "define d (x, y)\n"
                    "  records a or b where k = x\n"
                    "parameter q\n"
                    "  from 2024-01-01 is 40%\n"
                    "calendar\n"
                    "  2024-autumn 2024-09-04 to 2024-12-20\n"),
            "plan p \"P\"\n"
            "  in force 2022-10-03 -\n"
            "  terms 3\n"
            "  sustain 6 months after closure\n"
            "  eligible 3 headlines\n"
            "  claim every need achieved\n"
            "  scope entry needs\n"
            "use \"c.md\"\n"
            "headline 1 \"H\" mandatory\n"
            "criterion 1.1 \"C\" stands alone starred\n"
            "  need under development\n"
            "  outcome undefined\n"
            "  supporting (had {a})\n"
            "  supporting (had {b})\n"
            "  sustain in window\n"
            "  source school_census police\n"
            "  cites D, 1\n"
            "  reading one\n"
            "  reading two\n"
            "define d x y\n"
            "  records {a|b [k = x]}\n"
            "parameter q\n"
            "  from 2024-01-01 40%\n"
            "calendar\n"
            "  term 2024-autumn 2024-09-04 2024-12-20\n");
}

TEST(ParseDocument, ReadsTheCatalogue) {
  EXPECT_EQ(tree_of("record t term \"About\"\n"
                    "  field n number from 0 to 999\n"
                    "  field c code { a b 16plus } open\n"
                    "  check n + m <= c\n"
                    "  always covered\n"
                    "  carry 1 day\n"
                    "measure m of t = (a -\n    b + c) / d\n"
                    "instrument sdq \"S\" 0 to 40, lower is better, change 1.5\n"),
            "record t shape 3 \"About\"\n"
            "  field n kind 0 from 0 to 999\n"
            "  field c kind 3 a b 16plus open\n"
            "  check n m <= c\n"
            "  always covered\n"
            "  carry 1\n"
            "measure m of t = +a -b +c / d\n"
            "instrument sdq \"S\" 0 40 lower 1.5\n");
}

TEST(ParseDocument, ReadsExamples) {
  EXPECT_EQ(tree_of("One\n"
                    "  family F started 2024-01-01 closed 2024-06-01 outcomes_met\n"
                    "  Amy parent born 1990-01-01 · Ben child born 2012-01-01 to 2024-03-01 "
                    "elsewhere\n"
                    "  term 2024-spring 2024-01-08 to 2024-03-28\n"
                    "  covered offence, arrest 2024-01-01 to 2024-06-01\n"
                    "  covered everything 2023-01-01 to 2024-06-01\n"
                    "  Ben suspension 2024-02-01 days 2\n"
                    "  Ben school_term 2024-spring possible 100\n"
                    "  Amy employment from 2024-02-01 hours 16\n"
                    "  family concern 2024-01-01 topic x by police\n"
                    "  on 2024-01-01  1.3a not_applicable\n"
                    "Two\n"
                    "  family G started 2024-01-01\n",
                    "example"),
            "example \"One\"\n"
            "  family F started 2024-01-01 assessed - planned - closed 2024-06-01 outcomes_met\n"
            "  person Amy role 0 born 1990-01-01 died - from - to -\n"
            "  person Ben role 1 born 2012-01-01 died - from - to 2024-03-01 elsewhere\n"
            "  term 2024-spring 2024-01-08 2024-03-28\n"
            "  covered 2024-01-01 2024-06-01 offence arrest\n"
            "  covered 2023-01-01 2024-06-01 everything\n"
            "  record Ben suspension 2024-02-01 days=2\n"
            "  record Ben school_term 2024-spring possible=100\n"
            "  record Amy employment 2024-02-01 open hours=16\n"
            "  record family concern 2024-01-01 topic=x by=police\n"
            "  on 2024-01-01 1.3a not_applicable\n"
            "example \"Two\"\n"
            "  family G started 2024-01-01 assessed - planned - closed - \n");
}

TEST(ParseDocument, ShippedPlansHaveNothingWrong) {
  for (const auto& entry : std::filesystem::directory_iterator(HEARTH_SOURCE_DIR "/plans")) {
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_EQ(to_text(parse(text.str()).diagnostics), "") << entry.path();
  }
}

// ---- what goes wrong --------------------------------------------------------------------------

TEST(ParseDocument, TwentyMistakesAreReportedAsTwenty) {
  std::string block;
  for (int i = 0; i < 10; ++i) {
    block += "criterion " + std::to_string(i) + " \"C\"\n";
    block += "  need any chld: had a\n";
    block += "  outcome any of\n    - had\n    - had b\n";
  }
  EXPECT_EQ(parse_block(block).diagnostics.list().size(), 20u);
}

TEST(ParseDocument, EachListEntryIsReadOnItsOwn) {
  const auto parsed = parse_block(
      "define a\n  means any of\n    - had\n    - on b\n    - hadd c\n    - no d in lst 3 "
      "months\n");
  EXPECT_EQ(kinds(parsed), (std::vector<std::string>{"Expected", "UnknownCondition", "Expected"}));
  EXPECT_EQ(print_tree(parsed.tree), "define a\n  means (at least 1 (?) (on {b}) (?) (?))\n");
}

TEST(ParseDocument, NamesTheNearestWord) {
  EXPECT_EQ(only_in_condition("any chld: had a").hint, "did you mean `child`?");
  EXPECT_EQ(only_in_condition("evry child: had a").hint, "did you mean `every`?");
  EXPECT_EQ(only_in_condition("had a in last 3 mnths").hint, "did you mean `months`?");
  EXPECT_EQ(only_in_condition("had a since clousre").hint, "did you mean `closure`?");
  EXPECT_EQ(only_in_condition("if had a than had b else had c").hint, "did you mean `then`?");
  EXPECT_EQ(only("critereon 1 \"C\"\n  need had a\n  outcome had b").hint,
            "did you mean `criterion`?");
  EXPECT_EQ(only("criterion 1 \"C\"\n  need had a\n  outcome had b\n  sustian in window").hint,
            "did you mean `sustain`?");
  EXPECT_EQ(only("record a evnt").hint, "did you mean `event`?");
  EXPECT_EQ(only("headline 1 \"H\" mandatry").hint, "did you mean `mandatory`?");
}

TEST(ParseDocument, UnderlinesTheNarrowestWrongThing) {
  EXPECT_EQ(underlined(only_in_condition("any chld: had a")), "chld");
  EXPECT_EQ(underlined(only_in_condition("had a where b is c")), "is");
  EXPECT_EQ(underlined(only_in_condition("had a in last 1.5 months")), "1.5");
  const auto diagnostic = only_in_condition("count of a >=");
  EXPECT_EQ(diagnostic.place.length, 0);
  EXPECT_EQ(diagnostic.message,
            "expected a value, such as 12, 90%, £617, yes or a code, found the end of the clause");
}

TEST(ParseDocument, ARefOfThreePartsIsNoNumber) {
  EXPECT_EQ(only_in_condition("count of a >= 1.2.3").kind->name, "MalformedNumber");
  EXPECT_EQ(tree_of("headline 1.2.3 \"H\""), "headline 1.2.3 \"H\"\n");
}

TEST(ParseDocument, AndWithOrNeedsBrackets) {
  EXPECT_EQ(only_in_condition("had a and had b or had c").kind->name, "MixedAndOr");
}

TEST(ParseDocument, ClausesAreMissingRepeatedOrUnknown) {
  EXPECT_EQ(kinds(parse_block("criterion 1 \"C\"\n  need had a\n  need had b\n  nope x\n")),
            (std::vector<std::string>{"MissingClause", "RepeatedClause", "UnknownClause"}));
  EXPECT_EQ(only("define a").kind->name, "MissingClause");
  EXPECT_EQ(only("plan p \"P\"").message, "a plan without `in force`");
}

TEST(ParseDocument, AClauseIndentedTooFarIsReadAllTheSame) {
  const auto parsed = parse_block("criterion 1 \"C\"\n  need had a\n     outcome had b\n");
  EXPECT_EQ(kinds(parsed), std::vector<std::string>{"ClauseColumn"});
  EXPECT_EQ(print_tree(parsed.tree), "criterion 1 \"C\"\n  need (had {a})\n  outcome (had {b})\n");
}

TEST(ParseDocument, LinesOutsideItems) {
  EXPECT_EQ(only("  need had a\n  outcome had b").kind->name, "OutsideItem");
  EXPECT_EQ(only("nonsense here\n  need had a").kind->name, "UnknownItem");
  EXPECT_EQ(kinds(parse_block("  family F started 2024-01-01", "example")),
            std::vector<std::string>{"NoTitle"});
}

TEST(ParseDocument, BrokenExamples) {
  EXPECT_EQ(kinds(parse_block("T\n"
                              "  family F\n"
                              "  family G started 2024-01-01\n"
                              "  Amy parent\n"
                              "  Ben chld born 2012-01-01\n"
                              "  covered offence 2024-01-01\n"
                              "  Amy suspension\n"
                              "  on 2024-01-01 1.1 acheived\n",
                              "example")),
            (std::vector<std::string>{"MissingDay", "SecondFamily", "MissingDay", "UnknownWord",
                                      "Expected", "Expected", "UnknownWord"}));
  EXPECT_EQ(kinds(parse_block("T\n  Amy parent born 1990-01-01", "example")),
            std::vector<std::string>{"NoFamily"});
}

TEST(ParseDocument, ListsOutOfColumn) {
  const auto parsed = parse_block("define a\n  means any of\n      - had b\n    - had c\n");
  EXPECT_EQ(kinds(parsed), std::vector<std::string>{"StrayBullet"});
  EXPECT_EQ(only_in_condition("any of").kind->name, "Expected");
}

TEST(ParseDocument, TextThatIsNotUtf8) {
  EXPECT_EQ(kinds(parse("Latin \xE9\xE8 and \xE9\nand \xFF\n")),
            (std::vector<std::string>{"InvalidUtf8", "InvalidUtf8"}));
}

TEST(ParseDocument, DeepNestingIsRefusedNotFollowed) {
  EXPECT_EQ(only_in_condition(std::string(100000, '(')).kind->name, "TooDeep");
  std::string nots;
  for (int i = 0; i < 50000; ++i) nots += "not ";
  EXPECT_EQ(only_in_condition(nots + "had a").kind->name, "TooDeep");
  std::string lists;
  for (int i = 0; i < 1000; ++i) lists += "any of\n" + std::string(4 + i, ' ') + "- ";
  EXPECT_EQ(only_in_condition(lists + "had a").kind->name, "TooDeep");
}

TEST(ParseDocument, AVeryLargeDocumentIsRead) {
  std::string block;
  while (block.size() < 2'000'000) {
    block +=
        "criterion 1 \"C\"\n  need any child: had a or b where c = d in last 6 months\n"
        "  outcome any of\n    - no a in last 6 months\n    - statement improved by self\n";
  }
  EXPECT_TRUE(parse_block(block).diagnostics.empty());
}

TEST(ParseDocument, ComplaintsAreBounded) {
  EXPECT_LE(parse("```plan\n" + std::string(100'000, '\n') + "```\n").diagnostics.list().size(),
            1u);
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "x\n";
  const auto parsed = parse_block(lines);
  EXPECT_EQ(parsed.diagnostics.list().size(), 1001u);
  EXPECT_EQ(kinds(parsed).back(), "TooManyMistakes");
  const auto wide = parse_block(std::string(100'000, ';'));
  EXPECT_TRUE(wide.diagnostics.list().front().place.excerpt.empty());
}

RC_GTEST_PROP(ParseDocument, AnyBytesGiveATree, (const std::string& bytes)) {
  const auto parsed = parse(bytes);
  RC_ASSERT(parsed.tree.source->text() == bytes);
  print_tree(parsed.tree);
}

RC_GTEST_PROP(ParseDocument, AnyWordsGiveATree, ()) {
  const auto parsed = parse(random_word_soup());
  for (std::size_t i = 0; i < parsed.tree.conditions.size(); ++i) {
    RC_ASSERT(parsed.tree.conditions[i].span.end() <= parsed.tree.source->text().size());
  }
  print_tree(parsed.tree);
}

RC_GTEST_PROP(ParseDocument, WellWrittenConditionsAreRead, ()) {
  const auto text = random_condition(*rc::gen::inRange(0, 4), 4);
  const auto parsed = parse_block("define it\n  means " + text);
  RC_ASSERT(to_text(parsed.diagnostics) == "");
}

RC_GTEST_PROP(ParseDocument, HalfADocumentNeverGoesUnnoticed, ()) {
  const auto whole = "define it\n  means any child: " + random_atom();
  const auto kept = *rc::gen::inRange<std::size_t>(21, 28);
  RC_ASSERT(parse_block(whole.substr(0, kept)).diagnostics.has_errors());
}

}  // namespace
}  // namespace hearth
