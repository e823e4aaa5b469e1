// What an editor asks and tells of documents, by the protocol's names for it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "author/workspace.h"

namespace hearth {

// The answer; absent if the parameters name no open document or no place.
using DocumentRequest = std::optional<nlohmann::json> (*)(Workspace&, const nlohmann::json& params);
// Whether anything has changed.
using DocumentNotification = bool (*)(Workspace&, const nlohmann::json& params);

// Null for a name that stands for none.
DocumentRequest document_request(std::string_view method);
DocumentNotification document_notification(std::string_view method);

}  // namespace hearth
