import assert from "node:assert/strict";
import fc from "fast-check";
import { cms1500Format } from "../../server/src/formats/cms1500/cms1500.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import type { Change } from "../../server/src/model/change.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { absoluteSpan, partOffsets } from "../formats/x12-shown.ts";
import { image, someModifiers } from "./cms1500-forms.ts";
import { type LineSummary, claimsOf, edited, headOf, linesOf, read, summaryOfLine } from "./cms1500-summary.ts";

const runs = { numRuns: 80 };

describe("A change that is written into a print image", () => {
  it("of modifiers reads as meant, moves nothing, and is undone by its inverse", () => {
    fc.assert(
      fc.property(image, fc.nat(), someModifiers, (text, at, to) => {
        const [reading, line] = lineIn(text, at);
        const old = line.modifiers.map(({ value }) => value);
        const [after, again] = written(text, { kind: "modifiers", line, to });
        assert.deepEqual(again[at % again.length], { ...summaryOfLine(line), modifiers: to });
        assertOthersStay(reading, read(after), line);
        assertNothingMoves(text, after, at);
        const [back] = written(after, { kind: "modifiers", line: lineIn(after, at)[1], to: old });
        assert.equal(withoutBlanksAtEnds(back), withoutBlanksAtEnds(text));
      }),
      runs,
    );
  });

  it("of units reads as meant, moves nothing, and is undone by its inverse", () => {
    fc.assert(
      fc.property(image, fc.nat(), fc.integer({ min: 1, max: 99 }), (text, at, to) => {
        const [reading, line] = lineIn(text, at);
        const old = line.units?.value ?? 0;
        const [after, again] = written(text, { kind: "units", line, to });
        assert.deepEqual(again[at % again.length], { ...summaryOfLine(line), units: to });
        assertOthersStay(reading, read(after), line);
        assertNothingMoves(text, after, at);
        const [, back] = written(after, { kind: "units", line: lineIn(after, at)[1], to: old });
        assert.deepEqual(back, linesOf(reading).map(summaryOfLine));
      }),
      runs,
    );
  });

  it("that takes a line away leaves the others and every box but theirs", () => {
    fc.assert(
      fc.property(image, fc.nat(), (text, at) => {
        const [reading, line] = lineIn(text, at);
        const edits = cms1500Format.write({ kind: "removal", line }, reading);
        const siblings = claimsOf(reading).find(({ serviceLines }) => serviceLines.includes(line))?.serviceLines ?? [];
        assert.equal("impossible" in edits, siblings.length === 1);
        if ("impossible" in edits) return;
        const after = edited(text, reading, edits);
        const expected = linesOf(reading).filter((one) => one !== line);
        assert.deepEqual(linesOf(read(after)).map(summaryOfLine), expected.map(summaryOfLine));
        assert.deepEqual(claimsOf(read(after)).map(headOf), claimsOf(reading).map(headOf));
      }),
      runs,
    );
  });

  it("that makes two lines of one leaves the others, where a row is free, and else says so", () => {
    fc.assert(
      fc.property(image, fc.nat(), someModifiers, (text, at, modifiers) => {
        const [reading, line] = lineIn(text, at);
        const share = { modifiers, units: 1, charge: 1234, minutes: undefined };
        const edits = cms1500Format.write({ kind: "split", line, into: [share, { ...share, units: 2 }] }, reading);
        const siblings = claimsOf(reading).find(({ serviceLines }) => serviceLines.includes(line))?.serviceLines ?? [];
        assert.equal("impossible" in edits, siblings.length === 6);
        if ("impossible" in edits) return;
        const after = edited(text, reading, edits);
        const one = { ...summaryOfLine(line), modifiers, charge: 1234 };
        const expected = linesOf(reading)
          .map(summaryOfLine)
          .toSpliced(linesOf(reading).indexOf(line), 1, { ...one, units: 1 }, { ...one, units: 2 });
        assert.deepEqual(linesOf(read(after)).map(summaryOfLine), expected);
        assert.deepEqual(claimsOf(read(after)).map(headOf), claimsOf(reading).map(headOf));
      }),
      runs,
    );
  });
});

function lineIn(text: string, at: number): [Reading, ServiceLine] {
  const reading = read(text);
  const lines = linesOf(reading);
  const line = lines[at % lines.length];
  assert.ok(line !== undefined);
  return [reading, line];
}

/** The text after a change that can be written, and what its service lines say. */
function written(
  text: string,
  change: Extract<Change, { kind: "modifiers" | "units" }>,
): [string, readonly LineSummary[]] {
  const reading = read(text);
  const index = linesOf(reading).findIndex(
    (line) => partOffsets(reading).get(line.part) !== undefined && sameSpan(line, change.line),
  );
  const line = linesOf(reading)[index];
  assert.ok(line !== undefined);
  const edits = cms1500Format.write({ ...change, line }, reading);
  assert.ok(!("impossible" in edits), "impossible" in edits ? edits.impossible : "");
  const after = edited(text, reading, edits);
  return [after, linesOf(read(after)).map(summaryOfLine)];
}

function sameSpan(one: ServiceLine, other: ServiceLine): boolean {
  return (
    one.part.text === other.part.text &&
    one.span.start === other.span.start &&
    one.procedure.value === other.procedure.value
  );
}

/** Every other service line, and every head, says what it said. */
function assertOthersStay(before: Reading, after: Reading, changed: ServiceLine): void {
  const index = linesOf(before).indexOf(changed);
  const others = (reading: Reading): readonly LineSummary[] => linesOf(reading).map(summaryOfLine).toSpliced(index, 1);
  assert.deepEqual(others(after), others(before));
  assert.deepEqual(claimsOf(after).map(headOf), claimsOf(before).map(headOf));
}

/** Only characters of the service line are others, and every value of it begins where it began. */
function assertNothingMoves(before: string, after: string, at: number): void {
  const [oldReading, old] = lineIn(before, at);
  const [newReading, line] = lineIn(after, at);
  const { start, end } = absoluteSpan(old.span, partOffsets(oldReading));
  assert.equal(after.slice(0, start), before.slice(0, start));
  assert.ok(after.endsWith(before.slice(end)));
  assert.deepEqual(startsOf(line, newReading), startsOf(old, oldReading));
}

/** Where the line's values begin, but for its modifiers, and for its units, which may stand to the right in their box. */
function startsOf(line: ServiceLine, reading: Reading): readonly number[] {
  const { dateOfService, procedure, charge, diagnosisPointers, placeOfService, renderingProvider } = line;
  const fields = [dateOfService, procedure, charge, ...diagnosisPointers, placeOfService, renderingProvider?.npi];
  const offsets = partOffsets(reading);
  return fields.flatMap((field) => (field === undefined ? [] : [absoluteSpan(field, offsets).start]));
}

function withoutBlanksAtEnds(text: string): string {
  return text.replace(/ +(?=[\r\n\f]|$)/g, "");
}
