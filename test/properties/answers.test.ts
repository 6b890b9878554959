import assert from "node:assert/strict";
import fc from "fast-check";
import type { OutlineEntry, Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import type { Span } from "../../server/src/text/span.ts";
import { amountsOf, balancesOf, decidedLinesOf } from "../formats/answers-shown.ts";
import { dump, shown } from "../formats/x12-compared.ts";
import {
  type Decided,
  type DecidedClaim,
  answerSegments,
  answers,
  chargeOf,
  payments,
  people,
  segmentsOfAnswer,
  segmentsOfPayments,
} from "./answer-texts.ts";
import { assertReadsAfter } from "./x12-edited.ts";
import { type Cut, applyCut, cut, layout, plainLayout, textOf } from "./x12-texts.ts";

const runs = { numRuns: 150 };

describe("The amounts of a remittance", () => {
  it("add up to what was decided, by beneficiary, plan and year", () => {
    fc.assert(
      fc.property(payments, layout, (some, how) => {
        const lines = decidedLinesOf(read(textOf(segmentsOfPayments(some), how)));
        const claims = some.flatMap((payment) => payment.claims);
        const expected = claims.flatMap((claim) =>
          claim.lines.map((line) => [keyOf(claim, line), allowedOf(claim, line)] as const),
        );
        const actual = lines.map(({ beneficiaryId, modifiers, dateOfService, allowed }) => {
          const key = [beneficiaryId?.value, modifiers[0]?.value, dateOfService?.value.slice(0, 4)].join(" ");
          return [key, allowed ?? Number.NaN] as const;
        });
        assert.deepEqual(sumsOf(actual), sumsOf(expected));
      }),
      runs,
    );
  });

  it("are each what its line says", () => {
    fc.assert(
      fc.property(payments, layout, (some, how) => {
        const actual = decidedLinesOf(read(textOf(segmentsOfPayments(some), how)));
        const expected = some.flatMap(({ payer, claims }) =>
          claims.flatMap((claim) => claim.lines.map((line) => ({ payer, claim, line }))),
        );
        assert.equal(actual.length, expected.length);
        for (const [index, { payer, claim, line }] of expected.entries()) {
          const read = actual[index];
          assert.ok(read !== undefined);
          const sign = claim.isReversal && claim.isSigned ? -1 : 1;
          assert.deepEqual(
            [read.payer.name?.value, read.procedure.value, read.charge?.value, read.allowed, read.isReversal],
            [payer, line.code, absent(sign * chargeOf(line)), allowedOf(claim, line), claim.isReversal],
          );
          assert.equal(read.allowedFrom === "stated", line.isStated && !read.isDenied);
        }
      }),
      runs,
    );
  });
});

describe("The amounts of an eligibility answer", () => {
  it("are those that it says, and no others", () => {
    fc.assert(
      fc.property(people, layout, (some, how) => {
        const actual = balancesOf(read(textOf(segmentsOfAnswer(some), how))).map(
          ({ beneficiaryId, year, bucket, kind, amount }) => [beneficiaryId?.value, year, bucket, kind, amount.value],
        );
        const expected = some.flatMap(({ memberId, told }) =>
          told.flatMap(({ year, balance }) => (balance === undefined ? [] : [[memberId, year, ...balance]])),
        );
        assert.deepEqual(actual, expected);
      }),
      runs,
    );
  });
});

describe("Any remittance or eligibility answer", () => {
  it("never throws, and tells only of what lies in its parts", () => {
    fc.assert(
      fc.property(damaged, fc.nat(), (text, offset) => {
        const reading = read(text);
        assert.equal(reading.parts.map((part) => part.text).join(""), text);
        dump(reading);
        for (const { span } of amountsOf(reading)) assertInside(span, reading);
        for (const part of reading.parts) {
          part.outline.forEach((told) => {
            assertNested(told, { part, start: 0, end: part.text.length });
          });
          assert.ok(part.folds.every(({ start, end }) => start < end && end <= part.text.length));
          const description = x12Format.describe(part, offset % (part.text.length + 1));
          if (description !== undefined) assert.ok(description.title.length > 0);
        }
      }),
      runs,
    );
  });

  it("names nobody and no number of an account in its outline", () => {
    fc.assert(
      fc.property(answers, (text) => {
        const words = JSON.stringify(read(text).parts.map((part) => part.outline.map(wordsOf)));
        assert.doesNotMatch(words, /DOE|JANE|EG\dTE\d|A1|ELM STREET/);
      }),
      runs,
    );
  });

  it("reads the same with LF, CRLF, without line ends, indented, wrapped at 80 characters, and with other separators", () => {
    fc.assert(
      fc.property(answerSegments, layout, (some, how) => {
        const expected = amountsShown(read(textOf(some, plainLayout)));
        assert.deepEqual(amountsShown(read(textOf(some, how))), expected);
        for (const lineEnd of ["\r\n", "", "\n\n   "]) {
          assert.deepEqual(amountsShown(read(textOf(some, { ...plainLayout, lineEnd }))), expected);
        }
        const oneLine = textOf(some, { ...plainLayout, lineEnd: "" });
        assert.deepEqual(amountsShown(read(oneLine.replace(/.{80}/g, "$&\n"))), expected);
      }),
      { numRuns: 60 },
    );
  });

  it("reads after edits as if it had just been opened", () => {
    fc.assert(
      fc.property(fc.oneof(answers, damaged), fc.array(cut, { minLength: 1, maxLength: 5 }), (text, cuts) => {
        assertReadsAfter(text, cuts);
      }),
      runs,
    );
  });

  it("reads again only the claim in which a digit was typed", () => {
    fc.assert(
      fc.property(payments, fc.nat(), (some, choice) => {
        const text = textOf(segmentsOfPayments(some), plainLayout);
        const before = read(text);
        const places = [...text.matchAll(/SVC\*/g)].map(({ index }) => index);
        const place = places[choice % Math.max(1, places.length)];
        if (place === undefined) return;
        const at = text.indexOf("*", place + 4) + 1;
        const edited = `${text.slice(0, at)}7${text.slice(at)}`;
        const after = x12Format.reread(before, sourceText(edited), { start: at, oldEnd: at, newEnd: at + 1 });
        const known = new Set(before.parts);
        assert.equal([...after.parts].filter((part) => !known.has(part)).length, 1);
      }),
      { numRuns: 60 },
    );
  });
});

const damaged = fc
  .tuple(answers, fc.array(cut, { minLength: 1, maxLength: 3 }))
  .map(([text, cuts]) => cuts.reduce((now: string, one: Cut) => applyCut(now, one).text, text));

function read(text: string): Reading {
  return x12Format.read(sourceText(text));
}

function amountsShown(reading: Reading): unknown {
  return (shown(reading) as { amounts: unknown }).amounts;
}

function keyOf({ beneficiaryId }: DecidedClaim, { modifier, date }: Decided): string {
  return [beneficiaryId, modifier, date.slice(0, 4)].join(" ");
}

function allowedOf({ isReversal }: DecidedClaim, line: Decided): number {
  if (line.isDenied) return 0;
  return absent((isReversal ? -1 : 1) * (chargeOf(line) - line.writtenOff));
}

/** There is no negative nothing. */
function absent(amount: number): number {
  return amount === 0 ? 0 : amount;
}

function sumsOf(amounts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, amount] of amounts) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}

function wordsOf({ name, detail, children }: OutlineEntry): unknown {
  return [name, detail, children.map(wordsOf)];
}

function assertInside({ part, start, end }: Span, reading: Reading): void {
  assert.ok(reading.parts.placeOf(part) >= 0);
  assert.ok(0 <= start && start <= end && end <= part.text.length);
}

/** An editor refuses an outline whose words for an entry, or whose children, lie outside of it. */
function assertNested({ span, head, children }: OutlineEntry, around: Span): void {
  assert.ok(around.start <= span.start && span.end <= around.end);
  assert.ok(span.start <= head.start && head.end <= span.end);
  for (const child of children) assertNested(child, span);
}
