import assert from "node:assert/strict";
import { DocumentSymbolRequest } from "vscode-languageserver-protocol/node";
import { Editor, endServers } from "./editor.ts";
import { fullCapabilities } from "./full-capabilities.ts";

const uri = "file:///office/march.superbill";
const text = "Payer: Medicare Part B\nYTD PT/SLP: 2,500.00\nDOS: 2026-03-12\n97161 x1\n97110 GP x2 $78.00\n";

describe("a client that knows little", () => {
  afterEach(endServers);

  it("is sent the diagnostics after each change, and none once the document is closed", async () => {
    const editor = await Editor.start({ capabilities: {} });
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
    await editor.open(uri, text);
    const first = await editor.pushed(uri, 1);
    assert.ok(first.diagnostics.some(({ code }) => code === "therapy-modifier-missing"));
    await editor.change(uri, { range: editor.rangeOf(uri, "97161"), text: "97161 GP" });
    const second = await editor.pushed(uri, 2);
    assert.ok(second.diagnostics.every(({ code }) => code !== "therapy-modifier-missing"));
    await editor.close(uri);
    assert.deepEqual(await editor.pushed(uri), { uri, diagnostics: [] });
  });

  it("is sent what its own settings make of the document", async () => {
    const editor = await Editor.start({ capabilities: {} });
    await editor.open(uri, text);
    await editor.pushed(uri, 1);
    await editor.configure({ rules: { "therapy-modifier-missing": "off" } });
    const { diagnostics } = await editor.pushed(uri, 1);
    assert.ok(diagnostics.every(({ code }) => code !== "therapy-modifier-missing"));
  });

  it("gets edits without version or annotation, and is told in the title what is attested", async () => {
    const editor = await Editor.start({ capabilities: {} });
    await editor.open(uri, text);
    const actions = await editor.actions(uri, editor.rangeOf(uri, "97110 GP"));
    const attesting = actions.find(({ title }) => title === "Attest: Add KX");
    assert.deepEqual(Object.keys(attesting?.edit ?? {}), ["changes"]);
    assert.ok(actions.every(({ disabled }) => disabled === undefined));
  });

  it("gets the outline as a list", async () => {
    const editor = await Editor.start({ capabilities: {} });
    await editor.open(uri, text);
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    assert.deepEqual(
      symbols?.map((symbol) => [symbol.name, "containerName" in symbol ? symbol.containerName : undefined]),
      [
        ["Claim 1", undefined],
        ["2026-03-12", "Claim 1"],
        ["97161", "2026-03-12"],
        ["97110 GP", "2026-03-12"],
      ],
    );
  });

  it("may count in UTF-8", async () => {
    const editor = await Editor.start({
      capabilities: { ...fullCapabilities, general: { positionEncodings: ["utf-8"] } },
    });
    assert.equal(editor.initialized.capabilities.positionEncoding, "utf-8");
    await editor.open(uri, "Payer: Medicare Part B\nDOS: 2026-03-12\n97161 x1 🦵\n");
    const behind = { line: 2, character: 13 };
    await editor.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: behind, end: behind }, text: " 🦵\n" },
        { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: "97165 x1 \n" },
      ],
    });
    const found = await editor.diagnostics(uri);
    const missing = found.filter(({ code }) => code === "therapy-modifier-missing").map(({ range }) => range.start);
    assert.deepEqual(missing, [
      { line: 2, character: 0 },
      { line: 3, character: 0 },
    ]);
  });

  it("opens a rule's page from the package where it has no way of its own", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    const [diagnostic] = await editor.diagnostics(uri);
    assert.match(diagnostic?.codeDescription?.href ?? "", /^file:\/\/\/.*\/docs\/rules\/[a-z0-9-]+\.md$/);
  });
});

describe("a client that shows rule pages", () => {
  afterEach(endServers);

  it("opens them offline, and is given their text", async () => {
    const editor = await Editor.start({ initializationOptions: { rulePages: true } });
    await editor.open(uri, text);
    const missing = (await editor.diagnostics(uri)).find(({ code }) => code === "therapy-modifier-missing");
    assert.equal(missing?.codeDescription?.href, "therapy-claims:/rules/therapy-modifier-missing.md");
    const page = await editor.connection.sendRequest<{ markdown: string } | null>("therapyClaims/rulePage", {
      id: missing.code,
    });
    assert.match(page?.markdown ?? "", /^# therapy-modifier-missing\n/);
    assert.equal(await editor.connection.sendRequest("therapyClaims/rulePage", { id: "no-such-rule" }), null);
  });
});
