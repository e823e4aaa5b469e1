#include "tidy/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>

namespace hearth::tidy {
namespace {

namespace fs = std::filesystem;

bool is_ours(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name != ".git" && name != "third_party" && !name.starts_with("build") &&
         name != "__pycache__";
}

bool is_text(const fs::path& path) {
  static const std::set<std::string> kBinary = {".parquet", ".xlsx", ".png"};
  const bool corpus = path.string().find("fuzz/corpus/") != std::string::npos;
  return !corpus && !kBinary.contains(path.extension().string());
}

std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<TextFile> read_repository(const fs::path& root) {
  std::vector<TextFile> files;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::end(entry); ++entry) {
    if (entry->is_directory() && !is_ours(entry->path())) entry.disable_recursion_pending();
    if (!entry->is_regular_file() || !is_text(entry->path())) continue;
    files.push_back(
        {entry->path().lexically_relative(root).generic_string(), read_lines(entry->path())});
  }
  std::ranges::sort(files, {}, &TextFile::path);
  return files;
}

std::size_t indent_of(const std::string& line) {
  const auto first = line.find_first_not_of(' ');
  return first == std::string::npos ? 0 : first;
}

// The first line of the statement that ends on line `at`.
std::size_t statement_start(const std::vector<std::string>& lines, std::size_t at) {
  while (at > 0) {
    const std::string& before = lines[at - 1];
    const bool ends_something = before.empty() || std::string(";{}:").contains(before.back());
    const std::string_view text = std::string_view(before).substr(indent_of(before));
    if (ends_something || text.starts_with("//") || text.starts_with("#")) break;
    --at;
  }
  return at;
}

bool opens_function(const std::vector<std::string>& lines, std::size_t start, std::size_t last) {
  std::string text;
  for (std::size_t i = start; i <= last; ++i) text += lines[i].substr(indent_of(lines[i])) + " ";
  static constexpr std::array kOthers = {"namespace", "struct", "class", "enum", "union", "extern"};
  const bool other =
      std::ranges::any_of(kOthers, [&](const char* w) { return text.starts_with(w); });
  return !other && text.find('(') != std::string::npos && !text.ends_with("= { ");
}

// Tells the lines that lie inside a raw string of several lines.
class RawStrings {
 public:
  bool skip(const std::string& line) {
    if (!end_.empty()) {
      if (line.find(end_) != std::string::npos) end_.clear();
      return true;
    }
    static const std::regex kStart(R"re(R"([^( ]*)\()re");
    std::smatch match;
    if (!std::regex_search(line, match, kStart)) return false;
    const std::string end = ")" + match[1].str() + "\"";
    if (line.find(end) == std::string::npos) end_ = end;
    return false;
  }

 private:
  std::string end_;  // what ends the raw string we are in; empty outside
};

}  // namespace

std::string TextFile::floor() const {
  if (!path.starts_with("src/")) return "";
  const auto end = path.find('/', 4);
  return end == std::string::npos ? "" : path.substr(4, end - 4);
}

const std::vector<TextFile>& repository() {
  static const std::vector<TextFile> kFiles = read_repository(HEARTH_SOURCE_DIR);
  return kFiles;
}

const TextFile* find(const std::string& path) {
  const auto& files = repository();
  const auto at = std::ranges::lower_bound(files, path, {}, &TextFile::path);
  return at == files.end() || at->path != path ? nullptr : &*at;
}

std::vector<std::string> includes_of(const TextFile& file) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s+"([^"]+)")re");
  std::vector<std::string> names;
  for (const std::string& line : file.lines) {
    if (std::smatch match; std::regex_search(line, match, kInclude)) names.push_back(match[1]);
  }
  return names;
}

std::map<std::string, std::set<std::string>> declared_floors() {
  static const std::regex kFloor(R"(^hearth_(floor|program)\((\w+)\s*([^)]*)\))");
  std::map<std::string, std::set<std::string>> floors;
  for (const std::string& line : find("CMakeLists.txt")->lines) {
    std::smatch match;
    if (!std::regex_search(line, match, kFloor)) continue;
    std::set<std::string>& allowed = floors[match[2]];
    allowed.insert(match[2]);
    std::istringstream links(match[3]);
    for (std::string link; links >> link && link != "PRIVATE_LINKS";) {
      if (floors.contains(link)) allowed.insert(link);  // only a folder declared above it
    }
  }
  return floors;
}

std::vector<Function> functions_of(const TextFile& file) {
  struct Block {
    std::size_t start, opened;
    std::string closes;
  };
  std::vector<Function> functions;
  std::optional<Block> open;
  RawStrings raw;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string& line = file.lines[i];
    if (raw.skip(line)) continue;
    if (open && line.starts_with(open->closes)) {
      functions.push_back(
          {static_cast<int>(open->start) + 1, static_cast<int>(i - open->opened) - 1});
      open.reset();
    }
    if (open || !line.ends_with("{")) continue;
    const std::size_t start = statement_start(file.lines, i);
    const std::size_t indent = indent_of(file.lines[start]);
    if (indent <= 2 && opens_function(file.lines, start, i)) {
      open = Block{start, i, std::string(indent, ' ') + "}"};
    }
  }
  return functions;
}

}  // namespace hearth::tidy
