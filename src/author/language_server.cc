#include "author/language_server.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "author/document_path.h"
#include "author/document_requests.h"
#include "author/protocol.h"
#include "author/workspace.h"

namespace hearth {
namespace {

using protocol::Fault;
using protocol::Json;

enum class Stage { Starting, Running, Stopping, Left };

std::vector<std::string> one(const Json& message) { return {protocol::text_of_message(message)}; }

bool is_id(const Json& id) { return id.is_string() || id.is_number(); }

}  // namespace

struct LanguageServer::State {
  Workspace workspace;
  Stage stage = Stage::Starting;
  bool was_stopped = false;
  bool changed = false;  // since diagnostics were told
  std::map<std::string, PublishedFile> told;

  Json answer(const std::string& method, const Json& id, const Json& params);
  void hear(const std::string& method, const Json& params);
  Json initialize(const Json& params);
};

namespace {

// Folders of the editor's project in which plans may lie.
std::vector<std::string> project_shelves(const Json& params) {
  std::vector<std::string> roots;
  if (const auto* folders = protocol::member(params, "workspaceFolders");
      folders && folders->is_array()) {
    for (const auto& folder : *folders) {
      if (auto uri = protocol::text_of(folder, "uri")) roots.push_back(path_of_address(*uri));
    }
  }
  const auto root = protocol::text_of(params, "rootUri");
  if (root && roots.empty()) roots.push_back(path_of_address(*root));
  for (auto& folder : roots) folder += "/plans";
  return roots;
}

}  // namespace

Json LanguageServer::State::initialize(const Json& params) {
  stage = Stage::Running;
  for (auto& folder : project_shelves(params)) workspace.put_first(std::move(folder));
  return {{"capabilities", protocol::capabilities()},
          {"serverInfo", {{"name", "hearth"}, {"version", "0.1.0"}}}};
}

Json LanguageServer::State::answer(const std::string& method, const Json& id, const Json& params) {
  if (stage == Stage::Starting) {
    if (method == "initialize") return protocol::response(id, initialize(params));
    return protocol::error(id, Fault::NotInitialized, "`initialize` comes first");
  }
  if (stage == Stage::Stopping) {
    return protocol::error(id, Fault::InvalidRequest, "after `shutdown` comes only `exit`");
  }
  if (method == "initialize") {
    return protocol::error(id, Fault::InvalidRequest, "`initialize` comes once");
  }
  if (method == "shutdown") {
    stage = Stage::Stopping;
    was_stopped = true;
    return protocol::response(id, nullptr);
  }
  const auto request = document_request(method);
  if (!request) return protocol::error(id, Fault::MethodNotFound, "no such method");
  auto result = request(workspace, params);
  if (!result) return protocol::error(id, Fault::InvalidParams, "no open document at that place");
  return protocol::response(id, std::move(*result));
}

void LanguageServer::State::hear(const std::string& method, const Json& params) {
  if (method == "exit") stage = Stage::Left;
  if (stage != Stage::Running) return;
  const auto notification = document_notification(method);
  if (notification && notification(workspace, params)) changed = true;
}

LanguageServer::LanguageServer(ReadDocument disk, std::vector<std::string> shelves)
    : state_(new State{Workspace(std::move(disk), std::move(shelves)), {}, {}, {}, {}}) {}

LanguageServer::~LanguageServer() = default;

bool LanguageServer::has_left() const { return state_->stage == Stage::Left; }
bool LanguageServer::left_well() const { return has_left() && state_->was_stopped; }

std::vector<std::string> LanguageServer::receive_broken(std::string_view why) {
  return one(protocol::error(nullptr, Fault::ParseError, why));
}

std::vector<std::string> LanguageServer::receive(std::string_view text) {
  if (has_left()) return {};
  const auto message = Json::parse(text, nullptr, false);
  if (message.is_discarded()) return receive_broken("a message that is not JSON");
  const auto method = protocol::text_of(message, "method");
  const auto* id = protocol::member(message, "id");
  if (!method) {
    const bool reply =
        id && (protocol::member(message, "result") || protocol::member(message, "error"));
    if (reply) return {};  // to a request, and hearth makes none
    return one(protocol::error(nullptr, Fault::InvalidRequest, "a message without a method"));
  }
  const auto* given = protocol::member(message, "params");
  static const Json kNothing;
  const Json& params = given ? *given : kNothing;  // never copied: it may be nested very deep
  if (!id) {
    state_->hear(*method, params);
    return {};
  }
  if (!is_id(*id)) {
    return one(protocol::error(nullptr, Fault::InvalidRequest, "an id is a number or a text"));
  }
  return one(state_->answer(*method, *id, params));
}

std::vector<std::string> LanguageServer::tell() {
  if (!state_->changed || state_->stage != Stage::Running) return {};
  state_->changed = false;
  auto now = diagnostics_of(state_->workspace);
  for (const auto& [address, file] : state_->told) now[address];
  std::vector<std::string> messages;
  for (auto& [address, file] : now) {
    const auto before = state_->told.find(address);
    if (before != state_->told.end() && before->second == file) continue;
    Json params = {{"uri", address}, {"diagnostics", Json::array()}};
    for (const auto& diagnostic : file)
      params["diagnostics"].push_back(protocol::to_json(diagnostic));
    const auto* open = state_->workspace.find(path_of_address(address));
    if (open) params["version"] = open->version;
    messages.push_back(protocol::text_of_message(
        protocol::notification("textDocument/publishDiagnostics", std::move(params))));
  }
  std::erase_if(now, [&](const auto& entry) {
    return entry.second.empty() && !state_->workspace.find(path_of_address(entry.first));
  });
  state_->told = std::move(now);
  return messages;
}

}  // namespace hearth
