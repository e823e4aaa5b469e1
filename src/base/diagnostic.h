// What is wrong with a plan or a file, said so that its author can put it right.
//
// A kind is declared once, beside the code that finds it, as a constant of type
// DiagnosticKind<Arguments...>: its name, its severity and its text, whose {} are checked against
// the argument types by the compiler. Every kind is listed in its folder's `all_…_diagnostics`
// table, and a test fails for a kind that no spec shows.
//
// Style: lower case, no full stop, what the author wrote in `backticks`, and never a personal value
// (data diagnostics name file, row and column; the cell's content stays in the file).
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace hearth {

enum class Severity { Error, Warning };

struct AnyDiagnosticKind {
  std::string_view name;  // `UnknownField`
  Severity severity;
  std::string_view text;  // with {} for the arguments
};

template <typename... Arguments>
struct DiagnosticKind : AnyDiagnosticKind {
  consteval DiagnosticKind(std::string_view kind_name, Severity kind_severity,
                           std::string_view format)
      : AnyDiagnosticKind{kind_name, kind_severity, format} {
    [[maybe_unused]] const fmt::format_string<Arguments...> checked(format);
  }
};

// Where it is wrong: a stretch of a line of a document, or a row and column of a table. A part that
// does not apply is 0 or empty.
struct Place {
  std::string file;
  int line = 0;          // of a document, from 1
  int column = 0;        // from 1
  int length = 0;        // of the part to underline, in bytes
  std::string excerpt;   // the document's line; always empty for data
  std::int64_t row = 0;  // of a table, from 1; the header is row 1, as a spreadsheet shows it
  std::string field;     // the table's column, by name
};

Place place_in(const Source& source, Span span);

struct Label {
  Place place;
  std::string text;  // `first defined here`
};

struct Diagnostic {
  const AnyDiagnosticKind* kind;
  Place place;
  std::string message;
  std::string hint;  // what to do: `did you mean `attendance`?`; may be empty
  std::vector<Label> labels;
};

// Collects diagnostics; checking never stops at the first.
class Diagnostics {
 public:
  template <typename... Arguments>
  Diagnostic& add(const DiagnosticKind<Arguments...>& kind, Place place,
                  const std::type_identity_t<Arguments>&... arguments) {
    list_.push_back(
        {&kind, std::move(place), fmt::format(fmt::runtime(kind.text), arguments...), {}, {}});
    return list_.back();
  }

  const std::vector<Diagnostic>& list() const { return list_; }
  bool has_errors() const;
  bool empty() const { return list_.empty(); }
  void take(Diagnostics other);  // appends the other's list

  // By file, then line or row, then column, keeping the order found for equal places.
  void sort();

 private:
  std::vector<Diagnostic> list_;
};

// `plans/n.md:12:14: error: no record type `suspention`` with the line, a caret and the hint below;
// for data `suspension.csv, row 12, column date: error: …`.
std::string to_text(const Diagnostic& diagnostic);
std::string to_text(const Diagnostics& diagnostics);

}  // namespace hearth
