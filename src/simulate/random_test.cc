#include "simulate/random.h"

#include <gtest/gtest.h>

#include <set>

#include "simulate/identifiers.h"

namespace hearth {
namespace {

TEST(Random, IsTheSameOnAnyMachine) {
  Random chance(7, 1, "school");
  EXPECT_EQ(chance.next(), Random(7, 1, "school").next());
  EXPECT_EQ(mixed(0), 0xE220A8397B1DCDAFu);  // the published first number of this generator
}

TEST(Random, AnotherSeedFamilyOrSideIsAnotherStream) {
  const std::set<std::uint32_t> first = {
      Random(7, 1, "school").next(), Random(8, 1, "school").next(), Random(7, 2, "school").next(),
      Random(7, 1, "work").next()};
  EXPECT_EQ(first.size(), 4u);
}

TEST(Random, StaysWithinItsBounds) {
  Random chance(1, 1, "bounds");
  for (int i = 0; i < 10'000; ++i) {
    const int value = chance.between(-3, 3);
    EXPECT_TRUE(-3 <= value && value <= 3);
    EXPECT_LT(chance.front_heavy(5), 5);
    EXPECT_FALSE(chance.percent(0));
    EXPECT_TRUE(chance.percent(100));
  }
}

TEST(Identifiers, HaveSoundCheckDigits) {
  EXPECT_EQ(upn_check_letter("801200001001"), 'H');
  EXPECT_EQ(nhs_check_digit("943476591"), 9);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const auto upn = make_upn(i);
    EXPECT_EQ(upn[0], upn_check_letter(upn.substr(1)));
    const auto nhs = make_nhs_number(i);
    EXPECT_EQ(nhs[9] - '0', nhs_check_digit(nhs.substr(0, 9)));
    EXPECT_EQ(nhs[0], '9');
  }
}

TEST(Identifiers, AreNeverTheSameForTwo) {
  std::set<std::string> upns, ninos, uprns, numbers;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    upns.insert(make_upn(i));
    ninos.insert(make_nino(i));
    uprns.insert(make_uprn(i));
    numbers.insert(make_nhs_number(i));
  }
  for (const auto* set : {&upns, &ninos, &uprns, &numbers}) EXPECT_EQ(set->size(), 20'000u);
}

}  // namespace
}  // namespace hearth
