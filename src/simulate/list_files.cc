#include "simulate/list_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace hearth {
namespace {

using Columns = std::vector<std::string_view>;

Columns cells_of(const AgencyList& list) {
  Columns cells;
  for (const auto part : split(list.columns, ';')) {
    const auto cell = part.substr(part.find('=') + 1);
    cells.push_back(cell.substr(0, cell.find(':')));
  }
  return cells;
}

Shown shown_by(const AgencyList& list) {
  const auto cells = cells_of(list);
  const auto has = [&](std::string_view name) {
    return std::ranges::find(cells, name) != cells.end();
  };
  return {.names = has("surname"),
          .birth_date = has("birth_date"),
          .address = has("address") || has("uprn"),
          .postcode = has("postcode"),
          .identifiers = has("upn") || has("nino") || has("local_upn") || has("local_nhs"),
          .own_number = has("local_id")};
}

// Two are a day; of an exclusion for good none are told.
std::string sessions_of(const TrueRecord& record) {
  const auto& days = record.fields[0];
  return days.empty() ? "" : fmt::format("{:.0f}", std::stod(days) * 2);
}

}  // namespace

ListFiles::ListFiles(const AgencyList& list, std::uint64_t seed, const MistakeRates& mistakes,
                     const std::filesystem::path& folder, TruthFiles& truth)
    : list_(list),
      agency_(seed, list.feed, mistakes, shown_by(list)),
      deliveries_(deliveries_of(list)) {
  for (const auto part : split(list.columns, ';')) {
    const auto equals = part.find('=');
    const auto cell = part.substr(equals + 1);
    const auto colon = cell.find(':');
    columns_.push_back(
        {part.substr(0, equals), cell.substr(0, colon),
         colon == std::string_view::npos ? std::string_view() : cell.substr(colon + 1)});
  }
  for (std::size_t i = 0; i < deliveries_.size(); ++i) {
    const auto& delivery = deliveries_[i];
    auto& file = files_.emplace_back();
    auto luck = agency_.chance(i, "delivery");
    if (luck.per_thousand(agency_.rates().missing_delivery)) {
      truth.add_missing(list.feed, file_of(list, delivery), delivery);
      continue;
    }
    file.emplace(list, delivery, folder);
    for (const auto& column : columns_) file->cell(std::string(column.header));
    file->end_row();
    truth.add_load(list.feed, file->name(), delivery);
  }
}

std::size_t ListFiles::delivery_of(Date day) const {
  const auto found = std::ranges::find_if(
      deliveries_, [&](const Delivery& delivery) { return day <= delivery.last; });
  return static_cast<std::size_t>(found - deliveries_.begin());
}

void ListFiles::add(const FamilyLife& family, TruthFiles& truth) {
  auto luck = agency_.chance(family.number, "rows");
  for (const auto& record : family.records) {
    const ListTells* tells = nullptr;
    if (is_told_by(list_, family, record, &tells)) tell(family, record, *tells, luck, truth);
  }
  if (!list_.keeps_relations_of.empty()) tell_relations(family, truth);
}

// A spell is told when it begins and, if that is in another delivery, again when it has ended.
void ListFiles::tell(const FamilyLife& family, const TrueRecord& record, const ListTells& tells,
                     Random& chance, TruthFiles& truth) {
  const auto& rates = agency_.rates();
  auto first = delivery_of(record.start);
  const bool last_one = first + 1 >= deliveries_.size();
  const bool late = chance.per_thousand(rates.late_row) && !last_one;
  const bool corrected = chance.per_thousand(rates.correction) && !last_one && !late;
  const bool repeated = chance.per_thousand(rates.repeated_row);
  const bool bad_date = chance.per_thousand(rates.bad_date);
  if (late) ++first;
  const auto begun = Row{record, tells, deliveries_[first], !corrected, bad_date};
  write(first, family, begun, late ? "late_row" : corrected ? "uncorrected" : "", truth);
  if (repeated) write(first, family, begun, "repeated_row", truth);
  if (corrected) {
    write(first + 1, family, {record, tells, deliveries_[first + 1]}, "correction", truth);
  }
  if (layout_of(record.told).dated == Dated::Day || record.end == kForever) return;
  const auto last = delivery_of(record.end);
  if (last > first + corrected) write(last, family, {record, tells, deliveries_[last]}, "", truth);
}

void ListFiles::write(std::size_t delivery, const FamilyLife& family, const Row& row,
                      const char* mistake, TruthFiles& truth) {
  auto& file = files_[delivery];
  if (!file) return;
  const auto& person = family.people[row.record.person];
  auto seen = agency_.see(family, row.record.person, row.delivery.last);
  for (const auto& column : columns_) {  // which number the agency goes by
    if (column.cell == "local_upn") seen.local_id = seen.identifiers.upn;
    if (column.cell == "local_nhs") seen.local_id = seen.identifiers.nhs_number;
  }
  auto mistakes = seen.mistakes;
  for (const std::string_view more :
       {std::string_view(mistake), std::string_view(row.bad_date ? "bad_date" : "")}) {
    if (!more.empty()) mistakes += (mistakes.empty() ? "" : " ") + std::string(more);
  }
  truth.add_row(list_.feed, file->name(), "rows", file->rows() + 1, person, seen.local_id,
                mistakes);
  for (const auto& column : columns_) {
    const auto cell = person_cell(column, seen);
    file->cell(cell ? *cell : record_cell(column, row));
  }
  file->end_row();
}

// Who is related to whom, when the family comes to be known and whenever one moves or is born.
void ListFiles::tell_relations(const FamilyLife& family, TruthFiles& truth) {
  auto known = kForever;
  for (const auto& record : family.records) {
    const bool kept =
        std::ranges::find(list_.keeps_relations_of, record.told) != list_.keeps_relations_of.end();
    if (kept) known = std::min(known, std::max(record.start, first_day()));
  }
  bool first = true;
  for (std::size_t d = 0; d < deliveries_.size(); ++d) {
    const auto& delivery = deliveries_[d];
    if (delivery.last < known) continue;
    const auto is_now = [&](Date day) { return delivery.first <= day && day <= delivery.last; };
    const bool news = std::ranges::any_of(family.people, [&](const LivedPerson& person) {
      return std::ranges::any_of(person.stays,
                                 [&](const Stay& stay) { return is_now(stay.first); });
    });
    if (first || news) write_relations(d, family, truth);
    first = false;
  }
}

void ListFiles::write_relations(std::size_t delivery, const FamilyLife& family, TruthFiles& truth) {
  auto& file = files_[delivery];
  if (!file) return;
  const auto on = deliveries_[delivery].last;
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < family.people.size(); ++i) {
    for (std::size_t j = 0; j < family.people.size(); ++j) {
      const auto &one = family.people[i], &other = family.people[j];
      if (one.joined > on || other.joined > on) continue;
      if (family.is_parent_of(i, j)) relations.push_back({i, j, one.female ? "Mother" : "Father"});
      if (family.is_parent_of(j, i) && j == 0) relations.push_back({i, j, "Child"});
      const bool live_together = i > 0 && j == 0 && one.parent && one.is_member(on);
      if (live_together) relations.push_back({i, j, "Partner"});
    }
  }
  for (const auto& relation : relations) {
    const auto seen = agency_.see(family, relation.person, on);
    const auto other = agency_.see(family, relation.other, on).local_id;
    truth.add_row(list_.feed, file->name(), "rows", file->rows() + 1,
                  family.people[relation.person], seen.local_id, seen.mistakes);
    for (const auto& column : columns_) {
      const auto cell = person_cell(column, seen);
      file->cell(cell                        ? *cell
                 : column.cell == "relation" ? Cell(std::string(relation.word))
                 : column.cell == "related"  ? Cell(other)
                 : column.cell == "type"     ? Cell(std::string(list_.relation_word))
                                             : Cell());
    }
    file->end_row();
  }
}

// What a row says of its person, whatever it is about; nothing for other columns.
std::optional<Cell> ListFiles::person_cell(const Column& column, const Sighted& seen) const {
  const auto& name = column.cell;
  if (name.starts_with("local_")) return seen.local_id;
  if (name == "forename") return seen.forename;
  if (name == "surname") return seen.surname;
  if (name == "birth_date") return seen.born ? Cell(*seen.born) : Cell();
  if (name == "sex") return std::string(seen.female ? "F" : "M");
  if (name == "address") return seen.address;
  if (name == "postcode") return seen.postcode;
  if (name == "uprn") return seen.uprn;
  if (name == "upn") return seen.identifiers.upn;
  if (name == "nino") return seen.identifiers.nino;
  if (name == "household") return seen.household;
  if (name == "protected") return std::string(seen.is_protected ? "Y" : "N");
  return std::nullopt;
}

Cell ListFiles::record_cell(const Column& column, const Row& row) const {
  const auto& record = row.record;
  const auto& name = column.cell;
  const bool spell = layout_of(record.told).dated == Dated::Spell;
  if (name == "type") return std::string(row.tells.word);
  if (name == "start") return row.bad_date ? Cell(SerialDay{record.start}) : Cell(record.start);
  if (name == "end") {
    const bool ended = spell && record.end <= row.delivery.last;
    return ended ? Cell(record.end) : Cell();
  }
  const auto& fields = layout_of(record.told).fields;
  if (name == "sessions" && row.whole) return sessions_of(record);
  const auto field = std::ranges::find(fields, name);
  if (field == fields.end() || !row.whole) return {};
  const bool running = spell && record.end != kForever && record.end > row.delivery.last;
  if (name == "result" && running) return {};  // nobody knows yet
  const auto& value = record.fields[static_cast<std::size_t>(field - fields.begin())];
  if (value.size() == 10 && value[4] == '-') {
    if (const auto day = parse_date(value)) return *day;
  }
  return std::string(code_of(column.codes, value));
}

Result<void> ListFiles::put_away(std::size_t more_than) {
  for (auto& file : files_) {
    if (file) HEARTH_TRY(file->put_away(more_than));
  }
  return {};
}

Result<void> ListFiles::finish() {
  for (auto& file : files_) {
    if (file) HEARTH_TRY(file->finish());
  }
  return {};
}

}  // namespace hearth
