import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { absoluteSpan, partOffsets, problemsOf } from "../formats/x12-shown.ts";
import { edited } from "./x12-edited.ts";
import { counted, damagedFile, file, layout, segments, textOf } from "./x12-texts.ts";

describe("An X12 file that lost what closes it", () => {
  it("is as it was after the one fix, whatever is missing and however it is laid out", () => {
    const missing = fc.constantFrom<readonly string[]>(
      ["IEA"],
      ["GE", "IEA"],
      ["SE", "GE", "IEA"],
      ["SE"],
      ["GE"],
      ["SE", "GE"],
    );
    fc.assert(
      fc.property(segments, layout, missing, (some, how, ids) => {
        fc.pre(some.every(([id, , , version = ""]) => id !== "ST" || version.includes("X")));
        const { start, terminator, lineEnd } = how;
        const whole = textOf(counted(some), how);
        const written = whole
          .slice(start.length)
          .split(terminator + lineEnd)
          .slice(0, -1);
        const last = new Set(ids.map((id) => written.findLastIndex((text) => text.startsWith(id + how.element))));
        const left = written.filter((_, index) => !last.has(index));
        const text = start + left.map((one) => one + terminator + lineEnd).join("");

        const reading = read(text);
        const found = problemsOf(reading).filter(({ message }) => message.includes("is not closed"));
        assert.equal(found.length, ids.length);
        for (const { fixes } of found) {
          const [fix] = fixes ?? [];
          assert.ok(fix);
          assert.equal(fix.safety, ids.includes("IEA") ? "review" : "safe");
          assert.equal(edited(text, reading, fix.edits), whole);
        }
        if (terminator === "\n") return;
        const cutOff = text.slice(0, text.lastIndexOf(terminator));
        const unsure = problemsOf(read(cutOff)).filter(({ message }) => message.includes("within a segment"));
        assert.deepEqual(
          unsure.map(({ fixes }) => fixes),
          ids.includes("IEA") ? [undefined] : [],
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("The envelopes of an X12 file", () => {
  it("are judged the same whichever parts of the text are boiled down together", () => {
    const together = x12Format.together;
    assert.ok(together);
    const trailers = fc.constantFrom(
      "SE*3*1~",
      "GE*1*1~",
      "IEA*1*1~",
      "ST*837*1*005010X222A1~",
      "GS*HC*A*B*1*2*1~",
      "ISA~",
    );
    const torn = fc.oneof(
      damagedFile,
      fc.tuple(file, file).map(([first, second]) => first + second),
    );
    const texts = fc.tuple(torn, fc.array(trailers, { maxLength: 4 }), torn).map((some) => some.flat().join(""));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(4), { minLength: 1 }), (text, sizes) => {
        const reading = read(text);
        const parts = [...reading.parts];
        const summaries: unknown[] = [];
        for (let start = 0, turn = 0; start < parts.length; turn++) {
          const end = start + 1 + (sizes[turn % sizes.length] ?? 0);
          summaries.push(together.summarize(parts.slice(start, end)));
          start = end;
        }
        const offsets = partOffsets(reading);
        const said = (problems: Reading["problems"]): readonly string[] =>
          problems
            .map(({ span, message, fixes = [] }) => {
              const edits = fixes.flatMap((fix) =>
                fix.edits.map((edit) => [absoluteSpan(edit.span, offsets), edit.newText]),
              );
              return JSON.stringify([absoluteSpan(span, offsets), message, fixes[0]?.safety, edits]);
            })
            .sort();
        const whole = said(together.check([together.summarize(parts)]));
        assert.deepEqual(said(together.check(summaries)), whole);
        const cut = (sizes[0] ?? 0) + 1;
        const joined = [summaries.slice(0, cut), summaries.slice(cut)].map((some) => together.join(some));
        assert.deepEqual(said(together.check(joined)), whole);
        assert.deepEqual(said(together.check([together.join(joined)])), whole);
      }),
      { numRuns: 300 },
    );
  });
});

function read(text: string): Reading {
  return x12Format.read(sourceText(text));
}
