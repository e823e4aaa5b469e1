#include "base/checksum.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace hearth {
namespace {

namespace fs = std::filesystem;

TEST(Checksum, is_what_sha256sum_prints) {
  EXPECT_EQ(checksum_of_text("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(checksum_of_text(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Checksum, of_a_file_is_that_of_its_text_whatever_its_length) {
  const auto path = fs::temp_directory_path() / ("hearth-sum-" + std::to_string(getpid()));
  const std::string text((1 << 18) + 7, 'x');
  std::ofstream(path, std::ios::binary) << text;
  const auto sum = checksum_of(path);
  fs::remove(path);
  ASSERT_TRUE(sum.has_value());
  EXPECT_EQ(sum->sha256, checksum_of_text(text));
  EXPECT_EQ(sum->bytes, (1 << 18) + 7);
}

TEST(Checksum, of_no_file_or_a_folder_is_an_error_that_names_it) {
  const auto gone = checksum_of("/no/such/place/segment.parquet");
  ASSERT_FALSE(gone.has_value());
  EXPECT_NE(gone.error().message.find("segment.parquet"), std::string::npos);
  EXPECT_FALSE(checksum_of(fs::temp_directory_path()).has_value());
}

}  // namespace
}  // namespace hearth
