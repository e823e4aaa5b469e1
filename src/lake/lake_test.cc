#include "lake/lake.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "lake/segment_writer.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class LakeTest : public testing::Test {
 protected:
  LakeTest() { EXPECT_TRUE(lake.make()); }
  ~LakeTest() override { fs::remove_all(lake.folder()); }

  WrittenSegment write(int rows) {
    auto database = Database::open(1);
    SegmentWriter writer(lake, *database, "suspension", 7, {{"days", ColumnType::Int64}});
    for (int i = 0; i < rows; ++i) {
      (*writer.row())->int64(i);
      EXPECT_TRUE(writer.end_row());
    }
    auto written = writer.finish();
    EXPECT_TRUE(written.has_value());
    return written->empty() ? WrittenSegment{} : written->front();
  }

  static Kept kept(const WrittenSegment& segment) {
    return {segment.name, false, segment.sum.bytes, segment.sum.sha256};
  }

  Lake lake{fs::temp_directory_path() /
            ("hearth-lake-" + std::to_string(getpid()) + "-" +
             testing::UnitTest::GetInstance()->current_test_info()->name())};
};

TEST_F(LakeTest, a_segment_has_its_name_its_rows_and_its_sum) {
  const auto segment = write(3);
  EXPECT_EQ(segment.name, "suspension/000007-001.parquet");
  EXPECT_EQ(segment.rows, 3);
  EXPECT_EQ(lake.fault_of(kept(segment)), "");
}

TEST_F(LakeTest, no_rows_make_no_segment) {
  EXPECT_EQ(write(0).name, "");
  EXPECT_TRUE(lake.leftovers({}, {})->empty());
}

TEST_F(LakeTest, the_same_rows_make_the_same_bytes) {
  EXPECT_EQ(write(1000).sum.sha256, write(1000).sum.sha256);
}

TEST_F(LakeTest, rows_beyond_a_part_make_the_next) {
  auto database = Database::open(1);
  SegmentWriter writer(lake, *database, "suspension", 7, {{"days", ColumnType::Int64}});
  for (int i = 0; i <= SegmentWriter::kMostRows; ++i) {
    (*writer.row())->int64(i);
    ASSERT_TRUE(writer.end_row());
  }
  const auto written = writer.finish();
  ASSERT_TRUE(written.has_value());
  ASSERT_EQ(written->size(), 2u);
  EXPECT_EQ((*written)[0].rows, SegmentWriter::kMostRows);
  EXPECT_EQ((*written)[1].name, "suspension/000007-002.parquet");
  EXPECT_EQ((*written)[1].rows, 1);
}

TEST_F(LakeTest, every_flipped_byte_is_noticed) {
  const auto segment = write(3);
  const auto path = lake.segment_path(segment.name);
  for (std::int64_t at = 0; at < segment.sum.bytes; ++at) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(at);
    const auto byte = static_cast<char>(file.get());
    const auto put = [&](char c) {
      file.seekp(at);
      file.put(c);
      file.flush();
    };
    put(static_cast<char>(byte ^ 0x10));
    EXPECT_EQ(lake.fault_of(kept(segment)), segment.name + ": its bytes have changed") << at;
    put(byte);
  }
  EXPECT_EQ(lake.fault_of(kept(segment)), "");
}

TEST_F(LakeTest, a_segment_that_is_cut_or_gone_is_named) {
  const auto segment = write(3);
  fs::resize_file(lake.segment_path(segment.name), 20);
  EXPECT_NE(lake.fault_of(kept(segment)).find("it has 20 bytes"), std::string::npos);
  fs::remove(lake.segment_path(segment.name));
  EXPECT_EQ(lake.fault_of(kept(segment)), segment.name + ": it is gone");
}

TEST_F(LakeTest, what_nobody_lists_is_swept_and_nothing_else) {
  const auto segment = write(3);
  std::ofstream(lake.segment_path("suspension/.000008-001.parquet.123")) << "half";
  std::ofstream(lake.rejects_path("stray.csv")) << "half";
  EXPECT_EQ(lake.sweep({segment.name}, {}).value_or(-1), 2);
  EXPECT_EQ(lake.fault_of(kept(segment)), "");
  EXPECT_EQ(lake.sweep({segment.name}, {}).value_or(-1), 0);
}

TEST_F(LakeTest, a_segment_that_cannot_be_written_is_said) {
  std::ofstream(lake.segment_path("suspension")) << "where the folder should be";
  auto database = Database::open(1);
  SegmentWriter writer(lake, *database, "suspension", 7, {{"days", ColumnType::Int64}});
  const auto row = writer.row();
  ASSERT_FALSE(row.has_value());
  EXPECT_NE(row.error().message.find("in the lake"), std::string::npos);
}

TEST(Lake, that_cannot_be_made_says_so) {
  const auto made = Lake("/proc/no-such-place/store").make();
  ASSERT_FALSE(made.has_value());
  EXPECT_NE(made.error().message.find("cannot make the folder"), std::string::npos);
}

}  // namespace
}  // namespace hearth
