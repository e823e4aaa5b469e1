#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

constexpr DiagnosticKind<std::string_view> kUnknownWord("UnknownWord", Severity::Error,
                                                        "no word `{}`");
constexpr DiagnosticKind<> kOddRow("OddRow", Severity::Warning, "this row is odd");

Place row_of(std::string file, std::int64_t row) {
  Place place;
  place.file = std::move(file);
  place.row = row;
  return place;
}

TEST(Diagnostic, ShowsTheLineWithACaretAndAHint) {
  const Source source("plans/n.md", "need\n  any chidl: on neet\n");
  Diagnostics diagnostics;
  auto& diagnostic = diagnostics.add(kUnknownWord, place_in(source, {11, 5}), "chidl");
  diagnostic.hint = "did you mean `child`?";
  EXPECT_EQ(to_text(diagnostic),
            "plans/n.md:2:7: error: no word `chidl`\n"
            "    any chidl: on neet\n"
            "        ^~~~~\n"
            "  did you mean `child`?\n");
}

TEST(Diagnostic, UnderlinesCharactersNotBytes) {
  const Source source("n.md", "£££ is £££\n");
  Diagnostics diagnostics;
  diagnostics.add(kUnknownWord, place_in(source, {10, 6}), "£££");
  EXPECT_EQ(to_text(diagnostics), "n.md:1:11: error: no word `£££`\n  £££ is £££\n         ^~~\n");
}

TEST(Diagnostic, NeverUnderlinesPastTheLine) {
  const Source source("n.md", "abc\ndef");
  Diagnostics diagnostics;
  diagnostics.add(kUnknownWord, place_in(source, {2, 5}), "c");
  EXPECT_EQ(to_text(diagnostics), "n.md:1:3: error: no word `c`\n  abc\n    ^\n");
}

TEST(Diagnostic, DataIsNamedByFileRowAndColumn) {
  auto place = row_of("suspension.csv", 12);
  place.field = "date";
  Diagnostics diagnostics;
  diagnostics.add(kOddRow, place);
  EXPECT_EQ(to_text(diagnostics),
            "suspension.csv, row 12, column date: warning: this row is odd\n");
}

TEST(Diagnostic, OfNoFileBeginsWithItsSeverity) {
  Diagnostics diagnostics;
  diagnostics.add(kOddRow, Place{});
  EXPECT_EQ(to_text(diagnostics), "warning: this row is odd\n");
}

TEST(Diagnostic, ALabelPointsAtAnotherPlace) {
  Diagnostics diagnostics;
  diagnostics.add(kOddRow, row_of("a.csv", 3)).labels.push_back({row_of("a.csv", 2), "first here"});
  EXPECT_EQ(to_text(diagnostics),
            "a.csv, row 3: warning: this row is odd\na.csv, row 2: note: first here\n");
}

TEST(Diagnostics, AreSortedByPlaceAndKeepTheirOrderWithin) {
  Diagnostics diagnostics;
  diagnostics.add(kUnknownWord, row_of("b.csv", 2), "third");
  diagnostics.add(kUnknownWord, row_of("a.csv", 9), "first");
  diagnostics.add(kUnknownWord, row_of("a.csv", 10), "second");
  diagnostics.add(kUnknownWord, row_of("b.csv", 2), "fourth");
  diagnostics.sort();
  std::vector<std::string> messages;
  for (const auto& diagnostic : diagnostics.list()) messages.push_back(diagnostic.message);
  EXPECT_EQ(messages, (std::vector<std::string>{"no word `first`", "no word `second`",
                                                "no word `third`", "no word `fourth`"}));
}

TEST(Diagnostics, AWarningIsNoError) {
  Diagnostics diagnostics;
  EXPECT_TRUE(diagnostics.empty());
  diagnostics.add(kOddRow, {});
  EXPECT_FALSE(diagnostics.has_errors());
  Diagnostics others;
  others.add(kUnknownWord, {}, "x");
  diagnostics.take(std::move(others));
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.list().size(), 2u);
}

}  // namespace
}  // namespace hearth
