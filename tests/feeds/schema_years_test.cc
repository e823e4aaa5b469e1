// The children in need census of each of its schema years: what a year has is read, what it does
// not have is said.
#include <gtest/gtest.h>

#include <fstream>

#include "feeds/feed_under_test.h"

namespace hearth {
namespace {

constexpr int kPlansSince = 2022, kSexSince = 2026;

// One girl, with a referral, a protection plan and whatever the year has beside.
std::string census(int year, const std::string& sex, const std::string& plan) {
  const auto of = std::to_string(year);
  return "<?xml version=\"1.0\"?>\n<Message><Header><CollectionDetails><Year>" + of +
         "</Year><ReferenceDate>" + of +
         "-03-31</ReferenceDate></CollectionDetails>\n"
         "<Source><DateTime>" +
         of +
         "-05-20T10:00:00</DateTime></Source></Header>\n<Children><Child><ChildIdentifiers>"
         "<LAchildID>L1</LAchildID><PersonBirthDate>2012-03-01</PersonBirthDate>" +
         sex + "</ChildIdentifiers>\n<CINdetails><CINreferralDate>" + of +
         "-01-10</CINreferralDate>" + plan + "<ChildProtectionPlans><CPPstartDate>" + of +
         "-02-20</CPPstartDate></ChildProtectionPlans></CINdetails></Child></Children></Message>\n";
}

std::string plan_of(int year) {
  return "<CINPlanDates><CINPlanStartDate>" + std::to_string(year) +
         "-02-01</CINPlanStartDate></CINPlanDates>";
}
const std::string kOldSex = "<GenderCurrent>2</GenderCurrent>", kNewSex = "<Sex>F</Sex>";

struct Read {
  Imported imported;
  std::string sex;
};

Read read(const std::string& text) {
  std::string sex;
  ImportOptions options;
  options.sightings = [&](const Sighting& sighting) -> Result<void> {
    sex = sighting.sex;
    return {};
  };
  auto imported = import_text("children-in-need", "cin.xml", text, options);
  return {std::move(imported), sex};
}

std::string covered(const Imported& imported, const std::string& type) {
  const auto& facts = *imported.facts;
  std::string text;
  for (const auto& days : facts.coverage[facts.catalogue.record_type(type)->index]) {
    text += to_text(days.first) + " to " + to_text(days.last);
  }
  return text;
}

class SchemaYear : public testing::TestWithParam<int> {
 protected:
  const int year = GetParam();
  const bool has_plans = year >= kPlansSince;
  const std::string sex = year >= kSexSince ? kNewSex : kOldSex;
  const std::string plan = has_plans ? plan_of(year) : "";
};
INSTANTIATE_TEST_SUITE_P(Of, SchemaYear, testing::Range(2017, 2027),
                         [](const auto& year) { return std::to_string(year.param); });

TEST_P(SchemaYear, IsReadInItsOwnForm) {
  const auto got = read(census(year, sex, plan));
  EXPECT_TRUE(got.imported.diagnostics.list().empty()) << to_text(got.imported.diagnostics);
  EXPECT_EQ(got.sex, "female");
  const std::map<std::string, std::int64_t> base = {{"cp_plan", 1}, {"referral", 1}};
  auto expected = base;
  if (has_plans) expected["cin_plan"] = 1;
  EXPECT_EQ(got.imported.records, expected);
  const auto days = std::to_string(year - 1) + "-04-01 to " + std::to_string(year) + "-03-31";
  EXPECT_EQ(covered(got.imported, "cp_plan"), days);
  EXPECT_EQ(covered(got.imported, "cin_plan"), has_plans ? days : "") << "no plans, no coverage";
}

TEST_P(SchemaYear, SaysWhatOnlyOtherYearsHave) {
  const auto other_sex = year >= kSexSince ? kOldSex : kNewSex;
  const auto got = read(census(year, other_sex, plan_of(year)));
  const auto of = ": warning: files of " + std::to_string(year) + " do not have this";
  const auto* column = year >= kSexSince ? "GenderCurrent" : "Sex";
  EXPECT_TRUE(says(got.imported, std::string("cin.xml, column ") + column + of))
      << to_text(got.imported.diagnostics);
  EXPECT_EQ(says(got.imported, "cin.xml, column CINPlanDates" + of), !has_plans);
  EXPECT_FALSE(says(got.imported, "CINPlanStartDate")) << "it is inside the other";
  EXPECT_EQ(got.sex, "") << "a code of another year means nothing";
  EXPECT_EQ(got.imported.records.at("referral"), 1) << "everything else stands";
}

TEST_P(SchemaYear, TakesNoCodeOfAnotherYear) {
  const auto wrong = year >= kSexSince ? "<Sex>2</Sex>" : "<GenderCurrent>F</GenderCurrent>";
  const auto got = read(census(year, wrong, plan));
  EXPECT_TRUE(says(got.imported, "this is none of the codes of `sex`"));
  EXPECT_EQ(got.imported.counts.front().outcomes.at(kSetAside), 1);
}

// The department's own schemas, where they are at hand.
TEST_P(SchemaYear, ReadsElementsThatItsSchemaHas) {
  const auto schema =
      feeds_folder() / "../../shared/data/cin" / ("CIN_schema_" + std::to_string(year) + ".xsd");
  std::ifstream file(schema, std::ios::binary);
  if (!file) GTEST_SKIP() << "there is no schema of this year at ../shared/data/cin";
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto& form = shipped_feed("children-in-need").form_for(year);
  for (const auto& table : form.tables) {
    for (const auto& column : table.columns) {
      const auto name = column.substr(column.rfind('/') + 1);
      EXPECT_NE(text.find("name=\"" + name + "\""), std::string::npos) << column;
    }
  }
}

}  // namespace
}  // namespace hearth
