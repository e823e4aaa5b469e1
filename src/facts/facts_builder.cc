#include "facts/facts_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "facts/record_order.h"

namespace hearth {
namespace {

template <typename Index>
std::optional<std::uint32_t> lookup(const Index& index, std::string_view key) {
  const auto found = index.find(key);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

template <typename Index>
std::uint32_t intern(Index& index, std::vector<std::string>& list, std::string_view text) {
  if (const auto found = lookup(index, text)) return *found;
  list.emplace_back(text);
  return index.emplace(text, static_cast<std::uint32_t>(list.size() - 1)).first->second;
}

template <typename Things>
auto ids_of(const Things& things) {
  return [&things](std::uint32_t index) -> std::string_view { return things[index].id; };
}

template <typename Id, typename Ids, typename Things>
std::optional<Id> find_among(const Ids& ids, const Things& things, std::string_view id) {
  std::call_once(ids.settled, [&] { ids.index.settle(ids_of(things)); });
  const auto found = ids.index.find(id, ids_of(things));
  return found ? std::optional(Id(*found)) : std::nullopt;
}

void append(RecordTable& table, const RecordType& type, std::uint32_t subject, const Record& record,
            std::uint32_t source) {
  table.subject.push_back(subject);
  table.start.push_back(record.start);
  if (type.has_end()) table.end.push_back(record.end);
  table.say_known(record.known);
  table.say_source(source);
  table.lineage.push_back(record.lineage);
  table.fields.resize(type.fields.size());
  for (std::size_t f = 0; f < type.fields.size(); ++f) {
    table.fields[f].push_back(f < record.fields.size() ? record.fields[f] : kNotKnown);
  }
}

// The rows to keep, in their final order; nullopt if the table already is as it should be.
std::optional<std::vector<std::uint32_t>> final_order(const RecordTable& table,
                                                      std::optional<Date> known_by) {
  const auto key = [&](std::uint32_t row) {
    const auto& lineage = table.lineage[row];
    return std::tuple(table.subject[row], table.start[row], table.end_of(row), lineage.file,
                      lineage.row);
  };
  std::vector<std::uint32_t> order;
  order.reserve(table.size());
  bool sorted = true;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    if (known_by && table.known_of(row) > *known_by) continue;
    sorted = sorted && (order.empty() || !(key(row) < key(order.back())));
    order.push_back(row);
  }
  if (sorted && order.size() == table.size()) return std::nullopt;
  if (!sorted) std::ranges::sort(order, {}, key);
  return order;
}

void finish(RecordTable& table, std::size_t subject_count, std::optional<Date> known_by,
            bool in_order) {
  if (table.size() == 0) return;
  const bool as_it_is = in_order && !known_by;
  if (const auto order = as_it_is ? std::nullopt : final_order(table, known_by)) {
    reorder(table, *order);
  }
  if (as_it_is && !table.first_of.empty()) return;
  table.first_of = first_rows(table, subject_count);
}

std::vector<Stretch> merged(std::vector<Stretch> stretches) {
  std::ranges::sort(stretches, {}, [](const Stretch& s) { return std::tuple(s.first, s.last); });
  std::vector<Stretch> result;
  for (const auto& stretch : stretches) {
    if (!result.empty() && stretch.first <= result.back().last + 1) {
      result.back().last = std::max(result.back().last, stretch.last);
    } else {
      result.push_back(stretch);
    }
  }
  return result;
}

}  // namespace

FactsBuilder::FactsBuilder(Catalogue catalogue) {
  facts_.catalogue = std::move(catalogue);
  const auto types = facts_.catalogue.record_types.size();
  facts_.of_people.resize(types);
  facts_.of_families.resize(types);
  coverage_.resize(types);
  in_order_.resize(types);
  text("");
}

void FactsBuilder::expect_people(std::size_t count) { facts_.people.reserve(count); }
void FactsBuilder::expect_families(std::size_t count) { facts_.families.reserve(count); }

bool FactsBuilder::add_new_person(Person person) {
  if (people_.index.add(person.id, ids_of(facts_.people))) return false;
  facts_.people.push_back(std::move(person));
  return true;
}

PersonId FactsBuilder::add_person(Person person) {
  if (const auto there = people_.index.add(person.id, ids_of(facts_.people)))
    return PersonId(*there);
  facts_.people.push_back(std::move(person));
  return PersonId(facts_.people.size() - 1);
}

FamilyId FactsBuilder::add_family(Family family) {
  if (const auto there = families_.index.add(family.id, ids_of(facts_.families)))
    return FamilyId(*there);
  facts_.families.push_back(std::move(family));
  return FamilyId(facts_.families.size() - 1);
}

void FactsBuilder::add_member(Member member) { facts_.members.push_back(member); }

void FactsBuilder::set_members(std::vector<Member> members) { facts_.members = std::move(members); }

void FactsBuilder::add_record(RecordTypeId type, PersonId person, const Record& record) {
  in_order_[type.index] = false;
  append(facts_.of_people[type.index], facts_.catalogue[type], person.index, record,
         text(record.source));
}

void FactsBuilder::add_record(RecordTypeId type, FamilyId family, const Record& record) {
  in_order_[type.index] = false;
  append(facts_.of_families[type.index], facts_.catalogue[type], family.index, record,
         text(record.source));
}

void FactsBuilder::set_records(RecordTypeId type, RecordTable of_people, RecordTable of_families) {
  in_order_[type.index] = true;
  facts_.of_people[type.index] = std::move(of_people);
  facts_.of_families[type.index] = std::move(of_families);
}

void FactsBuilder::add_coverage(RecordTypeId type, Stretch stretch, Date known) {
  coverage_[type.index].push_back({stretch, known});
}

void FactsBuilder::set_terms(TermCalendar terms) { facts_.terms = std::move(terms); }

std::optional<PersonId> FactsBuilder::find_person(std::string_view id) const {
  return find_among<PersonId>(people_, facts_.people, id);
}

std::optional<FamilyId> FactsBuilder::find_family(std::string_view id) const {
  return find_among<FamilyId>(families_, facts_.families, id);
}

std::uint32_t FactsBuilder::file(std::string_view name) {
  return intern(files_, facts_.files, name);
}

std::uint32_t FactsBuilder::text(std::string_view text) {
  return intern(texts_, facts_.texts, text);
}

std::size_t FactsBuilder::open_code(RecordTypeId type, FieldId field, std::string_view code) {
  auto& declared = facts_.catalogue.record_types[type.index].fields[field.index];
  if (const auto found = declared.code(code)) return *found;
  declared.codes.emplace_back(code);
  return declared.codes.size() - 1;
}

Facts FactsBuilder::build(std::optional<Date> known_by) && {
  for (std::size_t type = 0; type < in_order_.size(); ++type) {
    finish(facts_.of_people[type], facts_.people.size(), known_by, in_order_[type]);
    finish(facts_.of_families[type], facts_.families.size(), known_by, in_order_[type]);
  }
  const auto place = [](const Member& member) {
    return std::tuple(member.family, member.first, member.person);
  };
  if (!std::ranges::is_sorted(facts_.members, {}, place)) {
    std::ranges::stable_sort(facts_.members, {}, place);
  }
  facts_.first_member_of.assign(facts_.families.size() + 1, 0);
  for (const auto& member : facts_.members) ++facts_.first_member_of[member.family.index + 1];
  std::partial_sum(facts_.first_member_of.begin(), facts_.first_member_of.end(),
                   facts_.first_member_of.begin());

  facts_.coverage.resize(coverage_.size());
  for (std::size_t type = 0; type < coverage_.size(); ++type) {
    std::vector<Stretch> stretches;
    for (const auto& [stretch, known] : coverage_[type]) {
      if (!known_by || known <= *known_by) stretches.push_back(stretch);
    }
    facts_.coverage[type] = merged(std::move(stretches));
  }
  return std::move(facts_);
}

std::optional<FamilyId> Facts::find_family(const std::string& id) const {
  const auto found = std::ranges::find(families, id, &Family::id);
  if (found == families.end()) return std::nullopt;
  return FamilyId(static_cast<std::size_t>(found - families.begin()));
}

std::optional<PersonId> Facts::find_person(const std::string& id) const {
  const auto found = std::ranges::find(people, id, &Person::id);
  if (found == people.end()) return std::nullopt;
  return PersonId(static_cast<std::size_t>(found - people.begin()));
}

}  // namespace hearth
