// What is wrong with each document, in an editor's terms: a list for each file, with places counted
// as the editor counts them.
//
// A mistake in a document that several open plans use is told once. What was told of a file stands
// until something else is to be told of it, if only that nothing is wrong any more.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "author/workspace.h"

namespace hearth {

struct RelatedPlace {
  std::string address;
  TextRange range;
  std::string text;

  bool operator==(const RelatedPlace&) const = default;
};

struct PublishedDiagnostic {
  TextRange range;
  Severity severity = Severity::Error;
  std::string code;  // the kind's name: `UnknownField`
  std::string message;
  std::vector<RelatedPlace> related;

  bool operator==(const PublishedDiagnostic&) const = default;
};

using PublishedFile = std::vector<PublishedDiagnostic>;

// By address, of all open documents and those they use. Each open one has a list, if only an empty
// one.
std::map<std::string, PublishedFile> diagnostics_of(Workspace& workspace);

}  // namespace hearth
