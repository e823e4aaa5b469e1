// How conditions are understood: each test compares the condition printed with brackets round every
// node (print_tree.h).
#include <gtest/gtest.h>

#include "language/parse_document.h"
#include "language/print_tree.h"

namespace hearth {
namespace {

std::string read_tree(const std::string& block) {
  const auto text = "```plan\n" + block + "\n```\n";
  const auto parsed = parse_document(std::make_shared<const Source>("t.md", text));
  return to_text(parsed.diagnostics) + print_tree(parsed.tree);
}

// The condition as it was understood, brackets round every node; or what is wrong with it.
std::string condition(const std::string& text) {
  const auto tree = read_tree("define it\n  means " + text);
  const std::string head = "define it\n  means ";
  if (!tree.starts_with(head)) return tree;
  return tree.substr(head.size(), tree.size() - head.size() - 1);
}

TEST(ParseCondition, Presence) {
  EXPECT_EQ(condition("on cp_plan"), "(on {cp_plan})");
  EXPECT_EQ(condition("had offence in last 6 months"), "(had {offence} in last 6 months)");
  EXPECT_EQ(condition("no offence since closure"), "(no {offence} since closure)");
  EXPECT_EQ(condition("no offence since end of custody or order where kind = licence"),
            "(no {offence} since end of {custody|order [kind = licence]})");
  EXPECT_EQ(condition("no offence since 2 months after end of custody"),
            "(no {offence} since 2 months after end of {custody})");
  EXPECT_EQ(condition("at least 2 offence in next 1 year"),
            "(at least 2 of {offence} in next 1 year)");
  EXPECT_EQ(condition("at most 1 offence in 2 terms before need"),
            "(at most 1 of {offence} in 2 terms before need)");
}

TEST(ParseCondition, OrJoinsRecordsUntilAConditionFollows) {
  EXPECT_EQ(condition("had offence or arrest or no suspension"),
            "(at least 1 (had {offence|arrest}) (no {suspension}))");
  EXPECT_EQ(condition("had a or statement improved by self"),
            "(at least 1 (had {a}) (statement improved by self))");
  EXPECT_EQ(condition("had a or statement where kind = x"), "(had {a|statement [kind = x]})");
  EXPECT_EQ(condition("had a or days of b >= 2"), "(at least 1 (had {a}) (>= (sum days {b}) (2)))");
  EXPECT_EQ(condition("had a or rate in last 2 terms < 9%"),
            "(at least 1 (had {a}) (< (measure rate in last 2 terms) (9%)))");
  EXPECT_EQ(condition("had a or quiet(b)"), "(at least 1 (had {a}) (defined quiet b))");
  EXPECT_EQ(condition("count of a or b >= 2"), "(>= (count {a|b}) (2))");
}

TEST(ParseCondition, ADefinitionOfThisDocumentEndsRecords) {
  const auto tree = read_tree("define b\n  means had x\ndefine a\n  means had y or b or c\n");
  EXPECT_EQ(tree,
            "define b\n  means (had {x})\n"
            "define a\n  means (at least 1 (had {y}) (defined b) (defined c))\n");
}

TEST(ParseCondition, AWhereTestsAllTypesBeforeIt) {
  EXPECT_EQ(condition("had a or b where x = 1 and y in (p, q) or c and age >= 3"),
            "(all (had {a|b [x = 1] [y in p q]; c}) (>= (age) (3)))");
  EXPECT_EQ(condition("had a where x = yes and had b"), "(all (had {a [x = yes]}) (had {b}))");
}

TEST(ParseCondition, Numbers) {
  EXPECT_EQ(condition("count of a in last 6 months <= 7"), "(<= (count {a} in last 6 months) (7))");
  EXPECT_EQ(condition("days of suspension ever = 0"), "(= (sum days {suspension} ever) (0))");
  EXPECT_EQ(condition("days on custody since start > 2"),
            "(> (days on {custody} since start) (2))");
  EXPECT_EQ(condition("latest amount of debt >= limit"), "(>= (latest amount {debt}) (limit))");
  EXPECT_EQ(condition("limit != count of a"), "(!= (limit) (count {a}))");
  EXPECT_EQ(condition("rate in last 2 terms < rate in 2 terms before need"),
            "(< (measure rate in last 2 terms) (measure rate in 2 terms before need))");
}

TEST(ParseCondition, Change) {
  EXPECT_EQ(condition("count of a in last 6 months is down 50% on half of 12 months before need"),
            "(down 50% (count {a} in last 6 months) x 0.5 in 12 months before need)");
  EXPECT_EQ(condition("rate in last 2 terms is up 40 points on 2 terms before that"),
            "(up points 40 (measure rate in last 2 terms) x 1 in 2 terms before that)");
  EXPECT_EQ(condition("count of a in last 1 month is up 10% on a third of last 3 months"),
            "(up 10% (count {a} in last 1 month) x 0.3333 in last 3 months)");
  EXPECT_EQ(condition("count of a since need is lower than in 1 year before need"),
            "(lower (count {a} since need) x 1 in 1 year before need)");
  EXPECT_EQ(condition("latest value of score where instrument = sdq improves since need"),
            "(improves (latest value {score [instrument = sdq]}) since need)");
}

TEST(ParseCondition, LastingAndSaying) {
  EXPECT_EQ(condition("on a for 13 weeks"), "(for 13 weeks (on {a}))");
  EXPECT_EQ(condition("(on a or on b) for 26 of last 30 weeks"),
            "(for 26 of 30 weeks (at least 1 (on {a}) (on {b})))");
  EXPECT_EQ(condition("statement improved by practitioner or self signed since need"),
            "(statement improved by practitioner self signed since need)");
  EXPECT_EQ(condition("approved by auditor or had a"),
            "(at least 1 (statement approval by auditor) (had {a}))");
}

TEST(ParseCondition, WhoReachesToTheNextWho) {
  EXPECT_EQ(condition("any adult: had a and had b and no child: had c"),
            "(all (any adult: (all (had {a}) (had {b}))) (no child: (had {c})))");
  EXPECT_EQ(condition("any child aged 10 to 17 who on a: had b or family: had c"),
            "(at least 1 (any child aged 10 to 17 who (on {a}): (had {b})) (family: (had {c})))");
  EXPECT_EQ(condition("each person in need: not had a and not every parent: had b"),
            "(all (each in need member: (not (had {a}))) (not (every parent: (had {b}))))");
}

TEST(ParseCondition, AListThatSaysWhoEndsTheOneBefore) {
  EXPECT_EQ(condition("family: no a and any of\n      - any child: had b\n      - c"),
            "(all (family: (no {a})) (at least 1 (any child: (had {b})) (defined c)))");
  EXPECT_EQ(condition("any child: no a and any of\n      - had b\n      - c"),
            "(any child: (all (no {a}) (at least 1 (had {b}) (defined c))))");
}

TEST(ParseCondition, IfThenElseAndNot) {
  EXPECT_EQ(condition("if not had a then had b else had c and had d"),
            "(if (not (had {a})) (had {b}) (all (had {c}) (had {d})))");
  EXPECT_EQ(condition("any child: if had a then had b else had c or any adult: had d"),
            "(at least 1 (any child: (if (had {a}) (had {b}) (had {c}))) (any adult: (had {d})))");
}

TEST(ParseCondition, ListsNestByColumn) {
  EXPECT_EQ(condition("any of\n"
                      "      - had a\n"
                      "      - at least 2 of\n"
                      "        - had b\n"
                      "          and had c\n"
                      "        - had d\n"
                      "      - had e\n"
                      "    and had f"),
            "(all (at least 1 (had {a}) (at least 2 (all (had {b}) (had {c})) (had {d})) (had "
            "{e})) (had {f}))");
  EXPECT_EQ(condition("(any of\n      - had a\n      - (had b)) for 13 weeks"),
            "(for 13 weeks (at least 1 (had {a}) (had {b})))");
}

TEST(ParseCondition, BracketsKeepAndAndOrApart) {
  EXPECT_EQ(condition("had a and (had b or had c)"),
            "(all (had {a}) (at least 1 (had {b}) (had {c})))");
}

TEST(ParseCondition, ACommaBeforeAJoiningWordChangesNothing) {
  EXPECT_EQ(condition("had a where x = 1, or had b"), condition("had a where x = 1 or had b"));
}

}  // namespace
}  // namespace hearth
