// From files to findings: a synthetic council's files, loaded into a store by their feeds, must
// lead to the very findings that its true facts lead to, but for families that a mistake has
// touched. Who is who is taken from the truth; linking is judged elsewhere.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/text.h"
#include "program/run_program.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::string>;
using Findings = std::map<std::string, std::string>;  // by `family criterion`
using Kinds = std::set<std::string>;

Lines lines_of(const fs::path& path) {
  Lines lines;
  std::istringstream text(text_of(path.string()));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

Lines cells_of(const std::string& line) {
  Lines cells;
  for (const auto cell : split(line, ',')) cells.emplace_back(cell);
  return cells;
}

class Council {
 public:
  Council(int families, const std::string& errors) : out_(folder_.path() / "council") {
    const auto ran = run_program({"simulate", "--families", std::to_string(families), "--seed", "7",
                                  "--errors", errors, "--out", out_.string()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    for (const auto& line : tail(out_ / "truth/identities.csv")) {
      const auto cells = cells_of(line);
      person_of_[cells[0] + ' ' + cells[1]] = cells[2];
    }
    for (const auto& line : tail(out_ / "truth/loads.csv")) {
      const auto cells = cells_of(line);
      files_of_[cells[0]].push_back((out_ / "files" / cells[1]).string());
      feed_of_[cells[1]] = cells[0];
    }
    for (const auto& line : tail(out_ / "truth/people.csv")) {
      const auto cells = cells_of(line);
      family_of_[cells[0]] = cells[1];
    }
  }

  Findings true_findings() const { return findings(out_ / "facts"); }

  // Of what stands in a store once all files are loaded, under the true names.
  Findings findings_of_files() {
    load();
    const auto told = out_ / "told", known = out_ / "known";
    const auto ran = run_program({"export", "--store", store(), "--out", told.string()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    fs::create_directories(known);
    for (const std::string same : {"people", "families", "members", "terms"}) {
      fs::copy_file(out_ / "facts" / (same + ".csv"), known / (same + ".csv"));
    }
    for (const auto& entry : fs::directory_iterator(told)) {
      if (!fs::exists(known / entry.path().filename())) identify(entry.path(), known);
    }
    return findings(known);
  }

  // `parent child` for each pair of which the social care system tells, and forms families of all
  // it tells: `person role` for each member.
  std::pair<Kinds, Kinds> relations_and_roles() {
    const auto sightings = out_ / "seen.csv", relations = out_ / "related.csv";
    Lines words = {"import",           "--feed",      "social-care-people",     "--started",
                   "2022-04-01",       "--out",       (out_ / "none").string(), "--sightings",
                   sightings.string(), "--relations", relations.string()};
    for (const auto& file : files_of_.at("social-care-people")) words.push_back(file);
    const auto imported = run_program(words);
    EXPECT_EQ(imported.code, 0) << imported.err;
    std::map<std::string, std::string> told_on;
    for (const auto& line : tail(out_ / "truth/loads.csv")) {
      told_on[cells_of(line)[1]] = cells_of(line)[4];
    }
    const auto person = [&](const std::string& id) {
      return person_of_.at("social-care-people " + id);
    };
    std::ofstream known(out_ / "known.csv");
    known << "person_id,known_on," << lines_of(sightings).front() << '\n';
    for (const auto& line : tail(sightings)) {
      const auto cells = cells_of(line);
      known << person(cells[4]) << ',' << told_on.at(cells[1]) << ',' << line << '\n';
    }
    known.close();
    Kinds pairs, roles;
    for (const auto& line : tail(relations)) {
      const auto cells = cells_of(line);
      if (cells[5] == "parent") pairs.insert(person(cells[4]) + ' ' + person(cells[6]));
    }
    const auto formed =
        run_program({"families", "form", "--sightings", (out_ / "known.csv").string(),
                     "--relationships", relations.string(), "--out", (out_ / "formed").string()});
    EXPECT_EQ(formed.code, 0) << formed.err;
    for (const auto& line : tail(out_ / "formed/facts/members.csv")) {
      roles.insert(cells_of(line)[1] + ' ' + cells_of(line)[2]);
    }
    return {pairs, roles};
  }

  Kinds true_parents() const {
    Kinds pairs;
    for (const auto& line : tail(out_ / "truth/relations.csv")) {
      pairs.insert(cells_of(line)[0] + ' ' + cells_of(line)[2]);
    }
    return pairs;
  }

  // The mistakes in rows about each family.
  std::map<std::string, Kinds> mistakes() const {
    std::map<std::string, Kinds> mistakes;
    for (const auto& line : tail(out_ / "truth/sightings.csv")) {
      const auto cells = cells_of(line);
      for (const auto mistake : split(cells[5], ' ')) {
        if (!mistake.empty()) mistakes[family_of_.at(cells[4])].emplace(mistake);
      }
    }
    return mistakes;
  }

  // The families of which something is told in a delivery that never came.
  Kinds families_not_told_of() const {
    std::vector<Lines> missing;
    for (const auto& line : tail(out_ / "truth/missing.csv")) missing.push_back(cells_of(line));
    Kinds families;
    for (const auto& entry : fs::directory_iterator(out_ / "facts")) {
      const auto lines = lines_of(entry.path());
      const auto columns = cells_of(lines.front());
      const auto source = std::ranges::find(columns, "source") - columns.begin();
      if (source == std::ssize(columns)) continue;
      for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = cells_of(lines[i]);
        for (const auto& gap : missing) {
          if (cells[static_cast<std::size_t>(source)] != gap[0]) continue;
          const bool ends = columns[2] == "end_date";  // may be told again when it ends
          if (ends || (cells[1] >= gap[2] && cells[1] <= gap[3])) {
            families.insert(family_of_.at(cells[0]));
          }
        }
      }
    }
    return families;
  }

 private:
  static Lines tail(const fs::path& path) {
    auto lines = lines_of(path);
    lines.erase(lines.begin());
    return lines;
  }

  std::string store() const { return (out_ / "store").string(); }

  void load() {
    for (const auto& [feed, files] : files_of_) {
      Lines words = {"load",       "--store",    store(),      "--feed", feed,        "--started",
                     "2022-04-01", "--received", "2025-05-01", "--on",   "2025-05-01"};
      words.insert(words.end(), files.begin(), files.end());
      const auto ran = run_program(words);
      EXPECT_TRUE(ran.code == 0 || ran.code == 4) << feed << ran.err;
    }
  }

  // A row's source names its file: `police: police-crime_2024-05.csv row 7`.
  std::string feed_of_row(const std::string& line) const {
    const auto row = line.find(" row ");
    const auto colon = line.rfind(": ", row);
    const auto file = feed_of_.find(line.substr(colon + 2, row - colon - 2));
    return file == feed_of_.end() ? "" : file->second;
  }

  void identify(const fs::path& path, const fs::path& known) {
    const auto lines = lines_of(path);
    std::ofstream file(known / path.filename(), std::ios::binary);
    file << lines.front() << '\n';
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const auto comma = lines[i].find(',');
      const auto person = person_of_.find(feed_of_row(lines[i]) + ' ' + lines[i].substr(0, comma));
      if (path.stem() == "coverage") {
        file << lines[i] << '\n';
      } else if (person == person_of_.end()) {
        ADD_FAILURE() << path.filename() << " row " << i + 1 << " is about nobody";
      } else {
        file << person->second << lines[i].substr(comma) << '\n';
      }
    }
  }

  Findings findings(const fs::path& folder) const {
    const auto ran =
        run_program({"evaluate", "--plan", root() + "/plans/national-2022.md", "--facts",
                     folder.string(), "--on", "2025-03-31", "--all", "--format", "csv"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    Findings found;
    std::istringstream text(ran.out);
    for (std::string line; std::getline(text, line);) {
      const auto cells = cells_of(line);
      found[cells[0] + ' ' + cells[2]] = cells[3] + ' ' + cells[5] + ' ' + cells[6];
    }
    return found;
  }

  TemporaryFolder folder_;
  fs::path out_;
  std::map<std::string, std::string> person_of_;  // by feed and local number
  std::map<std::string, std::string> family_of_;  // by person
  std::map<std::string, std::string> feed_of_;    // by file
  std::map<std::string, Lines> files_of_;         // by feed
};

std::string family_in(const std::string& key) { return key.substr(0, key.find(' ')); }
bool is_unknown(const std::string& finding) { return finding.starts_with("unknown"); }

// `family criterion` where the two differ.
Lines differences(const Findings& truth, const Findings& read) {
  EXPECT_GT(truth.size(), 1000u);
  EXPECT_EQ(truth.size(), read.size());
  Lines different;
  for (const auto& [key, finding] : truth) {
    const auto found = read.find(key);
    if (found == read.end() || found->second != finding) different.push_back(key);
  }
  return different;
}

TEST(FilesToFindings, WithoutMistakesTheFindingsAreThoseOfTheTruth) {
  Council council(120, "none");
  const auto truth = council.true_findings();
  const auto read = council.findings_of_files();
  const auto different = differences(truth, read);
  EXPECT_TRUE(different.empty()) << different.size() << " differ, the first is "
                                 << different.front() << ": " << truth.at(different.front())
                                 << " in truth, and " << read.at(different.front());
}

TEST(FilesToFindings, FamiliesFormOfWhatTheFilesSayOfRelations) {
  Council council(200, "none");
  const auto truth = council.true_parents();
  const auto [told, roles] = council.relations_and_roles();
  EXPECT_GT(told.size(), 20u);
  Kinds parents;
  for (const auto& pair : told) {
    EXPECT_TRUE(truth.contains(pair)) << pair;
    parents.insert(pair.substr(0, pair.find(' ')) + " parent");
  }
  for (const auto& parent : parents) EXPECT_TRUE(roles.contains(parent)) << parent;
  for (const auto& role : roles) {
    EXPECT_TRUE(!role.ends_with(" parent") || parents.contains(role)) << role << ": of nobody";
  }
}

constexpr const char* kInRows =
    "typo_forename,typo_surname,nickname,swapped_names,other_surname,old_surname,"
    "birth_date_swapped,birth_date_wrong,birth_date_missing,postcode_missing,postcode_wrong,"
    "old_address,identifier_missing,second_record,repeated_row,late_row,correction,bad_date";

TEST(FilesToFindings, WithMistakesInRowsOnlyFamiliesTheyAreAboutDiffer) {
  Council council(120, kInRows);
  const auto truth = council.true_findings();
  const auto read = council.findings_of_files();
  const auto different = differences(truth, read);
  const auto mistakes = council.mistakes();
  std::map<std::string, int> by_kind;
  for (const auto& key : different) {
    const auto found = mistakes.find(family_in(key));
    if (found == mistakes.end()) {
      ADD_FAILURE() << key << ": " << truth.at(key) << " in truth, and no mistake is about it";
      continue;
    }
    for (const auto& kind : found->second) ++by_kind[kind];
  }
  for (const auto& [kind, count] : by_kind) {
    std::printf("findings that differ, of families with %s: %d\n", kind.c_str(), count);
  }
  EXPECT_FALSE(different.empty()) << "heavy mistakes must show somewhere";
  EXPECT_LT(different.size(), truth.size() / 10);
}

// Where a delivery is missing the answer is not known, or what only it told is missing.
TEST(FilesToFindings, WithoutADeliveryTheAnswerIsNotKnownOrItsRecordsAreMissed) {
  Council council(120, "missing_delivery");
  const auto truth = council.true_findings();
  const auto read = council.findings_of_files();
  const auto different = differences(truth, read);
  const auto not_told = council.families_not_told_of();
  int unknown = 0;
  for (const auto& key : different) {
    unknown += is_unknown(read.at(key));
    EXPECT_TRUE(is_unknown(read.at(key)) || not_told.contains(family_in(key)))
        << key << ": " << truth.at(key) << " in truth, and " << read.at(key);
  }
  std::printf("findings that differ for missing deliveries: %zu, %d of them unknown\n",
              different.size(), unknown);
  EXPECT_FALSE(different.empty());
}

// ./dev findings: what each kind of mistake costs when it is the only one.
TEST(FilesToFindings, ByKind) {
  const auto* families = std::getenv("HEARTH_FAMILIES");
  if (families == nullptr) GTEST_SKIP() << "./dev findings does this, for each kind of mistake";
  std::printf("%-20s %9s %10s %8s %10s\n", "mistake", "families", "findings", "differ", "unknown");
  const auto kinds = std::string(kInRows) + ",missing_delivery";
  for (const auto kind : split(kinds, ',')) {
    Council council(std::atoi(families), std::string(kind));
    const auto truth = council.true_findings();
    const auto read = council.findings_of_files();
    const auto different = differences(truth, read);
    const auto mistakes = council.mistakes();
    int unknown = 0;
    for (const auto& key : different) {
      unknown += is_unknown(read.at(key));
      const bool touched = mistakes.contains(family_in(key)) || kind == "missing_delivery";
      EXPECT_TRUE(touched) << kind << ": " << key;
    }
    std::printf("%-20s %9zu %10zu %8zu %10d\n", std::string(kind).c_str(), mistakes.size(),
                truth.size(), different.size(), unknown);
    std::fflush(stdout);
  }
}

TEST(Simulate, TheSameSeedGivesTheSameBytes) {
  const TemporaryFolder folder;
  for (const std::string out : {"one", "other"}) {
    run_program(
        {"simulate", "--families", "70", "--seed", "3", "--out", (folder.path() / out).string()});
  }
  EXPECT_EQ(run_shell("diff -r " + (folder.path() / "one").string() + ' ' +
                      (folder.path() / "other").string())
                .code,
            0);
}

TEST(Simulate, AFamilyIsTheSameWhateverOthersThereAre) {
  const TemporaryFolder folder;
  for (const std::string families : {"3", "30"}) {
    run_program({"simulate", "--families", families, "--facts-only", "--out",
                 (folder.path() / families).string()});
  }
  const auto few = lines_of(folder.path() / "3/facts/people.csv");
  const auto many = lines_of(folder.path() / "30/facts/people.csv");
  ASSERT_LT(few.size(), many.size());
  EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
  EXPECT_FALSE(fs::exists(folder.path() / "3/files"));
}

TEST(SimulateFaults, AFolderThatCannotBeMadeIsTheWorldsFault) {
  const auto ran = run_program({"simulate", "--families", "3", "--out", "/proc/nowhere"});
  EXPECT_EQ(ran.code, 5);
  EXPECT_NE(ran.err.find("cannot make the folder"), std::string::npos) << ran.err;
}

TEST(SimulateFaults, AKindOfMistakeThatIsNoneIsSaidWithThoseThereAre) {
  const auto ran = run_program({"simulate", "--families", "3", "--errors", "typo", "--out", "x"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("typo_forename"), std::string::npos) << ran.err;
}

TEST(SimulateFaults, NoFamiliesAndUnknownErrorsAreWrongUsage) {
  EXPECT_EQ(run_program({"simulate", "--families", "0", "--out", "x"}).code, 2);
  EXPECT_EQ(run_program({"simulate", "--families", "3", "--errors", "some", "--out", "x"}).code, 2);
}

}  // namespace
}  // namespace hearth
