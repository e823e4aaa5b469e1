// Every name that documents declare, and where: record types with their fields and codes,
// definitions, parameters, measures, instruments, criteria.
//
// Names of different kinds may be spelt alike, so a name is asked for by its kind; fields belong to
// a record type and codes to a field.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/tree.h"

namespace hearth {

enum class NameKind {
  Plan,
  Headline,
  Criterion,
  Definition,
  Argument,  // of a definition
  Parameter,
  RecordType,
  Field,
  Code,
  Measure,
  Instrument,
  Term,
  Person,  // of an example
};

struct DeclaredName {
  NameKind kind;
  std::string name;
  std::string of;  // a field's record type; a code's `score.instrument`; an argument's definition
  const Tree* tree;
  Span span;                            // of the name
  Span whole;                           // of its item or line
  const written::Item* item = nullptr;  // absent for a person
};

class DeclaredNames {
 public:
  DeclaredNames() = default;
  explicit DeclaredNames(std::span<const Tree* const> trees);

  const std::vector<DeclaredName>& all() const { return names_; }
  const DeclaredName* find(NameKind kind, std::string_view name, std::string_view of = {}) const;

  // The record types that names stand for, definitions of records replaced by theirs.
  std::vector<std::string> record_types(std::span<const std::string> names) const;

 private:
  std::vector<DeclaredName> names_;

  void add(NameKind kind, const written::Word& word, const Tree& tree, const written::Item& item,
           std::string of = {});
  void add_item(const Tree& tree, const written::Item& item);
  void add_record(const Tree& tree, const written::Item& item, const written::RecordItem& record);
  void add_people(const Tree& tree);
  void add_types(const std::string& name, std::set<std::string>& seen,
                 std::vector<std::string>& types) const;
};

}  // namespace hearth
