// The two lists of the language's words that are not the parser's own, the meanings an editor shows
// and the grammar that colours them, against the words the parser looks for.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "author/word_meanings.h"
#include "base/text.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The parser looks for some words only where their neighbours did not stand.
std::shared_ptr<const Source> rare_words() {
  return std::make_shared<const Source>(
      "rare.md",
      "```plan\ndefine x\n  means days of suspension ever is down 5% on a fifth of ever\n```\n");
}

// What reading every plan and every spec looks for: the specs show every construct there is.
const std::set<std::string>& words_of_the_language() {
  static const auto kWords = [] {
    std::set<std::string> words;
    for (const auto* folder : {"plans", "spec", "spec/bad"}) {
      for (const auto& entry : fs::directory_iterator(fs::path(HEARTH_SOURCE_DIR) / folder)) {
        if (entry.path().extension() != ".md") continue;
        const auto text = text_of(entry.path());
        const auto source = std::make_shared<const Source>(entry.path().string(), text);
        for (auto& word : words_looked_for(source)) words.insert(std::move(word));
      }
    }
    for (auto& word : words_looked_for(rare_words())) words.insert(std::move(word));
    return words;
  }();
  return kWords;
}

TEST(WordLists, ParserLooksForManyWords) {
  for (const auto* word : {"criterion", "outcome", "had", "improves", "quarter", "covered", "born",
                           "not_applicable", "instrument", "onwards", "dependent child"}) {
    EXPECT_TRUE(words_of_the_language().contains(word)) << word;
  }
}

TEST(WordLists, EveryWordHasAMeaning) {
  for (const auto& word : words_of_the_language()) {
    EXPECT_FALSE(meaning_of(word, WordAt{}).empty()) << word;
  }
}

TEST(WordLists, EveryMeaningIsOfAWord) {
  for (const auto& meaning : word_meanings()) {
    EXPECT_TRUE(words_of_the_language().contains(std::string(meaning.word))) << meaning.word;
  }
}

void add_patterns(const nlohmann::json& grammar, std::vector<std::string>& patterns) {
  for (const auto& [key, value] : grammar.items()) {
    const bool pattern = key == "match" || key == "begin" || key == "end";
    if (value.is_string() && pattern) patterns.push_back(value.get<std::string>());
    if (value.is_structured()) add_patterns(value, patterns);
  }
}

TEST(WordLists, EveryWordIsColoured) {
  const auto path = fs::path(HEARTH_SOURCE_DIR) / "editors/hearth.tmLanguage.json";
  const auto grammar = nlohmann::json::parse(text_of(path), nullptr, false);
  ASSERT_FALSE(grammar.is_discarded()) << path;
  std::vector<std::string> patterns;
  add_patterns(grammar, patterns);
  std::set<std::string> coloured;
  static const std::regex kWord("[a-z_]+(-[a-z]+)*");
  for (const auto& pattern : patterns) {
    for (std::sregex_iterator it(pattern.begin(), pattern.end(), kWord), end; it != end; ++it) {
      coloured.insert(it->str());
    }
  }
  for (const auto& words : words_of_the_language()) {
    for (const auto word : split(words, ' ')) {
      EXPECT_TRUE(coloured.contains(std::string(word))) << word;
    }
  }
}

}  // namespace
}  // namespace hearth
