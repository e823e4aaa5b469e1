#include "casebook/people_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "casebook/many_rows.h"
#include "casebook/runs.h"
#include "casebook/schema.h"

namespace hearth {
namespace {

constexpr std::string_view kRunColumns =
    "run, day, model, loads, last_event, last_person, seal from link_run";
LinkRunEntry run_in(const SqlRow& row) {
  return {number_in(row[0]),
          day_in(row[1]),
          number_in(row[2]),
          number_in(row[3]),
          number_in(row[4]),
          row[5],
          row[6]};
}

LinkModelEntry model_in(const SqlRow& row) {
  return {number_in(row[0]), day_in(row[1]), number_in(row[2]), row[3], row[4]};
}

PersonEventEntry event_in(const SqlRow& row) {
  return {number_in(row[0]), day_in(row[1]), row[2], row[3], row[4],
          number_in(row[5]), row[6],         row[7]};
}

// Of tables that are not there yet.
template <typename Entry>
Result<std::vector<Entry>> nothing(const Result<bool>& there) {
  if (!there) return std::unexpected(there.error());
  return std::vector<Entry>();
}

}  // namespace

Result<void> PeopleBook::make() { return make_tables(session_, kPeopleTables); }

Result<std::optional<LinkRunEntry>> PeopleBook::last_run(const AsKnown& known) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return std::nullopt;
  const auto row = last_run_row(session_, kRunColumns, "run", known);
  if (!row) return std::unexpected(row.error());
  return *row ? std::optional(run_in(**row)) : std::nullopt;
}

Result<std::map<std::int64_t, std::string>> PeopleBook::seals_of(
    const std::vector<std::int64_t>& runs) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return std::map<std::int64_t, std::string>();
  return texts_by_number(session_, "select run, seal from link_run join asked on run = asked.a",
                         runs);
}

Result<std::optional<LinkModelEntry>> PeopleBook::model(std::int64_t number) {
  const auto rows = session_.run(
      "select model, learnt_on, loads, rules, toml from link_model where model = cast($1 as "
      "bigint)",
      {std::to_string(number)});
  if (!rows) return std::unexpected(rows.error());
  return rows->empty() ? std::nullopt : std::optional(model_in(rows->front()));
}

Result<std::vector<PersonEventEntry>> PeopleBook::events(const std::string& where,
                                                         const std::vector<std::string>& values) {
  const auto rows = session_.run(
      "select event, day, what, person_id, other_id, about, said_by, because from person_event"
      " where " +
          where + " order by event",
      values);
  if (!rows) return std::unexpected(rows.error());
  std::vector<PersonEventEntry> events;
  for (const auto& row : *rows) events.push_back(event_in(row));
  for (const auto* table : {"sighted", "person_event_row"}) {
    const auto places = session_.run(
        fmt::format("select event, load, part, row_number from {} where event in (select event from"
                    " person_event where {}) order by event, load, part, row_number",
                    table, where),
        values);
    if (!places) return std::unexpected(places.error());
    auto event = events.begin();
    for (const auto& place : *places) {
      const auto number = number_in(place[0]);
      while (event != events.end() && event->number < number) ++event;
      if (event == events.end() || event->number != number) continue;
      event->rows.push_back({number_in(place[1]), number_in(place[2]), number_in(place[3])});
    }
  }
  return events;
}

Result<void> PeopleBook::each_run(const TakeRun& take) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return {};
  return in_transaction(session_, Access::Read, [&]() -> Result<void> {
    const auto rows = session_.run(fmt::format("select {} order by run", kRunColumns));
    if (!rows) return std::unexpected(rows.error());
    std::int64_t model_before = 0;
    for (const auto& row : *rows) {
      auto run = run_in(row);
      auto found = events("run = cast($1 as bigint)", {row[0]});
      if (!found) return std::unexpected(found.error());
      run.events = std::move(*found);
      std::optional<LinkModelEntry> first;
      if (run.model != model_before) {
        const auto used = model(run.model);
        if (!used) return std::unexpected(used.error());
        first = *used;
      }
      model_before = run.model;
      if (!take(run, first ? &*first : nullptr)) break;
    }
    return {};
  });
}

// Each asks first what an index of few events is made for (schema.h), so that it is used.
Result<std::vector<PersonEventEntry>> PeopleBook::decisions() {
  if (const auto any = there(); !any || !*any) return nothing<PersonEventEntry>(any);
  return events("what not in ('founded', 'attached', 'doubted', 'doubt_ended')", {});
}

Result<std::vector<PersonEventEntry>> PeopleBook::doubts() {
  if (const auto any = there(); !any || !*any) return nothing<PersonEventEntry>(any);
  return events("what not in ('founded', 'attached') and what in ('doubted', 'doubt_ended')", {});
}

Result<std::vector<PersonEventEntry>> PeopleBook::doubts_of(const std::set<std::string>& people) {
  if (const auto any = there(); !any || !*any) return nothing<PersonEventEntry>(any);
  std::vector<SqlRow> asked;
  for (const auto& person : people) asked.push_back({person});
  const auto found = select_by(session_,
                               "select e.event, e.day, e.what, e.person_id, e.other_id, e.about,"
                               " e.said_by, e.because from person_event e join asked on"
                               " e.person_id = asked.a where e.what not in ('founded', 'attached')"
                               " and e.what in ('doubted', 'doubt_ended')",
                               {"text"}, asked);
  if (!found) return std::unexpected(found.error());
  std::map<std::int64_t, PersonEventEntry> events;
  std::vector<SqlRow> numbers;
  for (const auto& row : *found) {
    events.emplace(number_in(row[0]), event_in(row));
    numbers.push_back({row[0]});
  }
  const auto places = select_by(session_,
                                "select r.event, r.load, r.part, r.row_number from person_event_row"
                                " r join asked on r.event = asked.a",
                                {"bigint"}, numbers);
  if (!places) return std::unexpected(places.error());
  for (const auto& row : *places) {
    events.at(number_in(row[0]))
        .rows.push_back({number_in(row[1]), number_in(row[2]), number_in(row[3])});
  }
  std::vector<PersonEventEntry> in_order;
  for (auto& [number, event] : events) {
    std::ranges::sort(event.rows);
    in_order.push_back(std::move(event));
  }
  return in_order;
}

Result<std::vector<SightedEntry>> PeopleBook::sighted() {
  if (const auto any = there(); !any || !*any) return nothing<SightedEntry>(any);
  const auto rows = session_.run(
      "select s.load, s.part, s.row_number, s.event, e.person_id from sighted s"
      " join person_event e on e.event = s.event");
  if (!rows) return std::unexpected(rows.error());
  std::vector<SightedEntry> sighted;
  for (const auto& row : *rows) {
    sighted.push_back(
        {{number_in(row[0]), number_in(row[1]), number_in(row[2])}, number_in(row[3]), row[4]});
  }
  return sighted;
}

Result<void> PeopleBook::insert(const LinkRunEntry& run, const LinkModelEntry* model) {
  if (model != nullptr) {
    ManyRows models(session_, "link_model", {"bigint", "text", "bigint", "text", "text"});
    HEARTH_TRY(models.add({std::to_string(model->number), to_text(model->learnt_on),
                           std::to_string(model->loads), model->rules, model->toml}));
    HEARTH_TRY(models.finish());
  }
  ManyRows runs(session_, "link_run",
                {"bigint", "text", "bigint", "bigint", "bigint", "text", "text"});
  HEARTH_TRY(runs.add({std::to_string(run.number), to_text(run.day), std::to_string(run.model),
                       std::to_string(run.loads), std::to_string(run.last_event), run.last_person,
                       run.seal}));
  HEARTH_TRY(runs.finish());
  ManyRows events(session_, "person_event",
                  {"bigint", "bigint", "text", "text", "text", "text", "bigint", "text", "text"});
  for (const auto& event : run.events) {
    HEARTH_TRY(events.add({std::to_string(event.number), std::to_string(run.number),
                           to_text(event.day), event.what, event.person, event.other,
                           std::to_string(event.about), event.by, event.because}));
  }
  HEARTH_TRY(events.finish());
  ManyRows sighted(session_, "sighted", {"bigint", "bigint", "bigint", "bigint"});
  ManyRows about(session_, "person_event_row", {"bigint", "bigint", "bigint", "bigint"});
  for (const auto& event : run.events) {
    const auto number = std::to_string(event.number);
    for (const auto& place : event.rows) {
      const auto load = std::to_string(place.load), part = std::to_string(place.part),
                 row = std::to_string(place.row);
      HEARTH_TRY(finds_rows(event.what) ? sighted.add({load, part, row, number})
                                        : about.add({number, load, part, row}));
    }
  }
  HEARTH_TRY(sighted.finish());
  return about.finish();
}

Result<void> PeopleBook::add(const LinkRunEntry& run, const LinkModelEntry* model) {
  return in_transaction(session_, Access::Write, [&]() -> Result<void> {
    HEARTH_TRY(make());
    return insert(run, model);
  });
}

Result<std::vector<std::string>> broken_seals(PeopleBook& people) {
  std::vector<std::string> broken;
  std::string before;
  std::int64_t expected = 1;
  HEARTH_TRY(people.each_run([&](const LinkRunEntry& run, const LinkModelEntry* model) {
    for (; expected < run.number; ++expected) {
      broken.push_back(fmt::format("casebook, run {} of the linker: it is gone", expected));
    }
    ++expected;
    if (seal_of(run, model, before) != run.seal) {
      broken.push_back(fmt::format(
          "casebook, run {} of the linker: its rows, or the seal before it, are not what was "
          "committed",
          run.number));
    }
    before = run.seal;
    return true;
  }));
  return broken;
}

}  // namespace hearth
