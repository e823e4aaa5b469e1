#include "evaluate/occurrences.h"

#include <algorithm>
#include <tuple>

#include "evaluate/people.h"

namespace hearth {
namespace {

Truth test(double value, const Where& where) {
  if (!is_known(value)) return Truth::Unknown;
  const double wanted = where.values.empty() ? 0 : where.values.front();
  switch (where.test) {
    case FieldTest::Equal: return truth_of(value == wanted);
    case FieldTest::NotEqual: return truth_of(value != wanted);
    case FieldTest::Less: return truth_of(value < wanted);
    case FieldTest::LessOrEqual: return truth_of(value <= wanted);
    case FieldTest::Greater: return truth_of(value > wanted);
    case FieldTest::GreaterOrEqual: return truth_of(value >= wanted);
    case FieldTest::In:
      return truth_of(std::ranges::find(where.values, value) != where.values.end());
    case FieldTest::InLast:
    case FieldTest::InNext: return Truth::Yes;  // on the days of dated_days
  }
  return Truth::Unknown;
}

double field_of(const RecordTable& table, std::uint32_t row, const RecordType& type,
                std::string_view name) {
  const auto field = type.field(name);
  return field && !table.fields.empty() ? table.fields[field->index][row] : kNotKnown;
}

// The days from which a record passes the dated tests of a pick whose fields are known.
DaySpan dated_days(const RecordTable& table, std::uint32_t row, const Pick& pick) {
  DaySpan when = kAlways;
  for (const auto& where : pick.where) {
    if (!where.dated() || where.field.index >= table.fields.size()) continue;
    const double value = table.fields[where.field.index][row];
    if (!is_known(value)) continue;
    const Date day{static_cast<std::int32_t>(value)};
    const auto kind = where.test == FieldTest::InLast ? WindowKind::Last : WindowKind::Next;
    static const TermCalendar kNoTerms;  // a date is not counted in terms
    const auto days = WindowDays::of({kind, where.period, {}}, {}, kNoTerms).days_of(day, day);
    when = both(when, days);
  }
  return when;
}

// Whether a statement is about the criterion's need: it names its ref, or names none and its topic
// is one the need is entered by. One that says neither may be about any need that has topics.
Truth about_need(const RecordTable& table, std::uint32_t row, RecordTypeId type_id,
                 const Subject& subject) {
  const auto& brief = subject.basis.criteria[subject.criterion.index];
  const auto& type = subject.basis.facts.catalogue[type_id];
  const double about = field_of(table, row, type, "about");
  if (is_known(about) && about != 0) return truth_of(about == brief.ref_text);
  if (brief.topic_codes.empty()) return Truth::No;
  const double topic = field_of(table, row, type, "topic");
  if (!is_known(topic)) return Truth::Unknown;
  return truth_of(std::ranges::find(brief.topic_codes, topic) != brief.topic_codes.end());
}

class Gathering {
 public:
  Gathering(const Selector& records, const Subject& subject, std::vector<Occurrence>& found)
      : records_(records), subject_(subject), found_(found) {
    found_.clear();
  }

  // What was found of each type is in order already, and mostly there is little of it: then each is
  // put where it belongs, which asks for no memory.
  void put_in_order() {
    const auto key = [&](const Occurrence& o) {
      const auto& lineage = table_of(subject_.basis.facts, o.record).lineage[o.record.row];
      return std::tuple(lineage.file, lineage.row, o.record.row);
    };
    const auto before = [&](const Occurrence& a, const Occurrence& b) {
      return a.start != b.start ? a.start < b.start : key(a) < key(b);
    };
    if (found_.size() > kFew) {
      std::ranges::stable_sort(found_, before);
      return;
    }
    for (auto next = found_.begin(); next != found_.end(); ++next) {
      if (next == found_.begin() || !before(*next, *std::prev(next))) continue;
      const auto one = *next;
      const auto place = std::upper_bound(found_.begin(), next, one, before);
      std::move_backward(place, next, std::next(next));
      *place = one;
    }
  }

  void of_person(PersonId person, DaySpan membership) {
    gather(RecordRef::Of::People, subject_.basis.facts.of_people, person.index, membership);
  }

  void of_family() {
    gather(RecordRef::Of::Families, subject_.basis.facts.of_families, subject_.family.index,
           {kBeginning, kForever});
  }

 private:
  void gather(RecordRef::Of of, const std::vector<RecordTable>& tables, std::uint32_t whose,
              DaySpan membership) {
    for (std::size_t p = 0; p < records_.picks.size(); ++p) {
      const auto type = records_.picks[p].type;
      if (picked_before(p)) continue;
      const auto& table = tables[type.index];
      const auto rows = table.rows_of(whose);
      if (rows.empty()) continue;
      found_.reserve(found_.size() + rows.size());
      const bool every_row = takes_every_row(p);
      for (const auto row : rows) {
        auto pick = p;
        const Truth picked = every_row ? Truth::Yes : pick_truth(pick, table, row);
        add(pick, picked, {type, of, row}, table, membership);
      }
    }
  }

  static constexpr std::size_t kFew = 64;

  // Whether a pick asks nothing of its records: then no later one of its type can add to it.
  bool takes_every_row(std::size_t p) const { return records_.picks[p].where.empty(); }

  // Whether an earlier pick is of the same type: a record is gathered once, however many picks it
  // passes.
  bool picked_before(std::size_t p) const {
    const auto type = records_.picks[p].type;
    return std::ranges::find(records_.picks.begin(), records_.picks.begin() + p, type,
                             &Pick::type) != records_.picks.begin() + p;
  }

  // The best any pick of the type makes of the row, and the first pick that lets it through.
  Truth pick_truth(std::size_t& p, const RecordTable& table, std::uint32_t row) const {
    Truth best = Truth::No;
    const std::size_t first = p;
    const auto type = records_.picks[p].type;
    for (std::size_t i = records_.picks.size(); i-- > first;) {
      if (records_.picks[i].type != type) continue;
      const Truth truth = passes(table, row, records_.picks[i]);
      best = either(best, truth);
      if (truth != Truth::No) p = i;
    }
    return best;
  }

  void add(std::size_t p, Truth picked, RecordRef record, const RecordTable& table,
           DaySpan membership) {
    if (records_.about_this_need) {
      picked = both(picked, about_need(table, record.row, record.type, subject_));
    }
    if (picked == Truth::No) return;
    const auto& pick = records_.picks[p];
    const Date start = std::max(table.start[record.row], membership.from);
    const Date whole_end = table.end_of(record.row);
    const Date end =
        membership.until >= kForever ? whole_end : std::min(whole_end, membership.until - 1);
    if (start > end) return;
    const Date sure_end = whole_end < kForever
                              ? end
                              : std::min(end, surely_until(record.type, table.start[record.row]));
    const bool resumes = start > table.start[record.row];
    const DaySpan when = pick.where.empty() ? kAlways : dated_days(table, record.row, pick);
    if (when.empty()) return;
    found_.emplace_back(start, end, sure_end, picked == Truth::Yes, p, when, record, resumes);
  }

  Date surely_until(RecordTypeId type, Date start) const {
    const auto& covered = subject_.basis.covered_of(type, subject_.carry);
    return covered.empty() ? start : std::max(start, covered.back().last);
  }

  const Selector& records_;
  const Subject& subject_;
  std::vector<Occurrence>& found_;
};

}  // namespace

const RecordTable& table_of(const Facts& facts, RecordRef record) {
  const bool people = record.of == RecordRef::Of::People;
  return (people ? facts.of_people : facts.of_families)[record.type.index];
}

bool names_no_need(const RecordTable& table, std::uint32_t row, const RecordType& statement) {
  const double about = field_of(table, row, statement, "about");
  const bool names_one = is_known(about) && about != 0;
  return !names_one && !is_known(field_of(table, row, statement, "topic"));
}

Truth passes(const RecordTable& table, std::uint32_t row, const Pick& pick) {
  Truth all = Truth::Yes;
  for (const auto& where : pick.where) {
    const bool there = where.field.index < table.fields.size();
    all = both(all, test(there ? table.fields[where.field.index][row] : kNotKnown, where));
  }
  return all;
}

bool has_rows(const Selector& records, const Subject& subject) {
  const auto& facts = subject.basis.facts;
  const auto any = [&](const std::vector<RecordTable>& tables, std::uint32_t who) {
    return std::ranges::any_of(records.picks, [&](const Pick& pick) {
      return !tables[pick.type.index].rows_of(who).empty();
    });
  };
  if (subject.person && any(facts.of_people, subject.person->index)) return true;
  if (subject.person && !records.about_this_need) return false;
  if (any(facts.of_families, subject.family.index)) return true;
  if (subject.person) return false;
  return std::ranges::any_of(facts.members_of(subject.family), [&](std::uint32_t member) {
    return any(facts.of_people, facts.members[member].person.index);
  });
}

std::vector<Occurrence> occurrences(const Selector& records, const Subject& subject) {
  std::vector<Occurrence> found;
  find_occurrences(records, subject, found);
  return found;
}

void find_occurrences(const Selector& records, const Subject& subject,
                      std::vector<Occurrence>& found) {
  Gathering gathering(records, subject, found);
  if (subject.person) {
    gathering.of_person(*subject.person, {kBeginning, kForever});
    if (records.about_this_need) gathering.of_family();
  } else {
    gathering.of_family();
    for (const auto& [person, days] : memberships(subject.basis.facts, subject.family)) {
      gathering.of_person(person, days);
    }
  }
  gathering.put_in_order();
}

}  // namespace hearth
