// Small councils made up by RapidCheck: every record shape, gaps in membership and coverage, spells
// still open, fields and birth dates nobody knows.
//
// They are kept as rows, not as Facts, so a test can shuffle them, add to them and build again.
#pragma once

#include <rapidcheck.h>

#include <functional>
#include <iosfwd>
#include <variant>

#include "facts/facts_builder.h"

namespace hearth::reference {

// The record types of the random catalogue, by RecordTypeId.
inline const RecordTypeId kOffence{0}, kArrest{1}, kBenefit{2}, kPlacement{3}, kDebt{4},
    kSchoolTerm{5}, kStatement{6}, kScore{7};

// The days that matter: families start soon after kOrigin and are watched for two years.
inline constexpr Date kOrigin{19'600};
inline constexpr int kHorizonDays = 730;

struct RecordRow {
  RecordTypeId type;
  std::variant<PersonId, FamilyId> subject;
  Date start, end;
  std::vector<double> fields;  // a text as its index into `RandomFacts::texts`
  std::uint32_t row = 0;       // its lineage
};

struct CoverageRow {
  RecordTypeId type;
  Stretch stretch;
};

struct RandomFacts {
  Catalogue catalogue;
  std::vector<Person> people;
  std::vector<Family> families;
  std::vector<Member> members;
  std::vector<RecordRow> records;
  std::vector<CoverageRow> coverage;
  std::vector<Term> terms;
  std::vector<std::string> texts;  // of Facts: first "", then what a statement may be about

  Facts build() const;
};

// What a random council is made of beside its people.
struct Recipe {
  Catalogue catalogue;
  std::vector<std::string> texts;
  std::function<bool(RecordTypeId)> has_records;
  std::function<std::vector<double>(RecordTypeId)> fields;  // of one record, drawn anew
};

// Some catalogues differ in what is carried and what is always covered.
Catalogue random_catalogue();
std::vector<Term> random_terms();
// Draws with RapidCheck: call it from within a property or rc::gen::exec.
RandomFacts random_facts();
RandomFacts random_facts(const Recipe& recipe);

// From the whole range at once, however early the case.
int draw(int from, int to);
bool one_in(int n);
Date day_around(int from, int to);

void showValue(const RandomFacts& facts, std::ostream& out);

}  // namespace hearth::reference
