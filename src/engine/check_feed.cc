#include "engine/check_feed.h"

#include <fmt/format.h>

#include <array>

#include "engine/declared_feed.h"
#include "intake/draft_feed.h"

namespace hearth {
namespace {

constexpr std::uint32_t kShown = 3;  // records of a type

struct Filled {
  long long sightings = 0;
  long long born = 0;
  long long sex = 0;
  std::array<long long, kSeenCount> seen{};

  void add(const Sighting& sighting) {
    ++sightings;
    born += sighting.born.has_value();
    sex += !sighting.sex.empty();
    for (std::size_t i = 0; i < kSeenCount; ++i) seen[i] += !sighting.seen[i].empty();
  }

  std::string text() const {
    auto text = fmt::format("\n{} sightings of people; of a hundred have\n", sightings);
    const auto line = [&](std::string_view name, long long count) {
      if (count > 0) text += fmt::format("  {:<15}{:>4}\n", name, count * 100 / sightings);
    };
    line("birth_date", born);
    line("sex", sex);
    for (std::size_t i = 0; i < kSeenCount; ++i) line(kSeenNames[i], seen[i]);
    return text;
  }
};

std::string value_text(const Field& field, double value) {
  switch (field.kind) {
    case FieldKind::Flag: return value != 0 ? "yes" : "no";
    case FieldKind::Code: return field.codes[static_cast<std::size_t>(value)];
    case FieldKind::Date: return to_text(Date{static_cast<std::int32_t>(value)});
    case FieldKind::Text: return "(a text)";
    default: return fmt::format("{}", value);
  }
}

std::string record_text(const Facts& facts, const RecordType& type, const RecordTable& table,
                        std::uint32_t row) {
  auto text = fmt::format("  {}", to_text(table.start[row]));
  if (type.has_end()) text += fmt::format(" to {}", to_text(table.end_of(row)));
  for (std::size_t f = 0; f < type.fields.size(); ++f) {
    const auto value = table.fields[f][row];
    if (is_known(value)) {
      text += fmt::format(", {} {}", type.fields[f].name, value_text(type.fields[f], value));
    }
  }
  const auto& lineage = table.lineage[row];
  return text + fmt::format("  ({} row {})\n", facts.files[lineage.file], lineage.row);
}

std::string preview_of(const Facts& facts) {
  std::string text;
  for (std::size_t t = 0; t < facts.catalogue.record_types.size(); ++t) {
    const auto& table = facts.of_people[t];
    const auto& type = facts.catalogue.record_types[t];
    if (table.size() == 0) continue;
    text += fmt::format("\n{}, the first of {}:\n", type.name, table.size());
    for (std::uint32_t row = 0; row < std::min<std::size_t>(kShown, table.size()); ++row) {
      text += record_text(facts, type, table, row);
    }
  }
  return text;
}

std::string coverage_of(const Facts& facts) {
  std::string text;
  for (std::size_t t = 0; t < facts.coverage.size(); ++t) {
    for (const auto& stretch : facts.coverage[t]) {
      text += fmt::format("  {} {} to {}\n", facts.catalogue.record_types[t].name,
                          to_text(stretch.first), to_text(stretch.last));
    }
  }
  return text.empty() ? "\nnothing would be covered\n" : "\nwould be covered:\n" + text;
}

}  // namespace

Result<FeedCheck> check_feed(const FeedCheckRequest& request, const ReadDocument& read) {
  FeedCheck check;
  auto declared = read_declared_feed(request.catalogue, request.feed, read);
  if (!declared) return std::unexpected(std::move(declared.error()));
  check.declaration.take(std::move(declared->diagnostics));
  if (!declared->feed) return check;

  Filled filled;
  auto options = request.options;
  options.sightings = [&](const Sighting& sighting) -> Result<void> {
    filled.add(sighting);
    return {};
  };
  long long relations = 0;
  options.relations = [&](const ToldRelation&) -> Result<void> {
    ++relations;
    return {};
  };
  // Nothing is kept, so the families' start does not matter; any day does.
  if (!options.started) options.started = date_of({2000, 1, 1});
  auto imported = import_files(*declared->feed, *declared->catalogue, options);
  if (!imported) return std::unexpected(std::move(imported.error()));
  check.text = account_of(*imported);
  if (imported->facts) {
    check.text += preview_of(*imported->facts) + coverage_of(*imported->facts);
  }
  if (filled.sightings > 0) check.text += filled.text();
  if (relations > 0) check.text += fmt::format("{} relations of people to others\n", relations);
  check.rows = std::move(imported->diagnostics);
  return check;
}

Result<std::string> draft_feed_for(const std::string& file) {
  auto database = Database::open(1);
  if (!database) return std::unexpected(std::move(database.error()));
  return draft_feed(*database, file);
}

}  // namespace hearth
