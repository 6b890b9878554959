import { type CalendarDate, dateOf } from "../model/date.ts";
import type { Place } from "../model/place.ts";
import type { Bounds } from "../model/used-amount.ts";
import type { Account, Known } from "./account.ts";
import type { Figure } from "./balances.ts";
import { exactly, sumOf, unknown } from "./bounds.ts";
import { byText } from "./compare.ts";
import type { Contribution, Step, YearOfBucket } from "./course.ts";
import { hasKx } from "./estimates.ts";
import type { LedgerStep, LedgerYear } from "./ledger-year.ts";
import { type Service, bucketOf, hasCopies } from "./services.ts";
import type { Teller } from "./source.ts";

/** Everything that an account's sums are made of, told step by step. */
export function ledgerYearsOf(account: Account, known: Known): readonly LedgerYear[] {
  return known.years
    .map((year) => ledgerYearOf(account, known, year))
    .sort((a, b) => a.year - b.year || -byText(a.bucket, b.bucket));
}

function ledgerYearOf(account: Account, known: Known, ofYear: Known["years"][number]): LedgerYear {
  const { year, steps, threshold, isMissing, opening } = ofYear;
  const told = steps.map(stepOf);
  const begun = opening === undefined ? told : [openingStep(year, opening), ...told];
  return {
    beneficiaryId: account.beneficiaryId,
    year: year.year,
    bucket: year.bucket,
    threshold,
    steps: begun,
    used: begun.at(-1)?.after ?? sumOf(unknown, year.undated),
    passedAt: threshold === undefined ? undefined : passingStep(begun, threshold),
    isMissing,
    doubts: doubtsOfYear(year, known),
  };
}

/** The step with which the sum certainly passed the threshold for good. */
function passingStep(steps: readonly LedgerStep[], threshold: number): LedgerStep | undefined {
  const lastBelow = steps.findLastIndex(({ after }) => after.low <= threshold);
  return steps[lastBelow + 1];
}

function openingStep(year: YearOfBucket, opening: number): LedgerStep {
  const after = sumOf(exactly(opening), year.undated);
  const date = dateOf(year.year, 1, 1) ?? `${year.year}-01-01`;
  return balanceStep(date, {
    amount: exactly(opening),
    source: "opening",
    before: after,
    after,
    places: [],
    doubts: [],
  });
}

type OfBalance = Pick<LedgerStep, "amount" | "source" | "before" | "after" | "places" | "doubts">;

function balanceStep(date: CalendarDate, told: OfBalance): LedgerStep {
  return { kind: "balance", date, code: undefined, hasKx: false, notes: [], ...told };
}

function stepOf({ contribution, figure, before, after }: Step): LedgerStep {
  if (figure !== undefined) return figureStep(figure, before, after);
  // A step is of a figure or of a contribution.
  const { service, date, amount, source, doubts } = contribution as Contribution;
  return {
    kind: "service",
    date,
    code: service.code === "" ? undefined : service.code,
    amount,
    source,
    before,
    after,
    hasKx: hasKx(service),
    places: placesOf(service, source),
    notes: notesOf(service),
    doubts: bucketOf(service) === "unknown" ? [...doubts, unknownBucket] : doubts,
  };
}

function figureStep({ asOf, amount, balances }: Figure, before: Bounds, after: Bounds): LedgerStep {
  const [{ source }] = balances;
  const assumed = balances.flatMap((balance) => balance.assumed ?? []);
  const several = amount.low === amount.high ? [] : ["several amounts for the same day"];
  const doubts = [...new Set([...assumed, ...several])];
  return balanceStep(asOf, { amount, source, before, after, places: balances.map(({ at }) => at), doubts });
}

/** The place whose amount was taken comes first. */
function placesOf(service: Service, source: LedgerStep["source"]): readonly Place[] {
  const billed = service.tellers;
  const stating = source === "allowed" ? billed.find(({ line }) => line.allowed !== undefined) : undefined;
  const ordered = stating === undefined ? billed : [stating, ...billed.filter((teller) => teller !== stating)];
  const decided = [...service.decisions, ...(service.share?.decisions ?? [])].map(({ at }) => at);
  const lines = ordered.map(placeOf);
  return source === "remittance" ? [...decided, ...lines] : [...lines, ...decided];
}

function placeOf({ line: { at } }: Teller): Place {
  return "procedure" in at ? at.procedure : at;
}

const unknownBucket = "which of the two amounts it counts against is not known";

function notesOf(service: Service): readonly string[] {
  const { sent, noted, decisions } = service;
  const notes: string[] = [];
  if (sent !== undefined && noted !== undefined) notes.push("in a superbill and in a claim: counted once");
  if (hasCopies(service)) notes.push("the same claim in several files: counted once");
  if (decisions.some(({ wasForAnother }) => wasForAnother))
    notes.push("sent under another id, which the payer corrected");
  return notes;
}

function doubtsOfYear({ year, bucket }: YearOfBucket, { open, services }: Known): readonly string[] {
  const doubts = open.filter((decision) => decision.year === undefined || decision.year === year);
  const withoutDate = services.filter(
    (service) => service.date === undefined && [bucket, "unknown"].includes(bucketOf(service) ?? ""),
  );
  const words = withoutDate.length === 0 ? [] : ["a service without a date may count here"];
  return [...new Set([...doubts.map(({ doubt }) => doubt), ...words])];
}
