#include "author/document_requests.h"

#include <algorithm>
#include <array>

#include "author/definition.h"
#include "author/document_path.h"
#include "author/hover.h"
#include "author/least_edit.h"
#include "author/protocol.h"
#include "language/format_document.h"

namespace hearth {
namespace {

using protocol::Json;
using Answer = std::optional<Json>;

// ---- what the parameters name -----------------------------------------------------------------

struct Asked {
  std::string path;
  OpenDocument* open;
};

std::optional<Asked> asked_document(Workspace& workspace, const Json& params) {
  const auto* document = protocol::member(params, "textDocument");
  const auto address = document ? protocol::text_of(*document, "uri") : std::nullopt;
  if (!address) return std::nullopt;
  const auto path = path_of_address(*address);
  auto* open = workspace.find(path);
  return open ? std::optional(Asked{path, open}) : std::nullopt;
}

struct AskedPlace {
  const PlanReading* reading;
  const TextDocument* document;
  std::uint32_t offset;
};

std::optional<AskedPlace> asked_place(Workspace& workspace, const Json& params) {
  const auto asked = asked_document(workspace, params);
  const auto position = protocol::position_of(params, "position");
  if (!asked || !position) return std::nullopt;
  const auto& document = asked->open->document;
  return AskedPlace{&workspace.reading(asked->path), &document, document.offset(*position)};
}

// ---- requests ---------------------------------------------------------------------------------

Answer complete(Workspace& workspace, const Json& params) {
  const auto place = asked_place(workspace, params);
  if (!place) return std::nullopt;
  return protocol::to_json(*place->document, completions_at(*place->reading, place->offset));
}

Answer hover(Workspace& workspace, const Json& params) {
  const auto place = asked_place(workspace, params);
  if (!place) return std::nullopt;
  const auto found = hover_at(*place->reading, place->offset);
  if (!found) return Json();
  return Json{{"contents", protocol::markdown(found->text)},
              {"range", protocol::to_json(place->document->range(found->span))}};
}

Answer definition(Workspace& workspace, const Json& params) {
  const auto place = asked_place(workspace, params);
  if (!place) return std::nullopt;
  const auto found = definition_at(*place->reading, place->offset);
  if (!found) return Json();
  const TextDocument there{std::string(found->source->text())};
  return Json{{"uri", workspace.address_of(found->path)},
              {"range", protocol::to_json(there.range(found->span))}};
}

Answer format(Workspace& workspace, const Json& params) {
  const auto asked = asked_document(workspace, params);
  if (!asked) return std::nullopt;
  const auto& document = asked->open->document;
  const auto layout = format_document(std::make_shared<const Source>(asked->path, document.text()));
  auto edits = Json::array();
  if (const auto edit = least_edit(document.text(), layout)) {
    edits.push_back(
        {{"range", protocol::to_json(document.range(edit->replaced))}, {"newText", edit->with}});
  }
  return edits;
}

Answer outline(Workspace& workspace, const Json& params) {
  const auto asked = asked_document(workspace, params);
  if (!asked) return std::nullopt;
  auto parts = Json::array();
  if (const auto* tree = workspace.reading(asked->path).own()) {
    for (const auto& part : outline_of(*tree)) {
      parts.push_back(protocol::to_json(asked->open->document, part));
    }
  }
  return parts;
}

// ---- notifications ----------------------------------------------------------------------------

bool open(Workspace& workspace, const Json& params) {
  const auto* document = protocol::member(params, "textDocument");
  if (!document) return false;
  const auto address = protocol::text_of(*document, "uri");
  auto text = protocol::text_of(*document, "text");
  if (!address || !text) return false;
  const auto version = protocol::whole_of(*document, "version").value_or(0);
  workspace.open(path_of_address(*address), {TextDocument(std::move(*text)), version, *address});
  return true;
}

void apply(TextDocument& document, const Json& change) {
  auto text = protocol::text_of(change, "text");
  if (!text) return;
  const auto* part = protocol::member(change, "range");
  if (!part || part->is_null()) {
    document = TextDocument(std::move(*text));
  } else if (const auto range = protocol::range_of(change, "range")) {
    document.replace(*range, *text);
  }
}

bool change(Workspace& workspace, const Json& params) {
  const auto asked = asked_document(workspace, params);
  const auto* changes = protocol::member(params, "contentChanges");
  if (!asked || !changes || !changes->is_array()) return false;
  for (const auto& one : *changes) apply(asked->open->document, one);
  const auto& document = params.at("textDocument");
  asked->open->version = protocol::whole_of(document, "version").value_or(asked->open->version);
  workspace.changed(asked->path);
  return true;
}

bool close(Workspace& workspace, const Json& params) {
  const auto asked = asked_document(workspace, params);
  if (!asked) return false;
  workspace.close(asked->path);
  return true;
}

// Something on the disk is other than it was.
bool look_again(Workspace& workspace, const Json&) {
  workspace.changed({});
  return true;
}

template <typename Do>
struct Named {
  std::string_view method;
  Do act;
};
constexpr std::array<Named<DocumentRequest>, 5> kRequests{
    {{"textDocument/completion", complete},
     {"textDocument/hover", hover},
     {"textDocument/definition", definition},
     {"textDocument/formatting", format},
     {"textDocument/documentSymbol", outline}}};
constexpr std::array<Named<DocumentNotification>, 5> kNotifications{
    {{"textDocument/didOpen", open},
     {"textDocument/didChange", change},
     {"textDocument/didSave", look_again},
     {"textDocument/didClose", close},
     {"workspace/didChangeWatchedFiles", look_again}}};

}  // namespace

DocumentRequest document_request(std::string_view method) {
  const auto* found = std::ranges::find(kRequests, method, &Named<DocumentRequest>::method);
  return found == kRequests.end() ? nullptr : found->act;
}

DocumentNotification document_notification(std::string_view method) {
  const auto* found =
      std::ranges::find(kNotifications, method, &Named<DocumentNotification>::method);
  return found == kNotifications.end() ? nullptr : found->act;
}

}  // namespace hearth
