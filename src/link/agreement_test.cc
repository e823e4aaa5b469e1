// Every named agreement, asked of two literals, and asked the other way round.
#include "link/agreement.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "link/clean.h"
#include "link/similarity.h"

namespace hearth::link {
namespace {

const Nicknames& nicknames() {
  static const Nicknames kSome({{"robert", "rob", "bob"}, {"john", "jack"}, {"jack", "jackie"}});
  return kSome;
}

struct Case {
  Agreement agreement;
  FieldKind kind;
  std::string a, b;
  bool holds;
  double likeness = 0;
};

void expect_both_ways(const Case& c) {
  const auto words = std::string(to_text(c.agreement)) + " of " + c.a + " and " + c.b;
  EXPECT_EQ(agrees(c.agreement, c.kind, c.a, c.b, c.likeness, nicknames()), c.holds) << words;
  EXPECT_EQ(agrees(c.agreement, c.kind, c.b, c.a, c.likeness, nicknames()), c.holds) << words;
}

TEST(Agreement, of_names) {
  using enum Agreement;
  constexpr auto kFore = FieldKind::Forename, kSur = FieldKind::Surname;
  const std::vector<Case> cases = {
      {Exact, kFore, "ann", "ann", true},
      {Exact, kFore, "ann", "anne", false},
      {FirstName, kFore, "ann mary", "ann", true},
      {FirstName, kFore, "ann mary", "anna", false},
      {FirstName, kFore, "a mary", "a", false},
      {Nickname, kFore, "rob", "bob", true},
      {Nickname, kFore, "robert john", "bob", true},
      {Nickname, kFore, "john", "jackie", false},
      {Nickname, kFore, "zed", "zedd", false},
      {Nickname, kFore, "tash", "natasha", true},
      {Nickname, kFore, "manny", "emmanuel", true},
      {Nickname, kFore, "lexi", "alexandra", true},
      {Nickname, kFore, "jo", "joanna", false},
      {Nickname, kFore, "jamie", "joanna", false},
      {Nickname, kFore, "annie", "anne", false},
      {Initial, kFore, "j", "john", true},
      {Initial, kFore, "j", "kim", false},
      {Initial, kFore, "jo", "john", false},
      {Part, kSur, "smith jones", "jones", true},
      {Part, kSur, "van berg", "van lee", false},
      {Part, kSur, "smith", "smith", false},
      {Close, kSur, "martha", "marhta", true, 0.92},
      {OneOff, kFore, "ali", "aei", true},
      {OneOff, kFore, "koi emmanuel", "kofi", true},
      {OneOff, kFore, "ali", "abe", false},
      {OneOff, kSur, "khan", "kahn", true},
      {Close, kSur, "smith", "jones", false, 0.92},
      {Sound, kSur, "phillips", "filips", true},
      {Sound, kSur, "mackenzie", "mckenzie", true},
      {Sound, kSur, "wright", "rite", true},
      {Sound, kSur, "smith", "jones", false},
      {Sound, kSur, "\u674E", "\u738B", false},
      {Different, kSur, "smith", "jones", true},
      {Changed, kSur, "smith", "jones", false},
  };
  for (const auto& c : cases) expect_both_ways(c);
}

TEST(Agreement, of_birth_dates) {
  using enum Agreement;
  constexpr auto kBorn = FieldKind::BirthDate;
  const std::vector<Case> cases = {
      {Swapped, kBorn, "19710604", "19710406", true},
      {Swapped, kBorn, "19710624", "19710604", false},
      {Swapped, kBorn, "19710604", "19720406", false},
      {OneOff, kBorn, "19710624", "19710524", true},
      {OneOff, kBorn, "19710624", "19710642", true},
      {OneOff, kBorn, "19710624", "19710513", false},
      {DayMonth, kBorn, "19710624", "19890624", true},
      {DayMonth, kBorn, "19710624", "19890625", false},
      {Near, kBorn, "19710624", "19710615", true},
      {Near, kBorn, "19710831", "19710901", true},
      {Near, kBorn, "19711231", "19720101", true},
      {Near, kBorn, "19710624", "19710723", true},
      {Near, kBorn, "19710624", "19710724", false},
      {Near, kBorn, "19719999", "19710615", false},
      {Year, kBorn, "19710624", "19711115", true},
      {Year, kBorn, "19710624", "19721115", false},
  };
  for (const auto& c : cases) expect_both_ways(c);
}

TEST(Agreement, of_places_and_numbers) {
  using enum Agreement;
  const std::vector<Case> cases = {
      {Sector, FieldKind::Postcode, "SW1A2AA", "SW1A2BB", true},
      {Sector, FieldKind::Postcode, "SW1A2AA", "SW1A3AA", false},
      {District, FieldKind::Postcode, "SW1A2AA", "SW1A3BB", true},
      {District, FieldKind::Postcode, "SW1A2AA", "SW1B2AA", false},
      {District, FieldKind::Postcode, "AB", "AB", false},
      {OneOff, FieldKind::Postcode, "SW1A2AA", "SW1A2AB", true},
      {Close, FieldKind::Address, "8 stanley street", "8 stanly street", true, 0.88},
      {Close, FieldKind::Address, "8 stanley street", "9 stanley street", false, 0.88},
      {Street, FieldKind::Address, "8 stanley street", "9 stanley street", true},
      {Street, FieldKind::Address, "8 stanley street", "8 high street", false},
      {Mailbox, FieldKind::Email, "a.b@x.org", "a.b@y.org", true},
      {Mailbox, FieldKind::Email, "a.b@x.org", "a.c@x.org", false},
      {OneOff, FieldKind::Phone, "7700900123", "7700900132", true},
      {Doubtful, FieldKind::NhsNumber, "9434765919", "?9434765918", true},
      {Doubtful, FieldKind::NhsNumber, "9434765919", "4010232137", false},
      {OneOff, FieldKind::NhsNumber, "9434765919", "?9434765918", true},
      {TwoOff, FieldKind::Code, "5304218", "5304128", true},
      {TwoOff, FieldKind::Code, "5304218", "4066625", false},
      {Part, FieldKind::Word, "west devon", "devon", true},
  };
  for (const auto& c : cases) expect_both_ways(c);
}

TEST(Agreement, each_has_a_name_that_finds_it) {
  for (const auto name : agreements()) {
    ASSERT_TRUE(agreement(name));
    EXPECT_EQ(to_text(*agreement(name)), name);
  }
  EXPECT_FALSE(agreement("exactly"));
}

RC_GTEST_PROP(Agreement, is_the_same_both_ways, ()) {
  const auto cell =
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("aabejot 1290-@")));
  const auto a_cell = *cell, b_cell = *cell;
  for (const auto kind_name : field_kinds()) {
    const auto kind = *field_kind(kind_name);
    const auto a = clean(kind, a_cell), b = clean(kind, b_cell);
    if (a.empty() || b.empty()) continue;
    for (const auto name : agreements()) {
      RC_ASSERT(agrees(*agreement(name), kind, a, b, 0.9, nicknames()) ==
                agrees(*agreement(name), kind, b, a, 0.9, nicknames()));
    }
  }
}

TEST(JaroWinkler, is_as_published) {
  EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.961, 0.001);
  EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 0.001);
  EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.813, 0.001);
  EXPECT_EQ(jaro_winkler("", "a"), 0);
  EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
  EXPECT_EQ(jaro_winkler("\u674E\u738B", "\u674E\u738B"), 1);
}

RC_GTEST_PROP(TwoEdits, is_an_edit_distance_of_at_most_two, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
  const auto a = *word, b = *word;
  RC_ASSERT(is_two_edits(a, b) == (edit_distance(a, b) <= 2));
  RC_ASSERT(is_one_edit(a, b) == (edit_distance(a, b) == 1));
}

RC_GTEST_PROP(JaroWinkler, is_between_0_and_1_and_the_same_both_ways, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc\xC3\xA9")));
  const auto a = *word, b = *word;
  const auto likeness = jaro_winkler(a, b);
  RC_ASSERT(likeness >= 0 && likeness <= 1);
  RC_ASSERT(likeness == jaro_winkler(b, a));
}

}  // namespace
}  // namespace hearth::link
