#include "simulate/life.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace hearth {
namespace {

constexpr std::uint64_t kFamilies = 400;

template <typename Check>
void each_family(const Check& check) {
  for (std::uint64_t number = 1; number <= kFamilies; ++number) check(live(7, number));
}

TEST(Life, IsTheSameForTheSameSeed) {
  const auto one = live(7, 12);
  const auto other = live(7, 12);
  ASSERT_EQ(one.records.size(), other.records.size());
  EXPECT_EQ(one.people[0].forename, other.people[0].forename);
  EXPECT_EQ(one.homes[0].lines, other.homes[0].lines);
}

TEST(Life, HasAParentAndPeopleInOrder) {
  each_family([](const FamilyLife& family) {
    ASSERT_FALSE(family.people.empty());
    EXPECT_TRUE(family.people[0].parent);
    EXPECT_LE(family.people.size(), 16u);
    for (const auto& person : family.people) {
      EXPECT_FALSE(person.forename.empty());
      EXPECT_LE(person.joined, person.left);
      EXPECT_EQ(person.parent, person.age(last_day()) >= 18 && person.parent);
    }
  });
}

TEST(Life, EverybodyLivesSomewhereOnEveryDay) {
  each_family([](const FamilyLife& family) {
    for (const auto& person : family.people) {
      ASSERT_FALSE(person.stays.empty());
      EXPECT_EQ(person.stays.back().last, kForever);
      for (std::size_t i = 1; i < person.stays.size(); ++i) {
        EXPECT_EQ(person.stays[i].first, person.stays[i - 1].last + 1);
      }
      for (const auto& stay : person.stays) EXPECT_LT(stay.home, family.homes.size());
    }
  });
}

TEST(Life, NothingHappensOutsideTheStoryOrBeforeBirth) {
  each_family([](const FamilyLife& family) {
    for (const auto& record : family.records) {
      const auto& person = family.people[record.person];
      EXPECT_GE(record.start, person.born) << layout_of(record.told).type;
      EXPECT_LE(record.start, last_day());
      EXPECT_GE(record.end, first_day());
      EXPECT_LE(record.start, record.end);
      EXPECT_TRUE(record.end <= last_day() || record.end == kForever);
    }
  });
}

TEST(Life, NoSpellOfAKindBeginsTwiceOnADay) {
  each_family([](const FamilyLife& family) {
    std::set<std::tuple<Told, std::size_t, Date>> seen;
    for (const auto& record : family.records) {
      if (layout_of(record.told).dated == Dated::Day) continue;
      EXPECT_TRUE(seen.emplace(record.told, record.person, record.start).second)
          << layout_of(record.told).type;
    }
  });
}

TEST(Life, SessionsAddUp) {
  each_family([](const FamilyLife& family) {
    for (const auto& record : family.records) {
      if (record.told != Told::SchoolTerm) continue;
      const int possible = std::stoi(record.fields[0]);
      EXPECT_LE(std::stoi(record.fields[1]) + std::stoi(record.fields[2]), possible);
    }
  });
}

// Not figures, which may be tuned, but that one thing brings another.
TEST(Life, WhatWeighsOnAFamilyShowsEverywhere) {
  std::array<double, 2> families{}, referrals{}, offences{}, benefits{};
  for (std::uint64_t number = 1; number <= 4000; ++number) {
    const auto family = live(7, number);
    const std::size_t much = family.strain >= 2;
    ++families[much];
    for (const auto& record : family.records) {
      referrals[much] += record.told == Told::Referral;
      offences[much] += record.told == Told::Offence;
      benefits[much] += record.told == Told::Benefit;
    }
  }
  for (const auto& seen : {referrals, offences, benefits}) {
    EXPECT_GT(seen[1] / families[1], seen[0] / families[0] * 1.5);
  }
}

TEST(Life, FamiliesMoveSplitAndGrow) {
  int moved = 0, left = 0, joined = 0, born = 0;
  each_family([&](const FamilyLife& family) {
    for (const auto& person : family.people) {
      moved += person.stays.size() > 1;
      left += person.left != kForever;
      joined += person.parent && person.joined != kBeginning;
      born += !person.parent && person.joined != kBeginning;
    }
  });
  EXPECT_GT(moved, 10);
  EXPECT_GT(left, 3);
  EXPECT_GT(joined, 3);
  EXPECT_GT(born, 10);
}

}  // namespace
}  // namespace hearth
