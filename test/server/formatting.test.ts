import assert from "node:assert/strict";
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from "vscode-languageserver-protocol/node";
import { layOutRequest } from "../../server/src/connection/protocol.ts";
import { fullCapabilities } from "./full-capabilities.ts";
import { Editor, endServers } from "./editor.ts";
import { readable, segments, sent } from "../formats/sent-x12.ts";

const uri = "file:///office/march.837";
const options = { tabSize: 2, insertSpaces: true };
const superbill = "Date        Code   Mods    Units\n2026-03-12    97110  GP   2\n2026-03-12  97140  GP      1\n";
const aligned = "Date        Code   Mods    Units\n2026-03-12  97110  GP      2\n2026-03-12  97140  GP      1\n";

describe("Formatting over a connection", () => {
  afterEach(endServers);

  async function format(editor: Editor, of = uri): Promise<readonly TextEdit[]> {
    const request = { textDocument: { uri: of }, options };
    return (await editor.connection.sendRequest(DocumentFormattingRequest.type, request)) ?? [];
  }

  async function layOut(editor: Editor, layout: "readable" | "compact" | "as-sent"): Promise<void> {
    const answer = await editor.connection.sendRequest(layOutRequest.method, { textDocument: { uri }, layout });
    const { version, edits } = answer as { version: number; edits: TextEdit[] };
    assert.equal(version, editor.version(uri));
    await applyAll(editor, edits);
  }

  async function applyAll(editor: Editor, edits: readonly TextEdit[], of = uri): Promise<void> {
    await editor.change(of, ...edits.toReversed().map(({ range, newText }) => ({ range, text: newText })));
  }

  it("puts each segment on a line of its own, and only adds line ends", async () => {
    const editor = await Editor.start();
    assert.equal(editor.initialized.capabilities.documentFormattingProvider, true);
    await editor.open(uri, sent, "x12");
    const edits = await format(editor);
    assert.ok(edits.every(({ newText }) => newText === "\n"));
    await applyAll(editor, edits);
    assert.equal(editor.text(uri), readable);
    assert.deepEqual(await format(editor), []);
    assert.equal(await editor.stop(), 0);
  });

  it("lays out as the document was sent, and without line ends", async () => {
    const editor = await Editor.start();
    await editor.open(uri, sent.replace(/.{80}/g, "$&\r\n"), "x12");
    const original = editor.text(uri);
    await layOut(editor, "readable");
    assert.equal(editor.text(uri), readable.replaceAll("\n", "\r\n"));
    await layOut(editor, "as-sent");
    assert.equal(editor.text(uri), original);
    await layOut(editor, "compact");
    assert.equal(editor.text(uri), sent);
  });

  it("forgets the layout when the document is closed", async () => {
    const editor = await Editor.start();
    await editor.open(uri, sent, "x12");
    await editor.close(uri);
    await editor.open(uri, readable, "x12");
    await layOut(editor, "as-sent");
    assert.equal(editor.text(uri), readable);
  });

  it("of a range lays out the parts that it touches", async () => {
    const editor = await Editor.start();
    await editor.open(uri, sent, "x12");
    const range = editor.rangeOf(uri, "BHT*0019");
    const request = { textDocument: { uri }, range, options };
    const edits = (await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, request)) ?? [];
    await applyAll(editor, edits);
    assert.equal(editor.text(uri), sent.replace(/(ST\*837[^~]*~)(BHT[^~]*~)/, "$1\n$2\n"));
  });

  it("counts as the client counts", async () => {
    const capabilities = { ...fullCapabilities, general: { positionEncodings: ["utf-8"] } };
    const editor = await Editor.start({ capabilities });
    await editor.open(uri, sent.replace("BATCH1", "BÄTCH1"), "x12");
    const edits = await format(editor);
    const bytes = Buffer.byteLength(segments.slice(0, 4).join("").replace("BATCH1", "BÄTCH1"));
    assert.ok(edits.some(({ range }) => range.start.character === bytes));
  });

  it("aligns the tables of a superbill, and knows no other layout of it", async () => {
    const editor = await Editor.start();
    const of = "file:///office/march.superbill";
    await editor.open(of, superbill);
    await applyAll(editor, await format(editor, of), of);
    assert.equal(editor.text(of), aligned);
    const request = { textDocument: { uri: of }, layout: "compact" };
    assert.equal(await editor.connection.sendRequest(layOutRequest.method, request), null);
  });

  it("has nothing for a document that is not open", async () => {
    const editor = await Editor.start();
    assert.deepEqual(await format(editor), []);
    const request = { textDocument: { uri }, layout: "readable" };
    assert.equal(await editor.connection.sendRequest(layOutRequest.method, request), null);
  });
});
