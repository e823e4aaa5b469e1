#include "engine/load_feed.h"

#include "engine/declared_feed.h"

namespace hearth {

Result<LoadFeedAnswer> load_feed(const LoadFeedRequest& request, const ReadDocument& read) {
  LoadFeedAnswer answer;
  auto declared = read_declared_feed(request.catalogue, request.feed, read);
  if (!declared) return std::unexpected(std::move(declared.error()));
  answer.declaration.take(std::move(declared->diagnostics));
  if (!declared->feed) return answer;

  auto files = load_files(*declared->feed, *declared->catalogue, request.load);
  if (!files) return std::unexpected(std::move(files.error()));
  answer.loaded = std::move(*files);
  return answer;
}

}  // namespace hearth
