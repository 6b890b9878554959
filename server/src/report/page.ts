import type { CalendarDate } from "../model/date.ts";
import { type AmountScale, scaleFor } from "./amount-scale.ts";
import { drawBarAxis } from "./bar.ts";
import { escape } from "./escape.ts";
import { boundsInWords, percentOf } from "./figure.ts";
import { drawnStanding } from "./page-standing.ts";
import { pageStyle } from "./page-style.ts";
import { type Level, type Standing, type ThresholdReport, byYear } from "./threshold-report.ts";
import { count, distanceInWords, doubtInWords, formatCount, thresholdsInWords } from "./words.ts";

export interface PageSettings {
  /** The day on which the report is made. */
  readonly today: CalendarDate;
  /** How many of the nearest are drawn; the others are lines of a table. */
  readonly drawn?: number;
}

const usuallyDrawn = 100;
/** A page of more would be no help, and slow to open; the other formats have them all. */
const mostLines = 20_000;

/**
 * The report as a page that needs nothing else: no scripts, no other files. Its styles stand in it, so they alone are allowed; an
 * editor's webview adds its own in the same way, which a list of hashes would refuse.
 */
export function reportPage({ standings }: ThresholdReport, { today, drawn = usuallyDrawn }: PageSettings): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Therapy thresholds</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Therapy thresholds</h1>
<p class="quiet">How much of each year’s amount the beneficiaries have used, those nearest to the KX threshold first. As of ${today}.</p>
${standings.length === 0 ? emptyReport : fullReport(standings, drawn)}
</main>
</body>
</html>
`;
}

const emptyReport = `<p class="note">No therapy services were found, so there is nothing to count.</p>`;

function fullReport(standings: readonly Standing[], drawn: number): string {
  const scale = scaleFor(standings);
  const nearest = new Set(standings.slice(0, drawn));
  const listed = new Set(standings.slice(drawn, drawn + mostLines));
  const sections = byYear(standings).map(([year, ofYear]) => {
    const drawings = ofYear.filter((standing) => nearest.has(standing));
    const lines = ofYear.filter((standing) => listed.has(standing));
    return `<section aria-labelledby="year-${String(year)}">
<h2 id="year-${String(year)}">${String(year)}</h2>
${drawnTable(year, ofYear, drawings, scale)}${linesTable(year, lines, drawings.length > 0)}</section>
`;
  });
  return `${summaryOf(standings)}
${key}
${sections.join("")}${notTold(standings.length - nearest.size - listed.size)}${note}`;
}

function summaryOf(standings: readonly Standing[]): string {
  const countOf = (...levels: readonly Level[]): number =>
    standings.filter(({ level }) => levels.includes(level)).length;
  const figures: readonly (readonly [number, string])[] = [
    [standings.length, standings.length === 1 ? "yearly amount followed" : "yearly amounts followed"],
    [countOf("over", "over-review"), "over the KX threshold"],
    [countOf("over-review"), "of these over the review threshold"],
    [countOf("may-be-over"), "not certainly below"],
    [countOf("unknown"), "not known"],
  ];
  const points = figures.map(([number, words]) => `<li><b>${formatCount(number)}</b><span>${words}</span></li>`);
  return `<ul class="summary">${points.join("")}</ul>`;
}

/** Holds the hatching too, to which every drawing of the page refers. */
const key = `<ul class="key" aria-label="Key to the drawings">
<li>${sample('<rect class="used" y="3" width="22" height="10"/>')}used</li>
<li>${sample('<rect class="over" y="3" width="22" height="10"/><rect class="hatch" y="3" width="22" height="10"/>')}used over the KX threshold</li>
<li>${sample('<rect class="may" x="0.5" y="3.5" width="21" height="9"/>')}may be used too</li>
<li>${sample('<path class="open" d="M0 8H20"/><path class="beyond" d="M17 4l4 4l-4 4"/>')}nothing tells the most</li>
<li>${sample('<path class="kx" d="M11 0V16"/>')}KX threshold</li>
<li>${sample('<path class="review" d="M11 0V16"/>')}review threshold</li>
<li>${sample('<path class="crossing" d="M11 3.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z"/>')}passes KX</li>
<li>${sample('<rect class="balance" x="8" y="5" width="6" height="6"/>')}a balance, with which the sum begins anew</li>
</ul>
<svg width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-line" d="M0 0V5"/></pattern></defs></svg>`;

function sample(shape: string): string {
  return `<svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true" focusable="false">${shape}</svg>`;
}

function drawnTable(
  year: number,
  ofYear: readonly Standing[],
  drawings: readonly Standing[],
  scale: AmountScale,
): string {
  const [first] = ofYear;
  if (first === undefined || drawings.length === 0) return "";
  const rows = drawings.map((standing, place) =>
    drawnStanding(standing, scale, `course-${String(year)}-${String(place)}`),
  );
  const which = drawings.length < ofYear.length ? ` Drawn: the nearest ${formatCount(drawings.length)}.` : "";
  return `<table class="standings" role="table">
<caption>${thresholdsInWords(first)}; one amount for PT and SLP together, one for OT.${which}</caption>
<thead role="rowgroup"><tr role="row"><th class="who" scope="col" role="columnheader">Beneficiary</th><th class="amount" scope="col" role="columnheader">Used</th><th class="drawn" scope="col" role="columnheader">Against the thresholds${drawBarAxis(first, scale)}</th><th class="course-head second" scope="col" role="columnheader">Course over the year</th><th class="second" scope="col" role="columnheader">What it rests on</th></tr></thead>
${rows.join("")}</table>
`;
}

function linesTable(year: number, lines: readonly Standing[], isRest: boolean): string {
  const [first] = lines;
  if (first === undefined) return "";
  const caption = isRest
    ? `${formatCount(lines.length)} more of ${String(year)}, farther from the threshold`
    : `${String(year)}: ${thresholdsInWords(first)}; farther from the threshold than those that are drawn`;
  return `<table class="plain"><caption>${caption}</caption>
<thead><tr><th scope="col">Beneficiary</th><th scope="col">Bucket</th><th scope="col" class="number">Used</th><th scope="col" class="number">Of KX</th><th scope="col">To the threshold</th><th scope="col">Doubts</th></tr></thead>
<tbody>${lines.map(lineOf).join("\n")}</tbody></table>
`;
}

function lineOf(standing: Standing): string {
  const { beneficiary, bucket, used, figure, kxThreshold, doubts } = standing;
  const share = figure.cents === undefined || !kxThreshold ? "" : percentOf(figure.cents, kxThreshold);
  const [doubt] = doubts;
  const others = doubts.length > 1 ? ` and ${formatCount(doubts.length - 1)} more` : "";
  return (
    `<tr><th scope="row">${escape(beneficiary)}</th><td>${bucket}</td><td class="number">${boundsInWords(used)}</td>` +
    `<td class="number">${share}</td><td>${escape(distanceInWords(standing))}</td>` +
    `<td class="text">${doubt === undefined ? "" : escape(doubtInWords(doubt)) + others}</td></tr>`
  );
}

function notTold(number: number): string {
  if (number === 0) return "";
  return `<p class="note">${count(number, "more is", "more are")} not on this page. As CSV or JSON the ledger has all of them.</p>\n`;
}

const note = `<p class="note quiet">Counted from the files that were named, or that are open with their folders, on this machine. What other providers billed counts only where an eligibility answer, a stated amount or an opening amount tells it. Being over the KX threshold needs KX with a plan of care that supports it; over the review threshold Medicare may ask for the records.</p>`;
