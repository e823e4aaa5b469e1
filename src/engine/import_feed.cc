#include "engine/import_feed.h"

#include "facts/write_facts.h"
#include "intake/read_feed.h"
#include "intake/sightings_file.h"

namespace hearth {

Result<ImportAnswer> import_feed(const ImportRequest& request, const ReadDocument& read) {
  ImportAnswer answer;
  auto loaded = load_catalogue(request.catalogue, read);
  answer.declaration.take(std::move(loaded.diagnostics));
  if (!loaded.catalogue) return answer;

  auto reading = read_feed_file(request.feed, *loaded.catalogue);
  if (!reading) return std::unexpected(std::move(reading.error()));
  answer.declaration.take(std::move(reading->diagnostics));
  if (!reading->feed) return answer;

  auto database = Database::open(1);
  if (!database) return std::unexpected(std::move(database.error()));
  auto sightings = SightingsFile::create(*database);
  if (!sightings) return std::unexpected(std::move(sightings.error()));
  auto options = request.options;
  if (!request.sightings.empty()) {
    options.sightings = [&](const Sighting& sighting) { return sightings->add(sighting); };
  }
  auto imported = import_files(*reading->feed, *loaded.catalogue, options);
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
