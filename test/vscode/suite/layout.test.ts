import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventOnce, findingsOnce, hasRule, showCopy, textOnce, writeFile } from "./support.ts";
import { readable, sent } from "../../formats/sent-x12.ts";

describe("laying out", () => {
  it("X12 one segment a line, as it was sent, and without line ends, by commands", async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile("one-line.837", sent));
    await vscode.window.showTextDocument(document);
    await run("therapyClaims.oneSegmentALine");
    assert.equal(document.getText(), readable);
    await run("therapyClaims.asSent");
    assert.equal(document.getText(), sent);
    await run("therapyClaims.oneSegmentALine");
    await run("therapyClaims.withoutLineEnds");
    assert.equal(document.getText(), sent);
    await document.save();
  });

  it("X12 by Format Document, which one undo takes back", async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile("formatted.837", sent));
    await vscode.window.showTextDocument(document);
    await run("editor.action.formatDocument");
    await textOnce(document, (text) => text === readable);
    await run("undo");
    await textOnce(document, (text) => text === sent);
  });

  it("the tables of a superbill by Format Document", async () => {
    const { document } = await showCopy("visit.superbill", "ragged.superbill");
    const aligned = document.getText();
    await findingsOnce(document.uri, hasRule("therapy-modifier-missing"));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, "97530  "), "97530      ");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await run("editor.action.formatDocument");
    await textOnce(document, (text) => text === aligned);
  });

  it("nothing where the active document is no X12", async () => {
    const { document } = await showCopy("visit.superbill", "not-x12.superbill");
    const before = document.getText();
    await run("therapyClaims.withoutLineEnds");
    assert.equal(document.getText(), before);
  });

  it("a file of 60,000 segments", async () => {
    const claims = sent.replace(/(?<=CH~)/, "HL*1**20*1~NM1*85*2*ELM STREET REHAB*****XX*1234567893~".repeat(30_000));
    const document = await vscode.workspace.openTextDocument(await writeFile("large.837", claims));
    await vscode.window.showTextDocument(document);
    await run("therapyClaims.oneSegmentALine");
    await eventOnce(vscode.workspace.onDidChangeTextDocument, () => document.lineCount === 60_008);
    await run("therapyClaims.asSent");
    assert.equal(document.getText(), claims);
    await document.save();
  });
});

async function run(command: string): Promise<void> {
  await vscode.commands.executeCommand(command);
}

function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}
