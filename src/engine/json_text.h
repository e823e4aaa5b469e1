// JSON as hearth writes it: valid whatever bytes the data held, and the same bytes every time.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace hearth {

using JsonValue = nlohmann::ordered_json;

// Bytes that are not UTF-8 are written as U+FFFD. `indent` as nlohmann has it: -1 for one line.
inline std::string json_text(const JsonValue& value, int indent = -1) {
  return value.dump(indent, ' ', false, JsonValue::error_handler_t::replace);
}

}  // namespace hearth
