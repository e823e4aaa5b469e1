// Messages of the protocol and hearth's own values, one made of the other.
//
// Reading never fails hard: a part that is missing or of another kind is absent.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "author/completion.h"
#include "author/outline.h"
#include "author/published_diagnostics.h"
#include "author/text_document.h"

namespace hearth::protocol {

using Json = nlohmann::json;

enum class Fault {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  NotInitialized = -32002,
};

// ---- reading ----------------------------------------------------------------------------------
const Json* member(const Json& object, std::string_view name);
std::optional<std::string> text_of(const Json& object, std::string_view name);
std::optional<std::int64_t> whole_of(const Json& object, std::string_view name);
std::optional<TextPosition> position_of(const Json& object, std::string_view name);
std::optional<TextRange> range_of(const Json& object, std::string_view name);

// ---- writing ----------------------------------------------------------------------------------
std::string text_of_message(const Json& message);  // bytes that are not UTF-8 as U+FFFD
Json response(const Json& id, Json result);
Json error(const Json& id, Fault fault, std::string_view why);
Json notification(std::string_view method, Json params);

Json to_json(const TextRange& range);
Json to_json(const PublishedDiagnostic& diagnostic);
Json to_json(const TextDocument& document, const Completions& completions);
Json to_json(const TextDocument& document, const OutlinePart& part);
Json markdown(const std::string& text);
Json capabilities();

}  // namespace hearth::protocol
