import assert from "node:assert/strict";
import {
  CodeActionKind,
  DocumentSymbolRequest,
  type DocumentSymbol,
  FoldingRangeRequest,
  HoverRequest,
  type MarkupContent,
} from "vscode-languageserver-protocol/node";
import { Editor, endServers } from "./editor.ts";

const uri = "file:///office/march.superbill";
const text = [
  "SUPERBILL #1042",
  "Payer: Medicare Part B",
  "YTD PT/SLP: 100.00",
  "DOS: 2026-03-12",
  "97161 x1 $90.00",
  "97110 x2 $78.00",
  "",
].join("\n");

describe("a conversation with the language server", () => {
  afterEach(endServers);

  for (const transport of ["stdio", "ipc"] as const) {
    it(`goes over ${transport} from the greeting to the end`, async () => {
      const editor = await Editor.start({ transport });
      assert.equal(editor.initialized.serverInfo?.name, "Therapy Claims");
      assert.equal(editor.initialized.capabilities.positionEncoding, "utf-16");

      await editor.open(uri, text);
      const found = await editor.diagnostics(uri);
      const missing = found.find((diagnostic) => editor.textIn(uri, diagnostic.range) === "97161");
      assert.equal(missing?.code, "therapy-modifier-missing");
      assert.equal(missing.source, "therapy-claims");

      const actions = await editor.actions(uri, missing.range);
      const preferred = actions.filter((action) => action.isPreferred);
      assert.deepEqual(
        preferred.map((action) => action.title),
        ["Add GP"],
      );
      await editor.apply(uri, preferred[0]);
      assert.match(editor.text(uri), /^97161 GP x1/m);
      const left = await editor.diagnostics(uri);
      assert.deepEqual(
        left.filter((diagnostic) => editor.textIn(uri, diagnostic.range) === "97161"),
        [],
      );

      assert.equal(await editor.stop(), 0);
      assert.equal(editor.stderr, "");
    });
  }

  it("says that nothing changed until something does", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    const first = await editor.pull(uri);
    assert.equal(first.kind, "full");
    assert.deepEqual(await editor.pull(uri, first.resultId), { kind: "unchanged", resultId: first.resultId });
    await editor.change(uri, { range: editor.rangeOf(uri, "97110"), text: "97110 GP" });
    const second = await editor.pull(uri, first.resultId);
    assert.equal(second.kind, "full");
    assert.notEqual(second.resultId, first.resultId);
  });

  it("does not take a document that is opened anew for the one before", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    const { resultId } = await editor.pull(uri);
    await editor.close(uri);
    await editor.open(uri, text.replace("97161", "97165"));
    assert.equal((await editor.pull(uri, resultId)).kind, "full");
  });

  it("keeps two documents apart", async () => {
    const other = "file:///office/april.superbill";
    const editor = await Editor.start();
    await editor.open(uri, text);
    await editor.open(other, "Payer: Medicare Part B\nDOS: 2026-04-02\n97110 GP x1\nYTD PT/SLP: 100.00\n");
    const [first, second] = await Promise.all([editor.diagnostics(uri), editor.diagnostics(other)]);
    assert.ok(first.some(({ code }) => code === "therapy-modifier-missing"));
    assert.ok(second.every(({ code }) => code !== "therapy-modifier-missing"));
    await editor.close(uri);
    assert.deepEqual(await editor.diagnostics(uri), []);
    assert.equal((await editor.diagnostics(other)).length, second.length);
  });

  it("gives every edit the version that it was made from", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    await editor.change(uri, { range: editor.rangeOf(uri, "#1042"), text: "#1043" });
    const [action] = await editor.actions(uri, editor.rangeOf(uri, "97161"));
    assert.deepEqual(
      action?.edit?.documentChanges?.map((change) => "textDocument" in change && change.textDocument),
      [{ uri, version: 2 }],
    );
  });

  it("lets a fix that the claim does not decide be confirmed, and never prefers it", async () => {
    const editor = await Editor.start();
    await editor.open(uri, "Payer: Medicare Part B\nDOS: 2026-03-12\n97110 x2\n");
    const actions = (await editor.actions(uri, editor.rangeOf(uri, "97110"))).filter((action) =>
      action.title.startsWith("Add"),
    );
    assert.deepEqual(
      actions.map((action) => action.title),
      ["Add GP", "Add GO", "Add GN"],
    );
    for (const action of actions) {
      assert.notEqual(action.isPreferred, true);
      const [annotation] = Object.values(action.edit?.changeAnnotations ?? {});
      assert.equal(annotation?.needsConfirmation, true);
      assert.equal(annotation.label, action.title);
    }
  });

  it("says what is stated by a fix that attests", async () => {
    const editor = await Editor.start();
    await editor.open(uri, "Payer: Medicare Part B\nYTD PT/SLP: 2,500.00\nDOS: 2026-03-12\n97110 GP x2 $78.00\n");
    const actions = await editor.actions(uri, editor.rangeOf(uri, "97110 GP"));
    const [annotation] = Object.values(actions.find(({ title }) => title === "Add KX")?.edit?.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    assert.match(annotation.description ?? "", /^KX states that /);
  });

  it("gives only the kinds of action that are asked for", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    const range = editor.rangeOf(uri, "97161");
    const kinds = async (only: string[]): Promise<(string | undefined)[]> => [
      ...new Set((await editor.actions(uri, range, { only })).map((action) => action.kind)),
    ];
    assert.deepEqual(await kinds([CodeActionKind.QuickFix]), [CodeActionKind.QuickFix]);
    assert.deepEqual(await kinds([CodeActionKind.Source]), ["source.fixAll.therapyClaims"]);
    assert.deepEqual(await kinds([CodeActionKind.SourceFixAll]), ["source.fixAll.therapyClaims"]);
    assert.deepEqual(await kinds(["source.fixAll.other"]), []);
    assert.deepEqual(await kinds([CodeActionKind.Refactor]), []);
  });

  it("fixes all that is safe in one edit, and has nothing to add then", async () => {
    const editor = await Editor.start();
    await editor.open(uri, `${text}97165 x1\n97530 GP GP x1\n`);
    const everything = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await editor.actions(uri, everything, { only: ["source.fixAll.therapyClaims"] });
    await editor.apply(uri, action);
    assert.match(editor.text(uri), /^97161 GP x1/m);
    assert.match(editor.text(uri), /^97165 GO x1/m);
    assert.match(editor.text(uri), /^97530 GP x1/m);
    assert.match(editor.text(uri), /^97110 x2/m, "what the claim does not decide is left alone");
    assert.deepEqual(await editor.actions(uri, everything, { only: ["source.fixAll.therapyClaims"] }), []);
  });

  it("explains what stands under the cursor", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text.replace("97110", "97110 GP"));
    const range = editor.rangeOf(uri, "GP");
    const hover = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: range.start,
    });
    assert.deepEqual(hover?.range, range);
    assert.match((hover.contents as MarkupContent).value, /^\*\*GP\*\* · /);
  });

  it("outlines and folds", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    const textDocument = { uri };
    const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    })) as DocumentSymbol[];
    assert.deepEqual(
      symbols.map((symbol) => symbol.name),
      ["Claim 1"],
    );
    assert.deepEqual(
      symbols[0]?.children?.map((visit) => visit.name),
      ["2026-03-12"],
    );
    const folds = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.ok(folds?.some(({ startLine, endLine }) => startLine === 0 && endLine === 5));
  });

  it("counts as UTF-16 does where characters lie outside the basic plane", async () => {
    const editor = await Editor.start();
    await editor.open(uri, "Payer: Medicare Part B\nNote: 🦵🦵\nDOS: 2026-03-12\n97161 x1  // 🦵\n");
    await editor.change(uri, { range: editor.rangeOf(uri, "🦵🦵"), text: "🦵 knee" });
    const found = await editor.diagnostics(uri);
    assert.ok(found.some(({ range }) => editor.textIn(uri, range) === "97161"));
  });

  it("reads a file with CRLF, and keeps its line ends", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text.replaceAll("\n", "\r\n"));
    const actions = await editor.actions(uri, editor.rangeOf(uri, "97161"));
    await editor.apply(
      uri,
      actions.find((action) => action.isPreferred),
    );
    assert.equal(editor.text(uri), text.replace("97161", "97161 GP").replaceAll("\n", "\r\n"));
  });

  it("has nothing to say of other languages, nor of the other side of a diff", async () => {
    const editor = await Editor.start();
    const position = { line: 0, character: 1 };
    for (const [address, language] of [
      ["file:///office/notes.md", "markdown"],
      ["git:/office/march.superbill?HEAD", "superbill"],
      ["file:///office/constructor", "constructor"],
    ] as const) {
      await editor.open(address, text, language);
      assert.deepEqual(await editor.diagnostics(address), []);
      assert.deepEqual(await editor.actions(address, editor.rangeOf(address, "97161")), []);
      assert.equal(
        await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri: address }, position }),
        null,
      );
    }
  });

  it("takes the name where an editor does not know the language", async () => {
    const editor = await Editor.start();
    await editor.open("file:///office/my%20superbill.txt", text, "text");
    assert.notDeepEqual(await editor.diagnostics("file:///office/my%20superbill.txt"), []);
  });
});
