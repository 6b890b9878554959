import assert from "node:assert/strict";
import {
  CodeActionRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from "vscode-languageserver-protocol/node";
import { Editor, endServers } from "./editor.ts";
import { fullCapabilities } from "./full-capabilities.ts";

const uri = "file:///office/march.superbill";

/** A word of its own in every field that tells who somebody is, and in places where a name may stray. */
const persons = {
  claimId: "QZCLAIM1",
  patient: "Qzpatient",
  birth: "1948-02-11",
  beneficiary: "1EG4-TE5-MK73",
  provider: "Qzclinic",
  npi: "1234567893",
  therapist: "Qztherapist",
  referring: "Qzreferring",
  note: "Qznote",
  inCodeColumn: "QZCOD",
};

const superbill = [
  `SUPERBILL #${persons.claimId}`,
  `Practice: ${persons.provider}   NPI: ${persons.npi}`,
  `Patient: ${persons.patient}, Ana   DOB: ${persons.birth}`,
  `Medicare ID: ${persons.beneficiary}   Payer: Medicare Part B`,
  `Therapist: ${persons.therapist}, PT`,
  `Referring: ${persons.referring}`,
  `Note: ${persons.note}`,
  "YTD PT/SLP: 2,450.00 as of 2026-03-10",
  "Date        Code   Mods    Units  Charge  Allowed",
  "2026-03-12  97110          2      78.00   58.24",
  "2026-03-12  97140  GP GP   0      44.00   27.10",
  `2026-03-12  ${persons.inCodeColumn}  GP  1      44.00   27.10`,
  "2026-02-30  97530  GP      1      44.00   27.10",
  "",
].join("\n");

const words = Object.values(persons);

describe("nothing of a person leaves the document", () => {
  afterEach(endServers);

  it("in diagnostics, outlines, folds, titles of actions, logs and what a failing request says", async () => {
    const editor = await Editor.start({
      capabilities: { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, configuration: false } },
    });
    const { connection } = editor;
    await connection.sendNotification("$/setTrace", { value: "verbose" });
    await editor.open(uri, superbill);
    const textDocument = { uri };
    const told: unknown[] = [await editor.pull(uri)];
    told.push(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }));
    told.push(await connection.sendRequest(FoldingRangeRequest.type, { textDocument }));
    told.push(await connection.sendRequest("therapyClaims/status", { uri }));
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const actions = await editor.actions(uri, everything);
    told.push(actions.map(({ edit, ...action }) => ({ ...action, notes: edit?.changeAnnotations })));
    told.push(await failureOf(connection.sendRequest(HoverRequest.method, { textDocument, position: superbill })));
    told.push(await failureOf(connection.sendRequest(CodeActionRequest.method, { textDocument, range: superbill })));
    told.push(await failureOf(connection.sendRequest("textDocument/noSuchThing", { textDocument, text: superbill })));
    await editor.stop();

    assert.ok(editor.log.length > 0, "the failures are logged");
    const all = JSON.stringify([told, editor.log, editor.stderr]);
    for (const word of words) assert.ok(!all.toLowerCase().includes(word.toLowerCase()), word);
  });

  it("in hovers, wherever the cursor is", async () => {
    const editor = await Editor.start();
    await editor.open(uri, superbill);
    const lines = superbill.split("\n");
    for (const [line, text] of lines.entries()) {
      for (let character = 0; character <= text.length; character += 2) {
        const position = { line, character };
        const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
        // What stands in the column for codes is repeated to whoever points at it.
        const others = words.filter((word) => word !== persons.inCodeColumn);
        const found = others.filter((word) => JSON.stringify(hover).includes(word));
        assert.deepEqual(found, [], `line ${line}, character ${character}`);
      }
    }
  });

  it("in what a dying server prints", async () => {
    const editor = await Editor.start();
    await editor.open(uri, superbill);
    await editor.diagnostics(uri);
    editor.process.stdout?.destroy();
    await editor.connection.sendNotification("exit");
    await editor.exited;
    for (const word of words) assert.ok(!editor.stderr.includes(word), word);
  });
});

async function failureOf(request: Promise<unknown>): Promise<unknown> {
  return request.catch((error: unknown) => String(error));
}
