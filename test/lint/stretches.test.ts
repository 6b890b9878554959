import assert from "node:assert/strict";
import fc from "fast-check";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { rangeOfPlace } from "../../server/src/lint/place-range.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { stretchesOf } from "../../server/src/lint/stretches.ts";
import { Document } from "../../server/src/text/document.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-11-01" } as const;
describe("A document that is checked in stretches", () => {
  it("has the findings of the whole, in their order and at their places", () => {
    let areCut = 0;
    fc.assert(
      fc.property(files, fc.integer({ min: 200, max: 4000 }), (text, length) => {
        const document = Document.create("file:///a.837", "x12", 0, text);
        const whole = openSnapshot(document, x12Format, environment);
        const stretches = [...stretchesOf(document, x12Format, environment, { length })];
        const found = stretches.flatMap((stretch) => stretch.findings.map((finding) => told(finding, stretch)));
        assert.equal(found.length, whole.findings.length);
        for (const [index, finding] of whole.findings.entries()) {
          const expected = told(finding, whole);
          const { fixes = [], ...rest } = found[index] ?? {};
          assert.deepEqual({ ...rest, fixes: expected.fixes }, expected);
          for (const [place, fix] of fixes.entries()) {
            if (isOutOfSight(fix.edits)) areCut++;
            else assert.deepEqual(fix, expected.fixes[place]);
          }
        }
        assert.equal(sum(stretches.map(({ claims }) => claims.length)), whole.claims.length);
      }),
      // Few files of chance are so long that a fix has to count what is out of sight.
      { numRuns: 150, examples: [[longFile(), 200]] },
    );
    assert.ok(areCut > 0, "some transactions are longer than a stretch");
  });
});

interface FileClaim {
  readonly member: string;
  readonly lines: readonly { code: string; modifiers: string; units: number; date: string }[];
  readonly loses: string;
}

/** Claims of a few patients, in any order, which share days, codes and the year's amount; here and there a segment is lost. */
const files: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      member: fc.constantFrom("1EG4TE5MK73", "2FH5UF6NM84", "3GJ6VG7PN95"),
      lines: fc.array(
        fc.record({
          code: fc.constantFrom("97110", "97150", "97161", "97140", "98977", "98981", "9711"),
          modifiers: fc.constantFrom("GP", "GP:KX", "GO", "GP:59", ""),
          units: fc.constantFrom(1, 2, 9),
          date: fc.constantFrom("20260305", "20260312", "20260320", "20261001"),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      loses: fc.oneof({ weight: 9, arbitrary: fc.constant("none") }, fc.constantFrom("HL", "SBR", "LX", "SE", "GE")),
    }),
    { minLength: 2, maxLength: 25 },
  )
  .map(fileOf);

function fileOf(claims: readonly FileClaim[]): string {
  const body = claims.map(({ member, lines, loses }, index) => {
    const segments = [
      `HL*${index + 2}*1*22*0`,
      "SBR*P*18*******MB",
      `NM1*IL*1*DOE*JANE****MI*${member}`,
      "DMG*D8*19490101*F",
      `CLM*A${index}*900***11:B:1*Y*A*Y*Y`,
      "HI*ABK:M5450",
      ...lines.flatMap(({ code, modifiers, units, date }, line) => [
        `LX*${line + 1}`,
        `SV1*HC:${code}${modifiers && `:${modifiers}`}*300*UN*${units}***1`,
        `DTP*472*D8*${date}`,
      ]),
      ...(loses === "SE" ? ["SE*3*0001"] : []),
      ...(loses === "GE" ? ["GE*1*1", "GS*HC*A*B*20260401*0930*2*X*005010X222A1", "ST*837*0002*005010X222A1"] : []),
    ];
    return segments.filter((segment) => !segment.startsWith(loses) || loses === "SE" || loses === "GE");
  });
  return `${[...opening, ...body.flat(), "SE*99*0001", "GE*1*1", "IEA*1*000000001"].join("~\n")}~\n`;
}

/** One transaction, in each claim of which a line stands twice. */
function longFile(): string {
  const line = { code: "97110", modifiers: "GP", units: 1, date: "20260305" };
  return fileOf(Array.from({ length: 25 }, () => ({ member: "1EG4TE5MK73", lines: [line, line], loses: "none" })));
}

const opening = [
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:",
  "GS*HC*A*B*20260401*0930*1*X*005010X222A1",
  "ST*837*0001*005010X222A1",
  "HL*1**20*1",
  "NM1*85*2*P*****XX*1234567893",
];

function told(finding: Finding, snapshot: Snapshot) {
  const { rule, message, severity, span, related, fixes } = finding;
  return {
    rule,
    message,
    severity,
    range: snapshot.rangeOf(span),
    related: related.map((place) => ({ message: place.message, range: rangeOfPlace(place.at, snapshot) })),
    fixes: fixes.map((fix) => ({ title: fix.title, edits: snapshot.editsOf(fix) })),
  };
}

/** A long transaction may be cut: then what a fix would have to count is out of sight, and the fix is not offered. */
function isOutOfSight(edits: ReturnType<Snapshot["editsOf"]>): boolean {
  return "impossible" in edits && edits.impossible.includes("too far");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
