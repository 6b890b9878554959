import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOnce, hasRule, showCopy } from "./support.ts";

describe("reading a claim", () => {
  it("a hover says what a modifier means", async () => {
    const { document } = await showCopy("visit.superbill", "hover.superbill");
    await findingsOnce(document.uri, hasRule("therapy-modifier-missing"));
    const position = document.positionAt(document.getText().indexOf("GP  ") + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const contents = hovers.flatMap(({ contents }) => contents) as vscode.MarkdownString[];
    assert.match(contents.map(({ value }) => value).join("\n"), /physical therapy/i);
    assert.ok(contents.every(({ isTrusted, supportHtml }) => isTrusted !== true && supportHtml !== true));
  });

  it("the outline shows claims, dates and codes, and no person", async () => {
    const { document } = await showCopy("visit.superbill", "outline.superbill");
    await findingsOnce(document.uri, hasRule("therapy-modifier-missing"));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const names = symbols.flatMap(namesOf);
    assert.ok(
      names.some((name) => name.includes("97530")),
      names.join(" | "),
    );
    assert.ok(!names.some((name) => /Rivera|1EG4|1042/.test(name)), names.join(" | "));
  });

  it("claims fold", async () => {
    const { document } = await showCopy("visit.superbill", "folds.superbill");
    await findingsOnce(document.uri, hasRule("therapy-modifier-missing"));
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    assert.ok(ranges.some(({ start, end }) => start === 0 && end >= 10));
  });

  it("a rule's page opens as a document", async () => {
    const uri = vscode.Uri.parse("therapy-claims:/rules/therapy-modifier-missing.md");
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, "markdown");
    assert.match(document.getText(), /^# .*therapy-modifier-missing/m);
  });

  it("a rule that is not there has a page that says so", async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse("therapy-claims:/rules/no-such-rule.md"));
    assert.match(document.getText(), /no such page/);
  });
});

function namesOf(symbol: vscode.DocumentSymbol): string[] {
  return [`${symbol.name} ${symbol.detail}`, ...symbol.children.flatMap(namesOf)];
}
