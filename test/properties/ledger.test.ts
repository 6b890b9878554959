import assert from "node:assert/strict";
import fc from "fast-check";
import { type Account, computeUsedAmounts } from "../../server/src/ledger/used-amounts.ts";
import { type Claim, type ServiceLine, hasModifier } from "../../server/src/model/claim.ts";
import { type CalendarDate, yearOf } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import type { Bounds, UsedAmount } from "../../server/src/model/used-amount.ts";
import { bucketOf } from "../ledger/account.ts";
import { type ClaimText, type LineText, type StatedText, buildClaim } from "../ledger/build-claim.ts";

// Small amounts around a small threshold, and few dates around a new year, so that everything meets everything.
const threshold = 300_00;
const dates: readonly CalendarDate[] = [
  "2025-12-30",
  "2025-12-31",
  "2026-01-01",
  "2026-01-02",
  "2026-01-03",
  "2026-01-05",
  "2026-02-01",
];
const buckets: readonly Bucket[] = ["PT/SLP", "OT"];

const date = fc.constantFrom(...dates);
const cents = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 150_00 }) },
  fc.integer({ min: -50_00, max: -1 }),
);
const wholeAmount = fc.constantFrom(0, 50_00, 100_00, 150_00, threshold);

const lineText: fc.Arbitrary<LineText> = fc.record(
  {
    date,
    modifiers: fc.constantFrom(["GP"], ["GP"], ["GN", "KX"], ["GO"], ["GO"], [], ["GP", "GA"], ["GY"]),
    code: fc.constantFrom("97110", "97110", "97110", "none"),
    units: fc.constantFrom(1, 2, 0, 1.5),
    allowed: fc.oneof(cents, wholeAmount),
    charge: fc.oneof(cents, wholeAmount),
  },
  { requiredKeys: ["modifiers", "code"] },
);

const statedText: fc.Arbitrary<StatedText> = fc.record(
  { bucket: fc.constantFrom(...buckets), cents: fc.oneof(cents, wholeAmount, fc.constant(threshold + 1)), asOf: date },
  { requiredKeys: ["bucket"] },
);

const claimText: fc.Arbitrary<ClaimText> = fc.record(
  {
    lines: fc.array(lineText, { maxLength: 5 }),
    stated: fc.array(statedText, { maxLength: 2 }),
    id: fc.constantFrom("1", "2"),
    frequency: fc.constantFrom("1", "7", "8"),
  },
  { requiredKeys: ["lines", "stated"] },
);

const opening = fc.option(fc.record({ "PT/SLP": wholeAmount }), { nil: undefined });

function accountOf(claims: readonly Claim[], openingAmounts?: Account["openingAmounts"]): Account {
  const thresholdOf = (year: number): number | undefined => (year === 2026 ? threshold : undefined);
  return { claims, bucketOf, thresholdOf, ...(openingAmounts && { openingAmounts }) };
}

describe("the ledger", () => {
  it("agrees with a slow reading of the definitions", () => {
    fc.assert(
      fc.property(fc.array(claimText, { maxLength: 5 }), opening, (texts, openingAmounts) => {
        const account = accountOf(texts.map(buildClaim), openingAmounts);
        const used = computeUsedAmounts(account);
        const expected = slowly(account);
        assert.equal(used.size, expected.size);
        for (const [line, amount] of expected) assert.deepEqual(used.get(line), amount);
      }),
      { numRuns: 600 },
    );
  });

  it("does not depend on the order of claims that share no date", () => {
    const visits = fc.uniqueArray(fc.tuple(date, claimText), { selector: ([day]) => day, maxLength: dates.length });
    const shuffled = visits.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, inDisorder]) => {
        const claims = new Map(inOrder.map((visit) => [visit, buildClaim(onOneDate(visit))]));
        const claimsOf = (all: typeof inOrder): readonly Claim[] => all.flatMap((visit) => claims.get(visit) ?? []);
        const used = computeUsedAmounts(accountOf(claimsOf(inOrder)));
        const again = computeUsedAmounts(accountOf(claimsOf(inDisorder)));
        assert.equal(again.size, used.size);
        for (const [line, amount] of used) assert.deepEqual(again.get(line), amount);
      }),
      { numRuns: 150 },
    );
  });
});

/** The claim with every line on the one date, an original without an id, and no amount as of a date that another claim may state too. */
function onOneDate([day, { lines, stated = [] }]: [CalendarDate, ClaimText]): ClaimText {
  const undated = stated.map(({ bucket, cents: amount }) => ({
    bucket,
    ...(amount !== undefined && { cents: amount }),
  }));
  return { lines: lines.map((line) => ({ ...line, date: day })), stated: undated };
}

/** One line in its place. */
interface Placed {
  readonly claim: Claim;
  readonly line: ServiceLine;
  readonly place: number;
}

interface Statement {
  readonly asOf: string;
  readonly year: number;
  readonly stated: Claim["statedAmounts"][number];
}

/** Every amount by itself, from the definitions, with no running sum. */
function slowly(account: Account): ReadonlyMap<ServiceLine, UsedAmount> {
  const claims = account.claims.filter(
    (claim) => claim.frequency?.value !== "8" && !takenBack(account.claims).has(claim),
  );
  const lines = claims.flatMap((claim) => claim.serviceLines.map((line) => ({ claim, line })));
  const placed = lines
    .map((one, place) => ({ ...one, place }))
    .filter(({ line, claim }) => bucketOf(line, claim) !== undefined);
  const used = new Map<ServiceLine, UsedAmount>();
  for (const one of placed) {
    const bucket = bucketOf(one.line, one.claim);
    if (one.line.dateOfService === undefined || bucket === undefined || bucket === "unknown") continue;
    used.set(one.line, slowAmount(one, bucket, { account, claims, placed }));
  }
  return used;
}

function takenBack(claims: readonly Claim[]): ReadonlySet<Claim> {
  const taken = new Set<Claim>();
  claims.forEach((claim, index) => {
    if (claim.claimId === undefined || (claim.frequency?.value !== "7" && claim.frequency?.value !== "8")) return;
    const candidates = claims
      .slice(0, index)
      .filter((other) => other.claimId?.value === claim.claimId?.value)
      .filter((other) => other.frequency?.value !== "8" && !taken.has(other));
    const sameDate = candidates.filter((other) => datesOf(other)[0] === datesOf(claim)[0]);
    const original = sameDate.at(-1) ?? candidates.at(-1);
    if (original !== undefined) taken.add(original);
  });
  return taken;
}

function datesOf(claim: Claim): readonly CalendarDate[] {
  return claim.serviceLines.flatMap((line) => (line.dateOfService ? [line.dateOfService.value] : [])).sort();
}

function slowAmount(
  { claim, line, place }: Placed,
  bucket: Bucket,
  known: { account: Account; claims: readonly Claim[]; placed: readonly Placed[] },
): UsedAmount {
  const { account, claims, placed } = known;
  const day = dayOf(line);
  const year = yearOf(day);
  const statements = claims.flatMap(statementsOf).filter((one) => one.year === year && one.stated.bucket === bucket);
  const amounts = statements
    .filter((one) => one.stated.amount !== undefined)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const openingAmount = statements.length === 0 ? account.openingAmounts?.[bucket] : undefined;
  const ofYear = placed
    .filter((one) => one.line.dateOfService !== undefined && yearOf(dayOf(one.line)) === year)
    .filter((one) => bucketOf(one.line, one.claim) === bucket || bucketOf(one.line, one.claim) === "unknown")
    .sort(inOrder);
  const undated = placed
    .filter((one) => one.line.dateOfService === undefined)
    .map(({ line: other, claim: of }) => slice(other, of, bucket));

  /** The sum of the lines that count, seen from a day: later amounts replace what they cover. */
  const sum = (from: CalendarDate, counts: (one: Placed) => boolean): Bounds => {
    const earlier = amounts.filter((one) => one.asOf < from);
    const asOf = earlier.at(-1)?.asOf ?? "";
    const base = baseOf(earlier.filter((one) => one.asOf === asOf));
    const added = ofYear
      .filter((one) => dayOf(one.line) > asOf && counts(one))
      .map((one) => slice(one.line, one.claim, bucket));
    const low =
      base.low + total(added.map((bounds) => bounds.low)) + total(undated.map((bounds) => Math.min(0, bounds.low)));
    const high =
      base.high + total(added.map((bounds) => bounds.high)) + total(undated.map((bounds) => Math.max(0, bounds.high)));
    const limit = earlier.length > 0 || amounts.length === 0 ? Infinity : Math.max(...sameDateAs(amounts, 0));
    return { low: Math.min(limit, low), high: Math.min(limit, high) };
  };
  const baseOf = (figures: readonly Statement[]): Bounds => {
    const values = figures.flatMap((one) => one.stated.amount?.value ?? []);
    if (values.length > 0) return { low: Math.min(...values), high: Math.max(...values) };
    return openingAmount === undefined ? { low: 0, high: Infinity } : { low: openingAmount, high: openingAmount };
  };

  const isBefore = (one: Placed, other: Placed): boolean => inOrder(one, other) < 0;
  const beforeOf = (one: Placed): Bounds => sum(dayOf(one.line), (other) => isBefore(other, one));
  const afterOf = (one: Placed): Bounds => sum(dayOf(one.line), (other) => !isBefore(one, other));
  const self = { claim, line, place };
  const own = ofYear.filter((one) => one.claim === claim);
  const visitBefore = sum(day, (other) => dayOf(other.line) < day);
  const afterVisit = sum(day, (other) => dayOf(other.line) <= day);
  const limitYear = account.thresholdOf(year) ?? Infinity;
  const figureBefore = (on: CalendarDate): string => amounts.filter((one) => one.asOf < on).at(-1)?.asOf ?? "";
  const passed = ofYear
    .filter((one) => !isBefore(self, one) && figureBefore(dayOf(one.line)) === figureBefore(day))
    .findLast((one) => beforeOf(one).low <= limitYear && afterOf(one).low > limitYear)?.line;
  const [firstOwn = self] = own;
  return {
    year,
    bucket,
    isMissing: statements.length === 0 && openingAmount === undefined,
    margin: slowMargin(ofYear.filter((one) => bucketOf(one.line, one.claim) === bucket)),
    before: beforeOf(self),
    after: afterOf(self),
    beforeClaim: beforeOf(firstOwn),
    afterClaim: afterOf(own.at(-1) ?? self),
    afterVisit,
    stated: amounts.find((one) => one.asOf === (figureBefore(day) || amounts[0]?.asOf))?.stated,
    mayCross: visitBefore.low < limitYear && afterVisit.high > limitYear && limitYear !== Infinity,
    kxOn: ofYear
      .filter((one) => bucketOf(one.line, one.claim) === bucket && dayOf(one.line) < day)
      .filter((one) => one.line.modifiers.some(({ value }) => value === "KX"))
      .map((one) => dayOf(one.line))
      .at(-1),
    passedAt: passed && { line: passed, span: passed.procedure },
  };
}

function sameDateAs(amounts: readonly Statement[], index: number): readonly number[] {
  return amounts.filter((one) => one.asOf === amounts[index]?.asOf).flatMap((one) => one.stated.amount?.value ?? []);
}

function statementsOf(claim: Claim): readonly Statement[] {
  const [first] = datesOf(claim);
  return claim.statedAmounts.flatMap((stated): readonly Statement[] => {
    if (stated.asOf) return [{ stated, asOf: stated.asOf.value, year: yearOf(stated.asOf.value) }];
    if (first === undefined) return [];
    const asOf = new Date(Date.parse(first) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    if (stated.amount) return [{ stated, asOf, year: yearOf(first) }];
    return [...new Set(datesOf(claim).map(yearOf))].map((year) => ({ stated, asOf, year }));
  });
}

/** What a line adds to a bucket, at least and at most. */
function slice(line: ServiceLine, claim: Claim, bucket: Bucket): Bounds {
  const at = bucketOf(line, claim);
  if (at !== bucket && at !== "unknown") return { low: 0, high: 0 };
  const { low, high } = ownAmount(line);
  return at === bucket ? { low, high } : { low: Math.min(low, 0), high: Math.max(high, 0) };
}

function ownAmount(line: ServiceLine): Bounds {
  if (["GA", "GX", "GY", "GZ"].some((notice) => hasModifier(line, notice))) return { low: 0, high: 0 };
  const isReal = line.units === undefined || [1, 2].includes(line.units.value);
  if (line.allowedAmount !== undefined && isReal)
    return { low: line.allowedAmount.value, high: line.allowedAmount.value };
  if (line.charge === undefined) return { low: 0, high: Infinity };
  return line.charge.value < 0 ? { low: line.charge.value, high: 0 } : { low: 0, high: line.charge.value };
}

function slowMargin(own: readonly Placed[]): number {
  const known = own.filter(({ line }) => ownAmount(line).low === ownAmount(line).high && ownAmount(line).low > 0);
  const days = new Set(known.map(({ line }) => dayOf(line)));
  const average = total(known.map(({ line }) => ownAmount(line).low)) / days.size;
  return days.size === 0 ? 100_00 : Math.max(100_00, Math.round(average));
}

function inOrder(one: Placed, other: Placed): number {
  if (dayOf(one.line) !== dayOf(other.line)) return dayOf(one.line) < dayOf(other.line) ? -1 : 1;
  return one.place - other.place;
}

function dayOf(line: ServiceLine): CalendarDate {
  assert.ok(line.dateOfService);
  return line.dateOfService.value;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
