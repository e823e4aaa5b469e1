#include <gtest/gtest.h>

#include "language/format_document.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

std::string with_kinds(const std::string& kinds) {
  return plan_around(criterion_with("any member: had arrest", "any member: no arrest") +
                     "  kinds " + kinds + "\n");
}

// As the plan understood it, or what is wrong with it.
std::string understood(const std::string& kinds_written) {
  const auto loaded = load_text(with_kinds(kinds_written));
  if (!loaded.plan) return kinds(loaded);
  const auto& declared = loaded.plan->criteria.front().kinds;
  return declared ? to_text(*declared) : "none";
}

std::string alike(const std::string& outcome) {
  return comparable(
      load_text(with_kinds("event then " + outcome)).plan->criteria[0].kinds->outcome);
}

TEST(ParseKinds, ReadsEntryAndOutcome) {
  EXPECT_EQ(understood("event then reduction"), "event then reduction");
  EXPECT_EQ(understood("past spell and current spell then completion or no event"),
            "past spell and current spell then completion or no event");
  EXPECT_EQ(understood("future date, then lasting spell"), "future date then lasting spell");
  EXPECT_FALSE(load_text(with_need("any member: had arrest")).plan->criteria[0].kinds);
}

TEST(ParseKinds, ReadsEveryKindOnItsOwnSideOnly) {
  for (const auto kind : kEntryKinds) {
    EXPECT_EQ(understood(std::string(kind) + " then state"), std::string(kind) + " then state");
    const auto other = understood("event then " + std::string(kind));
    EXPECT_EQ(other, kind == "statement" ? "event then statement" : "KindOfOtherSide");
  }
  for (const auto kind : kOutcomeKinds) {
    EXPECT_EQ(understood("event then " + std::string(kind)), "event then " + std::string(kind));
    const auto other = understood(std::string(kind) + " then state");
    EXPECT_EQ(other, kind == "statement" ? "statement then state" : "KindOfOtherSide");
  }
}

TEST(ParseKinds, KeepsAndAndOrApartByBrackets) {
  EXPECT_EQ(understood("event then no event and (engagement or statement)"),
            "event then no event and (engagement or statement)");
  EXPECT_EQ(understood("event then (state or threshold) or (engagement)"),
            "event then state or threshold or engagement");
  EXPECT_EQ(understood("event then state or threshold and engagement"), "MixedKinds");
  EXPECT_EQ(understood("event then (state or threshold and engagement)"), "MixedKinds");
}

TEST(ParseKinds, ComparesWithoutRegardToOrder) {
  EXPECT_EQ(alike("state or (threshold and engagement)"),
            alike("(engagement and threshold) or state"));
  EXPECT_NE(alike("state or threshold"), alike("state and threshold"));
}

TEST(ParseKinds, OneMistakeIsOneDiagnostic) {
  for (const auto* broken : {"evnt then state", "event then stat", "past then state",
                             "nothing then state", "event or then state", "then state"}) {
    EXPECT_EQ(understood(broken), "UnknownWord") << broken;
  }
  for (const auto* broken :
       {"", "event", "event then", "event state", "event then state, threshold",
        "event then (state", "(event then state", "((event)) then state",
        "event then nothing or state"}) {
    EXPECT_EQ(understood(broken), "Expected") << broken;
  }
}

TEST(ParseKinds, HintsAtTheNearestKind) {
  EXPECT_EQ(first_hint(with_kinds("curent spell then state")), "did you mean `current spell`?");
  EXPECT_EQ(first_hint(with_kinds("event then improvment")), "did you mean `improvement`?");
}

TEST(ParseKinds, AreLaidOutOnOneLineThatFits) {
  const auto layout = [](const std::string& kinds_written) {
    const auto text = format_document(std::make_shared<const Source>(
        "t.md", block("criterion 1 \"One\"\n need any adult: had x\n outcome undefined\n kinds " +
                      kinds_written + "\n")));
    return text.substr(text.find("  kinds"));
  };
  EXPECT_EQ(layout("event\n      or   statement,then no event and(state or  threshold)"),
            "  kinds       event or statement then no event and (state or threshold)\n```\n");
  EXPECT_EQ(layout("(event and count)or ratio then nothing"),
            "  kinds       (event and count) or ratio then nothing\n```\n");
}

}  // namespace
}  // namespace hearth
