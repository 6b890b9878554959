import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOnce, hasRule, inWorkspace, ruleOf, showCopy } from "./support.ts";

const missing = "therapy-modifier-missing";

describe("findings", () => {
  it("name their rule, its page and their source", async () => {
    const { document } = await showCopy("visit.superbill", "findings.superbill");
    const findings = await findingsOnce(document.uri, hasRule(missing));
    const finding = findings.find((one) => ruleOf(one) === missing);
    assert.ok(finding);
    assert.equal(finding.source, "therapy-claims");
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(finding.range), "97530");
    assert.ok(typeof finding.code === "object");
    assert.equal(finding.code.target.toString(), `therapy-claims:/rules/${missing}.md`);
  });

  it("stand in an untitled document too", async () => {
    const text = await vscode.workspace.fs.readFile(inWorkspace("visit.superbill"));
    const content = new TextDecoder().decode(text);
    const document = await vscode.workspace.openTextDocument({ language: "superbill", content });
    await vscode.window.showTextDocument(document);
    await findingsOnce(document.uri, hasRule(missing));
  });

  it("do not stand in a side of a diff", async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace("visit.superbill")));
    const provider = vscode.workspace.registerTextDocumentContentProvider("git", {
      provideTextDocumentContent: () => text,
    });
    try {
      const side = await vscode.workspace.openTextDocument(vscode.Uri.parse("git:/visit.superbill"));
      assert.equal(side.languageId, "superbill");
      await vscode.window.showTextDocument(side);
      // The server answers in the order in which documents were opened.
      const { document } = await showCopy("visit.superbill", "after-side.superbill");
      await findingsOnce(document.uri, hasRule(missing));
      assert.deepEqual(vscode.languages.getDiagnostics(side.uri), []);
    } finally {
      provider.dispose();
    }
  });

  it("of a rule that is switched off go, and come back", async () => {
    const { document } = await showCopy("visit.superbill", "switched-off.superbill");
    await findingsOnce(document.uri, hasRule(missing));
    const settings = vscode.workspace.getConfiguration("therapyClaims", document);
    try {
      await settings.update("rules", { [missing]: "off" }, vscode.ConfigurationTarget.Workspace);
      await findingsOnce(document.uri, (findings) => !hasRule(missing)(findings));
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await findingsOnce(document.uri, hasRule(missing));
  });

  it("are the same after an edit as in a document opened anew", async () => {
    const editor = await showCopy("visit.superbill", "edited.superbill");
    await findingsOnce(editor.document.uri, hasRule(missing));
    const row = editor.document
      .getText()
      .split("\n")
      .findIndex((line) => line.includes("97530"));
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(row, 19, row, 21), "GP");
    });
    await findingsOnce(editor.document.uri, (findings) => findings.length === 0);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "# a comment\n");
      edit.replace(new vscode.Range(row, 19, row, 21), "  ");
    });
    const findings = await findingsOnce(editor.document.uri, hasRule(missing));
    assert.deepEqual(
      findings.map(({ range }) => range.start.line),
      [row + 1],
    );
  });
});
