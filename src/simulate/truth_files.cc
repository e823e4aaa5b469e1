#include "simulate/truth_files.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"

namespace hearth {
namespace {

RowFile begun(const std::filesystem::path& path, std::initializer_list<std::string_view> header) {
  RowFile file(path);
  file.row({header.begin(), header.size()});
  return file;
}

}  // namespace

TruthFiles::TruthFiles(const std::filesystem::path& folder)
    : sightings_(begun(folder / "sightings.csv",
                       {"feed", "file", "table", "row", "person_id", "mistakes"})),
      identities_(begun(folder / "identities.csv", {"feed", "local_id", "person_id"})),
      households_(begun(folder / "households.csv",
                        {"person_id", "household_id", "start_date", "end_date"})),
      relations_(begun(folder / "relations.csv", {"person_id", "relation", "other_id"})),
      people_(begun(folder / "people.csv",
                    {"person_id", "family_id", "name_origin", "sex", "birth_date"})),
      loads_(
          begun(folder / "loads.csv", {"feed", "file", "covers_from", "covers_to", "received_on"})),
      missing_(begun(folder / "missing.csv", {"feed", "file", "covers_from", "covers_to"})),
      mistakes_(begun(folder / "mistakes.csv", {"mistake", "count"})) {}

void TruthFiles::add_family(const FamilyLife& family) {
  told_.clear();
  for (std::size_t i = 0; i < family.people.size(); ++i) {
    for (std::size_t j = 0; j < family.people.size(); ++j) {
      if (!family.is_parent_of(i, j)) continue;
      relations_.row(
          std::array<std::string_view, 3>{family.people[i].id(), "parent", family.people[j].id()});
    }
  }
  for (const auto& person : family.people) {
    const auto id = person.id();
    people_.row(std::array<std::string_view, 5>{id, family.id(), to_text(family.origin),
                                                person.female ? "female" : "male",
                                                to_text(person.born)});
    for (const auto& stay : person.stays) {
      households_.row(
          std::array<std::string_view, 4>{id, fmt::format("H{:08}", family.number * 16 + stay.home),
                                          stay.first == kBeginning ? "" : to_text(stay.first),
                                          stay.last == kForever ? "" : to_text(stay.last)});
    }
  }
}

void TruthFiles::add_row(std::string_view feed, const std::string& file, const std::string& table,
                         std::int64_t row, const LivedPerson& person, const std::string& local_id,
                         const std::string& mistakes) {
  sightings_.row(std::array<std::string_view, 6>{feed, file, table, fmt::format("{}", row),
                                                 person.id(), mistakes});
  count(mistakes);
  if (!told_.emplace(feed, local_id, person.number).second) return;
  identities_.row(std::array<std::string_view, 3>{feed, local_id, person.id()});
}

void TruthFiles::add_load(std::string_view feed, const std::string& file,
                          const Delivery& delivery) {
  loads_.row(std::array<std::string_view, 5>{feed, file, to_text(delivery.first),
                                             to_text(delivery.last), to_text(delivery.sent)});
}

void TruthFiles::add_missing(std::string_view feed, const std::string& file,
                             const Delivery& delivery) {
  missing_.row(
      std::array<std::string_view, 4>{feed, file, to_text(delivery.first), to_text(delivery.last)});
  count("missing_delivery");
}

void TruthFiles::count(const std::string& mistakes) {
  if (mistakes.empty()) return;
  for (const auto mistake : split(mistakes, ' ')) {
    const auto found = counts_.find(mistake);
    if (found == counts_.end()) {
      counts_.emplace(mistake, 1);
    } else {
      ++found->second;
    }
  }
}

Result<void> TruthFiles::put_away(std::size_t more_than) {
  for (auto* file : {&sightings_, &identities_, &households_, &relations_, &people_, &loads_,
                     &missing_, &mistakes_}) {
    HEARTH_TRY(file->put_away(more_than));
  }
  return {};
}

Result<void> TruthFiles::finish() {
  for (const auto& [mistake, count] : counts_) {
    mistakes_.row(std::array<std::string_view, 2>{mistake, fmt::format("{}", count)});
  }
  return put_away(0);
}

}  // namespace hearth
