#include "engine/import_feed.h"

#include "engine/declared_feed.h"
#include "facts/write_facts.h"
#include "intake/relations_file.h"
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
  auto relations = RelationsFile::create(*database);
  if (!relations) return std::unexpected(std::move(relations.error()));
  auto options = request.options;
  if (!request.sightings.empty()) {
    options.sightings = [&](const Sighting& sighting) { return sightings->add(sighting); };
  }
  if (!request.relations.empty()) {
    options.relations = [&](const ToldRelation& relation) { return relations->add(relation); };
  }
  auto imported = import_files(*declared->feed, *declared->catalogue, options);
  if (!imported) return std::unexpected(std::move(imported.error()));
  answer.imported = std::move(*imported);
  answer.account = account_of(answer.imported);
  if (!answer.imported.facts) return answer;

  const auto form_of = [](const std::string& path) {
    return file_format(path).value_or(FileFormat::Csv);
  };
  if (!request.sightings.empty()) {
    HEARTH_TRY(sightings->write(request.sightings, form_of(request.sightings)));
  }
  if (!request.relations.empty()) {
    HEARTH_TRY(relations->write(request.relations, form_of(request.relations)));
  }
  HEARTH_TRY(write_facts(*answer.imported.facts, request.out, request.format));
  answer.imported.facts.reset();
  return answer;
}

}  // namespace hearth
