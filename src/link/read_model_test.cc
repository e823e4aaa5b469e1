// The shipped model is sound, a model survives being written out, and what is wrong is said in
// place.
#include "link/read_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace hearth::link {
namespace {

Source shipped_model() {
  const auto path = std::filesystem::path(HEARTH_SOURCE_DIR) / "models/people-uk.toml";
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return {"people-uk.toml", text.str()};
}

const char* const kSmall = R"(
model = "small"
nicknames = [["Rob", "Robert"]]
[[field]]
name = "forename"
kind = "forename"
columns = ["forename"]
level = [
  { agreement = "exact", m = 0.9 },
  { agreement = "nickname", m = 0.04 },
  { agreement = "close", likeness = 0.9, m = 0.03 },
  { agreement = "different", m = 0.03 },
]
)";

TEST(ShippedModel, is_sound) {
  const auto read = read_model(shipped_model());
  ASSERT_TRUE(read.model) << to_text(read.diagnostics);
  EXPECT_FALSE(read.model->trained);
  EXPECT_LE(read.model->fields.size(), kMostFields);
  for (const auto& field : read.model->fields) {
    double sum = 0;
    for (const auto& level : field.levels) sum += level.m;
    EXPECT_NEAR(sum, 1, 1e-9) << field.name;
  }
  EXPECT_TRUE(read.model->nicknames.share("bob", "rob"));
  EXPECT_FALSE(read.model->same_numbers.empty());
}

TEST(Model, is_the_same_after_it_was_written_out) {
  auto model = *read_model(shipped_model()).model;
  model.priors = {1e-6, 2e-6};
  model.trained = true;
  for (auto& field : model.fields) {
    for (auto& level : field.levels) level.u = 0.001234;
  }
  const auto text = model_text(model);
  const auto again = read_model({"again.toml", text});
  ASSERT_TRUE(again.model) << to_text(again.diagnostics);
  EXPECT_TRUE(again.model->trained);
  EXPECT_EQ(again.model->same_numbers, model.same_numbers);
  EXPECT_EQ(model_text(*again.model), text);
}

TEST(Model, tries_its_levels_in_order) {
  const auto model = *read_model({"small.toml", kSmall}).model;
  const auto& field = model.fields.front();
  EXPECT_EQ(level_of(field, "robert", "robert", model.nicknames), 0u);
  EXPECT_EQ(level_of(field, "rob", "robert", model.nicknames), 1u);
  EXPECT_EQ(level_of(field, "robbert", "robert", model.nicknames), 2u);
  EXPECT_EQ(level_of(field, "kim", "robert", model.nicknames), 3u);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

struct Wrong {
  std::string from, to, kind, says;
};

TEST(Model, says_what_is_wrong_and_where) {
  const std::vector<Wrong> cases = {
      {"model =", "model = =", "ModelSyntax", "this is not TOML"},
      {"model = \"small\"", "", "MissingModelKey", "a model needs the key `model`"},
      {"columns", "colums", "UnknownModelKey", "a field has no key `colums`"},
      {"kind = \"forename\"", "kind = \"forname\"", "UnknownModelWord", "did you mean `forename`?"},
      {"\"nickname\"", "\"nicknane\"", "UnknownModelWord", "did you mean `nickname`?"},
      {"likeness = 0.9, ", "", "MissingModelKey", "a level needs the key `likeness`"},
      {"m = 0.04", "m = 1.04", "WrongModelType", "`m` must be a number from 0 to 1"},
      {"m = 0.04", "m = \"often\"", "WrongModelType", "`m` must be a number from 0 to 1"},
      {"  { agreement = \"different\", m = 0.03 },", "", "WrongModelSize",
       "a field has no last level `different`"},
      {"[\"forename\"]", "[1]", "WrongModelType", "`columns` must be a list of texts"},
      {"\"nickname\"", "\"changed\"", "UnknownModelWord", "is not for a surname alone"},
      {"[[\"Rob\", \"Robert\"]]", "[\"Rob\"]", "WrongModelType",
       "`nicknames` must be a list of texts"},
  };
  for (const auto& wrong : cases) {
    const auto read = read_model({"small.toml", replaced(kSmall, wrong.from, wrong.to)});
    EXPECT_FALSE(read.model) << wrong.to;
    const auto said = to_text(read.diagnostics);
    EXPECT_TRUE(
        std::ranges::any_of(read.diagnostics.list(),
                            [&](const Diagnostic& one) { return one.kind->name == wrong.kind; }))
        << wrong.kind << ": " << said;
    EXPECT_NE(said.find(wrong.says), said.npos) << said;
    EXPECT_NE(said.find("small.toml:"), said.npos) << said;
  }
}

TEST(Model, without_fields_is_none) {
  EXPECT_FALSE(read_model({"empty.toml", ""}).model);
  EXPECT_FALSE(read_model({"empty.toml", "model = \"m\"\nfield = 3\n"}).model);
}

}  // namespace
}  // namespace hearth::link
