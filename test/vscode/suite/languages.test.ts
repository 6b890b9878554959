import assert from "node:assert/strict";
import * as vscode from "vscode";
import { printedPage, standardForm } from "../../formats/printed-form.ts";
import { eventOnce, inWorkspace, writeFile } from "./support.ts";

const interchangeStart = "ISA*00*          *00*          *ZZ*";

const languageOfName: Record<string, string> = {
  "a.superbill": "superbill",
  "my-superbill-march.txt": "superbill",
  "a.claim": "claim",
  "claims 2026.txt": "claim",
  "may_claims.txt": "claim",
  "disclaimer.txt": "plaintext",
  "a.cms1500": "cms1500-print",
  "a.cms1500.txt": "cms1500-print",
  "a.hcfa": "cms1500-print",
  "a.837": "x12",
  "a.837p": "x12",
  "a.837i": "x12",
  "a.835": "x12",
  "a.271": "x12",
  "a.x12": "x12",
  "a.edi": "x12",
  "a.superbill.csv": "superbill-csv",
  "a.claims.csv": "superbill-csv",
  "a.superbill.tsv": "superbill-csv",
  "a.claims.tsv": "superbill-csv",
};

describe("languages", () => {
  for (const [name, language] of Object.entries(languageOfName)) {
    it(`${name} is ${language}`, async () => {
      const document = await vscode.workspace.openTextDocument(await writeFile(name, "hello\n"));
      assert.equal(document.languageId, language);
    });
  }

  it("a file without an ending that begins with ISA is x12", async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile("INBOUND", `${interchangeStart}\n`));
    assert.equal(document.languageId, "x12");
  });
});

describe("while typing", () => {
  for (const languageId of new Set(Object.values(languageOfName))) {
    if (languageId === "plaintext") continue;
    it(`no words of other claims are offered in ${languageId}: they are ids and names`, () => {
      const editor = vscode.workspace.getConfiguration("editor", { languageId });
      assert.equal(editor.get("wordBasedSuggestions"), "off");
    });
  }
});

describe("in a superbill", () => {
  it("a double click takes one modifier, one amount, one date", async () => {
    const content = "97110-GP-KX $1,234.56 2026-03-12 M54.50";
    const document = await vscode.workspace.openTextDocument({ language: "superbill", content });
    const words = [0, 7, 10, 15, 25, 36].map((column) => {
      const range = document.getWordRangeAtPosition(new vscode.Position(0, column));
      return range && document.getText(range);
    });
    assert.deepEqual(words, ["97110", "GP", "KX", "$1,234.56", "2026-03-12", "M54.50"]);
  });

  it("Enter at the end of a row cut by bars begins the next", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "superbill", content: "| 3/12 | 97110 |" });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 16, 0, 16);
    await vscode.commands.executeCommand("type", { text: "\n" });
    assert.equal(document.lineAt(1).text, "| ");
  });

  it("nothing is copied into Local History", () => {
    const exclude = vscode.workspace
      .getConfiguration("workbench.localHistory")
      .get<Record<string, boolean>>("exclude", {});
    for (const glob of ["**/*.superbill", "**/claim*.txt", "**/*.837", "**/*.superbill.csv"]) {
      assert.equal(exclude[glob], true, glob);
    }
  });
});

describe("a plain-text document that begins with an interchange", () => {
  it("becomes x12, and stays what the user makes of it", async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace("interchange.txt"));
    await becomes(document, "x12");

    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await insertAtStart(document, " ");
    assert.equal(document.languageId, "plaintext");
  });

  it("becomes x12 when it is pasted into an untitled document", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "" });
    await insertAtStart(document, interchangeStart);
    await becomes(document, "x12");
  });

  it("stays plain text where the settings say so", async () => {
    const files = vscode.workspace.getConfiguration("files");
    await files.update("associations", { "*.note": "plaintext" }, vscode.ConfigurationTarget.Workspace);
    try {
      const associated = await vscode.workspace.openTextDocument(await writeFile("a.note", interchangeStart));
      const other = await vscode.workspace.openTextDocument(await writeFile("other.txt", interchangeStart));
      await becomes(other, "x12");
      assert.equal(associated.languageId, "plaintext");
    } finally {
      await files.update("associations", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("is not made of prose", async () => {
    const prose = await vscode.workspace.openTextDocument(await writeFile("prose.txt", "ISA, the envelope\n"));
    const other = await vscode.workspace.openTextDocument(await writeFile("other-2.txt", interchangeStart));
    await becomes(other, "x12");
    assert.equal(prose.languageId, "plaintext");
  });
});

describe("a plain-text document that is a CMS-1500 print image", () => {
  const printImage = printedPage(standardForm);

  it("becomes one when it opens, and stays what the user makes of it", async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile("export.txt", printImage));
    await becomes(document, "cms1500-print");

    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await insertAtStart(document, "\n");
    assert.equal(document.languageId, "plaintext");
  });

  it("becomes one when it is pasted into an untitled document", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "" });
    await insertAtStart(document, printImage);
    await becomes(document, "cms1500-print");
  });
});

async function becomes(document: vscode.TextDocument, language: string): Promise<void> {
  await eventOnce(vscode.workspace.onDidOpenTextDocument, () => document.languageId === language);
}

async function insertAtStart(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
