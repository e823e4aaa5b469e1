#include "intake/workbook.h"

#include <gtest/gtest.h>

#include <fstream>

#include "temporary_folder.h"

namespace hearth {
namespace {

const std::filesystem::path kSample =
    std::filesystem::path(HEARTH_SOURCE_DIR) /
    "feeds/samples/probation/probation_2022-04-01_2025-03-31.xlsx";

std::vector<WorkbookRow> rows_of(const Workbook& workbook, const char* dates = "DD-Mon-YYYY") {
  std::vector<WorkbookRow> rows;
  const auto read = workbook.read("", *DatePattern::parse(dates),
                                  [&](const WorkbookRow& row) { rows.push_back(row); });
  EXPECT_TRUE(read.has_value());
  return rows;
}

std::string refusal(const std::filesystem::path& path, ZipLimits limits = {}) {
  const auto workbook = Workbook::open(path, limits);
  if (workbook) return "opened";
  return workbook.error().message;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Workbook, NamesItsSheets) {
  const auto workbook = Workbook::open(kSample);
  ASSERT_TRUE(workbook.has_value()) << workbook.error().message;
  EXPECT_EQ(workbook->sheets(), std::vector<std::string>{"List"});
}

TEST(Workbook, RowsKeepTheirNumbersAndTexts) {
  const auto rows = rows_of(*Workbook::open(kSample));
  ASSERT_GT(rows.size(), 3u);
  EXPECT_EQ(rows[0].row, 1);
  EXPECT_EQ(rows[1].row, 3);  // the second is not there
  EXPECT_EQ(rows[1].cells[0], "CRN");
}

TEST(Workbook, ACellShownAsADayIsWrittenAsAsked) {
  const auto workbook = Workbook::open(kSample);
  const auto named = rows_of(*workbook)[2].cells;
  const auto iso = rows_of(*workbook, "YYYY-MM-DD")[2].cells;
  const auto pattern = *DatePattern::parse("DD-Mon-YYYY");
  ASSERT_TRUE(pattern.read(named[3]).has_value());
  EXPECT_EQ(to_text(*pattern.read(named[3])), iso[3]);
}

TEST(Workbook, SaysWhatIsOddAboutASheet) {
  const auto workbook = Workbook::open(kSample);
  const auto read = workbook->read("", *DatePattern::parse("YYYY-MM-DD"), [](const auto&) {});
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->merged, 1);
  EXPECT_EQ(read->formulas_without_value, 1);
}

TEST(WorkbookFaults, ASheetThatIsNotThere) {
  const auto workbook = Workbook::open(kSample);
  const auto read = workbook->read("Other", *DatePattern::parse("YYYY-MM-DD"), [](const auto&) {});
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message, "it has no sheet of the name the feed gives");
}

TEST(WorkbookFaults, WhatIsNoWorkbook) {
  const TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.write("a.xlsx", "Case,Date\n")),
            "it is not a workbook, or it is damaged");
  EXPECT_EQ(refusal(folder.write("b.xlsx", "")), "it is not a workbook, or it is damaged");
  EXPECT_EQ(refusal(folder.path() / "none.xlsx"), "it is not a workbook, or it is damaged");
}

TEST(WorkbookFaults, OneThatWasCutShortOrFlipped) {
  const TemporaryFolder folder;
  const auto whole = bytes_of(kSample);
  for (std::size_t length = 0; length < whole.size(); length += 97) {
    const auto cut = folder.write("cut.xlsx", whole.substr(0, length));
    EXPECT_NE(refusal(cut), "opened") << length;
  }
  for (std::size_t at = 30; at < whole.size(); at += 41) {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x15);
    const auto workbook = Workbook::open(folder.write("flipped.xlsx", bytes));
    if (!workbook) continue;  // either way nothing falls over
    (void)workbook->read("", *DatePattern::parse("YYYY-MM-DD"), [](const auto&) {});
  }
}

TEST(WorkbookFaults, ABombIsRefusedBeforeItGoesOff) {
  EXPECT_EQ(refusal(kSample, {.part = 200}),
            "one of its parts would unpack to far more than it should");
  EXPECT_EQ(refusal(kSample, {.ratio = 1, .always = 100}),
            "one of its parts would unpack to far more than it should");
}

}  // namespace
}  // namespace hearth
