import assert from "node:assert/strict";
import fc from "fast-check";
import { cms1500Format } from "../../server/src/formats/cms1500/cms1500.ts";
import type { Change } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { type Field, type Span, textOf } from "../../server/src/text/span.ts";
import { printedPage } from "../formats/printed-form.ts";
import { problemsOf } from "../formats/x12-shown.ts";
import { anyText, applyCut, cut, form, setting, someModifiers } from "./cms1500-forms.ts";
import { anyText as anySuperbill } from "./superbill-any-text.ts";
import { file as x12File } from "./x12-texts.ts";
import { claimsOf, edited, meantBy, read, summaryOf } from "./cms1500-summary.ts";

const runs = { numRuns: 80 };

describe("Any text read as a print image", () => {
  it("is read without an error, and its parts, one after the other, are the text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, offset) => {
        const reading = read(text);
        assert.equal(reading.parts.map((part) => part.text).join(""), text);
        for (const part of reading.parts) {
          assert.ok(part.text.length > 0);
          cms1500Format.describe(part, offset % (part.text.length + 1));
          for (const { span } of part.problems) assertInside(span, part);
          for (const fold of part.folds) assertInside(fold, part);
        }
        cms1500Format.recognizes(text.slice(0, 16_384));
      }),
      runs,
    );
  });

  it("gives values that lie in their claim, and that their own text says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const claim of claimsOf(read(text))) {
          assertInside(claim.head, claim.span);
          for (const span of spansIn(claim)) assertInside(span, claim.span);
          for (const line of claim.serviceLines) {
            assertInside(line.span, claim.span);
            for (const field of [line.procedure, ...line.modifiers]) {
              assert.equal(saidBy(field).toUpperCase(), field.value);
            }
            for (const field of [line.units].flatMap((one) => one ?? [])) {
              assert.equal(Number(saidBy(field)), field.value);
            }
          }
        }
      }),
      runs,
    );
  });

  it("can be changed in every way that a rule may ask for, or says why not", () => {
    fc.assert(
      fc.property(anyText, someModifiers, (text, to) => {
        const reading = read(text);
        for (const claim of claimsOf(reading).slice(0, 2)) {
          for (const change of claim.serviceLines.flatMap((line) => changesOf(claim, line, to))) {
            const edits = cms1500Format.write(change, reading);
            if (!("impossible" in edits)) edited(text, reading, edits);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("A form that is printed", () => {
  it("is read back as it was meant, wherever on the page it stands", () => {
    fc.assert(
      fc.property(form, setting, (printed, how) => {
        const reading = read(printedPage(printed, how));
        assert.deepEqual(problemsOf(reading), []);
        const claims = claimsOf(reading);
        assert.deepEqual(claims.map(summaryOf), [meantBy(printed)]);
      }),
      runs,
    );
  });

  it("is never seen in a superbill, in X12 or in any other text", () => {
    fc.assert(
      fc.property(fc.oneof(anySuperbill, x12File, fc.lorem({ maxCount: 40 })), (text) => {
        assert.ok(!cms1500Format.recognizes(text));
      }),
      { numRuns: 400 },
    );
  });

  it("is recognised by its columns", () => {
    fc.assert(
      fc.property(form, setting, (printed, how) => {
        assert.ok(cms1500Format.recognizes(printedPage(printed, how)));
      }),
      runs,
    );
  });
});

describe("A print image that is edited", () => {
  it("reads as if it had just been opened", () => {
    fc.assert(
      fc.property(anyText, fc.array(cut, { minLength: 1, maxLength: 4 }), (text, cuts) => {
        let [now, reading] = [text, read(text)];
        for (const one of cuts) {
          const after = applyCut(now, one);
          reading = cms1500Format.reread(reading, sourceText(after.text), after);
          now = after.text;
          assert.deepEqual(reading, read(now));
        }
      }),
      runs,
    );
  });

  it("keeps, as they are, the pages on which nothing was changed", () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 3, maxLength: 5 }), setting, fc.nat(), (forms, how, at) => {
        const text = forms.map((one) => printedPage(one, how)).join("");
        const before = read(text);
        const index = text.indexOf("97", Math.floor((at % 100) * 0.01 * text.length));
        if (index < 0) return;
        const now = `${text.slice(0, index)}98${text.slice(index + 2)}`;
        const change = { start: index, oldEnd: index + 2, newEnd: index + 2 };
        const after = cms1500Format.reread(before, sourceText(now), change);
        const kept = [...after.parts].filter((part) => before.parts.placeOf(part) >= 0).length;
        assert.ok(kept >= before.parts.length - 1, `${String(kept)} of ${String(before.parts.length)} kept`);
      }),
      { numRuns: 30 },
    );
  });
});

function changesOf(claim: Claim, line: ServiceLine, to: readonly string[]): readonly Change[] {
  const share = { modifiers: to, units: 1, charge: 100, minutes: undefined };
  const fields: readonly (Field<unknown> | undefined)[] = [
    claim.total,
    line.charge,
    claim.beneficiaryId,
    ...claim.diagnoses,
  ];
  return [
    { kind: "modifiers", line, to },
    { kind: "units", line, to: 3 },
    { kind: "procedure", line, to: "97112" },
    { kind: "removal", line },
    { kind: "split", line, into: [share, share] },
    { kind: "field", claim, field: "note", to: "A NOTE" },
    { kind: "field", claim, field: "payer", to: "Medicare Part B" },
    ...fields.flatMap((at): readonly Change[] =>
      at === undefined ? [] : [{ kind: "value", of: claim, at, to: "123" }],
    ),
  ];
}

function assertInside(inner: Span, outer: { text: string } | Span): void {
  const [start, end] = "text" in outer ? [0, outer.text.length] : [outer.start, outer.end];
  assert.ok(start <= inner.start && inner.start <= inner.end && inner.end <= end);
}

/** The text of a value, without what speaks to a printer between its characters. */
function saidBy(field: Span): string {
  return textOf(field).replace(/\p{Cc}(?:E|&l6D)?/gu, "");
}

/** The spans among the values of an object, and of the lists and objects in it. */
function spansIn(holder: object): readonly Span[] {
  return Object.entries(holder).flatMap(([name, value]: [string, unknown]) => {
    if (name === "part" || typeof value !== "object" || value === null) return [];
    const inner = spansIn(value);
    return "part" in value && "start" in value ? [value as Span, ...inner] : inner;
  });
}
