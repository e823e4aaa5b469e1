// What a word of a document is, and what could be written at a place: asked of the parser, so it
// covers the whole language and works on text that is half written.
//
// Nothing is resolved here: `records` and `field` are names as written, which whoever asks looks up
// among the declared ones. After the first mistake of a clause the parser reads no further, and a
// word behind it is known only by its text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "language/fence.h"

namespace hearth {

struct WordAt {
  FenceKind block = FenceKind::Plan;
  Span span;           // of the word; of what is typed so far, at a place to write
  std::string text;    // of the word; empty at a place to write
  std::string item;    // keyword of its item: `criterion`; of an example, its title
  std::string name;    // the item's own name or ref, if it has one
  std::string clause;  // first word of its clause; empty on the item's own line
  bool starts_item = false;
  bool starts_clause = false;
  bool is_word = false;            // a word of the language, and not a name
  std::vector<std::string> words;  // of the language that may stand here
  std::vector<std::string> names;  // kinds of names that may, as diagnostics say: `a record type`

  std::vector<std::string> records;  // of which a field here is, or whose field a value is of
  std::string field;                 // of which a value here is
  bool tested = false;               // … in a test of `where`
  std::string called;                // the definition to which a value here is an argument …
  std::size_t argument = 0;          // … by its number

  bool names_a(std::string_view what) const;  // one of `names`
};

// The word that lies at an offset or ends there.
std::optional<WordAt> word_at(std::shared_ptr<const Source> source, std::uint32_t offset);

// What may be written at an offset, in place of the word in which it lies or which it ends. Nothing
// outside the program's blocks, in comments and in strings.
std::optional<WordAt> place_at(const Source& source, std::uint32_t offset);

// Every word of the language that reading the document looks for: for tests that hold other lists
// of words against the grammar.
std::vector<std::string> words_looked_for(std::shared_ptr<const Source> source);

}  // namespace hearth
