#include "facts/id_index.h"

#include <gtest/gtest.h>

#include <string>

namespace hearth {
namespace {

TEST(IdIndex, FindsWhatWasAddedAndNothingElse) {
  std::vector<std::string> ids;
  IdIndex index;
  const auto id_of = [&](std::uint32_t i) -> std::string_view { return ids[i]; };
  for (int i = 0; i < 5000; ++i) {
    const auto id = "P" + std::to_string(i);
    EXPECT_EQ(index.find(id, id_of), std::nullopt);
    index.add(id, id_of);
    ids.push_back(id);
  }
  for (std::uint32_t i = 0; i < ids.size(); ++i) EXPECT_EQ(index.find(ids[i], id_of), i);
  EXPECT_EQ(index.find("", id_of), std::nullopt);
  EXPECT_EQ(index.find("P5000", id_of), std::nullopt);
}

TEST(IdIndex, FindsNothingWhileEmpty) {
  EXPECT_EQ(IdIndex().find("P1", [](std::uint32_t) { return std::string_view(); }), std::nullopt);
}

}  // namespace
}  // namespace hearth
