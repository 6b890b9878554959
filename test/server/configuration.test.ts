import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver-protocol/node";
import { Editor, endServers } from "./editor.ts";

const uri = "file:///office/march.superbill";
const text = "DOS: 2026-03-12\n97161 x1\n";

interface Status {
  readonly payer: string | null;
  readonly findings: number;
  readonly usedAmountKnown: boolean | null;
  readonly settingsProblems: readonly string[];
}

describe("settings", () => {
  afterEach(endServers);

  it("are known before the first diagnostics are given", async () => {
    const editor = await Editor.start({ settings: { payer: "medicare-b" } });
    await editor.open(uri, text);
    assert.ok((await editor.diagnostics(uri)).some(({ code }) => code === "therapy-modifier-missing"));
    assert.deepEqual(editor.registered, ["workspace/didChangeConfiguration"]);
  });

  it("make the client ask again when they change, and not when they don't", async () => {
    const editor = await Editor.start({ settings: { payer: "medicare-b" } });
    await editor.open(uri, text);
    const before = await editor.pull(uri);
    await editor.configure({ payer: "medicare-b" });
    assert.equal((await editor.pull(uri, before.resultId)).kind, "unchanged");
    await editor.configure({ payer: "medicare-b", rules: { "therapy-modifier-missing": "hint" } });
    await editor.refreshed();
    const after = await editor.pull(uri, before.resultId);
    assert.equal(after.kind, "full");
    assert.equal(after.items.find(({ code }) => code === "therapy-modifier-missing")?.severity, 4);
  });

  it("are reported where they are wrong, in the log and in the status", async () => {
    const editor = await Editor.start({ settings: { rules: { "therapy-modifier-missing": "loud" } } });
    await editor.open(uri, text);
    await editor.diagnostics(uri);
    const problem = "therapyClaims.rules: therapy-modifier-missing must be error, warning, information, hint or off.";
    assert.deepEqual((await statusOf(editor))?.settingsProblems, [problem]);
    assert.ok(editor.log.includes(problem));
  });

  it("decide the payer that the status names", async () => {
    const editor = await Editor.start({ settings: { payer: "medicare-b" } });
    await editor.open(uri, text);
    await editor.diagnostics(uri);
    const { payer, findings, usedAmountKnown } = (await statusOf(editor)) ?? assert.fail("no status");
    assert.equal(payer, "Medicare Part B");
    const listed = (await editor.diagnostics(uri)).filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
    assert.equal(findings, listed.length);
    assert.equal(usedAmountKnown, false);
    await editor.open("file:///notes.md", text, "markdown");
    assert.equal(await editor.connection.sendRequest("therapyClaims/status", { uri: "file:///notes.md" }), null);
  });
});

function statusOf(editor: Editor): Promise<Status | null> {
  return editor.connection.sendRequest("therapyClaims/status", { uri });
}
