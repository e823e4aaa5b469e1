// Rules 1 to 6 of docs/families.md: what is news of a home, who went together, who has gone.
#include "families/stays.h"

#include <gtest/gtest.h>

#include "families/told_in_tests.h"

namespace hearth::families {
namespace {

TEST(Stays, rule_1_a_change_at_an_agency_is_news_and_a_repeated_address_is_not) {
  Book book;
  book.tell_monthly("ann", "old", "2022-04-01", "2022-12-01", "gp");
  book.tell_monthly("ann", "new", "2023-01-10", "2024-01-10", "gp");
  book.tell_monthly("ann", "old", "2022-05-01", "2024-06-01", "police");  // never told of the move
  book.tell_monthly("ben", "new", "2022-04-01", "2024-06-01", "gp");
  EXPECT_EQ(book.on("2022-12-31"), "ann + ben");
  EXPECT_EQ(book.on("2023-01-10"), "ann ben");
  EXPECT_EQ(book.on("2024-06-01"), "ann ben");
}

TEST(Stays, rule_1_a_way_back_is_news_too) {
  Book book;
  book.tell_monthly("ann", "one", "2022-04-01", "2022-06-01", "gp");
  book.tell_monthly("ann", "two", "2022-07-01", "2022-12-01", "gp");
  book.tell_monthly("ann", "one", "2023-01-01", "2023-06-01", "gp");
  book.tell_monthly("ben", "one", "2022-04-01", "2023-06-01", "gp");
  EXPECT_EQ(book.on("2022-05-01"), "ann ben");
  EXPECT_EQ(book.on("2022-09-01"), "ann + ben");
  EXPECT_EQ(book.on("2023-03-01"), "ann ben");
}

TEST(Stays, rule_2_the_first_word_of_an_agency_gives_way_to_others_who_hold_to_the_old_home) {
  Book book;
  book.tell_monthly("ann ben", "home", "2022-04-01", "2024-04-01", "gp");
  book.tell("ann", "before", "2023-01-15", "benefits");
  EXPECT_EQ(book.on("2023-06-01"), "ann ben");
  EXPECT_EQ(book.on("2024-04-01"), "ann ben");
}

TEST(Stays, rule_2_the_first_word_of_an_agency_is_news_where_nobody_contradicts_it) {
  Book book;
  book.tell("ann ben", "home", "2022-04-01", "gp").tell("ben", "home", "2023-02-01", "gp");
  book.tell("ann", "flat", "2023-01-15", "benefits");
  EXPECT_EQ(book.on("2022-12-01"), "ann ben");
  EXPECT_EQ(book.on("2023-01-15"), "ann + ben");
}

TEST(Stays, rule_3_who_is_told_of_later_went_when_the_others_went) {
  Book book;
  book.born("kim", "2012-01-01");
  book.tell_monthly("ann kim", "old", "2022-04-01", "2022-12-01", "gp");
  book.tell("ann", "new", "2023-01-10", "gp");
  book.tell("kim", "new", "2023-09-10", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann kim");
  EXPECT_EQ(book.form().families.size(), 1u);
}

TEST(Stays, rule_3_does_not_hold_for_who_is_told_of_more_than_a_year_later) {
  Book book;
  book.tell_monthly("ann ben", "old", "2022-04-01", "2022-12-01", "gp");
  book.tell("ann", "new", "2023-01-10", "gp");
  book.tell_monthly("ben", "old", "2023-01-01", "2024-03-01", "gp");
  book.tell("ben", "new", "2024-03-10", "gp");
  EXPECT_EQ(book.on("2023-06-01"), "ann + ben");
  EXPECT_EQ(book.on("2024-04-01"), "ann ben");
}

TEST(Stays, rule_4_a_child_nobody_tells_of_goes_with_the_last_adults_of_its_home) {
  Book book;
  book.born("kim", "2012-01-01").born("ann", "1985-01-01");
  book.tell_monthly("ann kim", "old", "2022-04-01", "2022-12-01", "gp");
  book.tell("ann", "new", "2023-01-10", "gp");
  book.tell("ann", "newer", "2023-08-10", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann kim");
  EXPECT_EQ(book.on("2023-09-01"), "ann kim");
}

TEST(Stays, rule_4_where_nobody_is_told_of_at_the_old_home_any_more_all_went_with_who_left) {
  Book book;
  book.born("kim", "2012-01-01").born("ann", "1985-01-01").born("ben", "1984-01-01");
  book.tell("ann ben kim", "old", "2022-04-01", "gp").tell("ann", "new", "2023-01-10", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann ben kim");
  book.tell("ben", "old", "2023-03-01", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann + ben kim") << "he is told of there: he stayed";
}

TEST(Stays, rule_4_does_not_hold_for_a_grown_up_child_who_leaves_or_for_a_refuge) {
  Book book;
  book.born("max", "2002-01-01").born("ann", "1975-01-01").born("ben", "1974-01-01");
  book.tell("ann ben max", "old", "2022-04-01", "gp").tell("max", "flat", "2023-01-10", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann ben + max");
  book.place("refuge", PlaceKind::Refuge).tell("ann", "refuge", "2023-06-01", "gp");
  EXPECT_EQ(book.on("2023-07-01"), "ann + ben + max");
}

TEST(Stays, rule_4_a_child_stays_where_an_adult_stays) {
  Book book;
  book.born("kim", "2012-01-01").born("ann", "1985-01-01").born("ben", "1984-01-01");
  book.tell_monthly("ann ben kim", "old", "2022-04-01", "2022-12-01", "gp");
  book.tell("ann", "new", "2023-01-10", "gp").tell("ben", "old", "2023-01-20", "gp");
  EXPECT_EQ(book.on("2023-02-01"), "ann + ben kim");
}

TEST(Stays, rule_5_where_others_have_lived_for_long_the_old_household_has_gone_together) {
  Book book;
  book.tell_monthly("ann ben", "house", "2022-01-01", "2022-06-01", "gp");
  book.tell_monthly("cal dee", "house", "2022-08-01", "2024-06-01", "gp");
  EXPECT_EQ(book.on("2022-05-01"), "ann ben");
  EXPECT_EQ(book.on("2023-01-01"), "ann ben + cal dee");
}

TEST(Stays, rule_5_does_not_hold_for_relatives_or_a_short_silence) {
  Book book;
  book.tell_monthly("ann", "house", "2022-01-01", "2022-06-01", "gp");
  book.tell_monthly("dee", "house", "2022-08-01", "2024-06-01", "gp");
  book.relation("ann", Relation::Relative, "dee");
  EXPECT_EQ(book.on("2023-01-01"), "ann dee");

  Book soon;
  soon.tell_monthly("ann", "house", "2022-01-01", "2022-06-01", "gp");
  soon.tell_monthly("dee", "house", "2022-08-01", "2022-12-01", "gp");
  EXPECT_EQ(soon.on("2022-10-01"), "ann dee");
}

TEST(Stays, rule_6_the_first_home_of_the_first_has_no_beginning_and_a_newcomer_has_one) {
  Book book;
  book.born("ann", "1985-01-01").born("ben", "1984-01-01").born("kim", "2021-05-05");
  book.tell_monthly("ann", "home", "2022-04-01", "2024-06-01", "gp");
  book.tell("kim", "home", "2024-01-01", "school");
  book.tell("ben", "home", "2024-02-01", "gp");
  const auto formed = book.form();
  EXPECT_EQ(book.membership(formed, "ann", "2024-06-01").first, kBeginning);
  EXPECT_EQ(book.membership(formed, "kim", "2024-06-01").first, day("2021-05-05"));
  EXPECT_EQ(book.membership(formed, "ben", "2024-06-01").first, day("2024-02-01"));
}

TEST(Stays, nobody_is_of_a_family_before_birth_or_after_death) {
  Book book;
  book.born("kim", "2023-03-03").died("ann", "2024-01-31").born("ann", "1990-01-01");
  book.tell_monthly("ann ben", "home", "2022-04-01", "2024-06-01", "gp");
  book.tell("kim", "home", "2023-04-01", "gp");
  EXPECT_EQ(book.on("2023-03-02"), "ann ben");
  EXPECT_EQ(book.on("2023-03-03"), "ann ben kim");
  EXPECT_EQ(book.on("2024-01-31"), "ann ben kim");
  EXPECT_EQ(book.on("2024-02-01"), "ben kim");
}

}  // namespace
}  // namespace hearth::families
