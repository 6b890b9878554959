import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { absoluteSpan, claimsOf, fieldsOf, partOffsets, problemsOf } from "../formats/x12-shown.ts";
import { file } from "./x12-texts.ts";

const share: fc.Arbitrary<Share> = fc.record({
  modifiers: fc.uniqueArray(fc.constantFrom("GP", "CQ", "KX", "59"), { maxLength: 4 }),
  units: fc.integer({ min: 1, max: 8 }),
  charge: fc.integer({ min: 0, max: 90_000 }),
  minutes: fc.constant(undefined),
});

describe("A service line of an X12 file", () => {
  it("goes, and every other line and claim reads as before", () => {
    fc.assert(
      fc.property(file, fc.nat(), (text, number) => {
        const reading = read(text);
        for (const [line, at] of someLine(reading, number)) {
          const after = made(text, reading, { kind: "removal", line });
          if (after === undefined) return;
          assert.deepEqual(linesIn(after), linesIn(reading).toSpliced(at, 1));
          assertAllElse(reading, after);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("becomes two, which read as their shares say", () => {
    fc.assert(
      fc.property(file, fc.nat(), share, share, (text, number, first, second) => {
        const reading = read(text);
        for (const [line, at] of someLine(reading, number)) {
          const after = made(text, reading, { kind: "split", line, into: [first, second] });
          if (after === undefined) return;
          const halves = [first, second].map((one) => told(line, one));
          assert.deepEqual(linesIn(after), linesIn(reading).toSpliced(at, 1, ...halves));
          assertAllElse(reading, after);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("An occurrence code of an institution's claim in an X12 file", () => {
  it("becomes the last one, and all else reads as before", () => {
    fc.assert(
      fc.property(file, fc.nat(), (text, number) => {
        const reading = read(text);
        const claims = claimsOf(reading);
        const claim = claims[number % Math.max(1, claims.length)];
        if (claim === undefined) return;
        const after = made(text, reading, { kind: "occurrence", claim, code: "44", date: "2026-03-05" });
        assert.equal(after === undefined, claim.kind === "professional");
        if (after === undefined) return;
        const expected = claims.map((one) => [
          ...one.occurrences.map(({ value, date }) => [value, date?.value]),
          ...(one === claim ? [["44", "2026-03-05"]] : []),
        ]);
        const found = claimsOf(after).map((one) => one.occurrences.map(({ value, date }) => [value, date?.value]));
        assert.deepEqual(found, expected);
        assert.deepEqual(linesIn(after), linesIn(reading));
        assert.deepEqual(headsIn(after, isOfOccurrence), headsIn(reading, isOfOccurrence));
        assert.deepEqual(miscountsOf(after), miscountsOf(reading));
      }),
      { numRuns: 200 },
    );
  });
});

function isOfOccurrence(name: string): boolean {
  return name.startsWith("occurrence ");
}

/** What the claims say beside their lines and totals, and by how much each SE01 is wrong. */
function assertAllElse(before: Reading, after: Reading): void {
  assert.deepEqual(headsIn(after), headsIn(before));
  assert.deepEqual(miscountsOf(after), miscountsOf(before));
}

function miscountsOf(reading: Reading): readonly number[] {
  return problemsOf(reading).flatMap(({ message }) => {
    const [, says, has] = /^SE01 says (\d+) segments?; the transaction has (\d+)/.exec(message) ?? [];
    return says === undefined ? [] : [Number(says) - Number(has)];
  });
}

function read(text: string): Reading {
  return x12Format.read(sourceText(text));
}

/** One of the file's lines, with its place among all; none where the file has none. */
function someLine(reading: Reading, number: number): readonly (readonly [ServiceLine, number])[] {
  const lines = claimsOf(reading).flatMap((claim) => claim.serviceLines);
  const at = lines.length === 0 ? 0 : number % lines.length;
  return lines.slice(at, at + 1).map((line) => [line, at]);
}

function made(text: string, reading: Reading, change: Change): Reading | undefined {
  const edits = x12Format.write(change, reading);
  if ("impossible" in edits) return undefined;
  const offsets = partOffsets(reading);
  const placed = edits.map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText }));
  return read(applyEdits(text, placed));
}

function linesIn(reading: Reading): readonly string[] {
  return claimsOf(reading).flatMap((claim) => claim.serviceLines.map((line) => told(line)));
}

/** What a line says, or would with a share. */
function told(line: ServiceLine, own?: Share): string {
  const { procedure, revenueCode, dateOfService, note, diagnosisPointers, renderingProvider } = line;
  const modifiers = own?.modifiers ?? line.modifiers.map(({ value }) => value);
  const amounts = [own?.units ?? line.units?.value, own?.charge ?? line.charge?.value];
  const kept = [procedure, revenueCode, dateOfService, note, renderingProvider?.npi, ...diagnosisPointers];
  return JSON.stringify([modifiers, amounts, kept.map((field) => field?.value)]);
}

function headsIn(reading: Reading, isLeftOut: (name: string) => boolean = () => false): readonly string[] {
  return claimsOf(reading)
    .flatMap(fieldsOf)
    .filter(([name]) => name !== "total" && !name.startsWith("line ") && !isLeftOut(name))
    .map(([name, field]) => `${name} ${String(field?.value)}`);
}
