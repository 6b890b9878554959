import fc from "fast-check";
import type { Balance, BilledClaim, BilledLine, DecidedAmount, Form, Sources } from "../../server/src/ledger/source.ts";
import type { CalendarDate } from "../../server/src/model/date.ts";
import { yearOf } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import { spanOf } from "../../server/src/text/span.ts";
import { buildClaim } from "./build-claim.ts";

// Small amounts around a small threshold, few dates, codes and ids, so that everything meets everything.
export const threshold = 200_00;

const date = fc.constantFrom<CalendarDate>("2025-12-31", "2026-01-02", "2026-01-02", "2026-01-05", "2026-02-01");
const code = fc.constantFrom("97110", "97110", "97530");
const modifiers = fc.constantFrom<readonly string[]>(
  ["GP"],
  ["GP"],
  ["GP", "KX"],
  ["GO"],
  ["GO", "KX"],
  [],
  ["GP", "GA"],
);
const cents = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 150_00 }) },
  fc.constantFrom(0, 100_00, threshold, -40_00),
);
const claimId = fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined });
const bucket = fc.constantFrom<Bucket>("PT/SLP", "OT");

/** The document at hand is `b.837`; files hold papers of one form. */
const atHand = "b.837";
const files: readonly (readonly [string, Form])[] = [
  ["a.superbill", "superbill"],
  [atHand, "claim"],
  ["c.837", "claim"],
  ["d.superbill", "superbill"],
];

function bucketOf(written: readonly string[]): BilledLine["bucket"] {
  if (written.includes("GO")) return "OT";
  return written.includes("GP") ? "PT/SLP" : "unknown";
}

const line = fc
  .record({
    date: fc.option(date, { nil: undefined, freq: 12 }),
    code,
    lineNumber: fc.constantFrom(undefined, undefined, "1", "2"),
    modifiers,
    units: fc.constantFrom(1, 2, 0, undefined),
    allowed: fc.option(cents, { nil: undefined }),
    charge: fc.option(cents, { nil: undefined }),
    isTherapy: fc.constantFrom(true, true, true, true, true, false),
  })
  .map(({ isTherapy, ...rest }) => ({ ...rest, bucket: isTherapy ? bucketOf(rest.modifiers) : undefined }));

const balance = fc.record({
  bucket,
  asOf: date,
  amount: fc.option(
    cents.filter((one) => one >= 0),
    { nil: undefined, freq: 8 },
  ),
});

const claim = fc.record({
  file: fc.constantFrom(...files),
  claimId,
  action: fc.constantFrom<BilledClaim["action"]>("original", "original", "original", "replacement", "void"),
  lines: fc.array(line, { maxLength: 3 }),
  balances: fc.array(balance, { maxLength: 1 }),
});

const decision = fc.record({
  file: fc.constantFrom("e.835", "f.835"),
  claimId,
  lineNumber: fc.constantFrom(undefined, undefined, "1", "2"),
  date: fc.option(date, { nil: undefined, freq: 12 }),
  code,
  sentCode: fc.constantFrom(undefined, undefined, undefined, "97110", "97530"),
  modifiers,
  isOfMedicare: fc.constantFrom(true, true, true, false),
  charge: fc.option(cents, { nil: undefined }),
  allowed: fc.option(fc.integer({ min: 0, max: 150_00 }), { nil: undefined, freq: 12 }),
  isReversal: fc.constantFrom(false, false, true),
  isWholeClaim: fc.constantFrom(false, false, false, true),
  isForAnother: fc.constantFrom(false, false, false, false, true),
  payment: fc.constantFrom(undefined, "p", "q"),
});

const answer = fc.record({
  file: fc.constantFrom("g.271", "h.271"),
  bucket,
  asOf: date,
  amount: cents.filter((one) => one >= 0),
  isAtLeast: fc.constantFrom(false, false, true),
});

/** What several files tell of one beneficiary. Some claims and decisions are found twice. */
export const anySources: fc.Arbitrary<Sources> = fc
  .record({
    claims: fc.array(claim, { maxLength: 6 }),
    again: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...files)), { maxLength: 3 }),
    decided: fc.array(decision, { maxLength: 5 }),
    toldAgain: fc.array(fc.nat(4), { maxLength: 2 }),
    answers: fc.array(answer, { maxLength: 2 }),
  })
  .map(({ claims, again, decided, toldAgain, answers }) => {
    const copies = again.flatMap(([place, file]) => (claims[place] === undefined ? [] : [{ ...claims[place], file }]));
    const repeated = toldAgain.flatMap((place) => {
      const told = decided[place];
      return told === undefined ? [] : [{ ...told, file: told.file === "e.835" ? "f.835" : "e.835" }];
    });
    return {
      claims: [...claims, ...copies].map((one, place) => recordOf(one, place)),
      decided: [...decided, ...repeated].map((one, place): DecidedAmount => {
        const { isReversal, allowed, isWholeClaim } = one;
        return {
          ...one,
          place,
          at: { file: one.file, line: place },
          code: isWholeClaim ? "" : one.code,
          bucket: isWholeClaim || !one.isOfMedicare ? "unknown" : bucketOf(one.modifiers),
          allowed: isReversal && allowed !== undefined ? 0 - allowed : allowed,
          isStated: true,
          wasForAnother: false,
        };
      }),
      balances: answers.map((one, place): Balance => ({
        ...one,
        at: { file: one.file, line: place },
        source: "eligibility",
        year: yearOf(one.asOf),
        assumed: undefined,
      })),
    };
  });

function recordOf(
  { file: [file, form], claimId: id, action, lines, balances }: typeof claim extends fc.Arbitrary<infer T> ? T : never,
  place: number,
): BilledClaim {
  const own = buildClaim({ lines: lines.map(() => ({})) }).serviceLines;
  return {
    form,
    file,
    place,
    claimId: id,
    action,
    lines: lines.map((one, index) => {
      const held = file === atHand ? own[index] : undefined;
      return { ...one, placeOfService: undefined, at: held ?? { file, line: place * 10 + index } };
    }),
    balances: balances.map((one, index) => ({
      ...one,
      at: file === atHand ? spanOf({ text: "" }, 0, 0) : { file, line: place * 10 + 5 + index },
      file,
      source: "stated",
      year: yearOf(one.asOf),
      isAtLeast: false,
      assumed: undefined,
    })),
  };
}

/** The same, read in another order of files and found in another order in each list. */
export function inOtherOrder(sources: Sources): fc.Arbitrary<Sources> {
  const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...all], { minLength: all.length });
  return fc
    .tuple(shuffled(sources.claims), shuffled(sources.decided), shuffledFiles(sources.balances))
    .map(([claims, decided, balances]) => ({ claims, decided, balances }));
}

function shuffledFiles(balances: readonly Balance[]): fc.Arbitrary<Balance[]> {
  const names = [...new Set(balances.map(({ file }) => file))];
  return fc
    .shuffledSubarray(names, { minLength: names.length })
    .map((order) => order.flatMap((name) => balances.filter(({ file }) => file === name)));
}
