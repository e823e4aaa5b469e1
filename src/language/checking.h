// What the checker knows while it makes one Plan: the documents, their names, the plan so far and
// everything found wrong.
//
// A check function takes what was written and returns what it means, or nothing once it has
// reported why not. Nothing stands for Invalid and passes upwards in silence, so one mistake gives
// one diagnostic. The same mistake met again, because a definition is used twice, is not repeated.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/diagnostic.h"
#include "language/check_diagnostics.h"
#include "language/plan.h"
#include "language/tree.h"

namespace hearth {

// Where a name was first given, for `first defined here`.
struct NamedAt {
  const Tree* tree;
  Span span;
};

struct Definition {
  const Tree* tree;
  const written::Define* item;
};

struct Checking {
  Plan plan;
  Diagnostics diagnostics;
  std::vector<const Tree*> trees;  // used documents first, the plan's own last
  std::map<std::string, Definition, std::less<>> definitions;
  std::map<std::pair<std::string, std::string>, NamedAt> names;  // by kind and name

  template <typename... Arguments>
  Diagnostic& report(const DiagnosticKind<Arguments...>& kind, const Tree& tree, Span span,
                     const std::type_identity_t<Arguments>&... arguments) {
    const auto& source = *tree.source;
    const auto key = std::tuple(kind.name, source.name(), span.offset, span.length);
    if (!reported_.insert(key).second) return repeated_ = {};
    return diagnostics.add(kind, place_in(source, span), arguments...);
  }

  int looked_at = 0;  // conditions and records so far, see small_enough
  int nesting = 0;    // of conditions in one another, through definitions too

  // Claims a name for a thing of a kind (`record type`), or reports who has it.
  bool claim_name(const std::string& kind, const Tree& tree, const written::Word& name);

 private:
  std::set<std::tuple<std::string_view, std::string, std::uint32_t, std::uint32_t>> reported_;
  Diagnostic repeated_{};  // what nobody will read
};

// Which clause a condition stands in; a definition is also checked for itself, before it is used.
enum class Clause { Need, Outcome, Supporting, Definition };

struct Context;

// What an argument of a definition stands for: a value, and where that value was written. No value
// while a definition is checked for itself: then anything is accepted.
struct Argument {
  const written::Value* value = nullptr;
  const Context* context = nullptr;
};

// Where a condition stands.
struct Context {
  const Tree* tree = nullptr;
  Clause clause = Clause::Outcome;
  bool person = false;      // inside `any child:` and the like, or in a definition that may be
  std::optional<Span> use;  // of the outermost definition in use, in the plan's own document
  const written::Define* definition = nullptr;
  std::map<std::string, Argument, std::less<>> arguments;
  const Context* around = nullptr;  // of the use of the definition
  int depth = 0;                    // of definitions

  Span node_span(Span written_span) const { return use.value_or(written_span); }
};

// Reports in a context: a mistake inside a definition says where it was used.
template <typename... Arguments>
Diagnostic& report(Checking& checking, const Context& context,
                   const DiagnosticKind<Arguments...>& kind, Span span,
                   const std::type_identity_t<Arguments>&... arguments) {
  auto& diagnostic = checking.report(kind, *context.tree, span, arguments...);
  const bool used = context.use && context.clause != Clause::Definition;
  if (used && diagnostic.kind) {
    const auto& plan_tree = *checking.trees.back();
    diagnostic.labels.push_back({place_in(*plan_tree.source, *context.use), "used here"});
  }
  return diagnostic;
}

// `did you mean `…`?` for the nearest candidate, or nothing.
std::string did_you_mean(std::string_view word, std::vector<std::string> candidates);

std::vector<std::string> record_type_names(const Checking& checking);
std::vector<std::string> field_names(const RecordType& type);
std::vector<std::string> definition_names(const Checking& checking);

// False, and reported once, when definitions that use each other twice over have made the plan
// larger than any plan needs to be.
bool small_enough(Checking& checking, const Context& context, Span span);

std::string_view words_at(const Context& context, Span span);  // as the author wrote them

}  // namespace hearth
