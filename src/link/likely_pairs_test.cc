// Pairs scored with hope given up early are those that are likely when all is compared.
#include "link/likely_pairs.h"

#include <gtest/gtest.h>

#include <random>

#include "link/compared_rows.h"
#include "link/linked_files.h"

namespace hearth::link {
namespace {

// Few values, so that rows share many of them, and near ones: names of one sound, dates a digit
// apart, names in one another's place, numbers of two agencies.
std::string random_table(unsigned seed, int rows) {
  std::mt19937 luck(seed);
  const auto any = [&](const std::vector<std::string>& values) {
    return values[luck() % values.size()];
  };
  std::string text =
      "id,feed,local_id,forename,surname,birth_date,sex,uprn,address,postcode,town,phone,nhs_"
      "number\n";
  for (int i = 0; i < rows; ++i) {
    text += std::to_string(i);
    text += "," + any({"police", "schools"}) + "," + any({"7", "17", "71", "8", ""});
    text += "," + any({"ann", "anne", "annie mary", "a", "korbin", "robert", "bob", ""});
    text += "," + any({"korbin", "korbyn", "smith-korbin", "ann", "bob", "lee", ""});
    text += "," + any({"1990-04-05", "1990-05-04", "1990-04-06", "1996-04-05", "1961-11-30", ""});
    text += "," + any({"f", "f", "m", ""}) + "," + any({"100", "200", "", ""});
    text += "," + any({"1 high street", "2 high street", "9 mill lane", ""});
    text += "," + any({"XY1 1AA", "XY1 1AB", "XY2 2BB", ""}) + "," + any({"xford", "yford", ""});
    text += "," + any({"07700900123", "07700900124", "", ""});
    text += "," + any({"9434765919", "9434765870", "", "", "", ""}) + "\n";
  }
  return text;
}

struct Scored {
  std::size_t likely = 0, all = 0;
};

Scored expect_all_found(const Answer& answer, double least) {
  const ComparedSightings rows(answer.prepared.model, answer.prepared.sightings);
  LikelyPairs pairs(rows.model(), rows.scorer(), rows.comparer(), least);
  auto comparer = rows.comparer();
  Scored scored;
  for (RowNumber a = 0; a < rows.size(); ++a) {
    const auto rarities = rows.rarities(a);
    for (RowNumber b = 0; b < rows.size(); ++b) {
      if (a == b) continue;
      const auto pattern = comparer.compare(rows.values(a), rows.values(b));
      const auto bits = rows.scorer().score(pattern, rarities);
      const auto found = pairs.score(rows.values(a), rows.values(b), rarities);
      EXPECT_EQ(found.has_value(), bits >= least) << a << " and " << b << ": " << bits;
      EXPECT_EQ(found.value_or(0), found ? static_cast<float>(bits) : 0) << a << " and " << b;
      ++scored.all;
      scored.likely += found.has_value() ? 1 : 0;
    }
  }
  return scored;
}

TEST(LikelyPairs, are_those_that_are_likely_when_all_is_compared) {
  const Folder folder;
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const auto answer = link_files({folder.write("t.csv", random_table(seed, 300))});
    ASSERT_NE(answer.prepared.model.find("nhs_number"), nullptr);
    const auto& priors = answer.prepared.model.priors;
    EXPECT_LT(priors.match + priors.relative, 1) << "though all are so much alike";
    for (const double least : {-12.0, -4.0, bits(0.25), bits(0.75), 6.0}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", least " + std::to_string(least));
      const auto scored = expect_all_found(answer, least);
      EXPECT_GT(scored.likely, 0u);
      EXPECT_LT(scored.likely, scored.all);
    }
  }
}

TEST(LikelyPairs, are_all_pairs_where_nothing_is_asked) {
  const Folder folder;
  const auto answer = link_files({folder.write("t.csv", random_table(4, 100))});
  const auto scored = expect_all_found(answer, kVeto - 1);
  EXPECT_EQ(scored.likely, scored.all);
}

}  // namespace
}  // namespace hearth::link
