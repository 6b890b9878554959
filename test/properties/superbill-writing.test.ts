import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Change, SettableField } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { type Span, textOf } from "../../server/src/text/span.ts";
import { anyText } from "./superbill-any-text.ts";
import { type WrittenClaim, driftedLine, someModifiers, textOfClaim, writtenClaim } from "./superbill-claims.ts";

/** A claim and the line of it that is changed. */
const claimAndLine = fc.tuple(writtenClaim, fc.nat()).map(([claim, at]) => ({ claim, at: at % claim.lines.length }));

describe("A claim that is written down", () => {
  it("is read back as it was meant, in every layout", () => {
    fc.assert(
      fc.property(writtenClaim, (claim) => {
        const reading = read(textOfClaim(claim));
        assert.deepEqual(
          reading.parts.flatMap((part) => part.problems),
          [],
        );
        assert.deepEqual(summaryOf(reading), meantBy(claim));
      }),
      { numRuns: 300 },
    );
  });

  it("is read as it was meant, or reported, where a row drifts beside its columns", () => {
    fc.assert(
      fc.property(driftedLine, ({ text, meant }) => {
        const [part] = read(text).parts;
        const line = claimIn(text).serviceLines[0];
        assert.ok(part !== undefined && line !== undefined);
        if (part.problems.length > 0) return;
        const said = (...fields: readonly (Span | undefined)[]): string =>
          fields.map((span) => (span === undefined ? "" : textOf(span))).join("");
        assert.deepEqual(
          [said(line.procedure), said(...line.modifiers), said(line.units), said(...line.minutes), said(line.charge)],
          [meant.code, meant.modifiers?.replace(/[ ,]/, ""), meant.units, meant.minutes ?? "", meant.charge].map(
            (value) => value ?? "",
          ),
        );
        assert.equal(said(...line.diagnosisPointers), meant.pointers?.replace(",", "") ?? "");
        assert.equal(said(line.dateOfService), meant.date ?? "");
      }),
      { numRuns: 300 },
    );
  });

  it("reads as changed once its modifiers are, and as before once they are changed back", () => {
    fc.assert(
      fc.property(claimAndLine, someModifiers, ({ claim, at }, to) => {
        const text = textOfClaim(claim);
        const changed = write(text, (line) => ({ kind: "modifiers", line, to }), at);
        if (changed === undefined) return;
        assert.deepEqual(summaryOf(read(changed)), withLine(meantBy(claim), at, { modifiers: to }));
        const old = claim.lines[at]?.modifiers ?? [];
        const back = write(changed, (line) => ({ kind: "modifiers", line, to: old }), at);
        assert.ok(back !== undefined);
        assert.deepEqual(summaryOf(read(back)), meantBy(claim));
        // One modifier alone does not tell how two are parted.
        const keepsSeparator = claim.style.separator === " " || Math.min(old.length, to.length) > 1;
        if (keepsSeparator && hadRoom(text, changed, at)) assert.equal(back, text);
      }),
      { numRuns: 500 },
    );
  });

  it("has a place for four modifiers wherever it has one for any", () => {
    fc.assert(
      fc.property(claimAndLine, ({ claim, at }) => {
        const to = ["GP", "CQ", "59", "KX"];
        assert.ok(write(textOfClaim(claim), (line) => ({ kind: "modifiers", line, to }), at) !== undefined);
      }),
    );
  });

  it("reads as changed once units or a code are", () => {
    fc.assert(
      fc.property(claimAndLine, fc.integer({ min: 0, max: 99 }), ({ claim, at }, to) => {
        const text = textOfClaim(claim);
        const units = write(text, (line) => ({ kind: "units", line, to }), at);
        assert.ok(units !== undefined);
        assert.deepEqual(summaryOf(read(units)), withLine(meantBy(claim), at, { units: to }));
        const code = write(text, (line) => ({ kind: "procedure", line, to: "97112" }), at);
        assert.ok(code !== undefined);
        assert.deepEqual(summaryOf(read(code)), withLine(meantBy(claim), at, { code: "97112" }));
      }),
    );
  });

  it("takes a payer and used amounts, with its own line ends, and lets go of what stood there", () => {
    const field = fc.constantFrom<SettableField>("payer", "usedAmountPtSlp", "usedAmountOt");
    const value = fc.constantFrom("1,900.00", "310.40 as of 2026-03-10");
    fc.assert(
      fc.property(writtenClaim, fc.array(fc.tuple(field, value), { maxLength: 5 }), (claim, steps) => {
        let text = textOfClaim(claim);
        for (const [name, to] of steps) {
          text = writeField(text, name, to);
          assert.equal(fieldText(claimIn(text), name), to.split(" ")[0]);
        }
        assert.deepEqual(summaryOf(read(text)), meantBy(claim));
        assert.equal(text.replaceAll(claim.style.lineEnd, "").search(/[\r\n]/), -1);
      }),
    );
  });
});

describe("Any service line", () => {
  it("reads as changed, and the others as before, or says that it cannot be changed", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        someModifiers,
        fc.integer({ min: 0, max: 20 }),
        (text, number, modifiers, units) => {
          const before = summaryOf(read(text));
          if (before.length === 0) return;
          const at = number % before.length;
          const other = write(text, (line) => ({ kind: "modifiers", line, to: modifiers }), at);
          if (other !== undefined) assert.deepEqual(summaryOf(read(other)), withLine(before, at, { modifiers }));
          const more = write(text, (line) => ({ kind: "units", line, to: units }), at);
          if (more !== undefined) assert.deepEqual(summaryOf(read(more)), withLine(before, at, { units }));
        },
      ),
    );
  });
});

interface LineSummary {
  readonly date: string | undefined;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number | undefined;
  readonly minutes: readonly number[];
  readonly charge: number | undefined;
  readonly clinician: string | undefined;
}

function read(text: string): Reading {
  return superbillFormat.read(sourceText(text));
}

function claimIn(text: string): Claim {
  const claim = read(text).parts.flatMap((part) => part.claims)[0];
  assert.ok(claim !== undefined);
  return claim;
}

function summaryOf(reading: Reading): readonly LineSummary[] {
  return reading.parts.flatMap((part) => part.claims.flatMap((claim) => claim.serviceLines.map(summaryOfLine)));
}

function summaryOfLine(line: ServiceLine): LineSummary {
  return {
    date: line.dateOfService?.value,
    code: line.procedure.value,
    modifiers: line.modifiers.map((field) => field.value),
    units: line.units?.value,
    minutes: line.minutes.map((field) => field.value),
    charge: line.charge?.value,
    clinician: line.clinician?.value.credential,
  };
}

function meantBy({ lines, style }: WrittenClaim): readonly LineSummary[] {
  const hasDates = style.layout === "free" || style.hasDateColumn;
  let above = "2026-03-11";
  return lines.map(({ date, code, modifiers, units, minutes, charge, clinician }) => {
    const own = hasDates ? date : undefined;
    // In a table a blank cell repeats the date above it; elsewhere the field holds.
    if (own !== undefined && style.layout !== "free") above = own;
    return {
      date: own ?? above,
      code,
      modifiers,
      units,
      minutes: [minutes],
      charge: Math.round(Number(charge) * 100),
      clinician,
    };
  });
}

function withLine(lines: readonly LineSummary[], at: number, change: Partial<LineSummary>): readonly LineSummary[] {
  return lines.map((line, index) => (index === at ? { ...line, ...change } : line));
}

/** The text with the change made; undefined where the format cannot make it. */
function write(text: string, changeOf: (line: ServiceLine) => Change, at: number): string | undefined {
  const reading = read(text);
  const line = reading.parts.flatMap((part) => part.claims.flatMap((claim) => claim.serviceLines))[at];
  assert.ok(line !== undefined);
  return applied(text, reading, changeOf(line));
}

function writeField(text: string, field: SettableField, to: string): string {
  const reading = read(text);
  const claim = reading.parts.flatMap((part) => part.claims)[0];
  assert.ok(claim !== undefined);
  const changed = applied(text, reading, { kind: "field", claim, field, to });
  assert.ok(changed !== undefined);
  return changed;
}

function applied(text: string, reading: Reading, change: Change): string | undefined {
  const edits = superbillFormat.write(change, reading);
  if ("impossible" in edits) return undefined;
  const starts = new Map<unknown, number>();
  let start = 0;
  for (const part of reading.parts) {
    starts.set(part, start);
    start += part.text.length;
  }
  const inText = edits.map(({ span, newText }) => {
    const partStart = starts.get(span.part) ?? NaN;
    return { start: partStart + span.start, end: partStart + span.end, newText };
  });
  return applyEdits(text, inText);
}

/** Nothing was pushed out of its place: the units stand where they stood, and the line is as long as before. */
function hadRoom(before: string, after: string, at: number): boolean {
  const [unitsBefore, unitsAfter] = [before, after].map((text) => claimIn(text).serviceLines[at]?.units?.start);
  return before.length === after.length && unitsBefore === unitsAfter;
}

function fieldText(claim: Claim, field: SettableField): string | undefined {
  if (field === "payer") return claim.payer.name?.value.split(" ")[0];
  const bucket = field === "usedAmountOt" ? "OT" : "PT/SLP";
  const amount = claim.statedAmounts.find((stated) => stated.bucket === bucket)?.amount;
  return amount === undefined ? undefined : amount.part.text.slice(amount.start, amount.end);
}
