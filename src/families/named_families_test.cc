// Rule 24 of docs/families.md: families that the council's own files name.
#include "families/named_families.h"

#include <gtest/gtest.h>

#include "families/lasting_ids.h"
#include "families/told_in_tests.h"

namespace hearth::families {
namespace {

// Ann, Ben and Kim in one home, Pat and Zoe in another.
class Named : public testing::Test {
 protected:
  Named() {
    book.born("ann", "1985-01-01").born("ben", "1984-01-01").born("kim", "2012-01-01");
    book.born("pat", "1960-01-01").born("zoe", "1990-01-01");
    book.tell_monthly("ann ben kim", "home", "2022-04-01", "2022-12-01", "gp");
    book.tell_monthly("pat zoe", "away", "2022-04-01", "2022-12-01", "gp");
  }
  void name(const std::string& family, const std::string& person) {
    book.told().named.push_back({family, book.person(person), Role::Adult});
    std::ranges::sort(book.told().named, std::less());
  }
  // `EH7: ann ben kim pat(named)`, in order of ids.
  std::string families(const FamiliesBefore& before = {}) {
    auto formed = book.form();
    join_named_families(book.told(), formed);
    give_lasting_ids(book.told(), formed, before);
    std::set<std::string> lines;
    for (const auto& family : formed.families) {
      std::string line = family.id + ":";
      for (const auto& member : family.members) {
        const bool named = member.reason.why == Why::Named;
        line += " " + book.told().people[member.person].id + (named ? "(named)" : "");
        EXPECT_EQ(resident_word(member), named ? "" : "yes");
      }
      lines.insert(line);
    }
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
  }
  Book book;
};

TEST_F(Named, is_the_formed_family_with_most_of_its_people) {
  name("EH7", "ann");
  name("EH7", "kim");
  name("EH7", "pat");
  EXPECT_EQ(families(), "EH7: ann ben kim pat(named)\nF00000001: pat zoe\n");
}

TEST_F(Named, of_two_the_one_with_more_people_is_the_formed_one) {
  name("EH7", "ann");
  name("EH7", "kim");
  name("EH6", "ben");
  EXPECT_EQ(families(), "EH6: ben(named)\nEH7: ann ben kim\nF00000001: pat zoe\n");
}

TEST_F(Named, of_equals_the_first_by_id) {
  name("EH7", "ann");
  name("EH6", "ben");
  EXPECT_EQ(families(), "EH6: ann ben kim\nEH7: ann(named)\nF00000001: pat zoe\n");
}

TEST_F(Named, has_its_id_even_where_a_formed_family_had_it) {
  FamiliesBefore before;
  before.people_of["F00000004"] = {"pat", "zoe"};
  name("F00000004", "ann");
  EXPECT_EQ(families(before), "F00000004: ann ben kim\nF00000005: pat zoe\n");
}

TEST_F(Named, nobody_leaves_all_as_it_was_formed) {
  EXPECT_EQ(families(), "F00000001: ann ben kim\nF00000002: pat zoe\n");
}

}  // namespace
}  // namespace hearth::families
