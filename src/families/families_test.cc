// Rules 7 to 23 of docs/families.md: who is of one family, which family goes on, in which role.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "families/told_in_tests.h"

namespace hearth::families {
namespace {

// Ann and Ben with Kim, at home since 2022. Whoever is told elsewhere later leaves the others
// there.
Book family() {
  Book book;
  book.born("ann", "1985-01-01").born("ben", "1984-01-01").born("kim", "2012-01-01");
  book.tell_monthly("ann ben kim", "home", "2022-04-01", "2022-12-01", "gp");
  return book;
}

TEST(Families, rule_7_who_lives_at_one_address_is_one_family_and_its_members_say_why) {
  const auto book = family();
  const auto formed = book.form();
  ASSERT_EQ(formed.families.size(), 1u);
  const auto& kim = book.membership(formed, "kim", "2022-05-01");
  EXPECT_EQ(kim.reason.why, Why::SharedHome);
  EXPECT_EQ(kim.reason.with, 0u);
  EXPECT_EQ(kim.reason.sources.size(), 1u);
}

TEST(Families, rule_8_a_building_of_many_households_makes_no_family) {
  Book book;
  std::string all;
  for (int i = 0; i < 13; ++i) all += " p" + std::to_string(i);
  book.tell_monthly(all, "block", "2022-04-01", "2022-12-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(formed.families.size(), 13u);
  EXPECT_EQ(formed.places.front(), PlaceKind::Shared);
}

TEST(Families, rule_8_counts_those_who_are_there_at_one_time) {
  Book book;
  for (int i = 0; i < 13; ++i) {
    const auto on = day("2010-01-01") + i * 700;
    book.tell("p" + std::to_string(i), "house", to_text(on), "gp");
  }
  EXPECT_EQ(book.form().places.front(), PlaceKind::Home);
}

TEST(Families, rule_8_a_hostel_of_300_stays_300_people) {
  Book book;
  book.place("hostel", PlaceKind::Hostel);
  std::string all;
  for (int i = 0; i < 300; ++i) all += " p" + std::to_string(i);
  book.tell(all, "hostel", "2022-04-01", "gp");
  EXPECT_EQ(book.form().families.size(), 300u);
}

TEST(Families, rule_9_in_a_shared_place_relatives_are_one_family) {
  Book book;
  book.place("block", PlaceKind::Shared).born("kim", "2012-01-01");
  book.tell("ann kim ben dee", "block", "2022-04-01", "gp");
  book.relation("ann", Relation::Parent, "kim").relation("ben", Relation::Partner, "dee");
  EXPECT_EQ(book.on("2022-05-01"), "ann kim + ben dee");
}

TEST(Families, rule_9_in_a_shared_place_so_are_those_an_agency_counts_as_one_household) {
  Book book;
  book.place("block", PlaceKind::Shared);
  book.household(7).tell("ann kim", "block", "2022-04-01", "early help");
  book.household(8).tell("ben dee", "block", "2022-04-01", "early help");
  EXPECT_EQ(book.on("2022-05-01"), "ann kim + ben dee");
  EXPECT_EQ(book.membership(book.form(), "kim", "2022-05-01").reason.why, Why::SameHousehold);
}

TEST(Families, rule_9_in_a_shared_place_so_are_those_who_came_together) {
  auto book = family();
  book.place("hostel", PlaceKind::Hostel);
  book.tell("ann kim", "hostel", "2023-02-01", "gp");
  book.tell("zoe", "hostel", "2022-02-01", "gp").tell("ben", "home", "2023-02-20", "gp");
  EXPECT_EQ(book.on("2023-03-01"), "ann kim + ben + zoe");
}

TEST(Families, rule_10_who_has_no_known_home_is_with_a_parent_a_partner_or_a_child) {
  auto book = family();
  book.born("lou", "2020-01-01").relation("ann", Relation::Parent, "lou");
  book.relation("flo", Relation::Partner, "ann", "2022-06-01", "2022-09-30");
  EXPECT_EQ(book.on("2022-05-01"), "ann ben kim lou + flo");
  EXPECT_EQ(book.on("2022-07-01"), "ann ben flo kim lou");
  EXPECT_EQ(book.on("2022-10-01"), "ann ben kim lou + flo");
}

TEST(Families, rule_10_does_not_hold_for_brothers_and_grown_up_children) {
  auto book = family();
  book.born("max", "1990-01-01").relation("ann", Relation::Parent, "max");
  book.relation("gus", Relation::Sibling, "ben");
  EXPECT_EQ(book.on("2022-07-01"), "ann ben kim + gus + max");
}

TEST(Families, rule_11_what_somebody_decided_stands_over_what_was_told) {
  auto book = family();
  book.decide("ben", Ruling::Apart, "ann", "2022-06-01");
  book.tell("dee", "elsewhere", "2022-04-01", "gp");
  book.decide("dee", Ruling::Together, "ann", "2022-07-01");
  EXPECT_EQ(book.on("2022-05-01"), "ann ben kim + dee");
  EXPECT_EQ(book.on("2022-06-01"), "ann kim + ben + dee");
  EXPECT_EQ(book.on("2022-07-01"), "ann dee kim + ben");
  EXPECT_EQ(book.membership(book.form(), "dee", "2022-08-01").reason.why, Why::Decided);
}

TEST(Families, rule_11_the_last_decision_on_two_people_stands) {
  auto book = family();
  book.decide("ben", Ruling::Apart, "ann").decide("ann", Ruling::Together, "ben");
  EXPECT_EQ(book.on("2022-05-01"), "ann ben kim");
}

TEST(Families, rule_12_a_recorded_parent_who_moves_out_stays_of_the_family_until_the_child_is_18) {
  auto book = family();
  book.relation("ben", Relation::Parent, "kim").relation("ann", Relation::Parent, "kim");
  book.tell("ben", "flat", "2023-02-01", "gp");
  book.tell_monthly("kim ann", "home", "2023-01-01", "2024-01-01", "gp");
  EXPECT_EQ(book.on("2023-01-31"), "ann ben kim");
  EXPECT_EQ(book.on("2023-02-01"), "ann ben(away) kim");
  EXPECT_EQ(book.on("2029-12-31"), "ann ben(away) kim");
  EXPECT_EQ(book.on("2030-01-01"), "ann kim + ben");
}

TEST(Families, rule_12_a_parent_nobody_recorded_who_moves_out_has_left) {
  auto book = family();
  book.tell("ben", "flat", "2023-02-01", "gp").tell("ann", "home", "2023-02-20", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann kim + ben");
}

TEST(Families, rule_13_a_child_told_at_the_homes_of_both_parents_lives_in_both) {
  auto book = family();
  book.relation("ben", Relation::Parent, "kim").relation("ann", Relation::Parent, "kim");
  book.tell("ben", "flat", "2023-02-01", "gp");
  book.tell_monthly("kim ann", "home", "2023-01-01", "2024-01-01", "gp");
  book.tell_monthly("kim", "flat", "2023-04-01", "2023-10-01", "school");
  EXPECT_EQ(book.on("2023-03-01"), "ann ben(away) kim");
  EXPECT_EQ(book.on("2023-06-01"), "ann kim + ben kim");
  EXPECT_EQ(book.on("2025-06-01"), "ann ben(away) kim");
}

TEST(Families, rule_14_a_child_who_lives_with_no_parent_is_of_both_families) {
  auto book = family();
  book.relation("ann", Relation::Parent, "kim");
  book.tell_monthly("gran", "cottage", "2022-04-01", "2024-01-01", "gp").born("gran", "1950-01-01");
  book.tell("kim", "cottage", "2023-02-01", "gp").tell("ann ben", "home", "2023-02-20", "gp");
  EXPECT_EQ(book.on("2023-03-01"), "ann ben kim(away) + gran kim");
}

TEST(Families, rule_14_a_child_in_a_care_home_stays_of_the_family_it_came_from) {
  auto book = family();
  book.place("the beeches", PlaceKind::CareHome);
  book.tell("kim lou", "the beeches", "2023-02-01", "gp").born("lou", "2011-01-01");
  EXPECT_EQ(book.on("2023-03-01"), "ann ben kim(away) + lou");
  EXPECT_EQ(book.on("2030-01-01"), "ann ben + kim + lou");
}

TEST(Families, rule_15_a_protected_home_makes_nobody_elsewhere_a_member) {
  auto book = family();
  book.relation("ben", Relation::Parent, "kim").relation("ann", Relation::Parent, "kim");
  book.place("refuge", PlaceKind::Refuge);
  book.tell("ann kim", "refuge", "2023-02-01", "refuge service");
  book.tell("zoe", "refuge", "2023-01-01", "refuge service");
  EXPECT_EQ(book.on("2023-03-01"), "ann kim + ben + zoe");
  const auto formed = book.form();
  const auto& ben = formed.families[book.family_of(formed, "ben", "2023-03-01")];
  ASSERT_EQ(ben.events.front().happened, Happened::SplitFrom);
  EXPECT_EQ(ben.events.front().other, kNoFamily) << "it would lead to those in the refuge";
}

TEST(Families, rule_15_holds_for_an_address_somebody_protects_and_no_source_of_it_is_named) {
  auto book = family();
  book.relation("ben", Relation::Parent, "kim").relation("ann", Relation::Parent, "kim");
  book.protects(true).tell("ann kim", "flat", "2023-02-01", "refuge service").protects(false);
  book.tell("ben", "home", "2023-02-20", "gp");
  EXPECT_EQ(book.on("2023-03-01"), "ann kim + ben");
  Book plain;
  plain.protects(true).tell("ann kim", "flat", "2023-02-01", "refuge service");
  const auto formed = plain.form();
  EXPECT_EQ(plain.membership(formed, "kim", "2023-03-01").reason.why, Why::SharedHome);
  EXPECT_TRUE(plain.membership(formed, "kim", "2023-03-01").reason.sources.empty());
}

TEST(Families, rule_16_who_is_alone_and_of_another_family_has_none_of_their_own) {
  auto book = family();
  book.relation("ben", Relation::Parent, "kim").tell("ben", "flat", "2023-02-01", "gp");
  book.tell("ann", "home", "2023-02-20", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.on("2023-03-01"), "ann ben(away) kim");
  ASSERT_EQ(formed.families.size(), 2u);
  EXPECT_EQ(formed.families.back().first, day("2030-01-01")) << "not before kim is grown up";
}

TEST(Families, rule_17_when_a_family_splits_it_goes_on_with_the_children) {
  auto book = family();
  book.born("max", "1999-01-01").born("pat", "1998-01-01");
  book.tell_monthly("max pat", "home", "2022-04-01", "2022-12-01", "gp");
  book.tell("ann kim", "flat", "2023-02-01", "gp");
  book.tell_monthly("ben max pat", "home", "2023-01-01", "2023-06-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.on("2023-03-01"), "ann kim + ben max pat");
  EXPECT_EQ(book.family_of(formed, "kim", "2023-03-01"),
            book.family_of(formed, "kim", "2022-05-01"));
  const auto& rest = formed.families[book.family_of(formed, "ben", "2023-03-01")];
  EXPECT_EQ(rest.events.front().happened, Happened::SplitFrom);
  EXPECT_EQ(rest.events.front().other, book.family_of(formed, "kim", "2022-05-01"));
}

TEST(Families, rule_17_children_on_both_sides_it_goes_on_with_more_of_them) {
  auto book = family();
  book.born("lou", "2014-01-01").born("meg", "2015-01-01");
  book.tell_monthly("lou meg", "home", "2022-04-01", "2022-12-01", "gp");
  book.tell("ann kim", "flat", "2023-02-01", "gp");
  book.tell_monthly("ben lou meg", "home", "2023-01-01", "2023-06-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.family_of(formed, "lou", "2023-03-01"),
            book.family_of(formed, "lou", "2022-05-01"));
  EXPECT_NE(book.family_of(formed, "kim", "2023-03-01"),
            book.family_of(formed, "kim", "2022-05-01"));
}

TEST(Families, rule_18_when_two_become_one_the_family_with_the_children_goes_on) {
  auto book = family();
  book.born("dee", "1986-01-01").born("amy", "1950-01-01");
  book.tell_monthly("amy dee", "cottage", "2020-04-01", "2022-12-01", "gp");
  book.tell("amy dee", "home", "2023-02-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.on("2023-03-01"), "amy ann ben dee kim");
  const auto whole = book.family_of(formed, "kim", "2022-05-01");
  EXPECT_EQ(book.family_of(formed, "dee", "2023-03-01"), whole);
  const auto& gone = formed.families[book.family_of(formed, "dee", "2022-05-01")];
  EXPECT_EQ(gone.last, day("2023-01-31"));
  EXPECT_EQ(gone.events.back().happened, Happened::MergedInto);
  EXPECT_EQ(gone.events.back().other, whole);
}

TEST(Families, rule_19_a_move_of_all_changes_nothing) {
  auto book = family();
  book.tell("ann ben kim", "new", "2023-02-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(formed.families.size(), 1u);
  EXPECT_EQ(formed.families.front().members.size(), 3u);
}

TEST(Families, rule_21_and_22_the_elder_generation_are_parents_and_who_came_young_is_a_child) {
  auto book = family();
  book.born("max", "2002-01-01").tell_monthly("max", "home", "2022-04-01", "2022-12-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.membership(formed, "ann", "2022-05-01").role, Role::Parent);
  EXPECT_EQ(book.membership(formed, "kim", "2022-05-01").role, Role::Child);
  EXPECT_EQ(book.membership(formed, "max", "2022-05-01").role, Role::Adult);
}

TEST(Families, rule_22_where_a_parent_is_recorded_no_other_is_guessed) {
  auto book = family();
  book.relation("ann", Relation::Parent, "kim");
  const auto formed = book.form();
  EXPECT_EQ(book.membership(formed, "ann", "2022-05-01").role, Role::Parent);
  EXPECT_EQ(book.membership(formed, "ben", "2022-05-01").role, Role::Adult);
}

TEST(Families, rule_23_a_new_partner_is_an_adult) {
  auto book = family();
  book.born("dee", "1986-01-01").tell("ben", "flat", "2023-02-01", "gp");
  book.tell("ann", "home", "2023-02-20", "gp");
  book.tell("ann kim", "home", "2024-01-01", "gp").tell("dee", "home", "2024-02-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.on("2024-03-01"), "ann dee kim + ben");
  EXPECT_EQ(book.membership(formed, "dee", "2024-03-01").role, Role::Adult);
}

TEST(Families, an_unknown_birth_date_gives_no_role_but_a_recorded_one) {
  Book book;
  book.born("kim", "2012-01-01").tell("ann joe kim", "home", "2022-04-01", "gp");
  book.relation("ann", Relation::Parent, "kim");
  const auto formed = book.form();
  EXPECT_EQ(book.membership(formed, "ann", "2022-05-01").role, Role::Parent);
  EXPECT_EQ(book.membership(formed, "joe", "2022-05-01").role, Role::Other);
}

// Few people at few places, told by few agencies, so that everything happens to them.
Told random_told() {
  Told told;
  const auto below = [](int n) { return *rc::gen::inRange(0, n); };
  const int people = 2 + below(7);
  for (int i = 0; i < people; ++i) {
    told.people.push_back({"p" + std::to_string(i), day("1960-01-01") + below(23'000), {}, "", 0});
    if (below(8) == 0) told.people.back().born.reset();
    if (below(8) == 0) told.people.back().died = day("2023-01-01") + below(700);
  }
  for (int i = 0; i < 5; ++i) {
    told.places.push_back(below(3) == 0 ? static_cast<PlaceKind>(below(5)) : PlaceKind::Home);
  }
  const auto someone = [&] { return static_cast<PersonNumber>(below(people)); };
  for (int i = below(60); i > 0; --i) {
    ToldHome home{someone(), static_cast<PlaceNumber>(below(5)), day("2022-01-01") + below(1200)};
    home.source = static_cast<SourceNumber>(below(3));
    home.record = home.person * 3 + home.source;
    home.is_protected = below(20) == 0;
    told.homes.push_back(home);
  }
  for (int i = below(6); i > 0; --i) {
    const auto a = someone(), b = someone();
    if (a != b) told.relationships.push_back({a, b, static_cast<Relation>(below(5))});
  }
  for (int i = below(3); i > 0; --i) {
    const auto a = someone(), b = someone();
    const auto first = day("2022-01-01") + below(1200);
    if (a != b) told.decisions.push_back({a, b, static_cast<Ruling>(below(3)), first, first + 200});
  }
  return told;
}

std::string in_words(const Told& told, const Families& formed) {
  std::string text;
  for (const auto& family : formed.families) {
    text += fmt::format("family {} {}\n", to_text(family.first), to_text(family.last));
    for (const auto& event : family.events) {
      text += fmt::format("  {} {} {}\n", to_text(event.day), int(event.happened), event.other);
    }
    for (const auto& member : family.members) {
      text += fmt::format("  {} {} {} {} {} {}\n", told.people[member.person].id,
                          to_text(member.first), to_text(member.last), role_word(member.role),
                          member.resident, int(member.reason.why));
    }
  }
  return text;
}

RC_GTEST_PROP(FamiliesAlways, the_order_of_what_was_told_changes_nothing, ()) {
  auto told = random_told();
  const auto before = in_words(told, form_families(told));
  std::shuffle(told.homes.begin(), told.homes.end(), std::mt19937(7));
  std::shuffle(told.relationships.begin(), told.relationships.end(), std::mt19937(8));
  RC_ASSERT(in_words(told, form_families(told)) == before);
}

RC_GTEST_PROP(FamiliesAlways, everybody_is_of_a_family_and_lives_with_one_at_most_but_for_two_homes,
              ()) {
  auto told = random_told();
  std::erase_if(told.relationships,
                [](const Relationship& tie) { return tie.relation == Relation::Parent; });
  const auto formed = form_families(told);
  std::map<PersonNumber, std::vector<const Membership*>> of;
  for (const auto& family : formed.families) {
    RC_ASSERT(!family.members.empty());
    for (const auto& member : family.members) {
      RC_ASSERT(member.first <= member.last);
      RC_ASSERT(family.first <= member.first && member.last <= family.last);
      if (member.resident) of[member.person].push_back(&member);
    }
  }
  for (auto& [person, members] : of) {
    std::ranges::sort(members, {}, &Membership::first);
    for (std::size_t i = 1; i < members.size(); ++i) {
      RC_ASSERT(members[i - 1]->last < members[i]->first);
    }
  }
}

}  // namespace
}  // namespace hearth::families