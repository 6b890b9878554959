import assert from "node:assert/strict";
import fc from "fast-check";
import { csvFormat } from "../../server/src/formats/csv/csv.ts";
import { type Separator, readRecord } from "../../server/src/formats/csv/record.ts";
import { longestCell } from "../../server/src/formats/csv/record-scan.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import type { Change } from "../../server/src/model/change.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import Papa from "papaparse";
import { applyPartEdits } from "../formats/changes.ts";
import { shownReading } from "../formats/superbill-shown.ts";
import { assertReadAgain, withClaims } from "./claims-said.ts";
import { anyCsv, meantTable, separator, lineEnd, textOfTable, typedCsv } from "./csv-texts.ts";
import { someModifiers } from "./superbill-claims.ts";

describe("The cells of a CSV", () => {
  it("are those that papaparse reads, with any text in quotation marks, and between separators what holds none", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("aB7 ,;|\t\"'\n\r=é\u{1F600}")), maxLength: 8 });
    const grid = fc.array(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(grid, separator, lineEnd, (rows, cut, end) => {
        const lines = rows.map((cells) =>
          cells
            .map(([value, isQuoted]) =>
              isQuoted ? `"${value.replaceAll('"', '""')}"` : value.replace(/["\r\n,;|\t]/g, "").trim(),
            )
            .join(cut),
        );
        const written = lines.join(end);
        const { data } = Papa.parse<string[]>(written, { delimiter: cut, newline: end });
        assert.deepEqual(rowsOf(written, cut), data.length === 0 ? [[""]] : data);
      }),
      { numRuns: 500 },
    );
  });

  it("end with their line where a quotation mark is never closed, and the file goes on", () => {
    assert.deepEqual(rowsOf('a,"b,c\n"d",e\nf', ","), [["a", '"b,c'], ["d", "e"], ["f"]]);
    assert.deepEqual(rowsOf(`"${"x".repeat(longestCell)}",b`, ",")[0]?.[1], "b");
    assert.equal(rowsOf(`"${"x".repeat(longestCell + 1)}",b`, ",")[0]?.[0]?.charAt(0), '"');
  });

  function rowsOf(text: string, cut: string): readonly (readonly string[])[] {
    const rows: string[][] = [];
    for (let at = 0; ;) {
      const record = readRecord(text, at, cut as Separator);
      rows.push(
        record.cells.map(({ innerStart, innerEnd, isQuoted }) => {
          const value = text.slice(innerStart, innerEnd);
          return isQuoted ? value.replaceAll('""', '"') : value;
        }),
      );
      if (record.next === record.end) return rows;
      at = record.next;
    }
  }
});

describe("Any text read as CSV", () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(2), fc.nat(60)), typedCsv), { minLength: 1, maxLength: 5 });

  it("is read without an error, and its parts, one after the other, are the text", () => {
    fc.assert(
      fc.property(anyCsv, fc.nat(300), (text, offset) => {
        const { parts } = read(text);
        assert.equal(parts.map((part) => part.text).join(""), text);
        for (const part of parts) {
          csvFormat.describe(part, Math.min(offset, part.text.length));
          for (const { span } of part.problems) assert.ok(span.start < span.end && span.end <= part.text.length);
          for (const claim of part.claims) {
            assert.ok(
              claim.serviceLines.length > 0 && claim.span.start <= claim.head.start && claim.head.end <= claim.span.end,
            );
            for (const line of claim.serviceLines)
              assert.ok(claim.span.start <= line.span.start && line.span.end <= claim.span.end);
          }
        }
        csvFormat.recognizes(text);
      }),
    );
  });

  it("says the same when its values are read again", () => {
    fc.assert(
      fc.property(anyCsv, (text) => {
        assertReadAgain(read(text));
      }),
    );
  });

  it("reads after any edits as if it were opened anew", () => {
    fc.assert(fc.property(anyCsv, edits, assertReadsAnew), { numRuns: 300 });
  });

  it("reads so too where quotation marks and what they close stand far apart", () => {
    const far = fc.tuple(anyCsv, fc.constantFrom("x", '"x', 'x"', "x\n"), fc.integer({ min: 25, max: 40 }), anyCsv);
    const long = far.map(([first, filler, count, last]) => {
      const between = Array.from({ length: count }, (_, index) => `${String(index)},${filler.repeat(500)},97110\n`);
      return first + between.join("") + last;
    });
    fc.assert(fc.property(long, edits, assertReadsAnew), { numRuns: 10 });
  });

  function assertReadsAnew(text: string, changes: readonly (readonly [number, number, string])[]): void {
    let now = text;
    let reading = read(text);
    for (const [at, length, newText] of changes) {
      const start = at % (now.length + 1);
      const oldEnd = Math.min(now.length, start + length);
      now = now.slice(0, start) + newText + now.slice(oldEnd);
      reading = csvFormat.reread(reading, sourceText(now), { start, oldEnd, newEnd: start + newText.length });
      assert.deepEqual(withClaims(reading), withClaims(read(now)));
    }
  }
});

describe("A table of claims that is edited", () => {
  it("keeps, as they are, the claims that an edit leaves alone", () => {
    fc.assert(
      fc.property(meantTable, fc.nat(), (table, at) => {
        const text = `Payer,Medicare Part B${table.lineEnd}${textOfTable(table)}`;
        const before = read(text);
        const edited = 1 + (at % (before.parts.length - 1));
        const start = before.parts.offsetAt(edited);
        const now = `${text.slice(0, start)}9${text.slice(start)}`;
        const after = csvFormat.reread(before, sourceText(now), { start, oldEnd: start, newEnd: start + 1 });
        const kept = [...before.parts].filter((part) => after.parts.placeOf(part) >= 0).length;
        assert.ok(kept >= before.parts.length - 3, `${String(kept)} of ${String(before.parts.length)} kept`);
      }),
    );
  });
});

describe("A change of a table of claims", () => {
  it("says what it should, every other cell stays, and its inverse gives the text back or one that reads the same", () => {
    fc.assert(
      fc.property(meantTable, fc.nat(), wantedValues, (table, at, wanted) => {
        const text = textOfTable(table);
        const before = read(text);
        const place = at % linesOf(before).length;
        const old = saidBy(lineAt(before, place));
        const now = written(text, before, changeTo(lineAt(before, place), wanted));
        if (now === undefined) {
          assert.ok("modifiers" in wanted && table.modifiers === "tied");
          return;
        }
        assert.deepEqual(rowsChanged(text, now, table.separator), text === now ? [] : [place + 1]);
        const after = read(now);
        assert.deepEqual(saidBy(lineAt(after, place)), { ...old, ...wanted });
        const [name] = Object.keys(wanted);
        const back = changeTo(lineAt(after, place), { [name ?? ""]: old[name as keyof Said] });
        const restored = written(now, after, back);
        // Without a column of modifiers only other rows tell where they go.
        if (restored !== undefined) assert.equal(shownReading(read(restored)), shownReading(before));
        else assert.ok(table.modifiers === "tied" && saidBy(lineAt(after, place)).modifiers.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it("splits a row and takes the second away again", () => {
    fc.assert(
      fc.property(meantTable, fc.nat(), (table, at) => {
        const text = textOfTable(table);
        const before = read(text);
        const place = at % linesOf(before).length;
        const line = lineAt(before, place);
        const share = {
          modifiers: saidBy(line).modifiers,
          units: line.units?.value ?? 0,
          charge: line.charge?.value,
          minutes: undefined,
        };
        const now = written(text, before, { kind: "split", line, into: [share, { ...share, units: 7 }] });
        assert.ok(now !== undefined);
        const after = read(now);
        assert.equal(lineAt(after, place + 1).units?.value, 7);
        assert.equal(written(now, after, { kind: "removal", line: lineAt(after, place + 1) }), text);
      }),
    );
  });
});

function read(text: string): Reading {
  return csvFormat.read(sourceText(text));
}

function linesOf(reading: Reading): readonly ServiceLine[] {
  return reading.parts.flatMap((part) => part.claims.flatMap(({ serviceLines }) => serviceLines));
}

function lineAt(reading: Reading, place: number): ServiceLine {
  const line = linesOf(reading)[place];
  assert.ok(line !== undefined);
  return line;
}

interface Said {
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly code: string;
}

function saidBy({ modifiers, units, procedure }: ServiceLine): Said {
  return { modifiers: modifiers.map(({ value }) => value), units: units?.value ?? 0, code: procedure.value };
}

const wantedValues: fc.Arbitrary<Partial<Said>> = fc.oneof(
  someModifiers.map((modifiers) => ({ modifiers })),
  fc.integer({ min: 1, max: 30 }).map((units) => ({ units })),
  fc.constant({ code: "97116" }),
);

function changeTo(line: ServiceLine, { modifiers, units, code }: Partial<Said>): Change {
  if (modifiers !== undefined) return { kind: "modifiers", line, to: modifiers };
  return units === undefined ? { kind: "procedure", line, to: code ?? "" } : { kind: "units", line, to: units };
}

function written(text: string, reading: Reading, change: Change): string | undefined {
  const edits = csvFormat.write(change, reading);
  return "impossible" in edits ? undefined : applyPartEdits(text, reading, edits);
}

/** Which rows of two tables differ; in those no cell may differ but that of the code, the modifiers and the units. */
function rowsChanged(before: string, after: string, cut: string): readonly number[] {
  const [old, now] = [before, after].map((text) => Papa.parse<string[]>(text, { delimiter: cut }).data);
  assert.ok(old !== undefined && now !== undefined && old.length === now.length);
  const header = old[0] ?? [];
  return old.flatMap((row, index) => {
    const other = now[index] ?? [];
    const places = header.flatMap((_, place) => ((row[place] ?? "") === (other[place] ?? "") ? [] : [place]));
    for (const place of places) assert.match(header[place] ?? "", /^(?:CPT|Modifiers|Mod \d|Units)$/);
    return places.length === 0 ? [] : [index];
  });
}
