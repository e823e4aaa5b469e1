// The house rules that a compiler does not check, and one list of what is let off them.
//
// The list may only shrink: an exemption that is no longer needed fails the test that grants it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <set>

#include "tidy/source_tree.h"

namespace hearth::tidy {
namespace {

constexpr std::size_t kMostLines = 400;
constexpr std::size_t kMedianLines = 120;
constexpr int kMostFunctionLines = 70;
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostSpecLines = 200;
constexpr std::uintmax_t kMostBytes = 2'000'000;

struct Exemption {
  const char* rule;
  const char* what;
  bool operator==(const Exemption&) const = default;
};
constexpr std::array<Exemption, 0> kExemptions{};

// What breaks a rule, by the name an exemption would give it, and where exactly.
using Breaches = std::vector<std::pair<std::string, std::string>>;

void expect_none(const std::string& rule, const Breaches& breaches) {
  std::set<std::string> let_off;
  for (const Exemption& e : kExemptions) {
    if (e.rule == rule) let_off.insert(e.what);
  }
  std::set<std::string> used;
  std::string found;
  for (const auto& [what, where] : breaches) {
    if (let_off.contains(what)) {
      used.insert(what);
    } else {
      found += "\n  " + where;
    }
  }
  EXPECT_TRUE(found.empty()) << "the rule `" << rule << "` is broken:" << found;
  for (const std::string& what : let_off) {
    EXPECT_TRUE(used.contains(what)) << rule << ": " << what << " needs its exemption no more";
  }
}

std::string at(const TextFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line);
}

std::string text_of(const std::string& path) {
  const TextFile* file = find(path);
  EXPECT_NE(file, nullptr) << "there is no " << path;
  std::string text;
  for (const std::string& line : file ? file->lines : std::vector<std::string>{}) {
    text += line + "\n";
  }
  return text;
}

std::size_t columns(const std::string& line) {
  return std::ranges::count_if(line, [](unsigned char c) { return (c & 0xC0) != 0x80; });
}

std::vector<const TextFile*> code() {
  std::vector<const TextFile*> files;
  for (const TextFile& file : repository()) {
    if (file.is_code()) files.push_back(&file);
  }
  return files;
}

std::vector<const TextFile*> specs() {
  std::vector<const TextFile*> files;
  for (const TextFile& file : repository()) {
    const bool is_spec = file.path.starts_with("spec/") && file.path.ends_with(".md");
    const bool about_specs = file.path == "spec/grammar.md" || file.path == "spec/README.md";
    if (is_spec && !about_specs) files.push_back(&file);
  }
  return files;
}

TEST(Floors, EveryFolderIsDeclared) {
  const auto floors = declared_floors();
  ASSERT_GE(floors.size(), 9u) << "CMakeLists.txt was not understood";
  Breaches breaches;
  for (const TextFile* file : code()) {
    if (!file->floor().empty() && !floors.contains(file->floor())) {
      breaches.push_back({file->floor(), file->path + " is on no floor"});
    }
  }
  expect_none("declared", breaches);
}

TEST(Floors, IncludesGoDown) {
  const auto floors = declared_floors();
  Breaches breaches;
  for (const TextFile* file : code()) {
    if (file->floor().empty() || !floors.contains(file->floor())) continue;
    for (const std::string& name : includes_of(*file)) {
      const std::string folder = name.substr(0, name.find('/'));
      if (floors.contains(folder) && !floors.at(file->floor()).contains(folder)) {
        breaches.push_back({file->path, file->path + " includes " + name});
      }
    }
  }
  expect_none("floors", breaches);
}

// Depth first; the path of a cycle, if there is one from `path`'s last file.
bool finds_cycle(std::vector<std::string>& path, std::set<std::string>& done) {
  const TextFile* file = find("src/" + path.back());
  if (file == nullptr || done.contains(path.back())) return false;
  for (const std::string& name : includes_of(*file)) {
    const bool again = std::ranges::find(path, name) != path.end();
    path.push_back(name);
    if (again || finds_cycle(path, done)) return true;
    path.pop_back();
  }
  done.insert(path.back());
  return false;
}

TEST(Includes, HaveNoCycle) {
  std::set<std::string> done;
  for (const TextFile* file : code()) {
    if (file->floor().empty()) continue;
    std::vector<std::string> path = {file->path.substr(4)};
    if (!finds_cycle(path, done)) continue;
    std::string text;
    for (const std::string& name : path) text += " → " + name;
    FAIL() << "a cycle:" << text;
  }
}

TEST(Sizes, FilesAreShort) {
  Breaches breaches;
  std::vector<std::size_t> sizes;
  for (const TextFile* file : code()) {
    sizes.push_back(file->lines.size());
    if (sizes.back() > kMostLines) {
      breaches.push_back({file->path, at(*file, file->lines.size()) + " is its last line"});
    }
  }
  expect_none("file", breaches);
  std::ranges::sort(sizes);
  EXPECT_LE(sizes[sizes.size() / 2], kMedianLines) << "the median file";
}

TEST(Sizes, FunctionsAreShort) {
  Breaches breaches;
  std::size_t functions = 0;
  for (const TextFile* file : code()) {
    for (const Function& function : functions_of(*file)) {
      ++functions;
      if (function.length <= kMostFunctionLines) continue;
      breaches.push_back({file->path, at(*file, function.line) + " starts a function of " +
                                          std::to_string(function.length) + " lines"});
    }
  }
  expect_none("function", breaches);
  EXPECT_GT(functions, code().size()) << "functions_of does not see functions any more";
}

TEST(Sizes, LinesAreShort) {
  Breaches breaches;
  for (const TextFile* file : code()) {
    for (std::size_t i = 0; i < file->lines.size(); ++i) {
      const bool whole_word = file->lines[i].find("https://") != std::string::npos;
      if (columns(file->lines[i]) > kMostColumns && !whole_word) {
        breaches.push_back({file->path, at(*file, i + 1)});
      }
    }
  }
  expect_none("line", breaches);
}

TEST(Sizes, FilesAreSmallEnoughToClone) {
  const std::filesystem::path root = HEARTH_SOURCE_DIR;
  Breaches breaches;
  for (const TextFile& file : repository()) {
    if (std::filesystem::file_size(root / file.path) > kMostBytes) {
      breaches.push_back({file.path, file.path});
    }
  }
  expect_none("bytes", breaches);
}

TEST(Headers, ExplainThemselvesFirst) {
  Breaches breaches;
  for (const TextFile* file : code()) {
    const bool opens = !file->lines.empty() && file->lines[0].starts_with("// ");
    if (file->is_header() && !opens) breaches.push_back({file->path, file->path});
    const bool once = std::ranges::count(file->lines, "#pragma once") == 1;
    if (file->is_header() && !once) breaches.push_back({file->path, file->path + " may repeat"});
  }
  expect_none("header", breaches);
}

// Each word is written in two parts, so that this file is not its own breach.
const std::vector<std::string> kBanned = {
    "FIX"
    "ME",
    "TO"
    "DO",

    "/wo"
    "rk/",
    "regis"
    "try.npmjs",
    "deb.deb"
    "ian.org",
    "pypi"
    ".org",
    "artifact"
    "registry",
};

TEST(Words, SomeAreNotForThisRepository) {
  Breaches breaches;
  for (const TextFile& file : repository()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& word : kBanned) {
        if (file.lines[i].find(word) == std::string::npos) continue;
        breaches.push_back({file.path, at(file, i + 1) + " says " + word});
      }
    }
  }
  expect_none("word", breaches);
}

TEST(Specs, HaveATitleAndAreShort) {
  Breaches breaches;
  for (const TextFile* file : specs()) {
    const bool titled = !file->lines.empty() && file->lines[0].starts_with("# ");
    if (!titled) breaches.push_back({file->path, file->path + " opens with no title"});
    if (file->lines.size() > kMostSpecLines) {
      breaches.push_back({file->path, file->path + " is long to read"});
    }
  }
  expect_none("spec", breaches);
}

// The names of kinds declared in `*_diagnostics.h`, in whatever lines clang-format put them.
std::set<std::string> declared_kinds() {
  static const std::regex kKind(
      R"re(inline constexpr DiagnosticKind<[^;{]*?>\s+k\w+\s*[{(]\s*"(\w+)")re");
  std::set<std::string> kinds;
  for (const TextFile* file : code()) {
    if (!file->path.ends_with("_diagnostics.h")) continue;
    const std::string text = text_of(file->path);
    for (std::sregex_iterator it(text.begin(), text.end(), kKind), end; it != end; ++it) {
      EXPECT_TRUE(kinds.insert((*it)[1]).second) << file->path << ": " << (*it)[1] << " again";
    }
  }
  return kinds;
}

TEST(Diagnostics, EachIsShownByASpec) {
  const auto kinds = declared_kinds();
  ASSERT_GE(kinds.size(), 20u) << "the declarations were not understood";
  std::set<std::string> shown;
  static const std::regex kWord(R"(\w+)");
  auto shown_in = specs();
  for (const TextFile* file : code()) {  // questions about who is who have no form of spec
    const bool test = file->path.ends_with("_test.cc");
    const bool who = file->path.starts_with("src/link/") ||
                     file->path.starts_with("src/families/") ||
                     file->path == "tests/store/review_faults_test.cc";
    if (test && who) shown_in.push_back(file);
  }
  for (const TextFile* spec : shown_in) {
    for (const std::string& line : spec->lines) {
      for (std::sregex_iterator it(line.begin(), line.end(), kWord), end; it != end; ++it) {
        shown.insert(it->str());
      }
    }
  }
  Breaches breaches;
  for (const std::string& kind : kinds) {
    if (!shown.contains(kind)) breaches.push_back({kind, kind + " is in no spec"});
  }
  expect_none("diagnostic", breaches);
}

// A document that nothing checks goes stale; these are cheap to check.
TEST(Documents, ArchitectureNamesEveryFolder) {
  const std::string text = text_of("ARCHITECTURE.md");
  for (const auto& [folder, links] : declared_floors()) {
    EXPECT_NE(text.find("`" + folder + "`"), std::string::npos) << folder;
  }
}

TEST(Documents, GlossarySaysEachWordOnce) {
  static const std::regex kEntry(R"(\n\| \*\*([^*]+)\*\* \|)");
  const std::string text = text_of("GLOSSARY.md");
  std::set<std::string> words;
  for (std::sregex_iterator it(text.begin(), text.end(), kEntry), end; it != end; ++it) {
    EXPECT_TRUE(words.insert((*it)[1]).second) << (*it)[1] << " is there twice";
  }
  EXPECT_GE(words.size(), 30u);
}

TEST(Documents, LinksLeadSomewhere) {
  static const std::regex kLink(R"(\]\(([^)#:\s]+)(#[^)]*)?\))");
  const std::filesystem::path root = HEARTH_SOURCE_DIR;
  for (const TextFile& file : repository()) {
    if (!file.path.ends_with(".md") || file.path.starts_with("spec/")) continue;
    const auto folder = (root / file.path).parent_path();
    const std::string text = text_of(file.path);
    for (std::sregex_iterator it(text.begin(), text.end(), kLink), end; it != end; ++it) {
      EXPECT_TRUE(std::filesystem::exists(folder / (*it)[1].str()))
          << file.path << " leads to " << (*it)[1];
    }
  }
}

}  // namespace
}  // namespace hearth::tidy
