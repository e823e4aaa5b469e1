// A language server and the documents on its disk, spoken to in a test as an editor speaks to it.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "author/language_server.h"
#include "author/protocol.h"
#include "language/plan_under_test.h"

namespace hearth {

using Json = nlohmann::json;

class ServerUnderTest {
 public:
  std::map<std::string, std::string> disk = {{"/plans/catalogue.md", test_catalogue()}};

  ServerUnderTest() : server_([this](const std::string& path) { return read(path); }, {"/shelf"}) {}

  LanguageServer& server() { return server_; }

  void start() {
    ask("initialize", {{"capabilities", Json::object()}});
    tell("initialized", Json::object());
  }

  // The whole answer to a request.
  Json answer(const std::string& method, const Json& params) {
    const Json message = {
        {"jsonrpc", "2.0"}, {"id", ++last_id_}, {"method", method}, {"params", params}};
    const auto answers = server_.receive(message.dump());
    return answers.size() == 1 ? Json::parse(answers.front()) : Json();
  }
  Json ask(const std::string& method, const Json& params) {
    return answer(method, params).value("result", Json());
  }
  int fault(const std::string& method, const Json& params) {
    const auto all = answer(method, params);
    return all.contains("error") ? all["error"]["code"].get<int>() : 0;
  }
  std::vector<std::string> tell(const std::string& method, const Json& params) {
    const Json message = {{"jsonrpc", "2.0"}, {"method", method}, {"params", params}};
    return server_.receive(message.dump());
  }

  // ---- documents ------------------------------------------------------------------------------
  static Json name(const std::string& uri) { return {{"uri", uri}}; }

  void open(const std::string& text, const std::string& uri = "file:///plans/plan.md") {
    tell("textDocument/didOpen",
         {{"textDocument",
           {{"uri", uri}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
  }
  void change(const Json& changes, const std::string& uri = "file:///plans/plan.md") {
    tell("textDocument/didChange",
         {{"textDocument", {{"uri", uri}, {"version", 2}}}, {"contentChanges", changes}});
  }

  // What is told of each document since last asked, by its address.
  std::map<std::string, Json> told() {
    std::map<std::string, Json> files;
    for (const auto& message : server_.tell()) {
      const auto params = Json::parse(message)["params"];
      files[params["uri"]] = params["diagnostics"];
    }
    return files;
  }

  // Opens a text with `|` in it and asks about that place.
  Json at_mark(const std::string& method, std::string text) {
    const auto at = text.find('|');
    text.erase(at, 1);
    open(text);
    const auto position = TextDocument(text).position(static_cast<std::uint32_t>(at));
    return ask(method,
               {{"textDocument", name("file:///plans/plan.md")},
                {"position", {{"line", position.line}, {"character", position.character}}}});
  }

  // The labels offered at the mark, in order.
  std::vector<std::string> labels(const std::string& text) {
    std::vector<std::string> labels;
    const auto answer = at_mark("textDocument/completion", text);
    for (const auto& item : answer.value("items", Json::array())) labels.push_back(item["label"]);
    return labels;
  }

  std::string hover(const std::string& text) {
    const auto answer = at_mark("textDocument/hover", text);
    return answer.is_object() ? answer["contents"]["value"].get<std::string>() : "";
  }

 private:
  LanguageServer server_;
  int last_id_ = 0;

  Result<std::string> read(const std::string& path) const {
    const auto found = disk.find(path);
    if (found == disk.end()) return failed("no such file");
    return found->second;
  }
};

}  // namespace hearth
