// Each kind of value in its one form: what is alike becomes the same, what says nothing is empty.
#include "link/clean.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "link/folded.h"

namespace hearth::link {
namespace {

struct Case {
  FieldKind kind;
  std::string cell, cleaned;
};

TEST(Clean, gives_each_kind_its_form) {
  const std::vector<Case> cases = {
      {FieldKind::Forename, " Mary-Ann ", "mary ann"},
      {FieldKind::Forename, "Dr Zo\u00EB", "zoe"},
      {FieldKind::Forename, "Dr", "dr"},
      {FieldKind::Surname, "O\u2019Neill", "oneill"},
      {FieldKind::Surname, "M\u00DCLLER-stra\u00DFe", "muller strasse"},
      {FieldKind::Surname, "e\u0301clair", "eclair"},
      {FieldKind::Surname, "\u0418\u0412\u0410\u041D", "\u0438\u0432\u0430\u043D"},
      {FieldKind::Surname, "\u674E", "\u674E"},
      {FieldKind::Surname, "---", ""},
      {FieldKind::Surname, "12", ""},
      {FieldKind::BirthDate, "1971-06-24", "19710624"},
      {FieldKind::BirthDate, "24/06/1971", "19710624"},
      {FieldKind::BirthDate, "4.6.1971", "19710604"},
      {FieldKind::BirthDate, "19151111", "19151111"},
      {FieldKind::BirthDate, "24061971", "19710624"},
      {FieldKind::BirthDate, "24 June 1971", "19710624"},
      {FieldKind::BirthDate, "1971-06-24T00:00:00", "19710624"},
      {FieldKind::BirthDate, "1971-06-24 00:00:00", "19710624"},
      {FieldKind::BirthDate, "31/02/1971", "19710231"},
      {FieldKind::BirthDate, "1971-00-00", ""},
      {FieldKind::BirthDate, "1971", ""},
      {FieldKind::BirthDate, "soon", ""},
      {FieldKind::Sex, "Female", "f"},
      {FieldKind::Sex, "1", "m"},
      {FieldKind::Sex, "not known", ""},
      {FieldKind::Postcode, "sw1a 2aa", "SW1A2AA"},
      {FieldKind::Postcode, "M1 OAA", "M10AA"},
      {FieldKind::Address, "Flat 2, 10 High St", "10/2 high street"},
      {FieldKind::Address, "10a HIGH STREET", "10a high street"},
      {FieldKind::Address, "Rose Cottage", "rose cottage"},
      {FieldKind::Phone, "+44 7700 900123", "7700900123"},
      {FieldKind::Phone, "(07700) 900-123", "7700900123"},
      {FieldKind::Phone, "123", ""},
      {FieldKind::Email, " A.B@Example.ORG", "a.b@example.org"},
      {FieldKind::Email, "none", ""},
      {FieldKind::NhsNumber, "943 476 5919", "9434765919"},
      {FieldKind::NhsNumber, "943 476 5918", "?9434765918"},
      {FieldKind::NhsNumber, "9999999999", ""},
      {FieldKind::Uprn, "000100021065421", "100021065421"},
      {FieldKind::Uprn, "0", ""},
      {FieldKind::Code, "ab-12 c", "AB12C"},
      {FieldKind::AgencyNumber, " police  a-1 ", "police a-1"},
      {FieldKind::Role, "Child", "child"},
      {FieldKind::Role, "expectant", "adult"},
      {FieldKind::Role, "other", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(clean(c.kind, c.cell), c.cleaned) << c.cell;
}

TEST(CleanFullName, finds_the_surname) {
  EXPECT_EQ(clean_full_name("Ann Mary Lee").forenames, "ann mary");
  EXPECT_EQ(clean_full_name("Ann Mary Lee").surname, "lee");
  EXPECT_EQ(clean_full_name("LEE, Ann Mary").forenames, "ann mary");
  EXPECT_EQ(clean_full_name("LEE, Ann Mary").surname, "lee");
  EXPECT_EQ(clean_full_name("Ann").surname, "");
}

TEST(CleanName, of_a_hundred_characters_is_cut_between_characters) {
  const auto name = clean(FieldKind::Surname, "x" + std::string(150, 'y'));
  EXPECT_EQ(name.size(), 100u);
  std::string wide;
  for (int i = 0; i < 80; ++i) wide += "\u674E";
  const auto cut = clean(FieldKind::Surname, wide);
  EXPECT_EQ(cut.size() % 3, 0u);
  EXPECT_LE(cut.size(), 100u);
}

// Any bytes at all, of any kind: nothing falls over, and what is clean stays as it is.
RC_GTEST_PROP(Clean, of_what_is_clean_changes_nothing, ()) {
  const auto cell = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  for (const auto name : field_kinds()) {
    const auto kind = *field_kind(name);
    const auto once = clean(kind, cell);
    const bool marked = once.starts_with('?');
    const bool repeats = kind == FieldKind::Phone || kind == FieldKind::Address ||
                         kind == FieldKind::Forename || kind == FieldKind::Surname;
    if (!marked && !repeats && !once.empty()) RC_ASSERT(clean(kind, once) == once);
  }
}

TEST(Folded, keeps_one_space_between_words) {
  EXPECT_EQ(folded("  A\tb -- C.  "), "a b c");
  EXPECT_EQ(folded(""), "");
  EXPECT_EQ(folded("\u00C6on"), "aeon");
}

}  // namespace
}  // namespace hearth::link
