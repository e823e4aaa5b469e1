// Which rows hang on a person by a doubtful link, and by which.
#include "link/doubtful_links.h"

#include <gtest/gtest.h>

namespace hearth::link {
namespace {

RowKey key(RowNumber row) { return {"t.csv", std::to_string(row)}; }

// So many rows of one person, in one cluster.
std::vector<DoubtfulLink> among_rows_of_one(RowNumber rows, const std::vector<ScoredPair>& pairs) {
  std::vector<KeptRow> kept;
  for (RowNumber row = 0; row < rows; ++row) {
    kept.push_back({key(row).first, key(row).second, "P000000001", {}, 0});
  }
  const LastingPeople people(std::move(kept), {}, {});
  Clusters clusters;
  clusters.of_row.resize(rows);
  clusters.count = 1;
  return doubtful_links({}, people, key, clusters, pairs, {});
}

constexpr float kSure = 20, kDoubtful = 1;  // bits

TEST(DoubtfulLinks, are_none_where_sure_pairs_join_all) {
  EXPECT_TRUE(among_rows_of_one(3, {{0, 1, kSure}, {1, 2, kSure}, {0, 2, kDoubtful}}).empty());
}

TEST(DoubtfulLinks, name_the_earliest_of_equal_pairs_in_whatever_order_they_come) {
  const std::vector<ScoredPair> pairs = {{0, 1, kSure}, {1, 2, kDoubtful}, {0, 2, kDoubtful}};
  for (const auto& given : {pairs, std::vector(pairs.rbegin(), pairs.rend())}) {
    const auto links = among_rows_of_one(3, given);
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links[0].rows, std::vector{key(2)});
    ASSERT_TRUE(links[0].strongest.has_value());
    EXPECT_EQ(std::pair(links[0].strongest->a, links[0].strongest->b), std::pair(0u, 2u));
  }
}

TEST(DoubtfulLinks, that_no_pair_explains_any_more_name_none) {
  const auto links = among_rows_of_one(3, {{0, 1, kSure}});
  ASSERT_EQ(links.size(), 1u);
  EXPECT_FALSE(links[0].strongest.has_value());
}

}  // namespace
}  // namespace hearth::link
