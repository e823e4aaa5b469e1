#include "language/format_document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "language/document_words.h"
#include "language/parse_document.h"
#include "language/print_tree.h"

namespace hearth {
namespace {

std::shared_ptr<const Source> source_of(const std::string& text) {
  return std::make_shared<const Source>("t.md", text);
}

std::string format(const std::string& text) { return format_document(source_of(text)); }

std::string format_block(const std::string& block, const std::string& kind = "plan") {
  const auto text = format("```" + kind + "\n" + block + "```\n");
  const auto start = text.find('\n') + 1;
  return text.substr(start, text.size() - start - 4);
}

std::string tree_text(const std::string& text) {
  return print_tree(parse_document(source_of(text)).tree);
}

bool has_errors(const std::string& text) {
  return parse_document(source_of(text)).diagnostics.has_errors();
}

TEST(FormatDocument, PadsKeywordsToAColumn) {
  EXPECT_EQ(format_block("criterion  1  \"One\"   mandatory ,  starred\n"
                         "    need any child:had offence\n"
                         "    outcome undefined\n"
                         "    sustain  6 months   after closure\n"),
            "criterion 1 \"One\" mandatory, starred\n"
            "  need        any child: had offence\n"
            "  outcome     undefined\n"
            "  sustain     6 months after closure\n");
}

TEST(FormatDocument, BreaksWhatDoesNotFitWhereItJoins) {
  EXPECT_EQ(
      format_block("criterion 1 \"One\"\n"
                   "  need any adult: had offence in last 12 months and any child: had suspension "
                   "or permanent_exclusion in last 12 months\n"
                   "  outcome each person in need: if count of offence in 12 months before need <= "
                   "7 then no offence in last 6 months else count of offence in last 6 months is "
                   "down 50% on half of 12 months before need\n"),
      "criterion 1 \"One\"\n"
      "  need        any adult: had offence in last 12 months\n"
      "              and any child: had suspension or permanent_exclusion in last 12 months\n"
      "  outcome     each person in need:\n"
      "                if count of offence in 12 months before need <= 7\n"
      "                then no offence in last 6 months\n"
      "                else count of offence in last 6 months is down 50% on half of 12 months "
      "before need\n");
}

TEST(FormatDocument, IndentsLists) {
  EXPECT_EQ(format_block("define a\n"
                         "  means family: no offence since need and any of\n"
                         "    - each person in need: on employment for 13 weeks\n"
                         "    - all of\n"
                         "     - family: no arrest\n"
                         "     - statement improved by practitioner\n"),
            "define a\n"
            "  means       family: no offence since need\n"
            "              and any of\n"
            "                - each person in need: on employment for 13 weeks\n"
            "                - all of\n"
            "                    - family: no arrest\n"
            "                    - statement improved by practitioner\n");
}

TEST(FormatDocument, KeepsCommentsWhereTheyStood) {
  EXPECT_EQ(format_block("# the plan\n"
                         "define a   # named\n"
                         "    # why\n"
                         "    means any of # these\n"
                         "      # first\n"
                         "      - had b\n"
                         "      - had c   # last\n"
                         "    # the end of a\n"
                         "\n\n"
                         "# of b\n"
                         "define b\n"
                         "  records x or # cut\n"
                         "    y\n"),
            "# the plan\n"
            "define a  # named\n"
            "  # why\n"
            "  means       any of  # these\n"
            "                # first\n"
            "                - had b\n"
            "                - had c  # last\n"
            "  # the end of a\n"
            "\n"
            "# of b\n"
            "define b\n"
            "  records     x or  # cut\n"
            "                y\n");
}

TEST(FormatDocument, DropsTheCommaBeforeAJoiningWord) {
  EXPECT_EQ(format_block("define a\n  means had b where x = 1, or had c\n"),
            "define a\n  means       had b where x = 1 or had c\n");
}

TEST(FormatDocument, DropsTheBracketsRoundFlags) {
  EXPECT_EQ(format_block("headline 1 \"H\"  [mandatory , starred] # c\n"),
            "headline 1 \"H\" mandatory, starred  # c\n");
}

TEST(FormatDocument, WritesPlainCharactersForOddOnes) {
  EXPECT_EQ(format_block("define a\n\tmeans\u00a0had b\nuse “x”\n"),
            "define a\n  means       had b\nuse \"x\"\n");
}

TEST(FormatDocument, LaysOutExamples) {
  EXPECT_EQ(format_block("A title,  as it is\n"
                         "    family F  started 2024-01-01\n"
                         "    Amy parent   born 1990-01-01·Ben child born 2012-01-01\n"
                         "\n"
                         "    on 2024-01-01 1.1   need\n",
                         "example"),
            "A title,  as it is\n"
            "  family F started 2024-01-01\n"
            "  Amy parent born 1990-01-01 · Ben child born 2012-01-01\n"
            "  on 2024-01-01  1.1 need\n");
}

TEST(FormatDocument, LeavesProseAlone) {
  EXPECT_EQ(format("# T\n\nTwo  spaces\tand a tab \n```plan\nuse   \"x\"\n```\nno end"),
            "# T\n\nTwo  spaces\tand a tab \n```plan\nuse \"x\"\n```\nno end");
}

TEST(FormatDocument, MakesWindowsLineEndsPlain) {
  EXPECT_EQ(format("# T\r\n```plan\r\nuse   \"x\"\r\n```\r\nlone \r stays\r\n"),
            "# T\n```plan\nuse \"x\"\n```\nlone \r stays\n");
}

TEST(FormatDocument, KeepsTheIndentOfAFence) {
  EXPECT_EQ(format("- x\n\n  ```plan\n  define a\n     records b\n  ```\n"),
            "- x\n\n  ```plan\n  define a\n    records     b\n  ```\n");
}

TEST(FormatDocument, ShippedPlansMeanTheSameAfterwards) {
  for (const auto& entry : std::filesystem::directory_iterator(HEARTH_SOURCE_DIR "/plans")) {
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    const auto once = format(text.str());
    EXPECT_EQ(tree_text(once), tree_text(text.str())) << entry.path();
    EXPECT_EQ(format(once), once) << entry.path();
  }
}

// ---- what goes wrong --------------------------------------------------------------------------

TEST(FormatDocument, ADocumentWithErrorsComesBackAsItIs) {
  const std::string text = "```plan\ndefine   a\n   means   had\n```\n";
  EXPECT_EQ(format(text), text);
}

TEST(FormatDocument, AnUnclosedBlockComesBackAsItIs) {
  const std::string text = "```plan\nuse   \"x\"\n";
  EXPECT_EQ(format(text), text);
}

TEST(FormatDocument, EmptyDocumentsAndBlocksStayEmpty) {
  EXPECT_EQ(format(""), "");
  EXPECT_EQ(format("```plan\n```"), "```plan\n```");
}

RC_GTEST_PROP(FormatDocument, MeansTheSameAndIsDoneOnce, ()) {
  const auto condition = random_condition(*rc::gen::inRange(0, 4), 4);
  const auto text = "```plan\ndefine a\n  means " + condition + "\n```\n";
  RC_PRE(!has_errors(text));
  const auto once = format(text);
  RC_ASSERT(tree_text(once) == tree_text(text));
  RC_ASSERT(format(once) == once);
}

RC_GTEST_PROP(FormatDocument, AnyDocumentIsLaidOutOnce, ()) {
  const auto once = format(random_word_soup());
  RC_ASSERT(format(once) == once);
}

}  // namespace
}  // namespace hearth
