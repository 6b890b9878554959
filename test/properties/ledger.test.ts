import assert from "node:assert/strict";
import fc from "fast-check";
import { type Account, computeAccount } from "../../server/src/ledger/account.ts";
import type { LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import type { DecidedAmount, Sources } from "../../server/src/ledger/source.ts";
import type { Bounds, UsedAmount } from "../../server/src/model/used-amount.ts";
import { anySources, inOtherOrder, threshold } from "../ledger/any-sources.ts";
import { type SlowStep, type SlowYear, slowLedger } from "../ledger/oracle.ts";
import { told } from "../ledger/told.ts";

const opening = fc.constantFrom<NonNullable<Account["openingAmounts"]>>({}, { "PT/SLP": 100_00 }, { OT: 0 });

function accountOf(sources: Sources, openingAmounts: Account["openingAmounts"] = {}): Account {
  const thresholdOf = (year: number): number | undefined => (year === 2026 ? threshold : undefined);
  return { beneficiaryId: "x", sources, thresholdOf, openingAmounts };
}

describe("the ledger over several files", () => {
  it("tells the same years, step by step, as a slow reading of the definitions", () => {
    fc.assert(
      fc.property(anySources, opening, (sources, openingAmounts) => {
        const { years } = computeAccount(accountOf(sources, openingAmounts));
        assert.deepEqual(years.map(told), slowLedger(sources, openingAmounts).map(told));
      }),
      { numRuns: 1500 },
    );
  });

  it("tells rules the same used amounts as a slow reading of the definitions", () => {
    fc.assert(
      fc.property(anySources, opening, (sources, openingAmounts) => {
        const { usedAmounts } = computeAccount(accountOf(sources, openingAmounts));
        const expected = usedSlowly(slowLedger(sources, openingAmounts));
        assert.equal(usedAmounts.size, expected.size);
        for (const [line, amount] of expected) {
          const used = usedAmounts.get(line as never);
          assert.deepEqual(used && pick(used), amount);
        }
      }),
      { numRuns: 800 },
    );
  });

  it("does not depend on the order in which files and what they hold were read", () => {
    const twice = anySources.chain((sources) => fc.tuple(fc.constant(sources), inOtherOrder(sources)));
    fc.assert(
      fc.property(twice, opening, ([sources, other], openingAmounts) => {
        const first = computeAccount(accountOf(sources, openingAmounts));
        const second = computeAccount(accountOf(other, openingAmounts));
        assert.deepEqual(second.years, first.years);
        assert.equal(second.usedAmounts.size, first.usedAmounts.size);
        for (const [line, used] of first.usedAmounts) assert.deepEqual(second.usedAmounts.get(line), used);
      }),
      { numRuns: 500 },
    );
  });

  it("comes to the same when a superbill's lines are found again in the claim that was sent", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const noted = sources.claims.filter(({ form, action }) => form === "superbill" && action === "original");
        const alone = { ...sources, claims: noted, decided: [] };
        const sent = noted.map((claim) => ({
          ...claim,
          form: "claim" as const,
          file: `${claim.file}.837`,
          balances: [],
        }));
        const dated = (claims: Sources["claims"]): Sources["claims"] =>
          claims.map((claim) => ({ ...claim, lines: claim.lines.filter(({ date }) => date !== undefined) }));
        const before = computeAccount(accountOf({ ...alone, claims: dated(noted) })).years;
        const after = computeAccount(accountOf({ ...alone, claims: dated([...noted, ...sent]) })).years;
        assert.deepEqual(after.map(sum), before.map(sum));
      }),
      { numRuns: 300 },
    );
  });

  it("comes to the same when a payer allows what the office expected, and says that the payer told it", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const claims = sources.claims
          .filter(({ action, form }) => action === "original" && form === "claim")
          .map((claim, place) => ({ ...claim, claimId: `own ${place}`, lines: claim.lines.filter(isCertain) }));
        const before = computeAccount(accountOf({ ...sources, claims, decided: [] })).years;
        const decided = claims.flatMap(({ claimId, lines }) =>
          lines.map((line, place): DecidedAmount => ({
            ...line,
            at: { file: "z.835", line: place },
            file: "z.835",
            place,
            claimId,
            lineNumber: undefined,
            sentCode: undefined,
            isOfMedicare: true,
            isStated: true,
            isReversal: false,
            isWholeClaim: false,
            isForAnother: false,
            wasForAnother: false,
            payment: "z",
          })),
        );
        const after = computeAccount(accountOf({ ...sources, claims, decided })).years;
        assert.deepEqual(after.map(sum), before.map(sum));
        for (const { steps } of after) {
          for (const { kind, source } of steps) assert.ok(kind === "balance" || source === "remittance");
        }
      }),
      { numRuns: 300 },
    );
  });
});

function isCertain(line: Sources["claims"][number]["lines"][number]): boolean {
  const { bucket, date, allowed, units, modifiers } = line;
  const isTold = allowed !== undefined && allowed >= 0 && units !== 0 && date !== undefined;
  return isTold && bucket !== undefined && !modifiers.includes("GA");
}

function sum({ year, bucket, used }: LedgerYear): object {
  return { year, bucket, used };
}

function pick(used: UsedAmount): object {
  const { year, bucket, isMissing, amount, before, after, beforeClaim, afterClaim, afterVisit } = used;
  const { mayCross, margin, kxOn, lastVisit, attested, isFromPayer } = used;
  return {
    ...{ year, bucket, isMissing, amount, before, after, beforeClaim, afterClaim, afterVisit },
    ...{ mayCross, margin, kxOn, lastVisit, attestedFrom: attested?.from, isFromPayer },
    passedAt: used.passedAt?.at,
  };
}

function usedSlowly(years: readonly SlowYear[]): ReadonlyMap<object, object> {
  const used = new Map<object, object>();
  for (const year of years) {
    const services = year.steps.filter(({ kind }) => kind === "service");
    for (const step of services.filter(({ isOwn }) => isOwn)) {
      for (const { line, claim } of step.lines) {
        if (!("procedure" in line.at)) continue;
        const ofClaim = services.filter(({ lines }) => lines.some((one) => one.claim === claim));
        used.set(line.at, {
          ...{ year: year.year, bucket: year.bucket, isMissing: year.isMissing },
          ...{ amount: step.amount, before: step.before, after: step.after },
          beforeClaim: ofClaim[0]?.before,
          afterClaim: ofClaim.at(-1)?.after,
          ...visitSlowly(step, services, year),
          passedAt: passedSlowly(step, year),
        });
      }
    }
  }
  return used;
}

function visitSlowly(step: SlowStep, services: readonly SlowStep[], { year, steps }: SlowYear): object {
  const own = services.filter(({ isOwn }) => isOwn);
  const ofDay = services.filter(({ date }) => date === step.date);
  const [before] = ofDay.map((one) => one.before);
  const after = ofDay.at(-1)?.after;
  const earlier = own.filter(({ date }) => date < step.date);
  const attesting = own.filter(({ hasNotice }) => !hasNotice);
  const others = services.filter(({ date }) => date < step.date);
  const hasBalance = steps.some(({ kind, source }) => kind === "balance" && source !== "opening");
  const areDecided = others.length > 0 && others.every(({ source }) => source === "remittance");
  return {
    afterVisit: after,
    mayCross: year === 2026 && before !== undefined && before.low < threshold && (after?.high ?? 0) > threshold,
    margin: marginSlowly(own),
    kxOn: earlier.findLast(({ hasKx }) => hasKx)?.date,
    lastVisit: lastSlowly(earlier),
    attestedFrom: attesting.every(({ hasKx }) => hasKx) ? attesting[0]?.date : undefined,
    isFromPayer: hasBalance || areDecided,
  };
}

function marginSlowly(own: readonly SlowStep[]): number {
  const known = own.filter(({ amount }) => amount.low === amount.high && amount.low > 0);
  const days = new Set(known.map(({ date }) => date)).size;
  return days === 0 ? 100_00 : Math.max(100_00, Math.round(together(known).low / days));
}

function lastSlowly(earlier: readonly SlowStep[]): Bounds | undefined {
  const last = earlier.at(-1)?.date;
  return last === undefined ? undefined : together(earlier.filter(({ date }) => date === last));
}

function together(steps: readonly SlowStep[]): Bounds {
  return {
    low: steps.reduce((total, { amount }) => total + amount.low, 0),
    high: steps.reduce((total, { amount }) => total + amount.high, 0),
  };
}

/** The last line up to this one, since the last balance, that goes over the threshold. */
function passedSlowly(step: SlowStep, { year, steps }: SlowYear): object | undefined {
  if (year !== 2026) return undefined;
  const upTo = steps.slice(0, steps.indexOf(step) + 1);
  const since = upTo.slice(upTo.findLastIndex(({ kind }) => kind === "balance") + 1);
  const passing = since.findLast(({ before, after }) => before.low <= threshold && after.low > threshold);
  if (passing === undefined) return undefined;
  const ats = passing.lines.map(({ line }) => line.at);
  const held = ats.find((at) => "procedure" in at);
  if (held !== undefined && "procedure" in held) return held.procedure;
  return ats[0] ?? passing.decidedAt;
}
