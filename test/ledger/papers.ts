import { computeAccount } from "../../server/src/ledger/account.ts";
import type { FeeSchedule } from "../../server/src/ledger/fee-schedule.ts";
import type { LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import type { Balance, BilledClaim, BilledLine, DecidedAmount, Sources } from "../../server/src/ledger/source.ts";
import { show } from "./account.ts";

// Papers of one beneficiary, built by what matters of them. Each stands behind those that were built before it.

let place = 0;

export function line(more: Partial<BilledLine> = {}): BilledLine {
  const at = { file: "x", line: place++ };
  const { modifiers = ["GP"] } = more;
  const bucket = modifiers.includes("GO") ? "OT" : "PT/SLP";
  const none = { lineNumber: undefined, allowed: undefined, charge: undefined, placeOfService: undefined };
  return { at, date: "2026-03-02", code: "97110", units: 1, bucket, ...none, ...more, modifiers };
}

export function claim(
  form: BilledClaim["form"],
  lines: readonly BilledLine[],
  more: Partial<BilledClaim> = {},
): BilledClaim {
  const file = form === "claim" ? "sent.837" : "day.superbill";
  return { form, file, place: place++, claimId: undefined, action: "original", lines, balances: [], ...more };
}

export function decided(more: Partial<DecidedAmount>): DecidedAmount {
  const { file = "paid.835" } = more;
  return {
    ...{ at: { file, line: place }, file, place: place++, claimId: "1", lineNumber: undefined, date: "2026-03-02" },
    ...{
      code: "97110",
      sentCode: undefined,
      modifiers: ["GP"],
      bucket: "PT/SLP",
      isOfMedicare: true,
      charge: undefined,
    },
    ...{ allowed: 30_00, isStated: true, isReversal: false, isWholeClaim: false, payment: "p" },
    ...{ isForAnother: false, wasForAnother: false },
    ...more,
  };
}

export function answered(amount: number, asOf: Balance["asOf"], more: Partial<Balance> = {}): Balance {
  const at = { file: "answer.271", line: place++ };
  const of = { year: 2026, bucket: "PT/SLP", amount, asOf, isAtLeast: false, assumed: undefined } as const;
  return { at, file: "answer.271", source: "eligibility", ...of, ...more };
}

export function yearsOf(sources: Partial<Sources>, fees?: FeeSchedule): readonly LedgerYear[] {
  const all = { claims: [], decided: [], balances: [], ...sources };
  const thresholdOf = (): number => 2_480_00;
  const openingAmounts = { "PT/SLP": 0, OT: 0 };
  return computeAccount({ beneficiaryId: "x", sources: all, thresholdOf, openingAmounts, ...(fees && { fees }) }).years;
}

/** What was used of PT/SLP, and what each service adds, with its source. */
export function told(sources: Partial<Sources>, fees?: FeeSchedule): string {
  const [year] = yearsOf(sources, fees);
  const steps = (year?.steps ?? []).filter(({ source }) => source !== "opening");
  return [show(year?.used), ...steps.map(({ amount, source }) => `${source} ${show(amount)}`)].join(" · ");
}
