import assert from "node:assert/strict";
import fc from "fast-check";
import type { FoundLayout, Layout, Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { shown } from "../formats/x12-compared.ts";
import { laidOut } from "../formats/laid-out.ts";
import { applyCut, cut, file, layout, segments, textOf } from "./x12-texts.ts";

const runs = { numRuns: 150 };

const damagedFile = fc
  .tuple(file, fc.array(cut, { maxLength: 3 }))
  .map(([text, cuts]) => cuts.reduce((now, one) => applyCut(now, one).text, text));

/** Files joined as clearinghouses join them, each with separators and line ends of its own. */
const files = fc
  .array(fc.oneof({ weight: 4, arbitrary: damagedFile }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) }), {
    maxLength: 3,
  })
  .map((some) => some.join(""));

const width = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 60, max: 130 }) }, fc.integer({ min: 2, max: 300 }));
const found: fc.Arbitrary<FoundLayout> = fc.record({
  breaks: fc.oneof(fc.constantFrom("none", "interchanges", "segments"), width),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  endsWithLineEnd: fc.boolean(),
});
const anyLayout: fc.Arbitrary<Layout> = fc.oneof(fc.constantFrom("readable", "compact"), found);

describe("Any X12 text that is laid out", () => {
  it("reads as before", () => {
    fc.assert(
      fc.property(files, anyLayout, (text, how) => {
        assert.deepEqual(shown(read(layOut(text, how))), shown(read(text)));
      }),
      runs,
    );
  });

  it("is changed in nothing but white space", () => {
    fc.assert(
      fc.property(files, anyLayout, (text, how) => {
        assert.equal(withoutWhiteSpace(layOut(text, how)), withoutWhiteSpace(text));
      }),
      runs,
    );
  });

  it("is not changed when it is laid out again", () => {
    fc.assert(
      fc.property(files, anyLayout, (text, how) => {
        const once = layOut(text, how);
        assert.equal(layOut(once, how), once);
      }),
      runs,
    );
  });

  it("loses no blank of a value, and has no line longer than a segment", () => {
    fc.assert(
      fc.property(segments, layout, (some, how) => {
        const expected = textOf(some, { ...how, start: "", lineEnd: how.terminator === "\n" ? "" : "\n" });
        if (how.terminator === "\n") return;
        const wrapped = textOf(some, { ...how, lineEnd: "", start: "" }).replace(/.{80}/g, "$&\n");
        assert.equal(layOut(wrapped, "readable"), expected);
        assert.equal(layOut(textOf(some, { ...how, lineEnd: "\n\n  " }), "readable").replace("\uFEFF", ""), expected);
      }),
      runs,
    );
  });
});

describe("An X12 text that was laid out", () => {
  it("goes back to the layout in which it was found", () => {
    fc.assert(
      fc.property(segments, segments, layout, found, (first, second, how, sent) => {
        if (how.terminator === "\n") return;
        const written = [first, second].map((some) => textOf(some, { ...how, lineEnd: "", start: "" })).join("");
        const original = layOut(written, sent);
        // Where the width would cut a separator off, a line is longer, and nobody can tell the width.
        const lines = original.split(sent.lineEnd).slice(0, -1);
        fc.pre(typeof sent.breaks !== "number" || lines.every((line) => line.length === sent.breaks));
        const layoutFound = x12Format.findLayout?.(sourceText(original));
        assert.ok(layoutFound !== undefined);
        assert.equal(layOut(layOut(original, "readable"), layoutFound), original);
      }),
      runs,
    );
  });
});

function layOut(text: string, how: Layout): string {
  return laidOut(x12Format, text, how);
}

function read(text: string): Reading {
  return x12Format.read(sourceText(text));
}

function withoutWhiteSpace(text: string): string {
  return text.replace(/[ \t\r\n]/g, "");
}
