import { type AmountScale } from "./amount-scale.ts";
import { drawBar } from "./bar.ts";
import { drawCourse } from "./course.ts";
import { escape } from "./escape.ts";
import { boundsInWords, percentOf } from "./figure.ts";
import type { Standing, StandingStep } from "./threshold-report.ts";
import {
  count,
  dayInWords,
  distanceInWords,
  doubtInWords,
  formatCount,
  placeInWords,
  sourceInWords,
  sourceName,
} from "./words.ts";

/** More would make one beneficiary's lines a page of their own; the other formats have them all. */
const mostSteps = 200;
const mostDoubts = 8;

/**
 * One beneficiary's part of a year's table.
 * @param name unique on the page
 */
export function drawnStanding(standing: Standing, scale: AmountScale, name: string): string {
  return `<tbody class="${standing.level}" role="rowgroup">
<tr class="standing" role="row">
<th class="who" scope="row" role="rowheader"><b>${escape(standing.beneficiary)}</b>${standing.bucket}</th>
<td class="amount" role="cell">${amountCell(standing)}</td>
<td class="drawn" role="cell">${drawBar(standing, scale)}</td>
<td class="course-cell" role="cell">${drawCourse(standing, scale, name)}</td>
<td class="why" role="cell">${whyCell(standing)}</td>
</tr>
${stepsOf(standing)}</tbody>
`;
}

function amountCell(standing: Standing): string {
  const { used, figure, kxThreshold, reviewThreshold } = standing;
  const isRange = used.low !== used.high;
  const figures = [`<b${isRange ? ' class="range"' : ""}>${boundsInWords(used)}</b>`];
  const { cents } = figure;
  const shares: string[] = [];
  if (cents !== undefined && kxThreshold) shares.push(`${percentOf(cents, kxThreshold)} of KX`);
  if (cents !== undefined && reviewThreshold) shares.push(`${percentOf(cents, reviewThreshold)} of review`);
  figures.push(`<span class="word">${escape(distanceInWords(standing))}</span>`);
  if (shares.length > 0) figures.push(`<span class="quiet">${shares.join("<br>")}</span>`);
  return figures.join("");
}

function whyCell({ crossing, sources, doubts }: Standing): string {
  const points: string[] = [];
  if (crossing !== undefined) {
    const at = crossing.place === undefined ? "" : `, ${escape(placeInWords(crossing.place))}`;
    const code = crossing.code === undefined ? "" : ` with ${escape(crossing.code)}`;
    points.push(`<li>Over KX from <b>${dayInWords(crossing.date)}</b>${code}${at}</li>`);
  }
  for (const source of sources) points.push(`<li>${escape(sourceInWords(source))}</li>`);
  for (const doubt of doubts.slice(0, mostDoubts))
    points.push(`<li class="doubt">? ${escape(doubtInWords(doubt))}</li>`);
  if (doubts.length > mostDoubts)
    points.push(`<li class="doubt">? ${count(doubts.length - mostDoubts, "further doubt")}</li>`);
  return points.length === 0 ? "" : `<ul>${points.join("")}</ul>`;
}

/** Every step with its amount and the sum after it, behind a heading that opens. */
function stepsOf({ steps, crossing, beneficiary, bucket, year }: Standing): string {
  if (steps.length === 0) return "";
  const shown = steps.slice(0, mostSteps);
  const more = steps.length - shown.length;
  const caption = `${beneficiary}, ${bucket}, ${String(year)}: each service and the sum after it`;
  return `<tr class="steps" role="row"><td colspan="5" role="cell"><details><summary>${count(steps.length, "line")}<span class="unseen"> of ${escape(beneficiary)}, ${bucket}</span></summary>
<table class="plain"><caption>${escape(caption)}</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Code</th><th scope="col" class="number">Amount</th><th scope="col" class="number">Used after it</th><th scope="col">From</th><th scope="col">Place</th></tr></thead>
<tbody>${shown.map((step) => stepRow(step, isSame(step, crossing))).join("")}</tbody></table>
${more > 0 ? `<p class="quiet">${formatCount(more)} more are in the other formats of the ledger.</p>` : ""}</details></td></tr>
`;
}

/** No other step passes the threshold: it begins below and ends above. */
function isSame({ date, before, after }: StandingStep, crossing: StandingStep | undefined): boolean {
  return date === crossing?.date && before.low === crossing.before.low && after.low === crossing.after.low;
}

function stepRow(step: StandingStep, crosses: boolean): string {
  const { kind, date, code, amount, after, source, place, otherPlaces, hasKx, notes, doubts } = step;
  const service = kind === "balance" ? "used by then" : `${code ?? "claim"}${hasKx ? " KX" : ""}`;
  const others = otherPlaces === 0 ? "" : ` and ${count(otherPlaces, "other place")}`;
  const at = place === undefined ? "" : placeInWords(place) + others;
  const from = [
    sourceName(source),
    ...notes,
    ...doubts.map((doubt) => `? ${doubt}`),
    ...(crosses ? ["passes KX"] : []),
  ].join("; ");
  return (
    `<tr${crosses ? ' class="crosses"' : ""}><th class="day" scope="row">${date}</th><td>${escape(service)}</td>` +
    `<td class="number">${boundsInWords(amount)}</td><td class="number">${boundsInWords(after)}</td>` +
    `<td class="text">${escape(from)}</td><td class="text">${escape(at)}</td></tr>`
  );
}
