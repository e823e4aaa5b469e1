// Everything that is known, linked: people, families, who was a member when, dated records, and the
// days for which each feed tells everything it knows.
//
// Facts are frozen: a FactsBuilder (facts_builder.h) makes them, sorted and indexed, and nothing
// changes them afterwards, so any number of threads may read one. Records are kept in columns, a
// table a record type, and a record's subject is a person or a family, never both.
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <ranges>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/term_calendar.h"
#include "facts/catalogue.h"

namespace hearth {

inline constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
inline bool is_known(double value) { return !std::isnan(value); }

// Where a row came from, for evidence: a file by its index in Facts::files, and its row (the header
// is row 1).
struct Lineage {
  std::uint32_t file = 0;
  std::uint32_t row = 0;
};

struct Person {
  std::string id;
  std::optional<Date> born;
  std::optional<Date> died;
  std::string sex;
  Lineage lineage;
};

struct Family {
  std::string id;
  Date started;
  std::optional<Date> assessed;
  std::optional<Date> plan_agreed;
  std::string lead_practitioner;
  std::optional<Date> closed;
  std::string close_reason;
  Lineage lineage;
};

enum class Role { Parent, Child, Adult, Expectant, Other };
enum class Residence { NotKnown, Resident, Elsewhere };

struct Member {
  FamilyId family;
  PersonId person;
  Role role = Role::Other;
  Date first = kBeginning;
  Date last = kForever;  // both ends count
  Residence residence = Residence::NotKnown;
  Lineage lineage;
};

// The records of one type about people, or about families, in order of subject, then start, then
// lineage. All columns are equally long, but for those that would repeat one value in every row:
// they are empty, so that most tables are a third smaller. Ask end_of, known_of and source_of.
struct RecordTable {
  std::vector<std::uint32_t> subject;       // PersonId or FamilyId index
  std::vector<Date> start;                  // the date of an event, reading or statement
  std::vector<Date> end;                    // kForever while open; empty if the shape has no end
  std::vector<Date> known;                  // the day we were told; empty if no row says
  std::vector<std::vector<double>> fields;  // by FieldId; see Field for what a value means
  std::vector<std::uint32_t> source;        // into Facts::texts, 0 is ""; empty if no row says
  std::vector<Lineage> lineage;
  std::vector<std::uint32_t> first_of;  // subject s has rows [first_of[s], first_of[s+1]); or empty

  std::size_t size() const { return subject.size(); }
  void say_known(Date day) { say(known, day, kBeginning); }
  void say_source(std::uint32_t text) { say(source, text, 0u); }
  Date end_of(std::size_t row) const { return end.empty() ? start[row] : end[row]; }
  // kBeginning if it is not said.
  Date known_of(std::size_t row) const { return known.empty() ? kBeginning : known[row]; }
  std::uint32_t source_of(std::size_t row) const { return source.empty() ? 0 : source[row]; }
  auto rows_of(std::uint32_t s) const {
    if (first_of.empty()) return std::views::iota(0u, 0u);
    return std::views::iota(first_of[s], first_of[s + 1]);
  }

 private:
  // Of the row that was added last. A column begins with the first value that is not the usual one.
  template <typename T>
  void say(std::vector<T>& column, T value, T usual) {
    if (column.empty() && value == usual) return;
    column.resize(size() - 1, usual);
    column.push_back(value);
  }
};

// Days for which everything of a record type is known, [first, last].
struct Stretch {
  Date first;
  Date last;

  bool operator==(const Stretch&) const = default;
};

struct Facts {
  Catalogue catalogue;  // as declared, with the open codes the data added
  std::vector<Person> people;
  std::vector<Family> families;
  std::vector<Member> members;                 // by family, then first day
  std::vector<std::uint32_t> first_member_of;  // family f has members [first_member_of[f], [f+1])
  std::vector<RecordTable> of_people;          // by RecordTypeId
  std::vector<RecordTable> of_families;        // by RecordTypeId
  std::vector<std::vector<Stretch>> coverage;  // by RecordTypeId; disjoint, not adjacent, in order
  TermCalendar terms;
  std::vector<std::string> texts;  // interned; texts[0] is ""
  std::vector<std::string> files;  // names for evidence, e.g. `suspension.csv`

  auto members_of(FamilyId family) const {
    return std::views::iota(first_member_of[family.index], first_member_of[family.index + 1]);
  }
  std::optional<FamilyId> find_family(const std::string& id) const;
  std::optional<PersonId> find_person(const std::string& id) const;
};

}  // namespace hearth
