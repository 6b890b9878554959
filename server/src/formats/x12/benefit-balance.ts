import type { BenefitBalance } from "../../model/amount.ts";
import type { NamedPayer } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { yearOf } from "../../model/date.ts";
import type { Bucket } from "../../model/discipline.ts";
import type { Cents } from "../../model/money.ts";
import type { Field } from "../../text/span.ts";
import type { AnsweredLevel, Benefit, BenefitDate } from "./eligibility.ts";
import type { Governing } from "./loops.ts";

/**
 * What a benefit says was used, or is left, of a year's therapy amount; undefined where it speaks of anything else, or where it can't
 * be told which of the two it means. Medicare (HETS) answers with the amount used since 2018, and answered with what was left before.
 */
export function balanceOf(benefit: Benefit, level: AnsweredLevel, governing: Governing): BenefitBalance | undefined {
  if (!speaksOfAmount(benefit)) return undefined;
  const bucket = bucketOf(benefit);
  const stated = statedIn(benefit);
  const asOf = dateOf(benefit.dates, [lastUpdate])?.from ?? governing.header?.date;
  const year = yearIn(benefit, level, asOf);
  if (bucket === undefined || stated === undefined || year === undefined) return undefined;
  return {
    source: "eligibility",
    span: benefit.span,
    payer: payerOf(benefit, governing),
    beneficiaryId: governing.patient?.reading.memberId ?? governing.subscriber?.reading.memberId,
    bucket,
    year: year.value,
    amount: stated.amount,
    kind: stated.kind,
    assumed: joined(stated.assumed, year.assumed),
    asOf,
  };
}

/** Of the codes of EB04 only Medicare's own means the same as a claim's filing indicator. */
function payerOf({ insuranceType }: Benefit, { payer }: Governing): NamedPayer {
  const filingIndicator = insuranceType?.value === "MB" ? insuranceType : undefined;
  return { name: payer?.reading.name, filingIndicator, payerId: payer?.reading.payerId };
}

function joined(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? (first ?? second) : `${first}; ${second}`;
}

/** A limitation or a description of a benefit; therapy of the year is none of Part A's. */
function speaksOfAmount({ kind, insuranceType, isOfSomethingElse }: Benefit): boolean {
  return (kind === "D" || kind === "F") && insuranceType?.value !== "MA" && !isOfSomethingElse;
}

/** Physical medicine, speech therapy, physical therapy. */
const physicalOrSpeech: readonly string[] = ["AE", "AF", "PT"];
const occupational = "AD";

/** By the service types, else by the words. One amount for both buckets together is neither's. */
function bucketOf({ serviceTypes, words }: Benefit): Bucket | undefined {
  if (serviceTypes.length > 0) {
    if (serviceTypes.every((type) => type === occupational)) return "OT";
    return serviceTypes.every((type) => physicalOrSpeech.includes(type)) ? "PT/SLP" : undefined;
  }
  const text = words.join(" ");
  if (!/\btherap(y|ies)\b/i.test(text)) return undefined;
  const isOccupational = /\boccupational\b/i.test(text);
  const isPhysicalOrSpeech = /\b(physical|speech)\b/i.test(text);
  if (isOccupational === isPhysicalOrSpeech) return undefined;
  return isOccupational ? "OT" : "PT/SLP";
}

interface Stated {
  readonly amount: Field<Cents>;
  readonly kind: BenefitBalance["kind"];
  readonly assumed: string | undefined;
}

function statedIn(benefit: Benefit): Stated | undefined {
  const placed = amountIn(benefit);
  const kind = placed && kindOf(benefit, placed.period);
  if (placed === undefined || kind === undefined || placed.amount.value < 0) return undefined;
  return { amount: placed.amount, kind: kind.kind, assumed: joined(placed.assumed, kind.assumed) };
}

/** EB06: what is left. */
const remaining = "29";

/** A share, in hundredths as amounts are kept, is at most 100 percent. */
const greatestShare = 10_000;

/** Answers of Medicare put one separator too many before the period: `EB*F*IND*AE*MB***29*1840`. */
function amountIn({
  period,
  amount,
  share,
}: Benefit): { amount: Field<Cents>; period: string; assumed: string | undefined } | undefined {
  if (period === "" && share !== undefined) {
    const isShifted = amount?.value === Number(remaining) * 100;
    if (isShifted) return { amount: share, period: remaining, assumed: "29 (remaining) stands one element too late" };
    const isNoShare = amount === undefined && share.value > greatestShare;
    if (isNoShare) return { amount: share, period, assumed: "the amount stands one element too late" };
  }
  return amount && { amount, period, assumed: undefined };
}

const usedWords = /\b(used|applied|accumulated|accrued|to date)\b/i;
const leftWords = /\b(remain(s|ing|der)?|left|available|balance)\b/i;

/** EB06: a year as a whole, or nothing that says otherwise. */
const yearPeriods: readonly string[] = ["", "22", "23"];

/** By what EB06 says outright, else by the words. A limitation without either may be the limit itself, and is neither. */
function kindOf({ kind, words, insuranceType }: Benefit, period: string): Pick<Stated, "kind" | "assumed"> | undefined {
  const text = words.join(" ");
  const saysUsed = usedWords.test(text);
  const saysLeft = leftWords.test(text);
  if (period === remaining) return saysUsed && !saysLeft ? undefined : { kind: "remaining", assumed: undefined };
  if (saysUsed !== saysLeft) return { kind: saysUsed ? "used" : "remaining", assumed: undefined };
  if (saysUsed) return undefined;
  if (period === "24") return { kind: "used", assumed: "EB06 says year to date, which was taken for used" };
  if (kind !== "D" || insuranceType?.value !== "MB" || !yearPeriods.includes(period)) return undefined;
  return {
    kind: "used",
    assumed: "nothing says used or remaining; Medicare has answered with the used amount since 2018",
  };
}

/** DTP01 of a benefit: benefit, plan, service, eligibility. */
const yearDates: readonly string[] = ["292", "291", "472", "307"];
const lastUpdate = "636";

/** The calendar year of the benefit's own dates, else of those that the answer is about, else of the day of the answer. */
function yearIn(
  benefit: Benefit,
  level: AnsweredLevel,
  asOf: Field<CalendarDate> | undefined,
): { value: number; assumed: string | undefined } | undefined {
  const own = dateOf(benefit.dates, yearDates);
  if (own !== undefined) return ofOneYear(own) ? { value: yearOf(own.from.value), assumed: undefined } : undefined;
  const asked = dateOf(level.dates, yearDates);
  if (asked !== undefined && ofOneYear(asked)) {
    return { value: yearOf(asked.from.value), assumed: "the year is that of the dates that were asked for" };
  }
  return asOf && { value: yearOf(asOf.value), assumed: "the year is that of the day of the answer" };
}

function dateOf(dates: readonly BenefitDate[], kinds: readonly string[]): BenefitDate | undefined {
  for (const kind of kinds) {
    const found = dates.find((date) => date.kind === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofOneYear({ from, to }: BenefitDate): boolean {
  return to === undefined || yearOf(to.value) === yearOf(from.value);
}
