// A review that comes back with something wrong in it: what is said, where, and that nothing of it
// is taken.
#include "store/review_world.h"

namespace hearth {
namespace {

class ReviewFaults : public Reviews {
 protected:
  void SetUp() override {
    Reviews::SetUp();
    if (IsSkipped()) return;
    pairs.emplace(sheet());
    rows = chosen(*pairs);
    pairs->decide(rows.two, "same");
    before = dump();
  }
  // What is said of the sheet, of which nothing is taken.
  std::string said() {
    const auto imported = import(*pairs);
    EXPECT_TRUE(imported.diagnostics.has_errors());
    EXPECT_EQ(imported.last_event, 0);
    EXPECT_EQ(dump(), before) << "all or nothing";
    return to_text(imported.diagnostics);
  }
  std::string place(std::size_t row, const std::string& column) {
    return "back.xlsx, sheet pairs, row " + std::to_string(row + 2) + ", column " + column + ": ";
  }
  std::optional<ReviewSheet> pairs;
  Chosen rows;
  std::string before;
};
INSTANTIATE_TEST_SUITE_P(Either, ReviewFaults,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(ReviewFaults, words_and_cells_that_say_nothing) {  // ReviewWord, ReviewMissing
  pairs->decide(rows.one, "perhaps Ruth");
  auto text = said();
  EXPECT_NE(text.find(place(rows.one, "decision") + "error: a decision is `same`"), text.npos)
      << text;
  EXPECT_EQ(text.find("Ruth"), text.npos) << "no cell is repeated";
  pairs->decide(rows.one, "different", "  ", "");
  text = said();
  EXPECT_NE(text.find(place(rows.one, "reason") + "error: a decision needs it"), text.npos) << text;
  EXPECT_NE(text.find(place(rows.one, "decided by") + "error: a decision needs it"), text.npos);
}

TEST_P(ReviewFaults, a_sheet_that_is_no_review) {  // ReviewColumn, ReviewSighting
  pairs->set(rows.two, "sighting A", "row 17");
  auto text = said();
  EXPECT_NE(text.find(place(rows.two, "sighting A")), text.npos) << text;
  pairs->rename("decided by", "who");
  text = said();
  EXPECT_NE(text.find("sheet pairs, column decided by: error: the sheet has no such column"),
            text.npos)
      << text;
  const auto other = pairs->save(world.store.folder.path() / "other.xlsx", "List");
  const identity::ImportReviewRequest request{world.store.address, other, *parse_date("2025-02-04"),
                                              [] {}};
  EXPECT_EQ(identity::import_review(request).error().message,
            "other.xlsx: it has no sheet `pairs`, as a review has");
  const auto text_file = world.store.folder.write("text.xlsx", "pair,decision\n");
  EXPECT_EQ(
      identity::import_review({world.store.address, text_file, request.on, [] {}}).error().message,
      "text.xlsx: it is not a workbook, or it is damaged");
}

TEST_P(ReviewFaults, a_pair_that_is_gone_or_changed) {  // ReviewPairGone, ReviewPairChanged
  pairs->set(rows.two, "person B", "P000000001");
  pairs->set(rows.two, "probability", "0.5");
  auto text = said();
  EXPECT_NE(text.find("column probability: error: it is not what it was"), text.npos) << text;
  pairs->set(rows.two, "sighting B", "000001-001.parquet:99999");
  text = said();
  EXPECT_NE(text.find(place(rows.two, "sighting A") + "error: the store has no doubtful pair"),
            text.npos)
      << text;
}

TEST_P(ReviewFaults, a_pair_whose_people_were_merged_since) {
  const auto old = *pairs;
  ASSERT_FALSE(import(*pairs).diagnostics.has_errors());
  before = dump();
  auto text = said();  // ReviewDecided
  EXPECT_NE(text.find(place(rows.two, "decision") + "error: somebody decided on this pair before"),
            text.npos)
      << text;
  const auto gone = std::max(old.cell(rows.two, "person A"), old.cell(rows.two, "person B"));
  auto stale = pairs->rows();
  for (std::size_t row = 0; row < pairs->rows(); ++row) {
    const bool touched = old.cell(row, "person A") == gone || old.cell(row, "person B") == gone;
    if (row != rows.two && touched) stale = row;
  }
  if (stale == pairs->rows()) return;  // nobody else is like the one who was merged
  pairs->decide(rows.two, "");
  pairs->decide(stale, "different");
  text = said();
  EXPECT_NE(text.find("error: it is not what it was when the review was written"), text.npos)
      << text;
}

TEST_P(ReviewFaults, rows_that_contradict_each_other) {  // ReviewTwice, ReviewContradicts
  pairs->add_copy_of(rows.two);
  pairs->decide(pairs->rows() - 1, "different");
  auto text = said();
  EXPECT_NE(text.find(place(pairs->rows() - 1, "decision") + "error: row " +
                      std::to_string(rows.two + 2) + " decides on the same pair"),
            text.npos)
      << text;
}

// A, B and C: A and B one, B and C one, A and C two.
TEST_P(ReviewFaults, three_rows_that_cannot_all_be_right) {
  const auto sightings = [&](std::size_t row) {
    return std::pair(pairs->cell(row, "sighting A"), pairs->cell(row, "sighting B"));
  };
  std::map<std::pair<std::string, std::string>, std::size_t> row_of;
  for (std::size_t row = 0; row < pairs->rows(); ++row) row_of[sightings(row)] = row;
  for (const auto& [ab, one] : row_of) {
    for (const auto& [bc, two] : row_of) {
      const auto three = row_of.find({ab.first, bc.second});
      if (ab.second != bc.first || three == row_of.end()) continue;
      pairs->decide(rows.two, "");
      pairs->decide(one, "same");
      pairs->decide(two, "same");
      pairs->decide(three->second, "different");
      const auto text = said();
      EXPECT_NE(text.find(place(three->second, "decision") + "error: it contradicts row "),
                text.npos)
          << text;
      return;
    }
  }
  GTEST_FAIL() << "no three sightings are all in doubt";
}

TEST_P(ReviewFaults, a_store_that_was_not_linked_and_links_that_are_gone) {
  std::filesystem::remove_all(world.store.place / "links");
  const identity::ReviewRequest request{world.store.address, "a.reader", *parse_date("2025-02-03"),
                                        5, [] {}};
  EXPECT_EQ(identity::review(request).error().message,
            "what linking keeps in `links` is not there: hearth link --store makes it anew");
  EXPECT_EQ(dump(), before) << "no look, no trace";
  LinkingWorld other(StoreKind::Sqlite);
  other.load({{"schools", "s1", "Ruth", "Quill", "2011-05-09", "XH1 1AB"}});
  EXPECT_EQ(identity::review({other.store.address, "a", request.on, 5, [] {}}).error().message,
            "nobody was linked in this store yet: hearth link --store does it");
}

}  // namespace
}  // namespace hearth
