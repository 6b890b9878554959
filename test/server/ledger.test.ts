import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type MarkupContent,
} from "vscode-languageserver-protocol/node";
import type { FolderStatus } from "../../server/src/connection/protocol.ts";
import { Editor, endServers } from "./editor.ts";

const quarter = join(import.meta.dirname, "../../examples/quarter");

interface DocumentStatus {
  readonly usedAmountKnown: boolean | null;
  readonly folder: FolderStatus | null;
}

/** Waits until all files of the folder are read. */
async function folderRead(editor: Editor, uri: string): Promise<DocumentStatus> {
  for (;;) {
    const status = await editor.connection.sendRequest<DocumentStatus | null>("therapyClaims/status", { uri });
    if (status?.folder != null && status.folder.found > 0 && !status.folder.isReading) return status;
    await editor.told("therapyClaims/ledgerMoved");
  }
}

describe("the used amount over the files of a folder", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tc-quarter-"));
    cpSync(quarter, folder, { recursive: true });
  });

  afterEach(() => {
    endServers();
    rmSync(folder, { recursive: true, force: true });
  });

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  /** Opens a file of the folder, and waits until all others are read. */
  async function openIn(editor: Editor, name: string, languageId = "superbill"): Promise<string> {
    const uri = uriOf(name);
    await editor.open(uri, readFileSync(join(folder, name), "utf8"), languageId);
    await editor.diagnostics(uri);
    await folderRead(editor, uri);
    return uri;
  }

  function start(options = {}): Promise<Editor> {
    return Editor.start({ folders: [folder], initializationOptions: { thresholdReport: true }, ...options });
  }

  /** What stands behind the line that begins so. */
  async function hintOn(editor: Editor, uri: string, beginning: string): Promise<unknown> {
    const { line } = editor.rangeOf(uri, beginning).start;
    const range = { start: { line, character: 0 }, end: { line, character: 200 } };
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
    return hints?.map(({ label }) => label);
  }

  it("is shown behind the same line in the superbill and in the claim that was sent", async () => {
    const editor = await start();
    const superbill = await openIn(editor, "a-2026-02.superbill");
    assert.deepEqual(await hintOn(editor, superbill, "2026-02-13  97110"), ["used 2,454.54 of 2,480.00"]);
    assert.deepEqual(await hintOn(editor, superbill, "2026-02-13  97140"), ["used 2,508.74 of 2,480.00"]);

    const sent = await openIn(editor, "sent-2026-03-05.837", "x12");
    const { line } = editor.rangeOf(sent, "CLM*A0213").start;
    const range = { start: { line, character: 0 }, end: { line: line + 16, character: 0 } };
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: sent }, range });
    assert.deepEqual(
      hints?.map(({ label, position }) => [
        label,
        editor.textIn(sent, { start: { ...position, character: 0 }, end: position }),
      ]),
      [
        ["used 2,454.54 of 2,480.00", "SV1*HC:97110:GP*78*UN*2***1~"],
        ["used 2,508.74 of 2,480.00", "SV1*HC:97140:GP*88*UN*2***1~"],
        ["used 2,541.84 of 2,480.00", "SV1*HC:97112:GP:KX*42*UN*1***1~"],
      ],
    );
  });

  it("moves when a superbill of an earlier date is edited, and the client is told to ask again", async () => {
    const editor = await start();
    const february = await openIn(editor, "a-2026-02.superbill");
    assert.deepEqual(await hintOn(editor, february, "2026-02-11  97112"), ["used 2,396.30 of 2,480.00"]);
    const january = await openIn(editor, "a-2026-01.superbill");
    await editor.told(InlayHintRefreshRequest.method);
    await editor.told(CodeLensRefreshRequest.method);
    await editor.change(january, { range: editor.rangeOf(january, "98.01"), text: "198.01" });
    await editor.diagnostics(january);
    await editor.told(InlayHintRefreshRequest.method);
    await editor.told(CodeLensRefreshRequest.method);
    assert.deepEqual(await hintOn(editor, february, "2026-02-11  97112"), ["used 2,496.30 of 2,480.00"]);
  });

  it("stands above each claim, with what was found there", async () => {
    const editor = await start();
    const uri = await openIn(editor, "c-2026-03.superbill");
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    assert.equal(lenses?.length, 1);
    const lens = await editor.connection.sendRequest(CodeLensResolveRequest.type, lenses[0] as CodeLens);
    assert.match(lens.command?.title ?? "", /^PT\/SLP used 2,470\.68 of 2,480\.00 · .* · total 332\.00$/);
    assert.equal(lens.command?.command, "therapyClaims.showThresholdReport");
  });

  it("leaves a lens as it is whose claim has gone meanwhile", async () => {
    const editor = await start();
    const uri = await openIn(editor, "c-2026-03.superbill");
    const [lens] = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    assert.ok(lens);
    await editor.change(uri, { text: "# nothing\n" });
    assert.deepEqual(await editor.connection.sendRequest(CodeLensResolveRequest.type, lens), lens);
  });

  it("has a lens without a command for a client that shows no report", async () => {
    const editor = await Editor.start({ folders: [folder] });
    const uri = uriOf("c-2026-03.superbill");
    await editor.open(uri, readFileSync(join(folder, "c-2026-03.superbill"), "utf8"));
    const [first] = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    assert.ok(first);
    const lens = await editor.connection.sendRequest(CodeLensResolveRequest.type, first);
    assert.equal(lens.command?.command, "");
  });

  it("is derived in a hover, with links to the other files", async () => {
    const editor = await start();
    const uri = await openIn(editor, "a-2026-02.superbill");
    const words = "2026-02-13  97140  GP     2      30   A   88.00   54.20";
    const { end: position } = editor.rangeOf(uri, words);
    const answer = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position,
    });
    const { value } = answer?.contents as MarkupContent;
    assert.match(value, /^\| \*\*2026-02-13\*\* \| \*\*97140\*\* \| \*\*54\.20\*\* .* passes 2,480\.00\*\* \|/m);
    assert.match(value, /\[a-2026-01\.superbill:\d+\]\(file:\/\/\/\S+\/a-2026-01\.superbill#L\d+\)/);
    assert.match(value, /^\| … \d+ more \|/m);
  });

  it("is not shown behind lines where the user does not want it", async () => {
    const editor = await start({ settings: { inlayHints: { usedAmount: false } } });
    const uri = await openIn(editor, "a-2026-02.superbill");
    assert.deepEqual(await hintOn(editor, uri, "2026-02-13  97140"), []);
    await editor.configure({ inlayHints: { usedAmount: true } });
    await editor.told(InlayHintRefreshRequest.method);
    await folderRead(editor, uri);
    assert.deepEqual(await hintOn(editor, uri, "2026-02-13  97140"), ["used 2,508.74 of 2,480.00"]);
  });

  it("is said to be known, and how many files it counts", async () => {
    const editor = await start();
    const uri = await openIn(editor, "a-2026-02.superbill");
    const { folder: standing, usedAmountKnown } = await folderRead(editor, uri);
    assert.deepEqual(standing, { found: 10, read: 10, isReading: false, isStopped: false });
    assert.equal(usedAmountKnown, true);
  });

  it("is reported on one page for all beneficiaries, ids masked unless asked for", async () => {
    const editor = await start();
    await openIn(editor, "a-2026-02.superbill");
    const pageWith = (showIds: boolean): Promise<{ html: string; isPartial: boolean }> =>
      editor.connection.sendRequest("therapyClaims/thresholdReport", { showIds });
    const { html, isPartial } = await pageWith(false);
    assert.equal(isPartial, false);
    for (const amount of ["3,415.08", "2,628.15", "2,470.68", "396.76"]) assert.ok(html.includes(amount), amount);
    assert.ok(html.includes("…QP06"));
    assert.ok(!html.includes("4HK7WH8QP06"));
    assert.ok(!html.includes("<script"));
    assert.ok((await pageWith(true)).html.includes("4HK7WH8QP06"));
  });

  it("counts in the report a claim that names nobody, of an open document too", async () => {
    const editor = await start();
    const uri = await openIn(editor, "a-2026-02.superbill");
    const untitled = "untitled:Untitled-1";
    await editor.open(untitled, "Payer: Medicare\nYTD PT/SLP: 1.00\nDOS: 2026-03-12\n97110 GP x2 $78 allowed 58.24\n");
    const { html } = await editor.connection.sendRequest<{ html: string }>("therapyClaims/thresholdReport", {
      showIds: false,
    });
    assert.ok(html.includes("no id"));
    assert.ok(html.includes("59.24"));
    await editor.close(untitled);
    await editor.close(uri);
  });
});
