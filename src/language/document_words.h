// Random documents for tests: conditions that are well written, and words thrown together that are
// not.
#pragma once

#include <rapidcheck.h>

#include <string>

namespace hearth {

inline std::string random_records() {
  return *rc::gen::elementOf(
      std::vector<std::string>{"offence", "offence or arrest", "offence where proven = yes",
                               "suspension or arrest where days >= 2 and kind in (a, b, c)",
                               "offence where kind != x or arrest", "score where instrument = sdq",
                               "custody where release_due in next 12 months"});
}

inline std::string random_window() {
  return *rc::gen::elementOf(std::vector<std::string>{
      "", " in last 6 months", " in next 2 weeks", " in this term and last 2 terms",
      " in 1 year before need", " in 2 terms after closure", " since need", " ever"});
}

inline std::string random_atom() {
  const auto records = random_records();
  const auto window = random_window();
  return *rc::gen::elementOf(std::vector<std::string>{
      "on " + records,
      "had " + records + window,
      "no " + records + window,
      "at least 2 " + records + window,
      "at most 10 " + records + window,
      "statement improved by practitioner or self signed" + window,
      "approved by auditor",
      "count of " + records + window + " <= 3",
      "days of " + records + window + " > £20",
      "days on " + records + window + " is down 33% on half of 12 months before that",
      "latest level of " + records + " = high",
      "attendance in last 2 terms is up 40 points on 2 terms before need",
      "attendance in last 2 terms is lower than in last 1 year",
      "days with " + records + window + " <= 3",
      "has role parent or expectant",
      "on " + records + " for 6 months since need",
      "latest value of " + records + " improves since need",
      "age >= 10",
      "quiet(worry, 3)",
      "on " + records + " for 26 of last 30 weeks"});
}

// A condition over any lines and spaces, its lists indented by `indent`.
inline std::string random_condition(int depth, int indent) {
  const auto break_or_space = [&] {
    const auto margin = std::string(static_cast<std::size_t>(indent) + 1, ' ');
    return *rc::gen::elementOf(std::vector<std::string>{" ", "\n" + margin, "  # note\n" + margin,
                                                        "\n" + margin + "# own line\n" + margin});
  };
  const auto below = [&] { return random_condition(depth - 1, indent + 4); };
  const auto bracketed = [&] { return "(" + below() + ")"; };
  if (depth == 0) return random_atom();
  switch (*rc::gen::inRange(0, 7)) {
    case 0: return "not " + bracketed();
    case 1: {
      const auto word = *rc::gen::elementOf(std::vector<std::string>{"and", "or"});
      return bracketed() + break_or_space() + word + " " + bracketed() + " " + word + " " +
             bracketed();
    }
    case 2:
      return "(if " + below() + break_or_space() + "then " + below() + " else " + below() + ")";
    case 3:
      return "any child aged 3 to 9 who " + bracketed() + ":" + break_or_space() + bracketed();
    case 4: return "family: " + bracketed();
    case 5: {
      const auto head =
          *rc::gen::elementOf(std::vector<std::string>{"any of", "all of", "at least 2 of"});
      const auto bullet = "\n" + std::string(indent + 2, ' ') + "- ";
      return "(" + head + bullet + below() + bullet + below() + ")";
    }
    default: return bracketed() + " for 13 weeks";
  }
}

inline std::string random_word() {
  return *rc::gen::elementOf(
      std::vector<std::string>{"criterion", "need",       "outcome",   "define",
                               "means",     "any",        "child",     ":",
                               "\n",        "\n  ",       "\n    ",    "- ",
                               "(",         ")",          "and",       "or",
                               "if",        "then",       "else",      "had",
                               "no",        "offence",    "in",        "last",
                               "6",         "months",     "where",     "=",
                               "yes",       "\"title\"",  "1.1",       "count",
                               "of",        ">=",         "#",         "family",
                               "90%",       "2024-02-30", "\t",        "\u00a0",
                               "record",    "field",      "{",         "}",
                               ",",         "for",        "since",     "at",
                               "least",     "```\n",      "```plan\n", "```example\n",
                               "\r\n",      "“",          "on",        "2024-01-01",
                               "·",         "covered"});
}

inline std::string random_word_soup() {
  std::string text = "```plan\n";
  for (int left = *rc::gen::inRange(0, 60); left > 0; --left) text += random_word() + " ";
  return text;
}

}  // namespace hearth
