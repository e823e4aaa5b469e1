// One test a spec: every question must have the answer the spec says.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "engine/test_plan.h"
#include "spec/asked_facts.h"
#include "spec/manual.h"
#include "spec/run_spec.h"
#include "spec/spec_file.h"

namespace hearth {
namespace {

const std::string kRoot = HEARTH_SOURCE_DIR;

class SpecTest : public testing::TestWithParam<std::string> {};

TEST_P(SpecTest, answers_as_it_says) {
  const auto spec = read_spec(kRoot, GetParam());
  bool asks = false;
  for (const auto& block : spec.blocks) {
    if (!block.is_question()) continue;
    asks = true;
    EXPECT_EQ(block.content, answer(kRoot, spec, block))
        << spec.path << ": " << block.info << "\nto rewrite it: test_spec --update";
  }
  EXPECT_TRUE(asks) << spec.path << " asks nothing";
}

TEST_P(SpecTest, has_a_title_a_sentence_and_few_lines) {
  const auto spec = read_spec(kRoot, GetParam());
  EXPECT_FALSE(spec.title.empty()) << spec.path;
  const auto after = spec.text.find("\n\n");
  ASSERT_NE(after, std::string::npos) << spec.path;
  EXPECT_NE(spec.text.substr(after + 2, 3), "```")
      << spec.path << " has no sentence below its title";
  EXPECT_LE(std::ranges::count(spec.text, '\n'), 200) << spec.path;
}

TEST_P(SpecTest, has_examples_that_come_out_as_they_say) {
  const auto spec = read_spec(kRoot, GetParam());
  const bool fails = std::ranges::any_of(
      spec.blocks, [](const SpecBlock& block) { return block.word() == "failures"; });
  const auto plan = load_spec_plan(kRoot, spec).plan;
  if (fails || !plan) GTEST_SKIP() << "a spec of what goes wrong";
  for (const auto& tested : test_plan(*plan)) {
    for (const auto& failure : tested.failures) {
      ADD_FAILURE() << spec.path << ": " << tested.title << ": on " << to_text(failure.expected.on)
                    << " " << failure.expected.ref << " should be " << failure.expected.status
                    << " and is " << failure.status;
    }
  }
}

std::vector<std::string> paths() {
  std::vector<std::string> paths;
  for (const auto& spec : read_specs(kRoot)) paths.push_back(spec.path);
  return paths;
}

std::string name_of(const testing::TestParamInfo<std::string>& path) {
  std::string name = path.param.substr(0, path.param.size() - 3);
  for (auto& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(spec, SpecTest, testing::ValuesIn(paths()), name_of);

TEST(Specs, are_short_in_the_middle) {
  std::vector<long> lines;
  for (const auto& spec : read_specs(kRoot)) {
    lines.push_back(std::ranges::count(spec.text, '\n'));
  }
  std::ranges::sort(lines);
  ASSERT_FALSE(lines.empty());
  EXPECT_LE(lines[lines.size() / 2], 45);
}

TEST(Specs, are_a_third_about_what_goes_wrong) {
  long bad = 0;
  const auto specs = read_specs(kRoot);
  for (const auto& spec : specs) bad += spec.path.starts_with("spec/bad/");
  EXPECT_GE(3 * bad, static_cast<long>(specs.size()));
}

// The table of constructs in spec/README.md: what shows each and what misuses it are specs that are
// there, and no spec of the language or the catalogue is missing from it.
TEST(Specs, show_and_misuse_every_construct) {
  std::set<std::string> there, shown;
  for (const auto& spec : read_specs(kRoot)) there.insert(spec.path.substr(5));
  std::istringstream readme(read_spec(kRoot, "spec/README.md").text);
  const std::regex name(R"([a-z_]+\.md)");
  for (std::string line; std::getline(readme, line);) {
    const bool row = line.starts_with("| ") && line.find(".md") != std::string::npos;
    if (!row) continue;
    const auto misused = line.rfind('|', line.size() - 2);
    const std::sregex_iterator end;
    int good = 0, bad = 0;
    for (std::sregex_iterator m(line.begin(), line.end(), name); m != end; ++m) {
      const bool is_bad = m->position() > static_cast<long>(misused);
      ++(is_bad ? bad : good);
      EXPECT_TRUE(there.contains((is_bad ? "bad/" : "") + m->str())) << m->str();
      if (!is_bad) shown.insert(m->str());
    }
    EXPECT_GE(good, 1) << line;
    EXPECT_GE(bad, 1) << line;
  }
  for (const auto& path : there) {
    const std::regex construct("(plan|who|presence|number|window|change|lasting|logic|saying)_.*");
    const bool elsewhere = path == "window_month_ends.md" || path == "change_baseline_zero.md";
    if (!std::regex_match(path, construct) || elsewhere) continue;
    EXPECT_TRUE(shown.contains(path)) << path;
  }
}

TEST(Manual, shows_every_spec_once) { EXPECT_EQ(chapter_faults(kRoot), ""); }

TEST(Manual, is_as_the_specs_are) {
  for (const auto& [path, text] : render_manual(kRoot)) {
    EXPECT_EQ(read_spec(kRoot, "docs/manual/" + path).text, text)
        << "docs/manual/" << path << " is stale; to render it: test_spec --manual docs/manual";
  }
}

}  // namespace
}  // namespace hearth
