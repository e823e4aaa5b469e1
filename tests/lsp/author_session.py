"""An author's hour with `hearth plan lsp`, spoken by a real client: ./dev lsp

pygls speaks the protocol and lsprotocol checks the shape of every answer. The plan is written in a
folder of its own, and uses the catalogue that comes with hearth.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).resolve().parents[2]
PLAN = """# A plan – with £ and 🙂

```plan
use "catalogue.md"
plan small "A small plan"
  in force    2024-01-01 onwards
  sustain     6 months

define quiet
  means       no offence in last 6 months

headline 1 "Crime – 🙂"
criterion 1a "Somebody offended" zz
  need        any member: had offense where category = thief in last 12 months
  outcome     every member: quiet
```
"""


class Session:
    def __init__(self, folder: Path):
        self.client = LanguageClient("author", "1")
        self.uri = (folder / "small plan.md").as_uri()
        self.text = PLAN
        self.version = 1
        self.published: dict[str, list[lsp.Diagnostic]] = {}
        self.news = asyncio.Event()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: lsp.PublishDiagnosticsParams):
            self.published[params.uri] = list(params.diagnostics)
            self.news.set()

    def document(self):
        return lsp.TextDocumentIdentifier(uri=self.uri)

    def place(self, words: str, into: int = 0) -> lsp.Position:
        """Where the words start, so many characters in, as the protocol counts."""
        before = self.text[: self.text.index(words) + into]
        line = before.count("\n")
        rest = before[before.rfind("\n") + 1 :]
        return lsp.Position(line=line, character=len(rest.encode("utf-16-le")) // 2)

    def words(self, area: lsp.Range) -> str:
        """The text of a range of one line."""
        line = self.text.split("\n")[area.start.line].encode("utf-16-le")
        return line[2 * area.start.character : 2 * area.end.character].decode("utf-16-le")

    def replace(self, old: str, new: str):
        """Changes the text as an editor does: a range and what takes its place."""
        area = lsp.Range(start=self.place(old), end=self.place(old, len(old)))
        self.text = self.text.replace(old, new, 1)
        self.version += 1
        self.news.clear()
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                text_document=lsp.VersionedTextDocumentIdentifier(
                    uri=self.uri, version=self.version
                ),
                content_changes=[lsp.TextDocumentContentChangePartial(range=area, text=new)],
            )
        )

    async def told(self) -> list[lsp.Diagnostic]:
        await asyncio.wait_for(self.news.wait(), 20)
        self.news.clear()
        return self.published[self.uri]

    async def labels(self, words: str, into: int) -> list[str]:
        answer = await self.client.text_document_completion_async(
            lsp.CompletionParams(text_document=self.document(), position=self.place(words, into))
        )
        return [item.label for item in answer.items]

    async def hover(self, words: str) -> str:
        answer = await self.client.text_document_hover_async(
            lsp.HoverParams(text_document=self.document(), position=self.place(words, 1))
        )
        return answer.contents.value if answer else ""

    async def definition(self, words: str) -> lsp.Location:
        return await self.client.text_document_definition_async(
            lsp.DefinitionParams(text_document=self.document(), position=self.place(words, 1))
        )


def expect(holds: bool, what: str, *shown):
    if not holds:
        raise SystemExit(f"lsp: {what}: {shown}")
    print(f"  {what}")


async def open_broken_plan(s: Session):
    answer = await s.client.initialize_async(
        lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), workspace_folders=[])
    )
    expect(answer.capabilities.hover_provider is True, "says what it can do")
    s.client.initialized(lsp.InitializedParams())
    s.client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(
            text_document=lsp.TextDocumentItem(
                uri=s.uri, language_id="markdown", version=1, text=s.text
            )
        )
    )
    found = [(d.code, s.words(d.range)) for d in await s.told()]
    expect(
        found == [("UnknownWord", "zz"), ("UnknownRecordType", "offense")],
        "shows the mistakes of a broken plan, each under its word",
        found,
    )


async def complete(s: Session):
    s.replace("had offense where category = thief in last 12 months", "had off")
    await s.told()
    expect("offence" in await s.labels("had off", 7), "completes a record type")
    s.replace("had off", "had offence where ")
    await s.told()
    expect((await s.labels("where ", 6))[:2] == ["proven", "category"], "completes a field")
    s.replace("where ", "where category = ")
    expect("theft" in await s.labels("category = ", 11), "completes a code")
    s.replace("category = ", "category = theft in ")
    expect("last" in await s.labels("theft in ", 9), "completes a window")
    s.replace("theft in ", "theft in last 12 months")


async def ask(s: Session):
    expect("recorded as having committed" in await s.hover("offence where"), "says a meaning")
    expect("2024-10-01 to 2025-03-31" in await s.hover("last 6 months"), "says a window in days")
    there = await s.definition("offence where")
    lines = (ROOT / "plans/catalogue.md").read_text().split("\n")
    expect(
        there.uri == (ROOT / "plans/catalogue.md").as_uri()
        and lines[there.range.start.line].startswith("record offence"),
        "goes to the definition in the catalogue",
        there,
    )
    within = await s.definition("quiet\n```")
    expect(within.uri == s.uri and s.words(within.range) == "quiet", "goes to a definition here")


async def repair(s: Session):
    s.replace(" zz\n", "\n")
    left = await s.told()
    expect([d.code for d in left] == [], "clears what was put right", left)
    s.replace("every member: quiet", "every  member:   quiet")
    edits = await s.client.text_document_formatting_async(
        lsp.DocumentFormattingParams(
            text_document=s.document(),
            options=lsp.FormattingOptions(tab_size=2, insert_spaces=True),
        )
    )
    expect(len(edits) == 1 and "every member: quiet" in edits[0].new_text, "lays out", edits)
    outline = await s.client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(text_document=s.document())
    )
    expect([p.name for p in outline] == ["small", "quiet", "1"], "has an outline", outline)
    expect("every member: no offence" in await s.hover("1a \""), "says a criterion in plain words")


async def session(program: str):
    with tempfile.TemporaryDirectory() as folder:
        s = Session(Path(folder))
        await s.client.start_io(program, "plan", "lsp", cwd=ROOT)
        await open_broken_plan(s)
        await complete(s)
        await ask(s)
        await repair(s)
        await s.client.shutdown_async(None)
        s.client.exit(None)
        code = await asyncio.wait_for(s.client._server.wait(), 20)
        expect(code == 0, "leaves well", code)
        await s.client.stop()


async def every_plan(program: str):
    """The plans that come with hearth, opened as they are: nothing is wrong with any."""
    client = LanguageClient("author", "1")
    told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def hear(params: lsp.PublishDiagnosticsParams):
        told.put_nowait(params)

    await client.start_io(program, "plan", "lsp", cwd=ROOT)
    await client.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
    waiting = {plan.as_uri(): plan for plan in (ROOT / "plans").glob("*.md")}
    for uri, plan in waiting.items():
        client.text_document_did_open(
            lsp.DidOpenTextDocumentParams(
                text_document=lsp.TextDocumentItem(
                    uri=uri, language_id="markdown", version=1, text=plan.read_text()
                )
            )
        )
    errors = []
    while waiting:
        params = await asyncio.wait_for(told.get(), 20)
        waiting.pop(params.uri, None)
        errors += [d for d in params.diagnostics if d.severity == lsp.DiagnosticSeverity.Error]
    expect(errors == [], "finds nothing wrong with the plans that come with hearth", errors)
    await client.shutdown_async(None)
    client.exit(None)
    await client._server.wait()
    await client.stop()


if __name__ == "__main__":
    asyncio.run(session(sys.argv[1]))
    asyncio.run(every_plan(sys.argv[1]))
