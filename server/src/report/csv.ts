import type { Cents } from "../model/money.ts";
import { type Standing, type ThresholdReport } from "./threshold-report.ts";
import { doubtInWords, placeInWords, sourceInWords } from "./words.ts";

const columns = [
  "beneficiary",
  "year",
  "bucket",
  "used",
  "bound",
  "at_least",
  "at_most",
  "kx_threshold",
  "review_threshold",
  "kx_left",
  "share_of_kx",
  "share_of_review",
  "crossed_on",
  "crossed_by",
  "crossed_at",
  "sources",
  "doubts",
];

/** RFC 4180, a record for each standing, in pieces. Amounts are plain numbers in dollars; what is not known is empty. */
export function* reportCsv({ standings }: ThresholdReport): Generator<string> {
  yield `${columns.join(",")}\r\n`;
  for (const standing of standings) yield `${recordOf(standing).join(",")}\r\n`;
}

function recordOf(standing: Standing): readonly string[] {
  const { beneficiary, year, bucket, used, figure, kxThreshold, reviewThreshold, crossing } = standing;
  return [
    // A spreadsheet takes text for one of its own machine's character set, which has another sign where UTF-8 has this one.
    cell(beneficiary.replace("…", "...")),
    String(year),
    bucket,
    dollars(figure.cents),
    figure.bound,
    dollars(used.low),
    dollars(used.high),
    dollars(kxThreshold),
    dollars(reviewThreshold),
    dollars(left(figure.cents, kxThreshold)),
    share(figure.cents, kxThreshold),
    share(figure.cents, reviewThreshold),
    crossing?.date ?? "",
    cell(crossing?.code ?? ""),
    cell(crossing?.place ? placeInWords(crossing.place) : ""),
    cell(standing.sources.map(sourceInWords).join("; ")),
    cell(standing.doubts.map(doubtInWords).join("; ")),
  ];
}

/** A text that a spreadsheet would take for a formula gets an apostrophe, which says that it is text. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function dollars(cents: Cents | undefined): string {
  return cents === undefined || !Number.isFinite(cents) ? "" : (cents / 100).toFixed(2);
}

function left(cents: Cents | undefined, threshold: Cents | undefined): Cents | undefined {
  return cents === undefined || threshold === undefined ? undefined : threshold - cents;
}

/** A part of 1, rounded down: what is below a threshold is less than 1. */
function share(cents: Cents | undefined, threshold: Cents | undefined): string {
  if (cents === undefined || threshold === undefined || threshold <= 0) return "";
  return (Math.floor((10_000 * cents) / threshold) / 10_000).toFixed(4);
}
