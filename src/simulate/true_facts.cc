#include "simulate/true_facts.h"

#include <algorithm>
#include <array>

#include "simulate/agency_list.h"

namespace hearth {
namespace {

std::string day_or_nothing(Date day) {
  return day == kForever || day == kBeginning ? "" : to_text(day);
}

RowFile begun(const std::filesystem::path& path, std::initializer_list<std::string_view> header) {
  RowFile file(path);
  file.row({header.begin(), header.size()});
  return file;
}

std::string_view role_of(const LivedPerson& person) { return person.parent ? "parent" : "child"; }

}  // namespace

TrueFacts::TrueFacts(const std::filesystem::path& folder)
    : folder_(folder),
      people_(begun(folder / "people.csv", {"person_id", "birth_date", "sex", "death_date"})),
      families_(begun(folder / "families.csv",
                      {"family_id", "started_on", "assessed_on", "plan_agreed_on",
                       "lead_practitioner", "closed_on", "close_reason"})),
      members_(begun(folder / "members.csv",
                     {"family_id", "person_id", "role", "start_date", "end_date", "resident"})) {}

void TrueFacts::add(const FamilyLife& family) {
  const auto id = family.id();
  families_.row(std::array<std::string_view, 7>{
      id, to_text(family.started), to_text(family.started + 11), to_text(family.started + 25), "",
      family.closed ? to_text(*family.closed) : "",
      !family.closed    ? ""
      : family.responds ? "outcomes_met"
                        : "disengaged"});
  for (const auto& person : family.people) {
    const auto person_id = person.id();
    people_.row(std::array<std::string_view, 4>{person_id, to_text(person.born),
                                                person.female ? "female" : "male", ""});
    members_.row(std::array<std::string_view, 6>{id, person_id, role_of(person),
                                                 day_or_nothing(person.joined),
                                                 day_or_nothing(person.left), "yes"});
  }
  for (const auto& record : family.records) add_record(family, record);
}

RowFile& TrueFacts::file_for(const Layout& layout) {
  const auto [at, added] =
      records_.try_emplace(layout.type, folder_ / (std::string(layout.type) + ".csv"));
  if (!added) return at->second;
  auto& file = at->second;
  file.cell("person_id");
  if (layout.dated == Dated::Spell) {
    file.cell("start_date");
    file.cell("end_date");
  } else {
    file.cell("date");
  }
  file.cell("known_on");
  file.cell("source");
  for (const auto field : layout.fields) {
    if (!field.empty()) file.cell(field);
  }
  file.end_row();
  return file;
}

void TrueFacts::add_record(const FamilyLife& family, const TrueRecord& record) {
  const auto told = first_told(family, record);
  if (!told) return;  // after the last delivery of whoever would tell it
  const auto& layout = layout_of(record.told);
  auto& file = file_for(layout);
  file.cell(family.people[record.person].id());
  file.cell(to_text(record.start));
  if (layout.dated == Dated::Spell) file.cell(day_or_nothing(record.end));
  file.cell(to_text(told->on));
  file.cell(told->feed);
  for (std::size_t i = 0; i < kMostFields && !layout.fields[i].empty(); ++i) {
    file.cell(record.fields[i]);
  }
  file.end_row();
}

Result<void> TrueFacts::put_away(std::size_t more_than) {
  for (auto* file : {&people_, &families_, &members_}) HEARTH_TRY(file->put_away(more_than));
  for (auto& [type, file] : records_) HEARTH_TRY(file.put_away(more_than));
  return {};
}

Result<void> write_true_calendar(const std::filesystem::path& folder) {
  auto coverage =
      begun(folder / "coverage.csv", {"record_type", "start_date", "end_date", "known_on"});
  for (const auto& covered : covered_by()) {
    for (const auto type : covered.types) {
      if (type == "concern" || type == "statement") continue;  // always covered
      for (const auto& delivery : covered.deliveries) {
        coverage.row(std::array<std::string_view, 4>{
            type, to_text(delivery.first), to_text(delivery.last), to_text(delivery.sent)});
      }
    }
  }
  auto terms = begun(folder / "terms.csv", {"term", "start_date", "end_date"});
  for (const auto& term : council_terms()) {
    terms.row(std::array<std::string_view, 3>{term.name, to_text(term.first), to_text(term.last)});
  }
  HEARTH_TRY(coverage.put_away());
  return terms.put_away();
}

}  // namespace hearth
