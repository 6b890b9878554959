import type { AmountSource } from "../ledger/ledger-year.ts";
import { type CalendarDate, daysBetween } from "../model/date.ts";
import { type Cents, formatCents } from "../model/money.ts";
import type { FilePlace } from "../model/place.ts";
import type { Doubt, SourceCount, Standing } from "./threshold-report.ts";

/** How far the beneficiary is from the thresholds: `48.24 left`, `over by 120.00`. */
export function distanceInWords({ level, used, kxThreshold, reviewThreshold, year }: Standing): string {
  if (kxThreshold === undefined) return `the KX threshold of ${String(year)} is not known`;
  if (level === "unknown") return "the used amount is not known";
  const least = used.low === used.high ? "" : "at least ";
  if (level === "over-review" && reviewThreshold !== undefined)
    return `over review by ${least}${formatCents(used.low - reviewThreshold)}`;
  if (level === "over" || level === "over-review") return `over by ${least}${formatCents(used.low - kxThreshold)}`;
  if (used.low === used.high) return `${formatCents(kxThreshold - used.low)} left`;
  if (level === "below") return `at least ${formatCents(kxThreshold - used.high)} left`;
  const most = `at most ${formatCents(kxThreshold - used.low)} left`;
  return Number.isFinite(used.high) ? `may be over; ${most}` : most;
}

const sourceNames: Readonly<Record<AmountSource, readonly [one: string, several: string]>> = {
  eligibility: ["eligibility answer", "eligibility answers"],
  remittance: ["line as paid", "lines as paid"],
  stated: ["stated amount", "stated amounts"],
  opening: ["opening amount", "opening amounts"],
  allowed: ["allowed amount on the line", "allowed amounts on the lines"],
  "fee-schedule": ["line by the fee schedule", "lines by the fee schedule"],
  charge: ["charge, as the most it can be", "charges, as the most they can be"],
  unknown: ["line of unknown amount", "lines of unknown amount"],
};

/** `14 lines as paid`. */
export function sourceInWords({ source, steps }: SourceCount): string {
  const [one, several] = sourceNames[source];
  return `${formatCount(steps)} ${steps === 1 ? one : several}`;
}

export function sourceName(source: AmountSource): string {
  return sourceNames[source][0];
}

/** `as of the day before (3 lines)`. */
export function doubtInWords({ text, steps }: Doubt): string {
  if (steps === 0) return text;
  return `${text} (${count(steps, "line")})`;
}

/** Lines count from 1, as a reader counts them. */
export function placeInWords({ file, line }: FilePlace): string {
  return `${file}:${String(line + 1)}`;
}

/** `1 line`, `10,000 lines`. */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : several}`;
}

export function formatCount(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `May 14`. */
export function dayInWords(date: CalendarDate): string {
  return `${monthNames[Number(date.slice(5, 7)) - 1] ?? ""} ${String(Number(date.slice(8, 10)))}`;
}

/** How much of the year has gone when the day begins, from 0 to 1; a day of another year stands at the near end. */
export function partOfYear(date: CalendarDate, year: number): number {
  const days = daysBetween(firstDay(year), firstDay(year + 1));
  return Math.min(1, Math.max(0, daysBetween(firstDay(year), date) / days));
}

function firstDay(year: number): CalendarDate {
  return `${String(year).padStart(4, "0")}-01-01` as CalendarDate;
}

/** Both thresholds of a year: `KX threshold 2,480.00, review threshold 3,000.00`. */
export function thresholdsInWords({ kxThreshold, reviewThreshold }: Standing): string {
  return `KX threshold ${centsInWords(kxThreshold)}, review threshold ${centsInWords(reviewThreshold)}`;
}

function centsInWords(cents: Cents | undefined): string {
  return cents === undefined ? "not known" : formatCents(cents);
}
