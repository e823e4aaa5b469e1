// The same facts give the same bytes: run twice, with any number of threads, in whatever order the
// rows and files lie.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "program/small_council.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPlans[] = {"wiltshire-2020", "bath-and-north-east-somerset-2015",
                                  "warwickshire-2015", "national-2022"};

// Every status of every family on every day, under all four plans.
Ran evaluate(const std::string& facts, const std::string& threads) {
  std::vector<std::string> words = {"timeline", "--facts", facts,       "--all",
                                    "--format", "csv",     "--threads", threads};
  for (const char* plan : kPlans) {
    words.insert(words.end(), {"--plan", root() + "/plans/" + plan + ".md"});
  }
  return run_program(words);
}

// The rows of each csv file in another order, under the same header.
void shuffle_folder(const fs::path& from, const fs::path& to, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(from)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::ranges::shuffle(files, random);
  fs::create_directories(to);
  for (const auto& file : files) {
    std::vector<std::string> rows;
    std::istringstream text(text_of(file.string()));
    for (std::string line; std::getline(text, line);) rows.push_back(line);
    if (file.extension() == ".csv" && file.stem() != "terms" && !rows.empty()) {
      std::shuffle(rows.begin() + 1, rows.end(), random);
    }
    std::ofstream out(to / file.filename(), std::ios::binary);
    for (const auto& row : rows) out << row << '\n';
  }
}

TEST(Determinism, the_same_bytes_twice_and_with_any_number_of_threads) {
  const auto facts = root() + "/sample/facts";
  const auto once = evaluate(facts, "1");
  ASSERT_EQ(once.code, 0) << once.err;
  EXPECT_GT(once.out.size(), 1000);
  EXPECT_EQ(once.out, evaluate(facts, "1").out);
  EXPECT_EQ(once.out, evaluate(facts, "2").out);
}

TEST(Determinism, the_order_of_rows_and_files_does_not_matter) {
  const auto once = evaluate(root() + "/sample/facts", "2");
  for (const unsigned seed : {1u, 2u}) {
    const TemporaryFolder folder;
    const auto shuffled = folder.path() / "facts";
    shuffle_folder(root() + "/sample/facts", shuffled, seed);
    EXPECT_EQ(once.out, evaluate(shuffled.string(), "2").out) << "seed " << seed;
  }
}

}  // namespace
}  // namespace hearth
