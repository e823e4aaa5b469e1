// What a plan's documents say that is gone from the checked Plan: its definitions, which rules use
// them, and its claim rule.
#pragma once

#include <compare>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/source.h"
#include "language/tree.h"

namespace hearth {

struct WrittenDefinition {
  std::string text;   // equal where two say the same, however they are laid out
  std::string words;  // as written, on one line
};

// `need`, `outcome`, `sooner` or `alone` of a criterion.
struct RuleName {
  std::string ref;
  std::string clause;

  auto operator<=>(const RuleName&) const = default;
};

class WrittenRules {
 public:
  // Of all the documents that were read for a plan.
  explicit WrittenRules(const std::vector<std::shared_ptr<const Source>>& sources);

  const std::map<std::string, WrittenDefinition>& definitions() const { return definitions_; }
  const std::string& claim() const { return claim_; }  // empty if the plan says none

  // The definitions that a rule names, and those which these name in turn.
  std::set<std::string> used_by(const RuleName& rule) const;

 private:
  void add(const Tree& tree, const written::Item& item);

  std::map<std::string, WrittenDefinition> definitions_;
  std::map<RuleName, std::string> rules_;  // their words
  std::string claim_;
};

}  // namespace hearth
