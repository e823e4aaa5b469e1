// Makes Facts: takes rows in any order, then sorts, indexes and freezes them.
//
// The builder trusts its caller about single rows (a reader checks those, with file, row and
// column) and is responsible for order: the same rows in any order build the same Facts, but for
// lineage.
#pragma once

#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "facts/facts.h"
#include "facts/id_index.h"

namespace hearth {

// One record, before it is put in its column. `fields` is by FieldId and may be shorter than the
// type's fields: the rest are not known.
struct Record {
  Date start;
  Date end;  // = start unless the shape has an end
  Date known = kBeginning;
  std::string_view source = {};
  std::vector<double> fields = {};
  Lineage lineage = {};
};

class FactsBuilder {
 public:
  explicit FactsBuilder(Catalogue catalogue);

  void expect_people(std::size_t count);  // makes room
  void expect_families(std::size_t count);
  bool add_new_person(Person person);  // false: its id is taken, nothing was added
  // An id twice is the caller's mistake; the first stands. See find_person.
  PersonId add_person(Person person);
  FamilyId add_family(Family family);
  void add_member(Member member);
  void set_members(std::vector<Member> members);  // instead of those before
  void add_record(RecordTypeId type, PersonId person, const Record& record);
  void add_record(RecordTypeId type, FamilyId family, const Record& record);
  // `known` as for a record. A stretch may overlap or touch others.
  void add_coverage(RecordTypeId type, Stretch stretch, Date known = kBeginning);
  bool is_covered(RecordTypeId type) const { return !coverage_[type.index].empty(); }
  void forget_coverage(RecordTypeId type) { coverage_[type.index].clear(); }
  void set_terms(TermCalendar terms);

  // Once all are here. The first search makes a table, which threads wait for.
  std::optional<PersonId> find_person(std::string_view id) const;
  std::optional<FamilyId> find_family(std::string_view id) const;
  bool people_ascend() const { return people_.index.ascends(); }  // by their ids
  bool families_ascend() const { return families_.index.ascends(); }
  std::string_view person_id(std::size_t index) const { return facts_.people[index].id; }
  std::string_view family_id(std::size_t index) const { return facts_.families[index].id; }
  std::size_t person_count() const { return facts_.people.size(); }
  std::size_t family_count() const { return facts_.families.size(); }
  const Catalogue& catalogue() const { return facts_.catalogue; }

  std::uint32_t file(std::string_view name);  // its index, added if new
  std::uint32_t text(std::string_view text);  // its index, added if new
  std::string_view text_of(std::uint32_t index) const { return facts_.texts[index]; }
  // The code's index in an open field's list, added if new.
  std::size_t open_code(RecordTypeId type, FieldId field, std::string_view code);

  // All records of a type at once, in the order Facts keep (record_order.h).
  void set_records(RecordTypeId type, RecordTable of_people, RecordTable of_families);

  // Freezes. With `known_by`, leaves out every record and coverage we were told of after that day.
  Facts build(std::optional<Date> known_by = std::nullopt) &&;

 private:
  struct KnownStretch {
    Stretch stretch;
    Date known;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Index = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

  Facts facts_;
  std::vector<bool> in_order_;  // by RecordTypeId: set_records was the last to speak
  struct Ids {
    mutable IdIndex index;
    mutable std::once_flag settled;
  };
  Ids people_, families_;
  Index texts_, files_;
  std::vector<std::vector<KnownStretch>> coverage_;  // by RecordTypeId
};

}  // namespace hearth
