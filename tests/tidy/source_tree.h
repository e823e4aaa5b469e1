// The repository as text: what the tidy test reads, and nothing that compiles it.
//
// Paths are relative to the root and written with `/`. What a build or a fetch put there is no part
// of the repository and is not read.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace hearth::tidy {

struct TextFile {
  std::string path;                // `src/base/date.h`
  std::vector<std::string> lines;  // without line ends

  bool is_header() const { return path.ends_with(".h"); }
  bool is_code() const { return is_header() || path.ends_with(".cc"); }
  std::string floor() const;  // `base` for a file of src/base; empty outside src
};

// Every file of the repository that is text, in order of path.
const std::vector<TextFile>& repository();

const TextFile* find(const std::string& path);

// The files a line `#include "…"` names, as written.
std::vector<std::string> includes_of(const TextFile& file);

// For each folder of src, the folders CMakeLists.txt lets it include, itself among them.
std::map<std::string, std::set<std::string>> declared_floors();

struct Function {
  int line;    // on which it starts, from 1
  int length;  // of its body, in lines
};

// Functions as clang-format lays them out: a body ends with the brace under its first column.
std::vector<Function> functions_of(const TextFile& file);

}  // namespace hearth::tidy
