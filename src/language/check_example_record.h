// One record line of an example → a row of its facts, with the checks a file's row must pass too.
#pragma once

#include <map>

#include "facts/facts_builder.h"
#include "language/checking.h"

namespace hearth {

// The facts of one example while they are made.
struct ExampleFacts {
  const Tree* tree;
  FactsBuilder builder;
  FamilyId family;
  std::map<std::string, PersonId, std::less<>> people;
  TermCalendar terms;

  Lineage lineage_of(Span span) const;  // the document, and the line as its row
};

void check_record_line(Checking& checking, ExampleFacts& facts, const written::RecordLine& line);

}  // namespace hearth
