// Starts `hearth plan lsp` for Markdown documents, and ends it with the editor.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("hearth").get("program");
  const server = { command, args: ["plan", "lsp"] };
  const options = { documentSelector: [{ language: "markdown" }] };
  client = new LanguageClient("hearth", "hearth", server, options);
  return client.start();
};

exports.deactivate = () => client?.stop();
