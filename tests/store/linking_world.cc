#include "store/linking_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "casebook/people_book.h"
#include "identity/who_on.h"
#include "intake/read_feed.h"
#include "link/read_model.h"
#include "store/facts_view.h"

namespace hearth {
namespace {

constexpr const char* kFeed = R"(
title  = "Pupils, a row each"
format = "csv"
source = "agency"
dates  = ["YYYY-MM-DD"]

[tables.rows.person]
id         = "number"
forename   = "forename"
surname    = "surname"
birth_date = "born"
postcode   = "postcode"
address    = "address"
protected  = { column = "secret", codes = "yn" }
role       = "child"

[records.suspension]
table = "rows"
date  = "day"
fields.days = "days"

[codes.yn]
yes = "Y"
no  = "N"
)";
constexpr const char* kColumns = "number,forename,surname,born,postcode,day,days,address,secret\n";

constexpr const char* kForenames[] = {"Amelia", "Oliver",  "Priya", "Tomasz", "Fatima", "George",
                                      "Ruth",   "Ibrahim", "Chloe", "Owen",   "Zofia",  "Marcus"};
constexpr const char* kSurnames[] = {"Hart",    "Okafor", "Nowak",  "Iqbal",   "Dale",  "Patel",
                                     "Wren",    "Begum",  "Archer", "Lindley", "Moss",  "Fenwick",
                                     "Osborne", "Khan",   "Sutton", "Garvey",  "Tully", "Radley"};

link::Model general_model() {
  const auto path = root() + "/models/people-uk.toml";
  return *link::read_model(Source(path, text_of(path))).model;
}

}  // namespace

std::string Told::line() const {
  return agency + "," + number + "," + forename + "," + surname + "," + born + "," + postcode;
}

LinkingWorld::LinkingWorld(StoreKind kind) : store(kind) {
  for (const std::string agency : {"schools", "police"}) {
    const auto path = store.folder.write(agency + ".toml", "name = \"" + agency + "\"" + kFeed);
    auto reading = read_feed_file(path, store.catalogue);
    EXPECT_TRUE(reading && reading->feed) << (reading ? to_text(reading->diagnostics) : "");
    if (reading && reading->feed) feeds_[agency] = *reading->feed;
  }
}

void LinkingWorld::load(const std::vector<Told>& rows, const std::string& on) {
  for (const auto& [agency, feed] : feeds_) {
    std::string text;
    std::int64_t row = 1;
    for (const auto& told : rows) {
      if (told.agency != agency) continue;
      text += told.line().substr(agency.size() + 1) + ",2024-10-02,1," + told.address +
              (told.is_protected ? ",Y\n" : ",\n");
      lines_[{loads_ + 1, 1, ++row}] = told.line();
    }
    if (text.empty()) continue;
    LoadRequest request;
    request.store = store.address;
    request.options.files = {store.folder.write(
        "in/" + std::to_string(++files_) + "/" + agency + ".csv", kColumns + text)};
    request.options.started = parse_date("2024-01-01");
    request.options.covers = Stretch{*parse_date("2024-09-01"), *parse_date("2024-12-31")};
    request.on = *parse_date(on);
    const auto answer = load_files(feed, store.catalogue, request);
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    ASSERT_EQ(answer->loaded, 1) << answer->account << answer->refused;
    ++loads_;
  }
}

identity::LinkStoreRequest LinkingWorld::request() const {
  static const auto kModel = general_model();
  identity::LinkStoreRequest request;
  request.store = store.address;
  request.on = *parse_date("2025-02-01");
  request.model = kModel;
  request.waiting = [] {};
  request.tell = [](std::string_view) {};
  request.tell_parts = [](std::size_t, std::size_t) {};
  return request;
}

identity::LinkStoreAnswer LinkingWorld::link(const identity::LinkStoreRequest& request) const {
  auto answer = identity::link_store(request);
  EXPECT_TRUE(answer.has_value()) << answer.error().message;
  return answer ? std::move(*answer) : identity::LinkStoreAnswer{};
}

void LinkingWorld::take(const identity::LinkStoreAnswer& answer) {
  std::int64_t most = 0;
  for (const auto& row : answer.clusters) {
    cluster_of_[row.place] = clusters_ + row.cluster;
    most = std::max<std::int64_t>(most, row.cluster + 1);
  }
  clusters_ += most;
}

std::vector<std::vector<std::string>> LinkingWorld::clusters() const {
  std::map<std::int64_t, std::vector<std::string>> by_number;
  for (const auto& [place, cluster] : cluster_of_) by_number[cluster].push_back(lines_.at(place));
  std::vector<std::vector<std::string>> clusters;
  for (auto& [number, rows] : by_number) {
    std::ranges::sort(rows);
    clusters.push_back(std::move(rows));
  }
  std::ranges::sort(clusters);
  return clusters;
}

std::map<std::string, std::string> LinkingWorld::people() {
  std::map<std::string, std::string> people;
  auto opened = Store::open_to_read(store.address);
  EXPECT_TRUE(opened.has_value());
  PeopleBook book(opened->casebook);
  const auto sighted = book.sighted();
  EXPECT_TRUE(sighted.has_value());
  for (const auto& entry : *sighted) people[lines_.at(entry.place)] = entry.person;
  return people;
}

std::string LinkingWorld::facts(const std::string& file, const std::string& known) {
  auto opened = Store::open_to_read(store.address);
  if (!opened) return opened.error().message;
  ViewRequest request{parse_date(known), FileFormat::Csv, 1, {}};
  auto who = identity::who_on(*opened, request.known);
  if (!who) return who.error().message;
  request.who = std::move(*who);
  const TemporaryFolder out;
  const auto written = write_view(*opened, request, out.path() / "facts");
  return written ? text_of((out.path() / "facts" / file).string()) : written.error().message;
}

std::vector<Told> some(const std::vector<Told>& rows, std::size_t first, std::size_t last) {
  const auto found = std::span(rows).subspan(first, std::min(last, rows.size()) - first);
  return {found.begin(), found.end()};
}

std::ptrdiff_t count(const identity::LinkStoreAnswer& answer, std::string_view what) {
  return std::ranges::count(answer.run.events, what, &PersonEventEntry::what);
}

std::vector<Told> made_up_council(std::mt19937& luck, int people) {
  const auto below = [&](int most) {
    return static_cast<int>(luck() % static_cast<unsigned>(most));
  };
  std::vector<Told> rows;
  std::set<std::string> lines;
  for (int person = 0; person < people; ++person) {
    Told told;
    told.forename = kForenames[below(std::size(kForenames))];
    told.surname = kSurnames[below(std::size(kSurnames))];
    told.born = fmt::format("{}-{:02}-{:02}", 2007 + below(10), 1 + below(12), 1 + below(28));
    told.postcode = fmt::format("XH{} {}AB", 1 + below(9), below(10));
    if (!rows.empty() && below(5) == 0) {  // a brother or sister of the one before
      told.surname = rows.back().surname;
      told.postcode = rows.back().postcode;
      if (below(4) == 0) told.born = rows.back().born;
    }
    const auto times = 1 + below(4);
    for (int time = 0; time < times; ++time) {
      auto row = told;
      row.agency = below(2) == 0 ? "schools" : "police";
      row.number = fmt::format("{}{}", row.agency[0], below(20) == 0 ? 1000 + person : person);
      if (below(7) == 0) row.surname.replace(1, 1, "x");
      if (below(9) == 0) row.forename.resize(1);
      if (below(9) == 0) row.born.back() = '1';
      if (below(6) == 0) row.postcode = fmt::format("XH{} {}AB", 1 + below(9), below(10));
      if (below(12) == 0) row.surname = kSurnames[below(std::size(kSurnames))];
      if (lines.insert(row.line()).second) rows.push_back(std::move(row));
    }
  }
  std::ranges::shuffle(rows, luck);
  return rows;
}

}  // namespace hearth
