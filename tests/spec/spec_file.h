// A spec: a small Markdown document that is a test and a page of the manual at once.
//
// Its title is a sentence, the paragraph below it says what it shows. Fenced blocks:
//   plan, example      the program, as in any plan; see run_spec.h for what stands above a fragment
//   NAME.csv, .toml …  a file: of a facts folder, or with a feed's .toml the files an agency sent
//   answer …, explain …, diagnostics, lint, failures, format, words, files
//                      a question, in the words after the fence, and the answer expected of hearth
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth {

struct SpecBlock {
  std::string info;     // what follows the fence: `answer 2024-09-02`
  std::string content;  // with its last line end
  std::size_t begin;    // of the content, in the text
  std::size_t end;

  std::string word() const;                // the first of the info
  std::vector<std::string> words() const;  // the others
  bool is_file() const;
  bool is_question() const;
};

struct Spec {
  std::string path;  // from the repository's root: `spec/who_any.md`
  std::string text;
  std::string title;
  std::vector<SpecBlock> blocks;

  std::string name() const;  // `who_any.md`
};

Spec read_spec(const std::string& root, const std::string& path);

// All of spec/ and spec/bad/, in order of path, but for the pages that hold no title of a spec:
// grammar.md and README.md.
std::vector<Spec> read_specs(const std::string& root);

}  // namespace hearth
