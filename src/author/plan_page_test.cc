#include "author/plan_page.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "author/criterion_page.h"
#include "author/html_text.h"
#include "author/plan_prose.h"
#include "author/rule_html.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

std::shared_ptr<const Plan> plan_of(const std::string& text) {
  const auto loaded = load_text(text);
  EXPECT_NE(loaded.plan, nullptr) << to_text(loaded.diagnostics);
  return loaded.plan;
}

bool says(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

TEST(HtmlText, EscapesWhateverCouldBeMarkup) {
  EXPECT_EQ(html("a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  EXPECT_EQ(html(std::string("a\0b\x01\x1f", 5)), "ab") << "no page may hold these";
  EXPECT_EQ(html("£617 · naïve"), "£617 · naïve");
}

RC_GTEST_PROP(HtmlText, NothingOfATextIsMarkup, (const std::string& text)) {
  const auto escaped = html(text);
  RC_ASSERT(escaped.find_first_of("<>\"'") == std::string::npos);
}

RC_GTEST_PROP(HtmlText, DifferentNamesHaveDifferentIds,
              (const std::string& a, const std::string& b)) {
  RC_ASSERT((html_id("x", a) == html_id("x", b)) == (a == b));
}

TEST(HtmlText, DaysInWords) { EXPECT_EQ(day_words(*parse_date("2022-10-03")), "3 October 2022"); }

TEST(RuleHtml, ShortRulesAreSentencesAndLongOnesLists) {
  const auto plan = plan_of(with_outcome(
      "each person in need: no arrest in last 6 months and (on cin_plan or (no offence where "
      "category = theft in last 6 months and on employment)) and had suspension since need"));
  const auto& criterion = plan->criteria[0];
  EXPECT_EQ(rule_html(*plan, *criterion.need), "any member: had arrest");
  EXPECT_EQ(
      rule_html(*plan, *criterion.outcome),
      "<strong>each person in need:</strong> all of these:<ul>"
      "<li>no arrest in last 6 months</li>"
      "<li>any of these:<ul><li>on cin_plan</li>"
      "<li>no offence where category = theft in last 6 months and on employment</li></ul></li>"
      "<li>had suspension since need</li></ul>");
}

TEST(CriterionPage, WritesTheRuleWithoutItsReadings) {
  const auto plan = plan_of(plan_around(
      "criterion 1a \"First\"\n  cites \"Page 1\"\n  sustain 6 months\n  need any child:\n"
      "    had arrest\n  outcome any child:\n    no arrest in last 6 months\n  reading \"So\"\n"));
  const auto text = rule_as_written(*plan, plan->criteria[0]);
  EXPECT_TRUE(says(text, "need        any child: had arrest\n")) << text;
  EXPECT_TRUE(says(text, "sustain     6 months\n"));
  EXPECT_FALSE(says(text, "cites"));
  EXPECT_FALSE(says(text, "So"));
}

const std::string kDocument =
    std::string("# The title\n\nOpening *words*.\n\n## Left open\n\nA number.\n\n") +
    block(std::string("parameter few\n  from 2024-01-01 is 3\n")) +
    "\n## One\n\nAbout the headline.\n\n" + block(plan_head()) +
    "\n### 1a First\n\nAbout the row.\n\n" +
    block(criterion_with("any child: had arrest", "undefined")) +
    "\nAfter it.\n\n#### A note\n\nOn the row.\n\n## At the end\n\nThat is all.\n";

TEST(PlanProse, StandsBesideWhatItIntroduces) {
  const auto prose = prose_of(*plan_of(kDocument));
  EXPECT_EQ(prose.title, "The title");
  ASSERT_EQ(prose.passages.size(), 3u);
  EXPECT_EQ(prose.passages[0].heading, "");
  EXPECT_EQ(prose.passages[0].html, "<p>Opening <em>words</em>.</p>\n");
  EXPECT_EQ(prose.passages[1].heading, "Left open");
  EXPECT_TRUE(says(prose.passages[1].html, "parameter few"));
  EXPECT_EQ(prose.passages[2].heading, "At the end");
  EXPECT_EQ(prose.headlines.at("1"), "<p>About the headline.</p>\n");
  EXPECT_EQ(prose.criteria.at("1a"),
            "<p>About the row.</p>\n<p>After it.</p>\n<h4>A note</h4>\n<p>On the row.</p>\n");
}

TEST(PlanProse, KeepsNothingThatFetchesOrRuns) {
  const auto prose =
      prose_of(*plan_of("![a <b>](https://example.org/x.png) [x](other.md) "
                        "[y](javascript:z) <script>w</script>\n\n> # Loud\n\n" +
                        with_need("any child: had arrest")));
  const auto& text = prose.passages.at(0).html;
  EXPECT_FALSE(says(text, "<img") || says(text, "<script") || says(text, "href")) << text;
  EXPECT_TRUE(says(text, "a &lt;b&gt; x y ")) << text;
  EXPECT_TRUE(says(text, "<h3>Loud</h3>")) << text;
}

TEST(PlanProse, GoesOnBelowABlock) {
  const auto plan = block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2024-01-01 onwards\n");
  const auto rows =
      block("headline 1 \"One\"\n" + criterion_with("any child: had arrest", "undefined"));
  const auto prose = prose_of(*plan_of("Above.\n\n" + plan + "\nBelow.\n\n## One\n\n" + rows));
  ASSERT_EQ(prose.passages.size(), 1u);
  EXPECT_EQ(prose.passages[0].html, "<p>Above.</p>\n<p>Below.</p>\n");
}

TEST(PlanProse, HasNoneWhereThereIsNone) {
  const auto prose = prose_of(*plan_of(with_need("any child: had arrest")));
  EXPECT_TRUE(prose.passages.empty());
  EXPECT_EQ(prose.title, "");
}

TEST(PlanPage, SaysWhatIsNotThereYet) {
  const auto page = plan_page(*plan_of(
      plan_around("criterion 1a \"First\"\n  need under development\n  outcome undefined\n")));
  EXPECT_TRUE(says(page, "under development: no rule yet"));
  EXPECT_TRUE(says(page, "the council printed none"));
  EXPECT_TRUE(says(page, "<p>None.</p>")) << "examples";
}

TEST(PlanPage, SaysWhatARowIsPrintedAs) {
  const auto page =
      plan_page(*plan_of(plan_around(criterion_with("any child: had arrest", "undefined") +
                                     "  kinds event or statement then nothing\n")));
  EXPECT_TRUE(says(page, "<dt>Its entry is printed as</dt><dd>event or statement</dd>"));
  EXPECT_TRUE(says(page, "<dt>Its outcome is printed as</dt><dd>nothing</dd>"));
  const auto without = plan_page(*plan_of(with_need("any child: had arrest")));
  EXPECT_FALSE(says(without, "is printed as"));
}

TEST(PlanPage, ShowsAnExampleOnceAndLinksItFromOthers) {
  const auto page = plan_page(*plan_of(
      plan_around(criterion_with("any child: had arrest", "undefined") +
                  "criterion 1b \"Second\"\n  need any child: had offence\n  outcome undefined\n") +
      example_block("Both <at once>\n  family F started 2024-03-01\n  Ben child born 2012-03-01\n"
                    "  covered everything 2023-01-01 to 2024-12-31\n  Ben arrest 2024-02-01\n"
                    "  on 2024-03-01 1a need\n  on 2024-03-01 1b none\n")));
  EXPECT_TRUE(says(page, "<h5 id=\"example-1\">Both &lt;at once&gt;</h5>"));
  EXPECT_TRUE(says(page, "<a href=\"#example-1\">Both &lt;at once&gt;, shown at 1a</a>"));
  EXPECT_TRUE(says(page, "<th scope=\"row\">1 March 2024</th><td>none</td>"));
  EXPECT_TRUE(says(page, "Ben arrest 2024-02-01"));
}

}  // namespace
}  // namespace hearth
