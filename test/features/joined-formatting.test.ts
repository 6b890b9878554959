import assert from "node:assert/strict";
import fc from "fast-check";
import type { TextEdit } from "vscode-languageserver-types";
import { formatting } from "../../server/src/features/formatting.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { finish } from "../../server/src/text/steps.ts";
import { file } from "../properties/x12-texts.ts";

const head =
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~";

describe("The edits that lay a document out", () => {
  it("make the same text whether they are joined or not", () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const snapshot = open(text);
        const few = editsOf(snapshot, most);
        assert.ok(few.length <= most || few.length === 1);
        assert.equal(after(snapshot, few), after(snapshot, editsOf(snapshot)));
      }),
      { numRuns: 100 },
    );
  });

  it("are one in a large document, since an editor moves all that stands behind each line that an edit brings", () => {
    const snapshot = open(head + "HL*1**20*1~NM1*85*2*ELM STREET REHAB*****XX*1234567893~".repeat(2000));
    const edits = editsOf(snapshot);
    assert.equal(edits.length, 1);
    assert.equal(after(snapshot, edits).split("\n").length, 4002);
  });

  it("touch nothing but white space where they need not be joined", () => {
    fc.assert(
      fc.property(file, (text) => {
        const snapshot = open(text);
        for (const { range, newText } of editsOf(snapshot)) {
          assert.match(newText + snapshot.document.getText(range), /^\s+$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function open(text: string): Snapshot {
  const format = formatOf("x12");
  assert.ok(format !== undefined);
  const document = Document.create("file:///a.837", "x12", 0, text);
  return openSnapshot(document, format, { settings: defaultSettings, today: "2026-04-01" });
}

function editsOf(snapshot: Snapshot, most?: number): readonly TextEdit[] {
  return finish(formatting(snapshot, "readable", undefined, most)) ?? [];
}

function after({ document }: Snapshot, edits: readonly TextEdit[]): string {
  return document
    .edited(
      edits.toReversed().map(({ range, newText }) => ({ range, text: newText })),
      1,
    )
    .getText();
}
