#include "engine/import_feed.h"

#include "engine/declared_feed.h"
#include "facts/write_facts.h"
#include "intake/sightings_file.h"

namespace hearth {

Result<ImportAnswer> import_feed(const ImportRequest& request, const ReadDocument& read) {
  ImportAnswer answer;
  auto declared = read_declared_feed(request.catalogue, request.feed, read);
  if (!declared) return std::unexpected(std::move(declared.error()));
  answer.declaration.take(std::move(declared->diagnostics));
  if (!declared->feed) return answer;

  auto database = Database::open(1);
  if (!database) return std::unexpected(std::move(database.error()));
  auto sightings = SightingsFile::create(*database);
  if (!sightings) return std::unexpected(std::move(sightings.error()));
  auto options = request.options;
  if (!request.sightings.empty()) {
    options.sightings = [&](const Sighting& sighting) { return sightings->add(sighting); };
  }
  auto imported = import_files(*declared->feed, *declared->catalogue, options);
  if (!imported) return std::unexpected(std::move(imported.error()));
  answer.imported = std::move(*imported);
  answer.account = account_of(answer.imported);
  if (!answer.imported.facts) return answer;

  if (!request.sightings.empty()) {
    const auto form = file_format(request.sightings).value_or(FileFormat::Csv);
    HEARTH_TRY(sightings->write(request.sightings, form));
  }
  HEARTH_TRY(write_facts(*answer.imported.facts, request.out, request.format));
  answer.imported.facts.reset();
  return answer;
}

}  // namespace hearth
