import assert from "node:assert/strict";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { rangeOfPlace } from "../../server/src/lint/place-range.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { printedPage, standardForm } from "../formats/printed-form.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" } as const;

const x12Opening =
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n" +
  "GS*HC*A*B*20260401*0930*1*X*005010X222A1~\nST*837*0001*005010X222A1~\n" +
  "HL*1**20*1~\nNM1*85*2*P*****XX*1234567893~\nHL*2*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\n";
const x12Claim = "CLM*A1*78***11:B:1~\nHI*ABK:M5450~\nLX*1~\nSV1*HC:97110:GP*78*UN*2***1~\nDTP*472*D8*20260312~\n";

for (const [language, opening, claim] of [
  [
    "superbill",
    "Member ID: 1EG4TE5MK73\n\n",
    "SUPERBILL #4711\nDOS: 2026-03-12\n97110 GP x2 $78.00\n97150 GP x1 $50.00\n\n",
  ],
  ["x12", x12Opening, x12Claim],
  ["cms1500-print", "", printedPage(standardForm)],
] as const) {
  describe(`A claim of a ${language} document that is pasted before itself`, () => {
    for (const [times, text] of [
      ["one", opening + claim],
      ["two", opening + claim + claim],
    ] as const) {
      it(`is one more than the ${times} that stood there, and is checked as in a document that was just opened`, () => {
        const before = open(language, text);
        const at = before.document.positionAt(opening.length);
        const pasted = before.after(before.document.edited([{ range: { start: at, end: at }, text: claim }], 2));
        const fresh = open(language, pasted.document.getText());
        assert.equal(new Set(pasted.claims).size, fresh.claims.length);
        assert.deepEqual(told(pasted), told(fresh));
      });
    }
  });
}

function open(language: string, text: string): Snapshot {
  const format = formatOf(language);
  assert.ok(format);
  return openSnapshot(Document.create("file:///a", language, 1, text), format, environment);
}

function told(snapshot: Snapshot) {
  return snapshot.findings.map(({ rule, message, span, related }) => ({
    rule,
    message,
    range: snapshot.rangeOf(span),
    related: related.map(({ at }) => rangeOfPlace(at, snapshot)),
  }));
}
