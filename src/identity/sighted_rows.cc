#include "identity/sighted_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "store/facts_view.h"
#include "store/link_copies.h"

namespace hearth::identity {
namespace {

std::int64_t number_from(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool says_something(const link::Sightings& sightings, link::RowNumber row) {
  return std::ranges::any_of(sightings.fields, [&](const link::FieldColumn& field) {
    const bool agency =
        field.kind == link::FieldKind::AgencyNumber || field.kind == link::FieldKind::Role;
    return !agency && field.of_row[row] != 0;
  });
}

}  // namespace

SightingPlace place_of(const std::string& input, std::string_view row_id) {
  const std::string_view name = input;
  const auto hyphen = name.find('-');
  return {number_from(name), number_from(name.substr(hyphen + 1)), number_from(row_id)};
}

std::string input_name(const SightingPlace& place) {
  return fmt::format("{}-{:03}.parquet", load_name(place.load), place.part);
}

Result<link::ReadSightings> read_loads(const Store& store, const std::vector<LoadEntry>& loads,
                                       std::int64_t after, std::int64_t last,
                                       const link::Model& model, int threads) {
  const LinkCopies copies(store.lake);
  std::vector<link::Input> inputs;
  for (const auto& load : loads) {
    if (load.number <= after || load.number > last) continue;
    for (const auto& segment : load.segments) {
      if (segment.kind != kSightings) continue;
      if (const auto fault = store.lake.fault_of(kept(segment)); !fault.empty()) {
        return std::unexpected(spoilt(fault));
      }
      const auto path = store.lake.segment_path(segment.name);
      inputs.push_back({copies.of(segment).value_or(path), path.filename().string()});
    }
  }
  TableFiles files(threads);
  return link::read_sightings(files, inputs, model);
}

std::vector<link::RowNumber> first_of_same(const link::Sightings& sightings) {
  std::unordered_set<std::uint64_t> seen;
  std::vector<link::RowNumber> rows;
  for (link::RowNumber row = 0; row < sightings.size(); ++row) {
    if (!says_something(sightings, row)) continue;
    if (seen.insert(sightings.content[row]).second) rows.push_back(row);
  }
  return rows;
}

void keep_rows(link::Sightings& sightings, const std::vector<link::RowNumber>& rows) {
  if (rows.size() == sightings.size()) return;
  const auto keep = [&](auto& list) {
    std::size_t at = 0;
    for (const auto row : rows) list[at++] = list[row];
    list.resize(at);
  };
  for (auto& field : sightings.fields) keep(field.of_row);
  keep(sightings.input_of);
  keep(sightings.content);
  link::Texts ids;
  for (const auto row : rows) ids.append(sightings.row_ids[row]);
  sightings.row_ids = std::move(ids);
}

}  // namespace hearth::identity
