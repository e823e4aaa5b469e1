#include "simulate/truth_files.h"

#include <fmt/format.h>

#include <array>

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
      people_(begun(folder / "people.csv",
                    {"person_id", "family_id", "name_origin", "sex", "birth_date"})),
      loads_(begun(folder / "loads.csv",
                   {"feed", "file", "covers_from", "covers_to", "received_on"})) {}

void TruthFiles::add_family(const FamilyLife& family) {
  told_.clear();
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

void TruthFiles::add_row(std::string_view feed, const RowFile& file, const std::string& table,
                         std::int64_t row, const LivedPerson& person, const std::string& local_id,
                         const std::string& mistakes) {
  sightings_.row(std::array<std::string_view, 6>{feed, file.name(), table, fmt::format("{}", row),
                                                 person.id(), mistakes});
  if (!told_.emplace(feed, local_id, person.number).second) return;
  identities_.row(std::array<std::string_view, 3>{feed, local_id, person.id()});
}

void TruthFiles::add_load(std::string_view feed, const std::string& file,
                          const Delivery& delivery) {
  loads_.row(std::array<std::string_view, 5>{feed, file, to_text(delivery.first),
                                             to_text(delivery.last), to_text(delivery.sent)});
}

Result<void> TruthFiles::put_away(std::size_t more_than) {
  for (auto* file : {&sightings_, &identities_, &households_, &people_, &loads_}) {
    HEARTH_TRY(file->put_away(more_than));
  }
  return {};
}

}  // namespace hearth
