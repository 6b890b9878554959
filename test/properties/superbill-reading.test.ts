import assert from "node:assert/strict";
import fc from "fast-check";
import { plainClaim, plainLine } from "../../server/src/formats/claim-view.ts";
import type { PartReading, Reading } from "../../server/src/formats/format.ts";
import { parseDate } from "../../server/src/formats/superbill/written-date.ts";
import { parseMoney } from "../../server/src/formats/superbill/written-value.ts";
import { isSuperbillPart } from "../../server/src/formats/superbill/superbill-part.ts";
import { begin, readLines } from "../../server/src/formats/superbill/take-lines.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { formatCents } from "../../server/src/model/money.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { type Field, type Span, textOf } from "../../server/src/text/span.ts";
import { assertReadAgain, withClaims } from "./claims-said.ts";
import { anyText, typed } from "./superbill-any-text.ts";
import { textOfClaim, writtenClaim } from "./superbill-claims.ts";

describe("Any text read as a superbill", () => {
  it("is read without an error, and its parts, one after the other, are the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(
          read(text)
            .parts.map((part) => part.text)
            .join(""),
          text,
        );
      }),
    );
  });

  it("gives spans that lie inside, and inside of what holds them", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = read(text);
        const parts = new Set<unknown>(reading.parts);
        for (const part of reading.parts) {
          for (const { span } of [...part.problems, ...part.directives]) assertInside(span, whole(part));
          for (const fold of part.folds) assertInside(fold, whole(part));
          for (const claim of part.claims) assertNested(claim, part, parts);
        }
      }),
    );
  });

  it("gives values that their own text says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const claim of claimsOf(read(text))) claim.serviceLines.forEach(assertSaysItself);
      }),
    );
  });

  it("is cut into its claims where reading them cuts it, each of which is one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const titled = sourceText(`SUPERBILL\n97110 GP x2\n${text}`);
        let offset = 0;
        for (const part of superbillFormat.read(titled).parts) {
          assert.ok(isSuperbillPart(part));
          const progress = begin(part, titled, offset, part.before);
          assert.equal(readLines(progress).start, part.text.length);
          assert.equal(part.claims.length, 1);
          assert.ok(progress.claim.head !== undefined);
          offset += part.text.length;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says the same when its values are read again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assertReadAgain(read(text));
      }),
    );
  });

  it("can be described and silenced anywhere", () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), (text, offset) => {
        for (const part of read(text).parts) {
          superbillFormat.describe(part, offset);
          const start = Math.min(offset, part.text.length);
          const [edit] = superbillFormat.silence({ part, start, end: start }, ["kx-crossing"]) as readonly {
            span: Span;
          }[];
          assert.ok(edit !== undefined);
          assertInside(edit.span, whole(part));
        }
      }),
    );
  });
});

describe("A superbill that is edited", () => {
  it("reads as if it were opened anew", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.nat(), fc.nat(30), typed), { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          let now = text;
          let reading = read(text);
          for (const [at, length, newText] of edits) {
            const start = at % (now.length + 1);
            const oldEnd = Math.min(now.length, start + length);
            now = now.slice(0, start) + newText + now.slice(oldEnd);
            const change = { start, oldEnd, newEnd: start + newText.length };
            reading = superbillFormat.reread(reading, sourceText(now), change);
            assert.deepEqual(withClaims(reading), withClaims(read(now)));
          }
        },
      ),
    );
  });

  it("keeps, as they are, the claims that an edit leaves alone, those that hold fields of the whole file too", () => {
    fc.assert(
      fc.property(
        fc.array(writtenClaim, { minLength: 3, maxLength: 6 }),
        fc.boolean(),
        fc.nat(),
        (claims, hasDefaults, at) => {
          const text = (hasDefaults ? "Payer: Aetna\n" : "") + claims.map(textOfClaim).join("");
          const before = read(text);
          const edited = at % before.parts.length;
          const start = before.parts.slice(0, edited + 1).reduce((sum, part) => sum + part.text.length, 0) - 1;
          const now = `${text.slice(0, start)}\nNote: x${text.slice(start)}`;
          const after = superbillFormat.reread(before, sourceText(now), { start, oldEnd: start, newEnd: start + 8 });
          const isPreamble = hasDefaults && edited === 0;
          const kept = [...before.parts].filter((part, index) => after.parts.at(index) === part).length;
          assert.ok(
            isPreamble || kept >= before.parts.length - 2,
            `${String(kept)} of ${String(before.parts.length)} kept`,
          );
        },
      ),
    );
  });

  it("keeps, without titles too, the claims that hold what stands before the first patient", () => {
    const patients = fc.array(fc.constantFrom("Rivera, Ana", "Okafor, Ben", "Roe, Jo"), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(
        patients,
        fc.nat(),
        fc.constantFrom("", "\nPayer: Aetna", " KX", "\nPatient: Moss, Edna\n3/4/2026 97110 GP x1"),
        (names, at, newText) => {
          const claims = names.map((name, index) => `Patient: ${name} ${String(index)}\n3/2/2026 97110 GP x2\n`);
          const text = `Payer: Medicare Part B   NPI: 1234567893\n${claims.join("")}`;
          const before = read(text);
          const edited = at % before.parts.length;
          const start = before.parts.slice(0, edited + 1).reduce((sum, part) => sum + part.text.length, 0) - 1;
          const now = text.slice(0, start) + newText + text.slice(start);
          const change = { start, oldEnd: start, newEnd: start + newText.length };
          const after = superbillFormat.reread(before, sourceText(now), change);
          assert.deepEqual(withClaims(after), withClaims(read(now)));
          assert.ok(claimsOf(after).every((claim) => claim.payer.name !== undefined));
          const kept = [...before.parts].filter((part) => after.parts.placeOf(part) >= 0).length;
          assert.ok(edited === 0 || kept >= before.parts.length - 2);
        },
      ),
    );
  });
});

function read(text: string): Reading {
  return superbillFormat.read(sourceText(text));
}

function claimsOf(reading: Reading): readonly Claim[] {
  return reading.parts.flatMap((part) => part.claims);
}

function whole(part: PartReading): Span {
  return { part, start: 0, end: part.text.length };
}

function assertInside(inner: Span, outer: Span): void {
  assert.equal(inner.part, outer.part);
  assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end);
}

function assertNested(claim: Claim, part: PartReading, parts: ReadonlySet<unknown>): void {
  assert.equal(claim.part, part);
  assertInside(claim.span, whole(part));
  assertInside(claim.head, claim.span);
  for (const span of spansIn(plainClaim(claim))) {
    assert.ok(parts.has(span.part));
    assertInside(span, span.part === part ? claim.span : { part: span.part, start: 0, end: span.part.text.length });
  }
  for (const line of claim.serviceLines) {
    assertInside(line.span, claim.span);
    // A date or a patient may stand in the row above, or in a field.
    const { dateOfService, subject, ...others } = plainLine(line);
    for (const span of spansIn(others)) assertInside(span, line.span);
    for (const field of [dateOfService, subject]) assert.ok(field === undefined || parts.has(field.part));
  }
}

/** The spans among the values of an object, and of the lists and objects in it, but not in service lines. */
function spansIn(holder: object): readonly Span[] {
  return Object.entries(holder).flatMap(([name, value]: [string, unknown]) => {
    if (name === "serviceLines" || name === "part" || typeof value !== "object" || value === null) return [];
    const inner = spansIn(value);
    return "part" in value && "start" in value ? [value as Span, ...inner] : inner;
  });
}

function assertSaysItself({
  procedure,
  modifiers,
  minutes,
  units,
  charge,
  allowedAmount,
  dateOfService,
}: ServiceLine): void {
  for (const field of [procedure, ...modifiers]) assert.equal(textOf(field).toUpperCase(), field.value);
  for (const field of [...minutes, ...stated(units)]) assert.equal(Number(textOf(field)), field.value);
  for (const field of [...stated(charge), ...stated(allowedAmount)]) {
    assert.equal(parseMoney(textOf(field)), field.value);
    assert.equal(parseMoney(formatCents(field.value)), field.value);
  }
  for (const field of stated(dateOfService)) {
    const written = parseDate(textOf(field));
    assert.deepEqual([written?.month, written?.day], field.value.split("-").slice(1).map(Number));
  }
}

function stated<T>(field: Field<T> | undefined): readonly Field<T>[] {
  return field === undefined ? [] : [field];
}
