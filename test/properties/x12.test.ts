import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { type Field, type Span, textOf as textOfSpan } from "../../server/src/text/span.ts";
import { absoluteSpan, claimsOf, fieldsOf, partOffsets, problemsOf } from "../formats/x12-shown.ts";
import { dump, shown, valuesOf } from "../formats/x12-compared.ts";
import { assertReadsAfter, edited } from "./x12-edited.ts";
import { applyCut, cut, damagedFile, file, layout, plainLayout, segments, textOf } from "./x12-texts.ts";

const runs = { numRuns: 150 };

describe("Any text read as X12", () => {
  it("never throws, and its parts are the whole text", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .array(fc.constantFrom("ISA", "*", "~", ":", "\n", "CLM", "SV1", "HC:97110", "GS", "LX", " ", "1", "\uFEFF"), {
          maxLength: 80,
        })
        .map((some) => some.join("")),
      damagedFile,
    );
    fc.assert(
      fc.property(anything, fc.nat(), (text, offset) => {
        const reading = read(text);
        assert.equal(reading.parts.map((part) => part.text).join(""), text);
        assert.ok([...reading.parts].every((part) => part.text.length > 0));
        look(reading, offset);
      }),
      runs,
    );
  });

  it("gives values whose spans lie in their part and hold what the value says", () => {
    fc.assert(
      fc.property(damagedFile, (text) => {
        const reading = read(text);
        for (const [name, field] of claimsOf(reading).flatMap(fieldsOf)) {
          if (field === undefined) continue;
          assertInside(field, reading);
          assertAgrees(name, field);
        }
        for (const problem of problemsOf(reading)) assertInside(problem.span, reading);
      }),
      runs,
    );
  });

  it("can be changed in any way that its lines allow", () => {
    fc.assert(
      fc.property(damagedFile, fc.array(fc.constantFrom("GP", "KX", "59", "CQ"), { maxLength: 5 }), (text, to) => {
        const reading = read(text);
        for (const line of linesOf(reading)) {
          for (const change of changesOf(line, to)) {
            const edits = x12Format.write(change, reading);
            if (!("impossible" in edits)) edited(text, reading, edits);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("An X12 file", () => {
  it("reads the same with LF, CRLF, without line ends, indented, wrapped at 80 characters, and with a byte-order mark", () => {
    fc.assert(
      fc.property(segments, layout, (some, how) => {
        const lineEnd = how.terminator === "\n" ? "" : "\n";
        const expected = shown(read(textOf(some, { ...how, lineEnd, start: "" })));
        for (const variant of [
          { ...how, lineEnd: how.terminator === "\n" ? "" : "\r\n" },
          { ...how, lineEnd: "" },
          { ...how, lineEnd: "\n\n   ", start: "\uFEFF" },
        ]) {
          assert.deepEqual(shown(read(textOf(some, variant))), expected);
        }
        if (how.terminator === "\n") return;
        const oneLine = textOf(some, { ...how, lineEnd: "", start: "" });
        assert.deepEqual(shown(read(oneLine.replace(/.{80}/g, "$&\n"))), expected);
      }),
      { numRuns: 60 },
    );
  });

  it("reads the same whichever characters separate it", () => {
    fc.assert(
      fc.property(segments, layout, (some, how) => {
        assert.deepEqual(valuesOf(read(textOf(some, how))), valuesOf(read(textOf(some, plainLayout))));
      }),
      { numRuns: 60 },
    );
  });
});

describe("An X12 file that is edited", () => {
  it("reads as if it had just been opened", () => {
    fc.assert(
      fc.property(fc.oneof(file, damagedFile), fc.array(cut, { minLength: 1, maxLength: 5 }), (text, cuts) => {
        assertReadsAfter(text, cuts);
      }),
      runs,
    );
  });

  it("keeps what stands before the change", () => {
    fc.assert(
      fc.property(file, cut, (text, one) => {
        const before = read(text);
        const after = applyCut(text, one);
        const reading = x12Format.reread(before, sourceText(after.text), after);
        let end = 0;
        for (const [index, part] of [...before.parts].entries()) {
          end += part.text.length;
          if (end >= after.start || reading.parts.at(index)?.text !== part.text) break;
          assert.equal(reading.parts.at(index), part);
        }
      }),
      runs,
    );
  });

  it("reads again only the claim in which a digit was typed", () => {
    fc.assert(
      fc.property(file, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (text, share) => {
        const before = read(text);
        const lines = linesOf(before);
        const line = lines[Math.floor(share * lines.length)];
        if (line?.charge === undefined) return;
        const { start } = absoluteSpan(line.charge, partOffsets(before));
        const after = text.slice(0, start) + "1" + text.slice(start);
        const reading = x12Format.reread(before, sourceText(after), { start, oldEnd: start, newEnd: start + 1 });
        const changed = [...reading.parts].filter((part, index) => part !== before.parts.at(index));
        assert.deepEqual(
          changed.map((part) => part.claims.length),
          [1],
        );
      }),
      runs,
    );
  });
});

describe("A change written into an X12 file", () => {
  const modifiers = fc.uniqueArray(fc.constantFrom("GP", "GO", "KX", "59", "CQ", "76", "GA", "XU"), { maxLength: 4 });

  it("gives the modifiers asked for, and its inverse the text as it was", () => {
    fc.assert(
      fc.property(file, modifiers, (text, to) => {
        const reading = read(text);
        for (const [index, line] of linesOf(reading).entries()) {
          const old = modifiersOf(line);
          const changed = made(text, reading, { kind: "modifiers", line, to });
          const rereading = read(changed);
          const changedLine = linesOf(rereading)[index];
          assert.ok(changedLine !== undefined);
          assert.deepEqual(modifiersOf(changedLine), to);
          assert.equal(made(changed, rereading, { kind: "modifiers", line: changedLine, to: old }), text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves every other value as it is", () => {
    fc.assert(
      fc.property(file, modifiers, fc.nat(20), (text, to, units) => {
        const reading = read(text);
        const line = linesOf(reading)[0];
        if (line === undefined) return;
        const other = ([name]: readonly [string, unknown]): boolean => !/^line 1 (modifier|units)$/.test(name);
        const expected = valuesOf(reading).map((claim) => claim.filter(other));
        for (const change of [{ kind: "modifiers", line, to } as const, { kind: "units", line, to: units } as const]) {
          const after = valuesOf(read(made(text, reading, change)));
          assert.deepEqual(
            after.map((claim) => claim.filter(other)),
            expected,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

function read(text: string): Reading {
  return x12Format.read(sourceText(text));
}

/** Asks for everything that a reading can tell. */
function look(reading: Reading, offset: number): void {
  dump(reading);
  for (const part of reading.parts) {
    assert.ok(part.folds.every(({ start, end }) => start < end && end <= part.text.length));
    const description = x12Format.describe(part, offset % (part.text.length + 1));
    if (description !== undefined) assert.ok(description.title.length > 0);
  }
}

function linesOf(reading: Reading): readonly ServiceLine[] {
  return claimsOf(reading).flatMap((claim) => claim.serviceLines);
}

function modifiersOf(line: ServiceLine): readonly string[] {
  return line.modifiers.map(({ value }) => value);
}

function changesOf(line: ServiceLine, to: readonly string[]): readonly Change[] {
  return [
    { kind: "modifiers", line, to },
    { kind: "units", line, to: 2 },
    { kind: "procedure", line, to: "97530" },
    { kind: "removal", line },
    { kind: "split", line, into: [shareOf(to), shareOf([])] },
  ];
}

function shareOf(modifiers: readonly string[]): Share {
  return { modifiers, units: 1, charge: 1250, minutes: undefined, dateOfService: "2026-03-05" };
}

function made(text: string, reading: Reading, change: Change): string {
  const edits = x12Format.write(change, reading);
  assert.ok(!("impossible" in edits));
  return edited(text, reading, edits);
}

function assertInside({ part, start, end }: Span, reading: Reading): void {
  assert.ok(reading.parts.placeOf(part) >= 0);
  assert.ok(0 <= start && start <= end && end <= part.text.length);
}

/** Numbers and dates say what their digits say; other values are their text without the characters that mean nothing. */
function assertAgrees(name: string, field: Field<unknown>): void {
  const text = textOfSpan(field).replace(/[\r\n]/g, "");
  const { value } = field;
  if (/ span$| pointer$|\.name$|^patient$|^statementPeriod$/.test(name)) return;
  if (/[dD]ate/.test(name)) assert.equal(String(value).replaceAll("-", ""), text.slice(0, 8));
  else if (/charge|total/.test(name)) assert.equal(value, Math.round(Number(text) * 100));
  else if (typeof value === "number") assert.equal(value, Number(text));
  else
    assert.equal(
      String(value),
      name === "beneficiaryId" ? text.replace(/[\s-]/g, "").toUpperCase() : plain(name, text),
    );
}

function plain(name: string, text: string): string {
  // A type of bill stands in two components, with the kind of place between them.
  if (name === "typeOfBill") return text.replace(/^(\w+)\W[^\W]*\W/, "$1");
  if (name.endsWith("revenueCode")) return text.padStart(4, "0");
  if (name.startsWith("diagnosis")) return text.replaceAll(".", "").toUpperCase();
  return /modifier|procedure|filingIndicator/.test(name) ? text.toUpperCase() : text;
}
