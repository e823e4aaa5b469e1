#include "spec/spec_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"

namespace hearth {
namespace {

constexpr std::string_view kQuestions[] = {"answer", "explain", "diagnostics", "failures",
                                           "format", "words",   "files",       "lint"};

std::vector<std::string> words_of(std::string_view info) {
  std::vector<std::string> words;
  for (const auto word : split(info, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

// How many backticks a line starts with: three or more open or close a block.
std::size_t fence_of(std::string_view line) {
  const auto length = std::min(line.find_first_not_of('`'), line.size());
  return length >= 3 ? length : 0;
}

std::vector<SpecBlock> blocks_of(std::string_view text) {
  std::vector<SpecBlock> blocks;
  std::size_t open = 0;  // backticks of the block that is open
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const auto line = trim(text.substr(at, end - at - 1));
    const auto fence = fence_of(line);
    if (open == 0 && fence > 0) {
      blocks.push_back({std::string(trim(line.substr(fence))), {}, end, end});
      open = fence;
    } else if (open > 0 && fence >= open && fence == line.size()) {
      blocks.back().end = at;
      blocks.back().content = text.substr(blocks.back().begin, at - blocks.back().begin);
      open = 0;
    }
    at = end;
  }
  return blocks;
}

}  // namespace

std::string SpecBlock::word() const {
  const auto all = words_of(info);
  return all.empty() ? std::string() : all.front();
}

std::vector<std::string> SpecBlock::words() const {
  auto all = words_of(info);
  if (!all.empty()) all.erase(all.begin());
  return all;
}

bool SpecBlock::is_file() const { return word().find('.') != std::string::npos; }

bool SpecBlock::is_question() const {
  return std::ranges::find(kQuestions, word()) != std::end(kQuestions);
}

std::string Spec::name() const { return std::filesystem::path(path).filename().string(); }

Spec read_spec(const std::string& root, const std::string& path) {
  std::ifstream file(root + "/" + path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  Spec spec{path, text.str(), {}, {}};
  const auto first = spec.text.substr(0, spec.text.find('\n'));
  if (first.starts_with("# ")) spec.title = first.substr(2);
  spec.blocks = blocks_of(spec.text);
  return spec;
}

std::vector<Spec> read_specs(const std::string& root) {
  std::vector<std::string> paths;
  for (const std::string folder : {"spec", "spec/bad"}) {
    if (!std::filesystem::exists(root + "/" + folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/" + folder)) {
      const auto name = entry.path().filename().string();
      if (name.ends_with(".md") && name != "grammar.md" && name != "README.md") {
        paths.push_back(folder + "/" + name);
      }
    }
  }
  std::ranges::sort(paths);
  std::vector<Spec> specs;
  for (const auto& path : paths) specs.push_back(read_spec(root, path));
  return specs;
}

}  // namespace hearth
