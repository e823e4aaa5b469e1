// What the parser looks for at one token of a block: the words of the language and the kinds of
// name that may stand there.
//
// It is filled while the parser does its ordinary work, so whoever asks what a word is, or what
// could be written at a place, is told by the grammar itself and not by a second list of it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace hearth {

struct Watch {
  static constexpr std::size_t kEveryToken = static_cast<std::size_t>(-1);

  std::size_t token = kEveryToken;  // by index in its block
  std::vector<std::string> words;   // looked for, in the order asked, each once
  std::vector<std::string> names;   // what was named, as diagnostics say it: `a record type`
  bool is_word = false;             // the token is one of the words

  bool watches(std::size_t index) const { return token == kEveryToken || token == index; }
  void look_for(std::string_view word) { add(words, word); }
  void name(std::string_view what) { add(names, what); }

 private:
  static void add(std::vector<std::string>& list, std::string_view text) {
    if (std::ranges::find(list, text) == list.end()) list.emplace_back(text);
  }
};

}  // namespace hearth
