// What is said of odd tables: each kind, at the file it is about, and never a word of the rows.
#include "link/link_diagnostics.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "link/link_people.h"
#include "link/read_model.h"

namespace hearth::link {
namespace {

namespace fs = std::filesystem;

const std::string kRows =
    "row,forename,surname,date_of_birth,postcode\n"
    "1,Ada,Marsh,1990-01-02,BA1 2AB\n"
    "2,Ben,Field,1991-03-04,BA1 2CD\n"
    "3,Cal,Brook,1992-05-06,BA1 2EF\n";

class LinkDiagnostics : public ::testing::Test {
 protected:
  LinkDiagnostics() : folder_(fs::path(::testing::TempDir()) / "link_diagnostics") {
    fs::create_directories(folder_);
  }
  ~LinkDiagnostics() override { fs::remove_all(folder_); }

  // The kinds of what is said of a table of these rows, each followed by a space.
  std::string said_of(const std::string& rows) {
    const auto path = folder_ / "people.csv";
    std::ofstream(path, std::ios::binary) << rows;
    std::ostringstream model;
    model << std::ifstream(fs::path(HEARTH_SOURCE_DIR) / "models/people-uk.toml").rdbuf();
    LinkQuestion question;
    question.inputs = {path};
    question.model = *read_model({"people-uk.toml", model.str()}).model;
    question.draft = true;
    const auto prepared = prepare(question, [](std::string_view) {});
    if (!prepared) return "failed: " + prepared.error().message;
    std::string kinds;
    for (const auto& diagnostic : prepared->diagnostics.list()) {
      kinds += std::string(diagnostic.kind->name) + " ";
    }
    return kinds;
  }

 private:
  fs::path folder_;
};

testing::AssertionResult says(const std::string& said, const std::string& kind) {
  if (said.find(kind + " ") != said.npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "not " << kind << " but: " << said;
}

TEST_F(LinkDiagnostics, of_sound_rows_there_are_none) { EXPECT_EQ(said_of(kRows), ""); }

TEST_F(LinkDiagnostics, of_rows_that_cannot_be_read) {
  EXPECT_TRUE(says(said_of(kRows + "4,Dee\n"), "UnreadableRow"));
  EXPECT_TRUE(says(said_of(""), "UnreadableInput"));
}

TEST_F(LinkDiagnostics, of_columns_that_are_none_of_a_person) {
  EXPECT_TRUE(says(said_of("colour,size\nred,3\nblue,4\n"), "NothingToCompare"));
}

TEST_F(LinkDiagnostics, of_columns_with_nothing_in_them) {
  EXPECT_TRUE(says(said_of("forename,surname,date_of_birth,postcode\nAda,Marsh,1990-01-02,\n"
                           "Ben,Field,1991-03-04,\n"),
                   "FieldMissingThroughout"));
}

TEST_F(LinkDiagnostics, of_cells_that_cannot_be_what_they_are_called) {
  EXPECT_TRUE(says(said_of(kRows + "4,Dee,???,1993-01-02,BA1 2GH\n"), "UnusableValue"));
}

TEST_F(LinkDiagnostics, of_ids_that_do_not_tell_rows_apart) {
  EXPECT_TRUE(says(said_of("unique_id,forename,surname,date_of_birth\n7,Ada,Marsh,1990-01-02\n"
                           "7,Ben,Field,1991-03-04\n"),
                   "RepeatedRowId"));
}

TEST_F(LinkDiagnostics, of_names_that_stand_for_no_name) {
  std::string rows = kRows;
  for (int i = 4; i < 40; ++i) {
    rows += std::to_string(i) + ",Unknown,Unknown,1990-02-" + std::to_string(10 + i % 18) + ",\n";
  }
  EXPECT_TRUE(says(said_of(rows), "FillerValue"));
}

}  // namespace
}  // namespace hearth::link
