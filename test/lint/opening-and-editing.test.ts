import assert from "node:assert/strict";
import fc from "fast-check";
import type { Format } from "../../server/src/formats/format.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { beginSnapshot, openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { finish } from "../../server/src/text/steps.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" } as const;

/** Pieces that files are made of, among them those that decide what the text around them means. */
const superbillPieces = [
  "SUPERBILL #1\n",
  "CLAIM A-7:\r\n",
  "Patient: Doe, Jane\n",
  "Medicare ID: 1EG4-TE5-MK73\n",
  "Medicare ID: 2FH5-UF6-NM84   Payer: Medicare Part B\n",
  "Payer: Example Mutual\n",
  "Frequency: 8\n",
  "YTD PT/SLP: 2,450.00 as of 2026-02-28\n",
  "YTD OT: 2,480.00\n",
  "DOS: 2026-03-02\n",
  "DOS: 1/5/27\n",
  "Date        Code   Mods    Units  Charge  Allowed  By\n",
  "2026-03-12  97110  GP      2      78.00   58.24    PT\n",
  "2026-03-12  97110          2      78.00   58.24    PTA\n",
  "2026-03-14  97530  GO KX   1      46.00   36.02    OTA\n",
  "97161 GO x1 $130\n",
  "Frequency: 7\n",
  "Therapist: J. Smith, PT   NPI: 1234567893\n",
  "Progress report: 2026-02-20\n",
  "Plan of care: 2026-01-05 to 2026-03-10   Certified: 2026-03-20\n",
  "Dx: M54.5, Z99\n",
  "Note: above the $2,410 cap\n",
  "Date        Code   Mods    Units  PT min  PTA min\n",
  "2026-03-12  97112  GP      2      24      \n",
  "2026-03-12  97140  GP CQ   1      7       15\n",
  "2026-03-12  97150  GP      1\n",
  "2026-03-12  97164  GP      1\n",
  "2026-03-12  98977  GP      1\n",
  "2026-03-20  98977  GP      1\n",
  "2026-03-20  98981  GP      1\n",
  "2026-03-20  97760  GO      1\n",
  "2025-12-15  97110  GP KX   1\n",
  "2026-01-12  97110  GP KX   1\n",
  "97110 GP KX x2\n",
  "# therapy-claims-disable therapy-modifier-missing -- a reason\n",
  "# therapy-claims-enable\n",
  "# therapy-claims-disable-next-line kx-below-threshold\n",
  "----\n",
  "free text 97110 GP\n",
  "\n",
  "GP ",
  ":",
  "x",
];
const x12Pieces = [
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n",
  "GS*HC*A*B*20260401*0930*1*X*005010X222A1~\n",
  "ST*837*0001*005010X222A1~\n",
  "HL*1**20*1~NM1*85*2*P*****XX*1234567893~\n",
  "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\n",
  "HL*2*1*22*0~SBR*P*18*******CI~\r\n",
  "CLM*A1*78***11:B:1~HI*ABK:M5450~",
  "CLM*A1*78***11:B:8~\n",
  "LX*1~SV1*HC:97110:GP*78*UN*2***1~DTP*472*D8*20260312~\n",
  "LX*1~SV1*HC:97150:GP*50*UN*1***1~DTP*472*D8*20260312~\n",
  "LX*1~SV1*HC:97110:GP*50*UN*9***2~DTP*472*D8*20260312~\n",
  "LX*1~SV1*HC:98981:GP*50*UN*1***1~DTP*472*D8*20260320~\n",
  "NM1*82*1*SMITH*JO****XX*1234567893~\n",
  "LX*2~\nSV1*HC:97161:GO:KX*78*UN*1***1~\nDTP*472*D8*20260312~\n",
  "SE*12*0001~\n",
  "GE*1*1~IEA*1*000000001~\n",
  "*",
  ":",
  "~",
  "7",
];

for (const [language, pieces] of [
  ["superbill", superbillPieces],
  ["x12", x12Pieces],
] as const) {
  describe(`A ${language} document`, () => {
    it("gives the same findings after any edits as after a fresh open", () => {
      fc.assert(
        fc.property(fileOf(pieces), fc.array(editOf(pieces), { maxLength: 8 }), (opened, edits) => {
          let snapshot = open(language, opened);
          for (const [version, edit] of edits.entries()) {
            snapshot = snapshot.after(editedBy(edit, snapshot.document, version + 1));
          }
          const fresh = open(language, snapshot.document.getText());
          assert.deepEqual(told(snapshot), told(fresh));
        }),
        { numRuns: 1500 },
      );
    });

    it("gives the same findings whenever the checking was left and taken up again", () => {
      const work = fc.record({ edit: editOf(pieces), pauses: fc.array(pause, { maxLength: 4 }) });
      fc.assert(
        fc.property(fileOf(pieces), fc.array(work, { maxLength: 5 }), (opened, works) => {
          let snapshot = finish(beginSnapshot(documentOf(language, opened), formatFor(language), environment));
          for (const [version, { edit, pauses }] of works.entries()) {
            for (const { near, claims } of pauses) snapshot = snapshot.checkedOn(near, after(claims));
            snapshot = snapshot.edited(editedBy(edit, snapshot.document, version + 1));
          }
          while (snapshot.left > 0) snapshot = snapshot.checkedOn(undefined, after(1));
          assert.deepEqual(told(snapshot), told(open(language, snapshot.document.getText())));
        }),
        { numRuns: 700 },
      );
    });

    it("keeps the claims that an edit leaves alone as they are", () => {
      const two = pieces.filter((piece) => piece.length > 3).join("");
      const before = open(language, two + two);
      const last = before.document.getText().length;
      const range = before.document.rangeOf(last, last);
      const after = before.after(before.document.edited([{ range, text: " " }], 2));
      const kept = before.claims.filter((claim) => after.claims.includes(claim));
      assert.ok(before.claims.length > 2);
      assert.ok(kept.length >= before.claims.length - 2, `${kept.length} of ${before.claims.length} claims were kept`);
    });
  });
}

function fileOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((chosen) => chosen.join(""));
}

interface EditMade {
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

function editOf(pieces: readonly string[]): fc.Arbitrary<EditMade> {
  return fc.record({
    place: fc.nat(),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
    inserted: fc.oneof(fc.constant(""), fc.constantFrom(...pieces), fc.string({ maxLength: 3 })),
  });
}

function editedBy({ place, removed, inserted }: EditMade, document: Document, version: number): Document {
  const { length } = document.getText();
  const start = place % (length + 1);
  const range = document.rangeOf(start, Math.min(length, start + removed));
  return document.edited([{ range, text: inserted }], version);
}

function open(language: string, text: string): Snapshot {
  return openSnapshot(documentOf(language, text), formatFor(language), environment);
}

function documentOf(language: string, text: string): Document {
  return Document.create("file:///a", language, 0, text);
}

function formatFor(language: string): Format {
  const format = formatOf(language);
  assert.ok(format);
  return format;
}

/** How far the checking goes before something else comes in between, and what is looked at meanwhile. */
const pause = fc.record({
  near: fc.option(fc.record({ start: fc.nat(2000), end: fc.nat(2000) }), { nil: undefined }),
  claims: fc.nat(6),
});

function after(times: number): () => boolean {
  let asked = 0;
  return () => ++asked > times;
}

/** Findings as a user sees them. */
function told(snapshot: Snapshot): readonly unknown[] {
  assert.deepEqual(snapshot.failures, []);
  return snapshot.findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: snapshot.rangeOf(finding.span),
    related: finding.related.map(({ span, message }) => ({ range: snapshot.rangeOf(span), message })),
    fixes: finding.fixes.map((fix) => ({ title: fix.title, edits: snapshot.editsOf(fix) })),
  }));
}
