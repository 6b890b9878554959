import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folderWith, removeFolders } from "../cli/command.ts";
import { Editor, endServers } from "./editor.ts";

const visit = "Payer: Medicare\nDate        Code   Mods  Units  Charge\n2026-03-02  97110  GP    1      25.00\n";

/** Waits until the charge is, or is not, said to be below what is allowed. */
async function isToldOf(editor: Editor, uri: string, expected: boolean): Promise<void> {
  for (;;) {
    const diagnostics = await editor.diagnostics(uri);
    if (diagnostics.some(({ code }) => code === "charge-below-allowed") === expected) return;
    await editor.refreshed();
  }
}

async function problemsOf(editor: Editor, uri: string): Promise<readonly string[]> {
  const status = await editor.connection.sendRequest<{ settingsProblems: readonly string[] }>("therapyClaims/status", {
    uri,
  });
  return status.settingsProblems;
}

describe("the fee schedule", () => {
  afterEach(endServers);
  after(removeFolders);

  it("is read where the project's file names it, and again when it has changed", async () => {
    const folder = folderWith({
      "therapy-claims.json": JSON.stringify({ feeSchedule: "lists/fees.csv" }),
      "lists/fees.csv": "Code,Amount\n97110,29.29\n",
    });
    const editor = await Editor.start({ settings: {} });
    const uri = pathToFileURL(join(folder, "march/visit.superbill")).href;
    await editor.open(uri, visit);
    await isToldOf(editor, uri, true);
    writeFileSync(join(folder, "lists/fees.csv"), "Code,Amount,Modifier\n97110,24.00,\n97110,Rivera,\n");
    // A document that is opened has the files looked at.
    await editor.open("untitled:Untitled-1", visit);
    await isToldOf(editor, uri, false);
    assert.deepEqual(await problemsOf(editor, uri), [
      "fees.csv has one row that can't be read as a code, its amount and dates.",
    ]);
  });

  it("may be that of the editor's settings, and is forgotten with them", async () => {
    const folder = folderWith({ "fees.csv": "Code,Amount\n97110,29.29\n" });
    const editor = await Editor.start({
      settings: { feeSchedule: [join(folder, "fees.csv"), join(folder, "no.csv")] },
    });
    const uri = pathToFileURL(join(folder, "visit.superbill")).href;
    await editor.open(uri, visit);
    await isToldOf(editor, uri, true);
    assert.deepEqual(await problemsOf(editor, uri), ["no.csv could not be read."]);
    await editor.configure({});
    await isToldOf(editor, uri, false);
    assert.deepEqual(await problemsOf(editor, uri), []);
  });
});
