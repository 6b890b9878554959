import assert from "node:assert/strict";
import {
  type Diagnostic,
  HoverRequest,
  type Range,
  WorkDoneProgressCancelNotification,
} from "vscode-languageserver-protocol/node";
import { synthesize837 } from "../../bench/synthetic-837.ts";
import { Editor, endServers, isWhole } from "./editor.ts";
import { fullCapabilities } from "./full-capabilities.ts";

const uri = "file:///office/batch.837";
const text = synthesize837({ megabytes: 6, seed: 1, lineEnd: "\n" });
const withProgress = { capabilities: { ...fullCapabilities, window: { workDoneProgress: true } } };

interface Status {
  readonly checked: number;
  readonly isStopped: boolean;
  readonly findings: number;
}

async function shownStatus(editor: Editor): Promise<Omit<Status, "findings">> {
  const { checked, isStopped } = await statusOf(editor);
  return { checked, isStopped };
}

function statusOf(editor: Editor): Promise<Status> {
  return editor.connection.sendRequest("therapyClaims/status", { uri });
}

describe("a document of 6 MB", () => {
  afterEach(endServers);

  it("is reported in part first, and wholly when it is checked", async () => {
    const editor = await Editor.start(withProgress);
    await editor.open(uri, text, "x12");
    const first = await editor.pull(uri);
    assert.ok(first.kind === "full" && !isWhole(first.items), "some of it is still to be checked");
    const all = await editor.diagnostics(uri);
    assert.equal((await statusOf(editor)).checked, 1);
    assert.ok(all.length > first.items.length);
    await editor.progressed("end");
    const [begin] = editor.progress;
    assert.ok(begin?.kind === "begin" && begin.cancellable === true);
    assert.equal(begin.title, "Checking claims");
    assert.deepEqual(await editor.pull(uri, (await editor.pull(uri)).resultId), {
      kind: "unchanged",
      resultId: (await editor.pull(uri)).resultId,
    });
  });

  it("is answered for at the place that is asked about before the rest is checked", async () => {
    const editor = await Editor.start(withProgress);
    await editor.open(uri, text, "x12");
    const { start, end } = lastOf(editor, "HC:97110");
    const actions = await editor.actions(uri, { start, end });
    assert.ok(await editor.connection.sendRequest(HoverRequest.method, { textDocument: { uri }, position: start }));
    assert.ok((await statusOf(editor)).checked < 1);
    await editor.diagnostics(uri);
    assert.deepEqual(await editor.actions(uri, { start, end }), actions);
  });

  it("is checked no further when the user stops it, save where they type, and then to its end when they want it", async () => {
    const editor = await Editor.start(withProgress);
    await editor.open(uri, text, "x12");
    await editor.pull(uri);
    const token = await editor.progressed("begin");
    await editor.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    await editor.progressed("end");
    const stopped = await statusOf(editor);
    assert.ok(stopped.isStopped && stopped.checked < 1);

    const code = lastOf(editor, "97110");
    await editor.change(uri, { range: code, text: "9711O" });
    const report = await editor.pull(uri);
    assert.equal(report.kind, "full");
    assert.ok(report.items.some(({ range }) => range.start.line === code.start.line));
    assert.ok((await statusOf(editor)).isStopped);

    await editor.connection.sendNotification("therapyClaims/checkOn", { uri });
    await editor.diagnostics(uri);
    assert.deepEqual(await shownStatus(editor), { checked: 1, isStopped: false });
  });

  it("may be changed while it is read and checked", async () => {
    const editor = await Editor.start(withProgress);
    await editor.open(uri, text, "x12");
    for (const modifier of ["GO", "KX", "CQ"]) {
      await editor.change(uri, { range: lastOf(editor, ":GP"), text: `:${modifier}` });
      await editor.pull(uri);
    }
    const found = await editor.diagnostics(uri);
    assert.ok(
      found.some(({ code }) => code === "assistant-modifier-without-plan"),
      "what was typed last is told of",
    );
    const other = await Editor.start(withProgress);
    await other.open(uri, editor.text(uri), "x12");
    // What stands near comes first, so both look at the same place.
    const look = { uri, range: lastOf(editor, ":CQ") };
    await other.connection.sendNotification("therapyClaims/visible", look);
    assert.deepEqual(found, await other.diagnostics(uri));
  });

  it("has what lies where somebody looks among the first that an editor underlines", async () => {
    const editor = await Editor.start(withProgress);
    await editor.open(uri, text, "x12");
    await editor.diagnostics(uri);
    await editor.progressed("end");
    for (const words of ["97110", "CLM*"]) {
      const range = words === "CLM*" ? firstOf(editor, words) : lastOf(editor, words);
      await editor.connection.sendNotification("therapyClaims/visible", { uri, range });
      const [first] = await refreshedDiagnostics(editor);
      const distance = Math.abs((first?.range.start.line ?? Infinity) - range.start.line);
      assert.ok(distance < 5000, `the first finding is ${String(distance)} lines away`);
    }
  });

  it("is waited for by a client that can't be told later", async () => {
    const { workspace, ...capabilities } = fullCapabilities;
    const editor = await Editor.start({
      capabilities: { ...capabilities, workspace: { ...workspace, diagnostics: {} } },
    });
    await editor.open(uri, text, "x12");
    const report = await editor.pull(uri);
    assert.equal((await statusOf(editor)).checked, 1);
    assert.ok(report.kind === "full" && report.items.length === 1000);
  });

  it("is sent to a client that does not ask, as it stands and then wholly", async () => {
    const editor = await Editor.start({ capabilities: {} });
    await editor.open(uri, text, "x12");
    const { diagnostics } = await editor.pushed(uri, 1);
    assert.equal((await statusOf(editor)).checked, 1);
    assert.equal(diagnostics.length, 1000);
  });
});

/** What is found when the server says that there is something else to show. */
async function refreshedDiagnostics(editor: Editor): Promise<readonly Diagnostic[]> {
  await editor.refreshed();
  return editor.diagnostics(uri);
}

function firstOf(editor: Editor, words: string): Range {
  return rangeAt(editor, editor.text(uri).indexOf(words), words);
}

function lastOf(editor: Editor, words: string): Range {
  return rangeAt(editor, editor.text(uri).lastIndexOf(words), words);
}

function rangeAt(editor: Editor, offset: number, words: string): Range {
  const line = editor.text(uri).slice(0, offset).split("\n");
  const start = { line: line.length - 1, character: line.at(-1)?.length ?? 0 };
  return { start, end: { ...start, character: start.character + words.length } };
}
