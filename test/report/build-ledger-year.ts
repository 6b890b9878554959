import type { AmountSource, LedgerStep, LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import type { CalendarDate } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import type { Cents } from "../../server/src/model/money.ts";
import { type FilePlace, isInOtherFile } from "../../server/src/model/place.ts";
import type { Bounds } from "../../server/src/model/used-amount.ts";
import { type ReportSettings, type ThresholdReport, reportOf } from "../../server/src/report/threshold-report.ts";

/** A step by what it adds; of a balance, by what was used. */
export interface StepText {
  readonly date: CalendarDate;
  /** Without one it is a balance. */
  readonly code?: string;
  readonly amount: Cents | Bounds;
  readonly source?: AmountSource;
  readonly hasKx?: boolean;
  readonly places?: readonly FilePlace[];
  readonly doubts?: readonly string[];
}

export interface YearText {
  readonly id?: string;
  readonly year?: number;
  readonly bucket?: Bucket;
  readonly threshold?: Cents | "unknown";
  /** What was used before the first step; by default nothing. */
  readonly before?: Bounds;
  readonly isMissing?: boolean;
  readonly steps?: readonly StepText[];
  readonly doubts?: readonly string[];
}

/** The ledger year of these steps, summed in the plainest way. */
export function buildLedgerYear(text: YearText): LedgerYear {
  const { id, year = 2026, bucket = "PT/SLP", threshold = 2_480_00, isMissing = false, doubts = [] } = text;
  let sum = text.before ?? { low: 0, high: isMissing ? Number.POSITIVE_INFINITY : 0 };
  let passedAt: LedgerStep | undefined;
  const steps = (text.steps ?? []).map((step, place): LedgerStep => {
    const amount = typeof step.amount === "number" ? { low: step.amount, high: step.amount } : step.amount;
    const isBalance = step.code === undefined;
    const before = sum;
    sum = isBalance ? amount : { low: sum.low + amount.low, high: sum.high + amount.high };
    const built: LedgerStep = {
      kind: isBalance ? "balance" : "service",
      date: step.date,
      code: step.code,
      amount,
      source: step.source ?? (isBalance ? "eligibility" : "allowed"),
      before,
      after: sum,
      hasKx: step.hasKx ?? false,
      places: step.places ?? [{ file: `visits/${step.date}.superbill`, line: place }],
      notes: [],
      doubts: step.doubts ?? [],
    };
    if (threshold !== "unknown" && before.low <= threshold && sum.low > threshold) passedAt = built;
    return built;
  });
  return {
    beneficiaryId: id,
    year,
    bucket,
    threshold: threshold === "unknown" ? undefined : threshold,
    steps,
    used: sum,
    passedAt,
    isMissing,
    doubts,
  };
}

export function buildReport(years: readonly YearText[], settings: Partial<ReportSettings> = {}): ThresholdReport {
  return reportOf(years.map(buildLedgerYear), { ...usualSettings, ...settings });
}

export const usualSettings: ReportSettings = {
  reviewThresholdOf: () => 3_000_00,
  filePlaceOf: (place) => (isInOtherFile(place) ? place : { file: "at hand", line: 0 }),
  showIds: false,
};
