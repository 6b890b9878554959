import assert from "node:assert/strict";
import fc from "fast-check";
import { csvFormat } from "../../server/src/formats/csv/csv.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyPartEdits } from "../formats/changes.ts";
import { lineEnd, separator } from "./csv-texts.ts";

/** In the usual order, in which ticks are read. */
const modifiers = ["GP", "CQ", "59", "KX"] as const;
const some = fc.subarray([...modifiers]);

const table = fc.record({
  columns: fc.shuffledSubarray([...modifiers], { minLength: 1 }),
  marks: fc.constantFrom(["X", ""], ["x", ""], ["✓", ""], ["Y", "N"], ["1", "0"], ["TRUE", "FALSE"], ["[x]", "[ ]"]),
  rows: fc.array(some, { minLength: 1, maxLength: 4 }),
  separator,
  lineEnd,
});
type Table = typeof table extends fc.Arbitrary<infer Value> ? Value : never;

describe("Modifiers that are ticked in a CSV", () => {
  it("are read as they are meant", () => {
    fc.assert(
      fc.property(table, (one) => {
        assert.deepEqual(saidBy(read(textOf(one))), meantBy(one));
      }),
    );
  });

  it("are changed where they have a column, every other cell stays, and the inverse gives the text back or one that reads the same", () => {
    fc.assert(
      fc.property(table, fc.nat(), some, (one, at, to) => {
        const text = textOf(one);
        const before = read(text);
        const place = at % one.rows.length;
        const now = changed(text, before, place, to);
        if (now === undefined) {
          assert.ok(to.some((modifier) => !one.columns.includes(modifier)));
          return;
        }
        const after = read(now);
        const [old, wanted] = [meantBy(one), meantBy({ ...one, rows: one.rows.with(place, to) })];
        assert.deepEqual(saidBy(after), wanted);
        for (const [index, cells] of cellsOf(now, one).entries()) {
          const was = cellsOf(text, one)[index] ?? [];
          const others = cells.filter((_, column) => index !== place + 1 || !isTickColumn(one, column));
          assert.deepEqual(
            others,
            was.filter((_, column) => index !== place + 1 || !isTickColumn(one, column)),
          );
        }
        const back = changed(now, after, place, old[place] ?? []);
        assert.ok(back !== undefined);
        assert.deepEqual(saidBy(read(back)), old);
      }),
      { numRuns: 300 },
    );
  });
});

function read(text: string): Reading {
  return csvFormat.read(sourceText(text));
}

function textOf(one: Table): string {
  const head = ["DOS", "CPT", ...one.columns, "Units"];
  const rows = one.rows.map((ticked, index) => {
    const ticks = one.columns.map((column) => (ticked.includes(column) ? one.marks[0] : one.marks[1]));
    return ["2026-03-12", "97110", ...ticks, String(index + 1)];
  });
  return [head, ...rows].map((cells) => cells.join(one.separator) + one.lineEnd).join("");
}

function cellsOf(text: string, one: Table): readonly (readonly string[])[] {
  return text.split(one.lineEnd).map((line) => line.split(one.separator));
}

function isTickColumn({ columns }: Table, column: number): boolean {
  return column >= 2 && column < 2 + columns.length;
}

function meantBy({ rows, columns }: Table): readonly (readonly string[])[] {
  return rows.map((ticked) => ticked.filter((modifier) => columns.includes(modifier)));
}

function saidBy(reading: Reading): readonly (readonly string[])[] {
  return linesOf(reading).map((line) => line.modifiers.map(({ value }) => value));
}

function linesOf(reading: Reading): readonly ServiceLine[] {
  return reading.parts.flatMap((part) => part.claims.flatMap(({ serviceLines }) => serviceLines));
}

function changed(text: string, reading: Reading, place: number, to: readonly string[]): string | undefined {
  const line = linesOf(reading)[place];
  assert.ok(line !== undefined);
  const edits = csvFormat.write({ kind: "modifiers", line, to }, reading);
  return "impossible" in edits ? undefined : applyPartEdits(text, reading, edits);
}
