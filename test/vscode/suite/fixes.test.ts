import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOnce, hasRule, ruleOf, showCopy, textOnce } from "./support.ts";

describe("fixes", () => {
  it("a safe one is preferred and changes the text as the row is written", async () => {
    const { document } = await showCopy("visit.superbill", "safe-fix.superbill");
    const action = await quickFix(document, "therapy-modifier-missing", "Add GP");
    assert.ok(action.edit);
    assert.equal(action.isPreferred, true);

    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.match(document.getText(), /97530 {2}GP {6}1 {6}15/);
    await findingsOnce(document.uri, (findings) => findings.length === 0);
  });

  // That VS Code asks before it makes the change is seen by the UI test: the extension API does not show it.
  it("one that attests is not preferred", async () => {
    const { document } = await showCopy("threshold.claim", "attesting-fix.claim");
    const action = await quickFix(document, "kx-missing-above-threshold", "Add KX");
    assert.ok(action.edit);
    assert.notEqual(action.isPreferred, true);
  });

  it("fix all applies the safe ones and leaves those that attest", async () => {
    const { document } = await showCopy("threshold.claim", "fix-all.claim");
    await replaceOnce(document, "97110  GP KX", "97110  KX   ");
    await findingsOnce(document.uri, hasRule("kx-without-plan"));
    await findingsOnce(document.uri, hasRule("kx-missing-above-threshold"));

    await vscode.commands.executeCommand("editor.action.fixAll");
    await textOnce(document, (text) => /97110 {2}.*\bGP\b/.test(text));
    assert.match(document.getText(), /97140 {2}GP {6}1/);
  });
});

async function quickFix(document: vscode.TextDocument, rule: string, title: string): Promise<vscode.CodeAction> {
  const findings = await findingsOnce(document.uri, hasRule(rule));
  const finding = findings.find((one) => ruleOf(one) === rule);
  assert.ok(finding);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const action = actions.find((one) => one.title === title);
  assert.ok(action, actions.map((one) => one.title).join(", "));
  return action;
}

async function replaceOnce(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  assert.ok(start >= 0);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  edit.replace(document.uri, range, after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
