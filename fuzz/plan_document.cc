// Any bytes as a plan document: reading gives a tree and diagnostics, laying out twice is laying
// out once, and what was laid out says what it said.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "language/format_document.h"
#include "language/parse_document.h"
#include "language/print_tree.h"

namespace {

std::shared_ptr<const hearth::Source> source_of(std::string text) {
  return std::make_shared<const hearth::Source>("fuzz.md", std::move(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = source_of({reinterpret_cast<const char*>(data), size});
  const auto parsed = hearth::parse_document(source);
  const auto tree = hearth::print_tree(parsed.tree);
  const auto once = source_of(hearth::format_document(source));
  if (hearth::format_document(once) != once->text()) std::abort();
  if (parsed.diagnostics.has_errors()) return 0;
  if (hearth::print_tree(hearth::parse_document(once).tree) != tree) std::abort();
  return 0;
}
