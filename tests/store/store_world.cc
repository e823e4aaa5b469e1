#include "store/store_world.h"

#include <algorithm>

#include "intake/read_feed.h"
#include "language/load_plan.h"
#include "store/facts_view.h"
#include "store/verify.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

Catalogue shipped_catalogue() {
  auto loaded =
      load_catalogue(root() + "/plans/catalogue.md",
                     [](const std::string& path) -> Result<std::string> { return text_of(path); });
  return loaded.catalogue ? *loaded.catalogue : Catalogue{};
}

}  // namespace

std::string to_text(StoreKind kind) { return kind == StoreKind::Sqlite ? "Sqlite" : "Postgres"; }

StoreWorld::StoreWorld(StoreKind of) : kind(of), place(folder.path() / "store") {
  static const Catalogue kShipped = shipped_catalogue();
  catalogue = kShipped;
  auto reading = read_feed_file(folder.write("suspensions.toml", kFeedToml), catalogue);
  EXPECT_TRUE(reading && reading->feed) << (reading ? to_text(reading->diagnostics) : "");
  if (reading && reading->feed) feed = *reading->feed;
  if (kind == StoreKind::Sqlite) {
    address = place.string();
  } else if (auto* server = PostgresServer::get()) {
    url = server->new_database();
    address = url + "&lake=" + place.string();
  }
}

LoadAnswer StoreWorld::load(const std::string& rows, const std::string& covers,
                            const std::string& on, std::int64_t mends) {
  const auto name = "in/" + std::to_string(++files_) + "/suspensions.csv";
  return load_file(folder.write(name, kHeader + rows), covers, on, mends);
}

LoadAnswer StoreWorld::load_file(const std::string& path, const std::string& covers,
                                 const std::string& on, std::int64_t mends) {
  LoadRequest request;
  request.store = address;
  request.options.files = {path};
  request.options.started = parse_date("2024-01-01");
  if (!covers.empty()) {
    request.options.covers =
        Stretch{*parse_date(covers.substr(0, 10)), *parse_date(covers.substr(12))};
  }
  request.on = *parse_date(on);
  request.mends = mends;
  auto answer = load_files(feed, catalogue, request);
  EXPECT_TRUE(answer.has_value()) << answer.error().message;
  return answer ? std::move(*answer) : LoadAnswer{};
}

std::string StoreWorld::file_of_view(const std::string& name, const std::string& known) {
  auto store = Store::open_to_read(address);
  if (!store) return store.error().message;
  const TemporaryFolder out;
  const ViewRequest request{parse_date(known), FileFormat::Csv, 1, {}};
  const auto written = write_view(*store, request, out.path() / "facts");
  return written ? text_of((out.path() / "facts" / name).string()) : written.error().message;
}

std::string StoreWorld::stands(const std::string& known) {
  const auto text = file_of_view("suspension.csv", known);
  if (!text.ends_with('\n')) return text;  // why there is no answer, or nothing
  std::string lines;
  for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
    const auto end = text.find('\n', begin);
    const auto line = text.substr(begin, end - begin);
    const auto row = line.find(" row ");  // person,day,known,source: file row N,days,…
    const auto days = line.substr(line.find(',', row) + 1);
    const auto second = line.find(',', line.find(',') + 1);
    lines += line.substr(0, second) + "," + days.substr(0, days.find(',')) + "\n";
    begin = end + 1;
  }
  return lines;
}

std::string StoreWorld::people(const std::string& known) {
  return file_of_view("people.csv", known);
}

std::vector<LoadEntry> StoreWorld::loads() {
  auto store = Store::open_to_read(address);
  if (!store) return {};
  auto found = store->casebook.loads();
  return found ? *found : std::vector<LoadEntry>{};
}

std::vector<std::string> StoreWorld::faults() {
  auto store = Store::open_to_read(address);
  if (!store) return {store.error().message};
  const auto verified = verify(*store, [](std::size_t, std::size_t) {});
  return verified ? verified->faults : std::vector<std::string>{verified.error().message};
}

std::vector<fs::path> StoreWorld::segments() const {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(place / "lake")) {
    if (entry.is_regular_file()) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace hearth
