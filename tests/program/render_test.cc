// The page `hearth plan render` makes of each plan: sound markup whose every link leads somewhere,
// with nothing fetched and nothing run. How it looks and sounds is for ./dev pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <regex>
#include <set>

#include "program/run_program.h"

namespace hearth {
namespace {

const char* const kPlans[] = {"wiltshire-2020", "bath-and-north-east-somerset-2015",
                              "warwickshire-2015", "national-2022"};

std::string page_of(const std::string& path) {
  const auto ran = run_program({"plan", "render", path});
  EXPECT_EQ(ran.code, 0) << ran.err;
  return ran.out;
}

pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document document;
  const auto result = document.load_buffer(page.data(), page.size());
  EXPECT_TRUE(result) << result.description() << " near "
                      << page.substr(static_cast<std::size_t>(result.offset), 80);
  return document;
}

std::vector<std::string> values(const pugi::xml_document& page, const char* path) {
  std::vector<std::string> found;
  for (const auto& node : page.select_nodes(path)) found.emplace_back(node.attribute().value());
  return found;
}

std::size_t count(const pugi::xml_document& page, const char* path) {
  return page.select_nodes(path).size();
}

class Page : public ::testing::TestWithParam<const char*> {
 protected:
  std::string path() const { return root() + "/plans/" + GetParam() + ".md"; }
};

TEST_P(Page, IsSoundMarkupWithOneHeadingForTheWhole) {
  const auto page = parsed(page_of(path()));
  EXPECT_STREQ(page.child("html").attribute("lang").value(), "en-GB");
  EXPECT_EQ(count(page, "//title"), 1u);
  EXPECT_EQ(count(page, "//h1"), 1u);
  EXPECT_EQ(count(page, "/html/body/main"), 1u);
  EXPECT_EQ(count(page, "/html/body/nav"), 1u);
  EXPECT_EQ(count(page, "/html/body/header"), 1u);
  EXPECT_EQ(count(page, "/html/body/footer"), 1u);
  EXPECT_STREQ(page.child("html").child("body").first_child().attribute("class").value(), "skip");
}

TEST_P(Page, HeadingsGoDownOneStepAtATime) {
  const auto page = parsed(page_of(path()));
  int last = 0;
  for (const auto& node : page.select_nodes("//h1|//h2|//h3|//h4|//h5|//h6")) {
    const int level = node.node().name()[1] - '0';
    EXPECT_LE(level, last + 1) << node.node().text().get();
    last = level;
  }
}

TEST_P(Page, LinksLeadToIdsThatAreThereOnce) {
  const auto page = parsed(page_of(path()));
  std::set<std::string> ids;
  for (const auto& id : values(page, "//@id")) EXPECT_TRUE(ids.insert(id).second) << id;
  for (const auto& href : values(page, "//@href")) {
    ASSERT_TRUE(href.starts_with("#")) << href;
    EXPECT_TRUE(ids.contains(href.substr(1))) << href;
  }
  for (const auto& id : values(page, "//@aria-labelledby")) EXPECT_TRUE(ids.contains(id)) << id;
}

TEST_P(Page, FetchesNothingAndRunsNothing) {
  const auto text = page_of(path());
  const auto page = parsed(text);
  EXPECT_EQ(count(page, "//script|//img|//link|//iframe|//object|//@src|//@style"), 0u);
  EXPECT_EQ(text.find("url("), std::string::npos);
  EXPECT_EQ(text.find("@import"), std::string::npos);
  EXPECT_EQ(text.find("://"), std::string::npos);
}

TEST_P(Page, TablesSayWhatTheyAreAbout) {
  const auto page = parsed(page_of(path()));
  EXPECT_GT(count(page, "//table"), 20u);
  EXPECT_EQ(count(page, "//table[not(caption)]"), 0u);
  EXPECT_EQ(count(page, "//th[not(@scope)]"), 0u);
}

TEST_P(Page, HasEveryCriterionAndEveryExample) {
  const auto text = text_of(path());
  const auto page = parsed(page_of(path()));
  const std::regex criterion(R"(\ncriterion (\S+) )"), title(R"(\n(\S[^\n]*)\n  family )");
  std::size_t criteria = 0, examples = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), criterion), end; it != end; ++it) {
    ++criteria;
    const auto query = "//article[@id='criterion-" + (*it)[1].str() + "']";
    EXPECT_EQ(count(page, query.c_str()), 1u) << (*it)[1];
    const auto link = "//nav//a[@href='#criterion-" + (*it)[1].str() + "']";
    EXPECT_EQ(count(page, link.c_str()), 1u) << (*it)[1];
  }
  for (std::sregex_iterator it(text.begin(), text.end(), title), end; it != end; ++it) ++examples;
  EXPECT_EQ(count(page, "//article"), criteria);
  EXPECT_EQ(count(page, "//*[starts-with(@id,'example-')]"), examples);
}

TEST_P(Page, IsTheSameEveryTime) { EXPECT_EQ(page_of(path()), page_of(path())); }

INSTANTIATE_TEST_SUITE_P(All, Page, ::testing::ValuesIn(kPlans), [](const auto& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

// ---- what goes wrong ---------------------------------------------------------------------------

const char* const kHostile = R"(# <script>alert(1)</script> & so on

<script>alert(2)</script>

A [link](javascript:alert(3)), a [file](catalogue.md), ![a picture](https://example.org/a.png) and a
[page](https://example.org/). <img src="https://example.org/b.png">

```plan
record arrest event
plan hostile "</title><script>alert(4)</script>"
  in force 2024-01-01 onwards
headline 1 "<b>One & \"two\"</b>"
criterion <1> "'</h3><script>alert(5)</script>"
  need any child: had arrest
  outcome any child: no arrest in last 6 months
  sustain in window
  cites "<i>"
  reading "</li><script>alert(6)</script>"
```

# A second title

### Too deep & <em>odd</em>

> # A heading in a quotation
)";

TEST(HostilePlan, StaysText) {
  const TemporaryFolder folder;
  std::string plan = kHostile;
  const std::string quoted = R"(\"two\")";
  plan.replace(plan.find(quoted), quoted.size(), "two");
  plan.replace(plan.find("criterion <1>"), 13, "criterion 1a");
  const auto page = page_of(folder.write("hostile.md", plan));
  const auto document = parsed(page);
  EXPECT_EQ(count(document, "//script|//img|//i|//b|//em"), 0u);
  EXPECT_EQ(page.find("javascript:"), std::string::npos);
  EXPECT_EQ(page.find(".png"), std::string::npos);
  EXPECT_EQ(page.find("catalogue.md"), std::string::npos);
  EXPECT_EQ(count(document, "//a[@href='https://example.org/']"), 1u) << "followed, not fetched";
  EXPECT_EQ(count(document, "//h1"), 1u);
}

TEST(RenderGoesWrong, ABadPlanMakesNoPage) {
  const TemporaryFolder folder;
  const auto plan = folder.write("bad.md", "```plan\nplan bad \"Bad\"\n```\n");
  const auto out = (folder.path() / "page.html").string();
  const auto ran = run_program({"plan", "render", plan, "--out", out});
  EXPECT_EQ(ran.code, 3);
  EXPECT_FALSE(std::filesystem::exists(out));
  EXPECT_NE(ran.err.find("bad.md:"), std::string::npos);
}

TEST(RenderGoesWrong, FilesThatAreNotThere) {
  const auto plan = root() + "/plans/national-2022.md";
  EXPECT_EQ(run_program({"plan", "render", "no-such-plan.md"}).code, 5);
  EXPECT_EQ(run_program({"plan", "render", plan, "--out", "no/such/folder/page.html"}).code, 5);
  EXPECT_EQ(run_program({"plan", "render"}).code, 2);
  EXPECT_EQ(run_program({"plan", "render", plan, plan}).code, 2) << "a page is about one plan";
}

}  // namespace
}  // namespace hearth
