// From files to findings: a synthetic council's files, read by their feeds, must lead to the very
// findings that its true facts lead to. Identity is taken from the truth; linking is judged
// elsewhere.
#include <gtest/gtest.h>

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

Lines lines_of(const fs::path& path) {
  Lines lines;
  std::istringstream text(text_of(path.string()));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (const auto cell : split(line, ',')) cells.emplace_back(cell);
  return cells;
}

class Council {
 public:
  Council(int families, const std::string& errors) : out_(folder_.path() / "council") {
    const auto ran = run_program({"simulate", "--families", std::to_string(families), "--seed", "7",
                                  "--errors", errors, "--out", out_.string()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    for (const auto& line : tail("identities.csv")) {
      const auto cells = cells_of(line);
      person_of_[cells[0] + ' ' + cells[1]] = cells[2];
    }
    for (const auto& line : tail("loads.csv")) {
      const auto cells = cells_of(line);
      files_of_[cells[0]].push_back((out_ / "files" / cells[1]).string());
    }
  }

  // All files read, and put together as one facts folder under the true names.
  std::string read_files() {
    const auto read = out_ / "read";
    fs::create_directories(read);
    for (const std::string same : {"people", "families", "members", "terms"}) {
      fs::copy_file(out_ / "facts" / (same + ".csv"), read / (same + ".csv"));
    }
    for (const auto& [feed, files] : files_of_) read_feed(feed, files, read);
    for (const auto& [name, lines] : tables_) {
      std::ofstream file(read / name, std::ios::binary);
      for (const auto& line : lines) file << line << '\n';
    }
    return read.string();
  }

  std::string facts() const { return (out_ / "facts").string(); }

  // Every finding, as `family criterion` and the rest.
  std::map<std::string, std::string> findings(const std::string& folder) const {
    const auto ran =
        run_program({"evaluate", "--plan", root() + "/plans/national-2022.md", "--facts", folder,
                     "--on", "2025-03-31", "--all", "--format", "csv"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::map<std::string, std::string> found;
    std::istringstream text(ran.out);
    for (std::string line; std::getline(text, line);) {
      const auto cells = cells_of(line);
      found[cells[0] + ' ' + cells[2]] = cells[3] + ' ' + cells[5] + ' ' + cells[6];
    }
    return found;
  }

  Lines tail(const std::string& truth) const {
    auto lines = lines_of(out_ / "truth" / truth);
    lines.erase(lines.begin());
    return lines;
  }

 private:
  void read_feed(const std::string& feed, const Lines& files, const fs::path& read) {
    const auto one = read / ".." / ("read-" + feed);
    std::vector<std::string> words = {"import",     "--feed", feed,        "--started",
                                      "2022-04-01", "--out",  one.string()};
    words.insert(words.end(), files.begin(), files.end());
    const auto ran = run_program(words);
    EXPECT_TRUE(ran.code == 0 || ran.code == 4) << feed << ran.err;
    std::set<std::string> not_records = {"people", "families", "members", "terms"};
    for (const auto& entry : fs::directory_iterator(one)) {
      if (!not_records.contains(entry.path().stem().string())) take(feed, entry.path());
    }
  }

  void take(const std::string& feed, const fs::path& path) {
    auto& table = tables_[path.filename().string()];
    const auto lines = lines_of(path);
    if (table.empty()) table.push_back(lines.front());
    EXPECT_EQ(table.front(), lines.front()) << path;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (path.stem() == "coverage") {
        table.push_back(lines[i]);
        continue;
      }
      const auto comma = lines[i].find(',');
      const auto person = person_of_.find(feed + ' ' + lines[i].substr(0, comma));
      ASSERT_NE(person, person_of_.end()) << path.filename() << " row " << i + 1;
      table.push_back(person->second + lines[i].substr(comma));
    }
  }

  TemporaryFolder folder_;
  fs::path out_;
  std::map<std::string, std::string> person_of_;  // by feed and local number
  std::map<std::string, Lines> files_of_;         // by feed
  std::map<std::string, Lines> tables_;           // by name
};

TEST(FilesToFindings, WithoutMistakesTheFindingsAreThoseOfTheTruth) {
  Council council(120, "none");
  const auto truth = council.findings(council.facts());
  const auto read = council.findings(council.read_files());
  ASSERT_GT(truth.size(), 1000u);
  EXPECT_EQ(truth.size(), read.size());
  int different = 0;
  for (const auto& [what, finding] : truth) {
    const auto found = read.find(what);
    const bool same = found != read.end() && found->second == finding;
    if (!same && ++different <= 10) ADD_FAILURE() << what << ": " << finding << " in truth";
  }
  EXPECT_EQ(different, 0);
}

// A difference must have its mistake: in a row about the family, or a delivery that never came.
TEST(FilesToFindings, WithMistakesEveryDifferenceHasOne) {
  Council council(60, "default");
  const auto truth = council.findings(council.facts());
  const auto read = council.findings(council.read_files());
  std::map<std::string, std::string> family_of;
  for (const auto& line : council.tail("people.csv")) {
    const auto cells = cells_of(line);
    family_of[cells[0]] = cells[1];
  }
  std::map<std::string, std::set<std::string>> mistakes_of;  // by family
  for (const auto& line : council.tail("sightings.csv")) {
    const auto cells = cells_of(line);
    for (const auto mistake : split(cells[5], ' ')) {
      if (!mistake.empty()) mistakes_of[family_of[cells[4]]].emplace(mistake);
    }
  }
  std::map<std::string, int> by_kind;
  for (const auto& [what, finding] : truth) {
    const auto found = read.find(what);
    if (found != read.end() && found->second == finding) continue;
    const auto& mistakes = mistakes_of[what.substr(0, what.find(' '))];
    for (const auto& mistake : mistakes) ++by_kind[mistake];
    if (mistakes.empty()) ++by_kind["missing_delivery"];
  }
  for (const auto& [kind, count] : by_kind) {
    std::printf("findings that differ, of families with %s: %d\n", kind.c_str(), count);
  }
  const auto sent = council.tail("loads.csv").size();
  if (by_kind.contains("missing_delivery")) {
    EXPECT_LT(sent, 404u) << "no delivery is missing";
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

TEST(SimulateFaults, NoFamiliesAndUnknownErrorsAreWrongUsage) {
  EXPECT_EQ(run_program({"simulate", "--families", "0", "--out", "x"}).code, 2);
  EXPECT_EQ(run_program({"simulate", "--families", "3", "--errors", "some", "--out", "x"}).code, 2);
}

}  // namespace
}  // namespace hearth
