#include "reference/records.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "reference/coverage.h"

namespace hearth::reference {
namespace {

Truth passes(const Where& where, double value, Date on) {
  if (!is_known(value)) return Truth::Unknown;
  const Date day{static_cast<std::int32_t>(value)};
  if (where.test == FieldTest::InLast) {
    return truth_of(minus(on, where.period) < day && day <= on);
  }
  if (where.test == FieldTest::InNext) return truth_of(on < day && day <= plus(on, where.period));
  const double first = where.values.front();
  switch (where.test) {
    case FieldTest::Equal: return truth_of(value == first);
    case FieldTest::NotEqual: return truth_of(value != first);
    case FieldTest::Less: return truth_of(value < first);
    case FieldTest::LessOrEqual: return truth_of(value <= first);
    case FieldTest::Greater: return truth_of(value > first);
    case FieldTest::GreaterOrEqual: return truth_of(value >= first);
    case FieldTest::In:
      return truth_of(std::ranges::find(where.values, value) != where.values.end());
    case FieldTest::InLast:
    case FieldTest::InNext: break;
  }
  return Truth::Unknown;
}

Truth passes(const Pick& pick, const SeenRecord& record, Date on) {
  if (!(pick.type == record.type)) return Truth::No;
  Truth all = Truth::Yes;
  for (const auto& where : pick.where) {
    all = both(all, passes(where, record.field(where.field), on));
  }
  return all;
}

Truth about_this_need(const Case& c, const SeenRecord& record) {
  const auto& type = c.facts.catalogue[record.type];
  const double about = record.field(type.field("about").value());
  const auto& text = is_known(about) ? c.facts.texts[static_cast<std::size_t>(about)] : "";
  if (!text.empty()) return truth_of(text == c.rule().ref);
  if (c.rule().topics.empty()) return Truth::No;
  const auto topic_field = type.field("topic").value();
  const double topic = record.field(topic_field);
  if (!is_known(topic)) return Truth::Unknown;
  const auto& code = type[topic_field].codes[static_cast<std::size_t>(topic)];
  const auto& topics = c.rule().topics;
  return truth_of(std::ranges::find(topics, code) != topics.end());
}

Stand whole_stand(const Case& c, RecordTypeId type, Date start, Date end) {
  if (end < kForever) return {start, end, end};
  return {start, end, std::max(start, last_covered(c, type).value_or(start))};
}

void add(std::vector<SeenRecord>& list, const Case& c, RecordTypeId type, const RecordTable& table,
         std::uint32_t subject, const std::vector<Stretch>& days) {
  for (const auto row : table.rows_of(subject)) {
    SeenRecord record{type, &table, row, Truth::Yes, 0, {}};
    const auto stand = whole_stand(c, type, table.start[row], table.end_of(row));
    for (const auto& stretch : days) {
      const Stand part{std::max(stand.start, stretch.first), std::min(stand.end, stretch.last),
                       std::min(stand.sure_end, stretch.last)};
      if (part.start <= part.end) record.stands.push_back(part);
    }
    if (!record.stands.empty()) list.push_back(record);
  }
}

const std::vector<Stretch> kAllDays{{kBeginning, kForever}};

std::set<PersonId> everybody(const Case& c) {
  std::set<PersonId> people;
  for (const auto m : c.facts.members_of(c.family)) people.insert(c.facts.members[m].person);
  return people;
}

}  // namespace

bool SeenRecord::later_than(const SeenRecord& other, Date start, Date other_start) const {
  const auto key = [](const SeenRecord& r, Date day) {
    const auto& lineage = r.table->lineage[r.row];
    return std::tuple(day, lineage.file, lineage.row, r.row);
  };
  return key(*this, start) > key(other, other_start);
}

bool SeenRecord::possibly_on(Date day) const {
  return std::ranges::any_of(
      stands, [&](const Stand& stand) { return stand.start <= day && day <= stand.end; });
}

bool SeenRecord::surely_on(Date day) const {
  return match == Truth::Yes && std::ranges::any_of(stands, [&](const Stand& stand) {
           return stand.start <= day && day <= stand.sure_end;
         });
}

bool SeenRecord::possibly_in(const WindowDays& days) const {
  return std::ranges::any_of(stands, [&](const Stand& stand) {
    return stand.start <= days.hi && stand.end > days.lo && days.sees(stand.start);
  });
}

bool SeenRecord::surely_in(const WindowDays& days) const {
  return match == Truth::Yes && std::ranges::any_of(stands, [&](const Stand& stand) {
           return stand.start <= stand.sure_end && stand.start <= days.hi &&
                  stand.sure_end > days.lo && days.sees(stand.start);
         });
}

std::vector<Stretch> membership(const Case& c, PersonId person) {
  std::vector<Stretch> rows;
  const auto died = c.facts.people[person.index].died.value_or(kForever);
  for (const auto m : c.facts.members_of(c.family)) {
    const auto& member = c.facts.members[m];
    const Stretch row{member.first, std::min(member.last, died)};
    if (member.person == person && row.first <= row.last) rows.push_back(row);
  }
  std::ranges::sort(rows, {}, &Stretch::first);
  std::vector<Stretch> stretches;
  for (const auto& row : rows) {
    if (!stretches.empty() && row.first <= stretches.back().last + 1) {
      stretches.back().last = std::max(stretches.back().last, row.last);
    } else {
      stretches.push_back(row);
    }
  }
  return stretches;
}

Truth match(const Case& c, const Selector& selector, const SeenRecord& record, Date on) {
  Truth any = Truth::No;
  for (const auto& pick : selector.picks) any = either(any, passes(pick, record, on));
  return selector.about_this_need ? both(any, about_this_need(c, record)) : any;
}

std::vector<SeenRecord> records(const Case& c, const Subject& subject, RecordTypeId type,
                                bool with_the_familys) {
  std::vector<SeenRecord> list;
  const auto& of_people = c.facts.of_people[type.index];
  const auto& of_families = c.facts.of_families[type.index];
  if (subject.person) {
    add(list, c, type, of_people, subject.person->index, kAllDays);
  } else {
    for (const auto person : everybody(c)) {
      add(list, c, type, of_people, person.index, membership(c, person));
    }
  }
  if (with_the_familys || !subject.person) {
    add(list, c, type, of_families, c.family.index, kAllDays);
  }
  return list;
}

std::vector<SeenRecord> records(const Case& c, const Subject& subject, const Selector& selector,
                                Date on) {
  std::vector<SeenRecord> list;
  std::set<RecordTypeId> types;
  for (const auto& pick : selector.picks) types.insert(pick.type);
  for (const auto type : types) {
    for (auto& record : records(c, subject, type, selector.about_this_need)) {
      record.match = match(c, selector, record, on);
      if (record.match == Truth::No) continue;
      while (passes(selector.picks[record.pick], record, on) == Truth::No) ++record.pick;
      list.push_back(record);
    }
  }
  return list;
}

}  // namespace hearth::reference
