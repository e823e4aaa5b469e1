// A file of known rows: what is asked of it where it lies is what was put into it.
#include "links/keys_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>

namespace hearth::links {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFields = 3;

class KeysFiles : public testing::Test {
 protected:
  KeysFiles() { fs::create_directory(folder); }
  ~KeysFiles() override { fs::remove_all(folder); }

  // Of every length about that to which texts are short.
  static std::string value_of(RowId row) { return std::to_string(row) + std::string(row, 'v'); }

  // Rows that follow `before`, with values of their own and pairs with any row so far.
  KeysContent content(const KeysOf& before, RowId rows) {
    KeysContent content;
    const auto last = before.first_row + rows;
    for (auto row = before.first_row; row < last; ++row) {
      content.places.push_back({row + 1, 1, row + 2});
      content.people.push_back(1 + luck() % 9);
      content.contents.push_back(luck());
      content.groups.push_back(luck() % (row + 1));
      for (std::size_t i = 0; i < kFields; ++i) {
        content.cells.push_back(luck() % (before.values_before + rows + 1));
      }
      content.values.add(value_of(row), row * 10);
      content.values.hashed.push_back(
          {luck() % 50, before.values_before + (row - before.first_row) + 1});
      content.keys.push_back({luck() % 20, row});
      const auto other = static_cast<RowId>(luck() % last);
      if (other == row) continue;
      content.likely.push_back({{row, other}, static_cast<float>(luck() % 7)});
      content.likely.push_back({{other, row}, content.likely.back().bits});
    }
    std::ranges::sort(content.values.hashed);
    std::ranges::sort(content.keys);
    std::ranges::sort(content.likely, {}, &LikelyPair::rows);
    for (RowId row = 0; row < before.first_row; row += 1 + luck() % 5) {
      content.regrouped.push_back({row, static_cast<RowId>(luck() % (row + 1))});
    }
    const auto same = std::ranges::unique(content.likely, {}, &LikelyPair::rows);
    content.likely.erase(same.begin(), same.end());
    return content;
  }

  static void expect_what_is_in(const KeysFile& file, const KeysContent& content, RowId all) {
    ASSERT_EQ(file.rows(), content.places.size());
    for (RowId i = 0; i < file.rows(); ++i) {
      const auto row = file.of().first_row + i;
      EXPECT_EQ(file.place(row).row, content.places[i].row);
      EXPECT_EQ(file.person(row), content.people[i]);
      EXPECT_EQ(file.content_of(row), content.contents[i]);
      EXPECT_EQ(file.group(row), content.groups[i]);
      EXPECT_TRUE(std::equal(file.cells(row), file.cells(row) + kFields,
                             content.cells.begin() + static_cast<std::ptrdiff_t>(i * kFields)));
      const auto value = file.of().values_before + i + 1;
      EXPECT_EQ(file.text(value), value_of(row));
      EXPECT_EQ(file.count(value), row * 10);
    }
    EXPECT_TRUE(std::ranges::equal(file.regrouped(), content.regrouped));
    for (std::uint64_t key = 0; key < 21; ++key) {
      std::vector<RowId> rows;
      for (const auto& keyed : content.keys) {
        if (keyed.key == key) rows.push_back(keyed.row);
      }
      const auto found = file.with(key);
      EXPECT_EQ(std::vector(found.begin(), found.end()), rows) << key;
    }
    for (RowId row = 0; row < all; ++row) {
      std::vector<LikelyPair> found;
      file.likely_with(row, found);
      std::vector<RowId> others, expected;
      for (const auto& pair : found) others.push_back(pair.rows.b);
      for (const auto& pair : content.likely) {
        if (pair.rows.a == row) expected.push_back(pair.rows.b);
      }
      EXPECT_EQ(others, expected) << row;
    }
  }

  fs::path folder = fs::temp_directory_path() / ("keys_file_test-" + std::to_string(::getpid()));
  std::mt19937 luck{7};
};

const KeysOf kFirst{1, 2, std::string(64, 'a'), 1, std::string(64, 'b'), std::string(64, 'c'),
                    0, 0};
const KeysOf kNext{3,  3, std::string(64, 'd'), 2, std::string(64, 'e'), std::string(64, 'c'),
                   30, 30};

TEST_F(KeysFiles, say_what_was_put_into_them) {
  const auto first = content(kFirst, 30), next = content(kNext, 12);
  for (const auto& [of, all] : {std::pair(kFirst, first), std::pair(kNext, next)}) {
    const auto path = folder / keys_name(of.first_load, of.last_load);
    ASSERT_TRUE(write_keys(path, of, all).has_value());
    const auto file = KeysFile::open(path);
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->of().run, of.run);
    EXPECT_EQ(file->of().run_seal, of.run_seal);
    expect_what_is_in(*file, all, 42);
    expect_what_is_in(KeysFile::at_hand(of, all), all, 42);
    EXPECT_EQ(fs::file_size(path), file->size());
  }
}

TEST_F(KeysFiles, are_put_together_as_one) {
  const auto first = content(kFirst, 30), next = content(kNext, 12);
  auto together = KeysFile::at_hand(kFirst, first).content();
  append(together, kFirst.first_row, next);
  const auto file = KeysFile::at_hand(kFirst, together);
  expect_what_is_in(file, together, 42);
  const auto one = KeysFile::at_hand(kFirst, first), other = KeysFile::at_hand(kNext, next);
  for (RowId row = 0; row < 42; ++row) {
    std::vector<LikelyPair> found, apart;
    file.likely_with(row, found);
    one.likely_with(row, apart);
    other.likely_with(row, apart);
    std::ranges::sort(apart, {}, &LikelyPair::rows);
    EXPECT_TRUE(std::ranges::equal(found, apart, {}, &LikelyPair::rows, &LikelyPair::rows)) << row;
  }
}

TEST_F(KeysFiles, put_together_say_the_latest_group_of_a_row) {
  const auto first = content(kFirst, 30), next = content(kNext, 12);
  auto last = content(kNext, 0);
  last.regrouped.push_back({33, 5});
  ASSERT_FALSE(next.regrouped.empty());
  auto days = KeysFile::at_hand(kNext, next).content();
  append(days, kNext.first_row, last);
  EXPECT_EQ(days.groups[33 - kNext.first_row], 5u);
  EXPECT_TRUE(std::ranges::is_sorted(days.regrouped, {}, &RowGroup::row));
  EXPECT_EQ(std::ranges::adjacent_find(days.regrouped, {}, &RowGroup::row), days.regrouped.end());
  auto all = first;
  append(all, kFirst.first_row, days);
  EXPECT_TRUE(all.regrouped.empty()) << "there is no earlier file";
  for (RowId row = 0; row < 30; ++row) {
    auto expected = first.groups[row];
    for (const auto* file : std::initializer_list<const KeysContent*>{&next, &last}) {
      for (const auto& now : file->regrouped) {
        if (now.row == row) expected = now.group;
      }
    }
    EXPECT_EQ(all.groups[row], expected) << row;
  }
}

TEST_F(KeysFiles, that_are_not_whole_are_not_there) {
  const auto path = folder / "000001-000002.keys";
  ASSERT_TRUE(write_keys(path, kFirst, content(kFirst, 30)).has_value());
  const auto whole = fs::file_size(path);
  for (const auto size : {whole - 8, whole - 1, whole / 2, std::uintmax_t{20}, std::uintmax_t{0}}) {
    fs::resize_file(path, size);
    EXPECT_FALSE(KeysFile::open(path).has_value()) << size;
  }
  fs::remove(path);
  EXPECT_FALSE(KeysFile::open(path).has_value());
}

}  // namespace
}  // namespace hearth::links
