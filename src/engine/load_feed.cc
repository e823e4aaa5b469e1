#include "engine/load_feed.h"

#include "intake/read_feed.h"

namespace hearth {

Result<LoadFeedAnswer> load_feed(const LoadFeedRequest& request, const ReadDocument& read) {
  LoadFeedAnswer answer;
  auto loaded = load_catalogue(request.catalogue, read);
  answer.declaration.take(std::move(loaded.diagnostics));
  if (!loaded.catalogue) return answer;

  auto reading = read_feed_file(request.feed, *loaded.catalogue);
  if (!reading) return std::unexpected(std::move(reading.error()));
  answer.declaration.take(std::move(reading->diagnostics));
  if (!reading->feed) return answer;

  auto files = load_files(*reading->feed, *loaded.catalogue, request.load);
  if (!files) return std::unexpected(std::move(files.error()));
  answer.loaded = std::move(*files);
  return answer;
}

}  // namespace hearth
