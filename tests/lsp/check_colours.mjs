// The colours of a plan, as VS Code's own tokeniser gives them: node check_colours.mjs MODULES
//
// MODULES is where vscode-textmate and vscode-oniguruma were installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const modules = resolve(process.argv[2]);
const require = createRequire(join(modules, "package.json"));
const textmate = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);

// Of Markdown only what matters here: a heading, and fenced blocks that are somebody else's.
const markdown = {
  scopeName: "text.html.markdown",
  patterns: [
    { match: "^# .*$", name: "markup.heading.markdown" },
    {
      begin: "^(`{4,}|```python).*$",
      end: "^`{3,}\\s*$",
      name: "markup.fenced_code.block.markdown",
    },
  ],
};
const path = "editors/hearth.tmLanguage.json";
const ours = textmate.parseRawGrammar(readFileSync(join(root, path), "utf8"), path);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) =>
    scope === "text.html.markdown"
      ? textmate.parseRawGrammar(JSON.stringify(markdown), "markdown.json")
      : ours,
  getInjections: (scope) => (scope === "text.html.markdown" ? ["markdown.hearth"] : []),
});
const grammar = await registry.loadGrammar("text.html.markdown");

// Every token of a text: its line, its words, its scopes.
function tokens(text) {
  let state = textmate.INITIAL;
  return text.split("\n").flatMap((line, number) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      line: number + 1,
      words: line.slice(token.startIndex, token.endIndex).trim(),
      scopes: token.scopes.join(" "),
    }));
  });
}

function fail(what) {
  console.error(`colours: ${what}`);
  process.exit(1);
}

function expect(text, words, scope) {
  const found = tokens(text).filter((token) => token.words === words);
  if (found.length === 0) fail(`\`${words}\` is no token of its own`);
  for (const token of found) {
    if (!token.scopes.includes(scope)) fail(`\`${words}\` is ${token.scopes}, and not ${scope}`);
  }
}

const plan = `# Prose with need
A line that had a need.
\`\`\`plan
criterion 2a "A title – with £" mandatory  # a note
  need        any dependent child: had offence where proven = yes in last 6 months
              and debt >= £617 and attendance < 90%
  sustain     6 months after closure
  kinds       ratio and past spell then step-down
parameter limit
  from 2024-04-01 is 3
\`\`\`
had is prose again
`;
const example = `\`\`\`example
The need of a title is no word
  family F started 2024-01-01
  Amy child born 2012-03-01 · Ben parent born 1987-05-04
  covered everything 2024-01-01 to 2024-12-31
  on 2024-02-01  2a need
\`\`\`
`;
const quoted = "````\n```plan\ncriterion 1 \"x\"\n```\n````\n";

expect(plan, "criterion", "keyword.control.item");
expect(plan, "2a", "entity.name.type");
expect(plan, '"A title – with £"', "string.quoted");
expect(plan, "mandatory", "storage.modifier");
expect(plan, "# a note", "comment.line");
expect(plan, "sustain", "keyword.other.clause");
expect(plan, "dependent", "support.type.people");
expect(plan, "where", "keyword.operator.logical");
expect(plan, "months", "support.constant.window");
expect(plan, "£617", "constant.numeric");
expect(plan, "90%", "constant.numeric");
expect(plan, "2024-04-01", "constant.numeric.date");
expect(plan, ">=", "keyword.operator.comparison");
expect(plan, "limit", "entity.name.type");
expect(plan, "kinds", "keyword.other.clause");
expect(plan, "then", "keyword.operator.logical");
for (const kind of ["ratio", "past spell", "step-down"]) expect(plan, kind, "support.type.kind");
expect(plan, "A line that had a need.", "text.html.markdown");
expect(plan, "had is prose again", "text.html.markdown");
expect(example, "The need of a title is no word", "entity.name.section");
expect(example, "family", "keyword.other.clause");
expect(example, "child", "support.type.people");
expect(example, "need", "constant.language.status");
expect(example, "2024-01-01", "constant.numeric.date");

if (tokens(plan).some((t) => t.words === "had is prose again" && t.scopes.includes("hearth"))) {
  fail("a block does not end");
}
if (tokens(quoted).some((t) => t.scopes.includes("hearth"))) fail("a quoted block is coloured");

for (const name of ["national-2022", "wiltshire-2020", "catalogue", "shared-definitions"]) {
  const all = tokens(readFileSync(join(root, `plans/${name}.md`), "utf8"));
  const items = all.filter((t) => t.scopes.includes("keyword.control.item"));
  const last = all.at(-1);
  if (items.length < 5) fail(`${name} has hardly any items`);
  if (last.scopes.includes("embedded")) fail(`${name} ends inside a block`);
}
console.log("  colours every kind of word, and prose not at all");
