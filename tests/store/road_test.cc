// The whole road by the program: a synthetic council's files are loaded as they came, linked,
// formed into families, and judged; on either kind of casebook. Households are held against the
// truth.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "base/text.h"
#include "identity/who_on.h"
#include "store/store_world.h"
#include "store/told_tables.h"
#include "table/database.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;
using Pairs = std::set<std::pair<std::string, std::string>>;
using Households = std::map<std::string, std::set<std::string>>;

std::vector<Words> rows_of(const std::string& text) {
  std::vector<Words> rows;
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    Words cells;
    for (const auto cell : split(line, ',')) cells.emplace_back(cell);
    rows.push_back(std::move(cells));
  }
  return rows;
}

Ran sound(const Words& words) {
  const auto ran = run_program(words);
  EXPECT_TRUE(ran.code == 0 || ran.code == 4) << words.front() << ": " << ran.err;
  return ran;
}

// Made, and its files loaded, once for both kinds of casebook.
class Council {
 public:
  static const Council& get() {
    static const Council kCouncil;
    return kCouncil;
  }
  fs::path truth() const { return folder_.path() / "council/truth"; }
  std::string backup() const { return (folder_.path() / "backup").string(); }

 private:
  Council() {
    const auto council = folder_.path() / "council";
    sound({"simulate", "--families", "100", "--seed", "7", "--out", council.string()});
    std::map<std::pair<std::string, std::string>, Words> loads;  // by day and feed
    for (const auto& row : rows_of(text_of((truth() / "loads.csv").string()))) {
      loads[{row[4], row[0]}].push_back((council / "files" / row[1]).string());
    }
    const auto store = (folder_.path() / "store").string();
    for (const auto& [when, files] : loads) {
      Words words = {"load", "--store",  store,        "--feed",  when.second,
                     "--on", when.first, "--received", when.first};
      words.insert(words.end(), files.begin(), files.end());
      sound(words);
    }
    sound({"backup", "--store", store, "--out", backup()});
  }
  TemporaryFolder folder_;
};

class Road : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!IsSkipped()) sound({"restore", Council::get().backup(), "--store", world.address});
  }
  Ran run(Words words) {
    words.insert(words.end(), {"--store", world.address});
    return sound(words);
  }

  // Whom each person that was found stands for: the one most of its sightings are about; and since
  // when anything was told of each.
  void read_who_is_who() {
    std::map<std::string, std::string> truly;  // by `feed number`
    for (const auto& row : rows_of(text_of((Council::get().truth() / "identities.csv").string()))) {
      truly[row[0] + ' ' + row[1]] = row[2];
    }
    auto store = Store::open_to_read(world.address);
    ASSERT_TRUE(store.has_value());
    const auto who = identity::who_on(*store, {})->read();
    const auto files = write_told(*store, *store->casebook.loads(), *who, 1, world.folder.path());
    ASSERT_TRUE(files.has_value()) << files.error().message;
    auto database = Database::open(1);
    auto rows = database->query(
        sql("select feed, local_id, person_id, min(known_on)::varchar, count(*)::varchar"
            " from read_parquet({}) group by all order by all",
            literal(files->sightings.string())),
        "read sightings");
    std::map<std::string, std::map<std::string, int>> counts;
    for (;;) {
      const auto chunk = rows->next();
      ASSERT_TRUE(chunk.has_value());
      if (*chunk == nullptr) break;
      for (std::size_t i = 0; i < (*chunk)->size(); ++i) {
        const auto cell = [&](std::size_t column) {
          return std::string((*chunk)->text(column, i));
        };
        const auto& person = truly.at(cell(0) + ' ' + cell(1));
        counts[cell(2)][person] += std::stoi(cell(4));
        auto& since = told_since.try_emplace(person, cell(3)).first->second;
        since = std::min(since, cell(3));
      }
    }
    for (const auto& [found, people] : counts) {
      stands_for[found] =
          std::ranges::max_element(people, {}, [](const auto& one) { return one.second; })->first;
    }
  }

  bool was_told_of(const std::string& person, const std::string& on) const {
    const auto at = told_since.find(person);
    return at != told_since.end() && at->second <= on;
  }

  static bool holds(const std::string& first, const std::string& last, const std::string& on) {
    return (first.empty() || first <= on) && (last.empty() || on <= last);
  }
  static Pairs pairs_of(const Households& households) {
    Pairs pairs;
    for (const auto& [id, people] : households) {
      for (const auto& a : people) {
        for (const auto& b : people) {
          if (a < b) pairs.emplace(a, b);
        }
      }
    }
    return pairs;
  }

  Pairs true_pairs(const std::string& on) const {
    std::map<std::string, std::string> born;
    for (const auto& row : rows_of(text_of((Council::get().truth() / "people.csv").string()))) {
      born[row[0]] = row[4];
    }
    Households households;
    for (auto row : rows_of(text_of((Council::get().truth() / "households.csv").string()))) {
      row.resize(4);
      if (!holds(row[2], row[3], on) || born.at(row[0]) > on || !was_told_of(row[0], on)) continue;
      households[row[1]].insert(row[0]);
    }
    return pairs_of(households);
  }
  Pairs formed_pairs(const std::string& members, const std::string& on) const {
    Households households;
    for (auto row : rows_of(members)) {
      row.resize(6);
      if (row[5] != "yes" || !holds(row[3], row[4], on)) continue;
      const auto at = stands_for.find(row[1]);
      if (at != stands_for.end() && was_told_of(at->second, on)) {
        households[row[0]].insert(at->second);
      }
    }
    return pairs_of(households);
  }

  // Of pairs who live together, as families say and in truth.
  double f1(const std::string& members, const std::string& on) const {
    const auto truth = true_pairs(on), formed = formed_pairs(members, on);
    Pairs right;
    std::ranges::set_intersection(truth, formed, std::inserter(right, right.end()));
    EXPECT_GT(truth.size(), 300u);
    return 2.0 * static_cast<double>(right.size()) /
           static_cast<double>(truth.size() + formed.size());
  }

  std::map<std::string, std::string> stands_for, told_since;
};
INSTANTIATE_TEST_SUITE_P(Either, Road, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Road, from_files_to_findings_of_every_family) {
  run({"link", "--on", "2025-05-01"});
  const auto account = run({"families", "form", "--on", "2025-05-01"}).out;
  EXPECT_EQ(account.find("never alive in any home"), std::string::npos) << account;
  read_who_is_who();
  const auto facts = world.folder.path() / "facts";
  run({"export", "--out", facts.string()});
  const auto members = text_of((facts / "members.csv").string());

  for (const std::string on : {"2023-03-31", "2024-03-31", "2025-03-31"}) {
    const auto score = f1(members, on);
    std::printf("households on %s: F1 of pairs %.3f\n", on.c_str(), score);
    EXPECT_GT(score, 0.9) << on;
  }
  // Nobody is dropped: every person of the store is a member of a family.
  std::set<std::string> people, in_a_family, alive;
  for (auto row : rows_of(text_of((facts / "people.csv").string()))) {
    row.resize(4);
    people.insert(row[0]);
    if (row[1] <= "2025-03-31" && (row[3].empty() || row[3] >= "2025-03-31")) alive.insert(row[0]);
  }
  for (const auto& row : rows_of(members)) in_a_family.insert(row[1]);
  EXPECT_EQ(people, in_a_family);
  EXPECT_NE(account.find(std::to_string(people.size()) + " people are "), std::string::npos)
      << account;

  // Every family somebody is of that day has a finding for every criterion, and some have a need.
  std::set<std::string> there, answered;
  for (auto row : rows_of(members)) {
    row.resize(6);
    if (holds(row[3], row[4], "2025-03-31") && alive.contains(row[1])) there.insert(row[0]);
  }
  const auto evaluate = [&](const Words& more) {
    Words words = {"evaluate", "--plan", root() + "/plans/national-2022.md", "--on", "2025-03-31",
                   "--format", "csv"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  const auto found = evaluate({"--all"});
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_EQ(found.err.find("rows read"), std::string::npos) << found.err;
  std::size_t needs = 0, rows = 0;
  for (const auto& row : rows_of(found.out)) {
    answered.insert(row[0]);
    needs += row[3] == "need";
    ++rows;
  }
  EXPECT_EQ(answered, there);
  EXPECT_EQ(rows, there.size() * 37);
  EXPECT_GT(needs, 20u);
  const auto identified = run({"identify", "--plan", root() + "/plans/national-2022.md", "--on",
                               "2025-03-31", "--format", "csv"});
  EXPECT_GT(std::ranges::count(identified.out, '\n'), 3) << identified.out << identified.err;
  // What was known before anybody was linked has no family of ours in it.
  EXPECT_EQ(evaluate({"--all", "--known", "2025-04-30"}).out.find("\nF0"), std::string::npos);
  EXPECT_TRUE(world.faults().empty());
}

}  // namespace
}  // namespace hearth
