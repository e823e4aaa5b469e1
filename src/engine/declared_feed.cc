#include "engine/declared_feed.h"

#include "intake/read_feed.h"

namespace hearth {

Result<DeclaredFeed> read_declared_feed(const std::string& catalogue, const std::string& feed,
                                        const ReadDocument& read) {
  DeclaredFeed declared;
  auto loaded = load_catalogue(catalogue, read);
  declared.diagnostics.take(std::move(loaded.diagnostics));
  if (!loaded.catalogue) return declared;
  declared.catalogue = std::move(loaded.catalogue);
  auto reading = read_feed_file(feed, *declared.catalogue);
  if (!reading) return std::unexpected(std::move(reading.error()));
  declared.diagnostics.take(std::move(reading->diagnostics));
  declared.feed = std::move(reading->feed);
  return declared;
}

}  // namespace hearth
