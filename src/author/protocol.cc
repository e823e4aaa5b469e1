#include "author/protocol.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace hearth::protocol {
namespace {

Json to_json(const TextPosition& position) {
  return {{"line", position.line}, {"character", position.character}};
}

std::optional<TextPosition> as_position(const Json& value) {
  const auto line = whole_of(value, "line");
  const auto character = whole_of(value, "character");
  if (!line || !character) return std::nullopt;
  return TextPosition{*line, *character};
}

// The protocol's numbers for what a symbol or a completion is.
int completion_kind(CompletionKind kind) {
  switch (kind) {
    case CompletionKind::Word: return 14;       // Keyword
    case CompletionKind::RecordType: return 7;  // Class
    case CompletionKind::Field: return 5;       // Field
    case CompletionKind::Code: return 20;       // EnumMember
    case CompletionKind::Definition: return 3;  // Function
    case CompletionKind::Parameter: return 21;  // Constant
    case CompletionKind::Measure: return 12;    // Value
    case CompletionKind::Name: return 6;        // Variable
  }
  return 1;
}

int symbol_kind(OutlineKind kind) {
  switch (kind) {
    case OutlineKind::Plan: return 4;         // Package
    case OutlineKind::Headline: return 3;     // Namespace
    case OutlineKind::Criterion: return 5;    // Class
    case OutlineKind::Definition: return 12;  // Function
    case OutlineKind::Value: return 14;       // Constant
    case OutlineKind::RecordType: return 23;  // Struct
    case OutlineKind::Field: return 8;        // Field
    case OutlineKind::Example: return 24;     // Event
  }
  return 13;
}

}  // namespace

const Json* member(const Json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::optional<std::string> text_of(const Json& object, std::string_view name) {
  const auto* value = member(object, name);
  if (!value || !value->is_string()) return std::nullopt;
  return value->get<std::string>();
}

std::optional<std::int64_t> whole_of(const Json& object, std::string_view name) {
  const auto* value = member(object, name);
  if (!value || !value->is_number_integer()) return std::nullopt;
  const bool too_large = value->is_number_unsigned() &&
                         value->get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
  return too_large ? std::numeric_limits<std::int64_t>::max() : value->get<std::int64_t>();
}

std::optional<TextPosition> position_of(const Json& object, std::string_view name) {
  const auto* value = member(object, name);
  return value ? as_position(*value) : std::nullopt;
}

std::optional<TextRange> range_of(const Json& object, std::string_view name) {
  const auto* value = member(object, name);
  if (!value) return std::nullopt;
  const auto start = position_of(*value, "start");
  const auto end = position_of(*value, "end");
  if (!start || !end) return std::nullopt;
  return TextRange{*start, *end};
}

std::string text_of_message(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json response(const Json& id, Json result) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

Json error(const Json& id, Fault fault, std::string_view why) {
  return {{"jsonrpc", "2.0"},
          {"id", id},
          {"error", {{"code", static_cast<int>(fault)}, {"message", why}}}};
}

Json notification(std::string_view method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

Json to_json(const TextRange& range) {
  return {{"start", to_json(range.start)}, {"end", to_json(range.end)}};
}

Json to_json(const PublishedDiagnostic& diagnostic) {
  Json made = {{"range", to_json(diagnostic.range)},
               {"severity", diagnostic.severity == Severity::Error ? 1 : 2},
               {"code", diagnostic.code},
               {"source", "hearth"},
               {"message", diagnostic.message}};
  for (const auto& related : diagnostic.related) {
    made["relatedInformation"].push_back(
        {{"location", {{"uri", related.address}, {"range", to_json(related.range)}}},
         {"message", related.text}});
  }
  return made;
}

Json to_json(const TextDocument& document, const Completions& completions) {
  auto items = Json::array();
  const auto range = to_json(document.range(completions.replaces));
  for (const auto& completion : completions.list) {
    Json item = {{"label", completion.label},
                 {"kind", completion_kind(completion.kind)},
                 {"sortText", fmt::format("{:04}", items.size())},
                 {"textEdit", {{"range", range}, {"newText", completion.label}}}};
    if (!completion.detail.empty()) item["detail"] = completion.detail;
    if (!completion.about.empty()) item["documentation"] = markdown(completion.about);
    items.push_back(std::move(item));
  }
  return {{"isIncomplete", false}, {"items", std::move(items)}};
}

Json to_json(const TextDocument& document, const OutlinePart& part) {
  auto children = Json::array();
  for (const auto& child : part.parts) children.push_back(to_json(document, child));
  return {{"name", part.name},
          {"detail", part.detail},
          {"kind", symbol_kind(part.kind)},
          {"range", to_json(document.range(part.whole))},
          {"selectionRange", to_json(document.range(part.named))},
          {"children", std::move(children)}};
}

Json markdown(const std::string& text) { return {{"kind", "markdown"}, {"value", text}}; }

Json capabilities() {
  constexpr int kIncremental = 2;
  return {{"positionEncoding", "utf-16"},
          {"textDocumentSync",
           {{"openClose", true}, {"change", kIncremental}, {"save", {{"includeText", false}}}}},
          {"completionProvider", {{"triggerCharacters", {" ", "=", "(", ","}}}},
          {"hoverProvider", true},
          {"definitionProvider", true},
          {"documentFormattingProvider", true},
          {"documentSymbolProvider", true}};
}

}  // namespace hearth::protocol
