#include "spec/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "spec/run_spec.h"
#include "spec/spec_file.h"

namespace hearth {
namespace {

struct Chapter {
  std::string title;
  std::string file;
  std::string opening;
  std::vector<std::string> specs;  // from spec/: `who_any.md`
};

// What stands between the first `(` and the `)` after it.
std::string in_brackets(const std::string& line) {
  const auto open = line.find('(');
  const auto close = line.find(')', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return line.substr(open + 1, close - open - 1);
}

std::vector<Chapter> chapters(const std::string& root) {
  std::vector<Chapter> list;
  std::istringstream text(read_spec(root, "spec/README.md").text);
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("## ")) {
      const auto open = line.find(" (");
      list.push_back({line.substr(3, open - 3), in_brackets(line), {}, {}});
    } else if (line.starts_with("- ") && !list.empty()) {
      list.back().specs.push_back(line.substr(2));
    } else if (!list.empty() && !line.empty()) {
      list.back().opening += line + '\n';
    }
  }
  std::erase_if(list, [](const Chapter& chapter) { return chapter.file.empty(); });
  return list;
}

std::string heading_of(const SpecBlock& question) {
  const auto words = question.words();
  const auto word = question.word();
  if (word == "diagnostics") return "hearth says:";
  if (word == "lint") return "`hearth plan lint` says:";
  if (word == "format") return "In the canonical layout:";
  if (word == "words") return "As it was understood:";
  if (word == "failures") return "`hearth plan test` says:";
  if (word == "files") return "The folder of facts it makes:";
  if (word == "explain") return fmt::format("Why {} stands so on {}:", words[0], words[1]);
  if (words.front() == "rule") return "How the entry rule reads, day by day:";
  if (words.front() == "timeline") return "The status, day by day:";
  if (words.front() == "rows") return "Its rows:";
  if (words.front() == "identify") return fmt::format("Eligible on {}:", words[1]);
  if (words.size() == 3) {
    return fmt::format("On {}, as it was known on {}:", words[0], words[2]);
  }
  return fmt::format("On {}:", words[0]);
}

std::string heading_of_file(const SpecBlock& block) { return fmt::format("`{}`:", block.word()); }

// The spec one heading deeper, with each question in words.
std::string section(const Spec& spec) {
  std::string text = "#";
  std::size_t at = 0;
  for (const auto& block : spec.blocks) {
    auto fence = spec.text.rfind('\n', block.begin - 2) + 1;
    text += spec.text.substr(at, fence - at);
    at = block.end;
    const auto ticks = spec.text.substr(fence, spec.text.find_first_not_of('`', fence) - fence);
    const bool program = block.word() == "plan" || block.word() == "example";
    if (block.is_question()) text += heading_of(block) + "\n\n";
    if (block.is_file()) text += heading_of_file(block) + "\n\n";
    text += ticks + (program ? block.word() : "text") + "\n" + block.content;
  }
  return text + spec.text.substr(at);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> render_manual(const std::string& root) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& chapter : chapters(root)) {
    std::string text =
        "# " + chapter.title + "\n\n<!-- Made from spec/ by test_spec --manual. -->\n\n";
    text += chapter.opening;
    for (const auto& path : chapter.specs) {
      text += "\n" + section(read_spec(root, "spec/" + path));
    }
    files.emplace_back(chapter.file, text);
  }
  return files;
}

std::string chapter_faults(const std::string& root) {
  std::map<std::string, int> listed;
  for (const auto& chapter : chapters(root)) {
    for (const auto& path : chapter.specs) ++listed["spec/" + path];
  }
  std::string faults;
  for (const auto& spec : read_specs(root)) {
    const int times = listed.contains(spec.path) ? listed[spec.path] : 0;
    if (times != 1) faults += fmt::format("{} is listed {} times\n", spec.path, times);
    listed.erase(spec.path);
  }
  for (const auto& [path, times] : listed) faults += fmt::format("{} does not exist\n", path);
  return faults;
}

}  // namespace hearth
