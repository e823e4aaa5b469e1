// Sightings of small loads, kept once more for the linker: the same rows, or none.
#include "store/link_copies.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>

#include "store/linking_world.h"
#include "table/table_files.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> copies_in(const fs::path& store) {
  std::vector<fs::path> copies;
  for (const auto& entry : fs::directory_iterator(store / "links")) {
    if (entry.path().extension() == ".csv") copies.push_back(entry.path());
  }
  return copies;
}

class CopiesForLinking : public LinkingOnEither {
 protected:
  // Two rows that no run has looked at, of an agency, in a store that was linked.
  void SetUp() override {
    LinkingOnEither::SetUp();
    if (IsSkipped()) return;
    world.load(made_up_council(luck, 100));
    world.take(world.link());
    world.load({{"police", "n1", "Edwin", "Quarles", "2011-04-05", "SN1 1AA"},
                {"police", "n2", "Edwin", "\"Quarles, \"\"Ted\"\"\"", "2012-05-06", "SN1 1AA"}});
    ASSERT_EQ(copies().size(), 1u);
  }
  std::vector<fs::path> copies() const { return copies_in(world.store.place); }
  SegmentEntry latest_segment() {
    const auto loads = world.store.loads();
    const auto& segments = loads.back().segments;
    return *std::ranges::find(segments, kSightings, &SegmentEntry::kind);
  }
  Lake lake() const { return Lake(world.store.place); }

  // Another file's bytes, under a name that says they are what they were.
  void put_in_place_of_the_copy(const std::string& text) {
    const auto copy = copies().front();
    const auto name = copy.stem().string();
    std::ofstream(copy, std::ios::trunc) << text;
    const auto sum = checksum_of(copy)->sha256.substr(0, 16);
    fs::rename(copy, copy.parent_path() / (name.substr(0, name.size() - 16) + sum + ".csv"));
  }
};
INSTANTIATE_TEST_SUITE_P(Either, CopiesForLinking,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(CopiesForLinking, are_gone_once_they_are_linked) {
  EXPECT_EQ(world.link().rows, 2u);
  EXPECT_TRUE(copies().empty());
}

TEST_P(CopiesForLinking, are_what_the_linker_reads) {
  const auto text = text_of(copies().front());
  put_in_place_of_the_copy(text.substr(0, text.find("2011-04-05")) + "2011-04-05\n");
  EXPECT_EQ(world.link().rows, 0u) << "its only row has too few cells";
}

TEST_P(CopiesForLinking, lead_where_the_segments_lead) {
  world.take(world.link());
  const auto clusters = world.clusters();
  auto request = world.request();
  request.anew = true;
  world.take(world.link(request));
  EXPECT_EQ(clusters, world.clusters());
  EXPECT_TRUE(world.store.faults().empty());
}

TEST_P(CopiesForLinking, that_changed_are_not_read) {
  std::ofstream(copies().front(), std::ios::app) << "spoilt";
  EXPECT_EQ(LinkCopies(lake()).of(latest_segment()), std::nullopt);
  EXPECT_EQ(world.link().rows, 2u);
}

TEST_P(CopiesForLinking, of_another_segment_of_the_name_are_not_read) {
  auto segment = latest_segment();
  EXPECT_EQ(LinkCopies(lake()).of(segment), copies().front());
  segment.sha256 = checksum_of_text("another");
  EXPECT_EQ(LinkCopies(lake()).of(segment), std::nullopt);
}

TEST_P(CopiesForLinking, that_are_gone_are_not_missed) {
  fs::remove(copies().front());
  EXPECT_EQ(world.link().rows, 2u);
}

TEST(LinkCopiesOfAStore, that_was_never_linked_there_are_none) {
  LinkingWorld world(StoreKind::Sqlite);
  std::mt19937 luck(1);
  world.load(made_up_council(luck, 5));
  EXPECT_TRUE(copies_in(world.store.place).empty());
}

// A lake with one segment of sightings: texts, and the number and day of each.
class OneSegment {
 public:
  explicit OneSegment(const std::vector<std::string>& texts) {
    EXPECT_TRUE(lake_.make());
    SegmentWriter writer(
        lake_, database_, std::string(kSightings), 1,
        {{"number", ColumnType::Int64}, {"day", ColumnType::Date}, {"text"}, {"again"}});
    for (const auto& text : texts) {
      auto& cells = **writer.row();
      cells.int64(written_);
      cells.date(static_cast<std::int32_t>(written_++));
      cells.text(text);
      text.empty() ? cells.unknown() : cells.text(text);
      EXPECT_TRUE(writer.end_row());
    }
    segments_ = *writer.finish();
    keep_copies(database_, lake_, segments_);
  }
  std::optional<fs::path> copy() const {
    const auto& s = segments_.front();
    return LinkCopies(lake_).of({s.name, s.kind, s.rows, s.sum.bytes, s.sum.sha256});
  }
  std::vector<std::string> rows_of(const fs::path& path) {
    std::vector<std::string> rows;
    auto file = TableFiles(1).open(path);
    while (const Chunk* chunk = file->next().value()) {
      for (std::size_t row = 0; row < chunk->size(); ++row) {
        const bool typed = chunk->type(0) == ColumnType::Int64;
        rows.push_back(typed ? std::to_string(chunk->int64s(0)[row]) + "|" +
                                   hearth::to_text(Date{chunk->dates(1)[row]})
                             : std::string(chunk->text(0, row)) + "|" +
                                   std::string(chunk->text(1, row)));
        for (const std::size_t column : {2, 3}) {
          rows.back().append("|").append(chunk->text(column, row));
        }
        rows.back() += "|" + std::to_string(file->row_numbers()[row]);
      }
    }
    return rows;
  }
  fs::path segment() const { return lake_.segment_path(segments_.front().name); }

 private:
  TemporaryFolder folder_;
  Lake lake_{folder_.path() / "store"};
  Database database_ = std::move(*Database::open(1));
  std::int64_t written_ = 0;
  std::vector<WrittenSegment> segments_;
};

TEST(LinkCopy, tells_whatever_a_cell_holds) {
  OneSegment one(
      {"O'Neil, \"Ted\"", "", " 12 The Mews\nKings Road ", "NULL", "Zoë 漢", "\\N", "#"});
  ASSERT_TRUE(one.copy());
  EXPECT_EQ(one.rows_of(*one.copy()), one.rows_of(one.segment()));
}

TEST(LinkCopy, of_what_no_csv_can_hold_there_is_none) {
  EXPECT_FALSE(OneSegment({"Ann", std::string("a\0b", 3)}).copy());
}

TEST(LinkCopy, of_many_rows_there_is_none) {
  EXPECT_TRUE(OneSegment(std::vector<std::string>(20'000, "Ann")).copy());
  EXPECT_FALSE(OneSegment(std::vector<std::string>(20'001, "Ann")).copy());
}

RC_GTEST_PROP(LinkCopy, is_the_same_rows_or_none, ()) {
  const auto sign = rc::gen::elementOf(std::string("a,\"\n\r\t' \\\x01\x7f;#"));
  const auto texts = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(sign)));
  OneSegment one(texts);
  if (one.copy()) RC_ASSERT(one.rows_of(*one.copy()) == one.rows_of(one.segment()));
}

}  // namespace
}  // namespace hearth
