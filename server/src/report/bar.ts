import { type Cents, formatDollars } from "../model/money.ts";
import type { AmountScale } from "./amount-scale.ts";
import type { Standing } from "./threshold-report.ts";

const width = 256;
const height = 26;
const axisHeight = 34;
const barTop = 6;
const barHeight = 14;

/** What is used, drawn against both thresholds. The figures stand in the table beside it, so it says nothing to a screen reader. */
export function drawBar({ used, kxThreshold, reviewThreshold }: Standing, scale: AmountScale): string {
  const x = (cents: Cents): number => round(scale.partOf(cents) * width);
  const low = x(used.low);
  const kx = kxThreshold === undefined ? width : x(kxThreshold);
  const parts = [
    `<path class="axis" d="M0 ${barTop + barHeight + 0.5}H${width}"/>`,
    block("used", 0, Math.min(low, kx)),
  ];
  if (low > kx) parts.push(block("over", kx, low), block("hatch", kx, low));
  if (used.high > used.low && Number.isFinite(used.high)) parts.push(block("may", low, x(used.high)));
  if (!Number.isFinite(used.high)) parts.push(openEnd(low));
  if (scale.isBeyond(used.low)) parts.push(`<path class="beyond" d="M${width - 5} ${barTop + 2}l5 5l-5 5"/>`);
  parts.push(threshold("review", reviewThreshold, x), threshold("kx", kxThreshold, x));
  return drawing(height, parts);
}

/** The heading over a year's bars: both thresholds, named once. */
export function drawBarAxis({ kxThreshold, reviewThreshold }: Standing, scale: AmountScale): string {
  const label = (name: string, kind: string, cents: Cents | undefined, anchor: string): string => {
    if (cents === undefined) return "";
    const x = round(scale.partOf(cents) * width);
    const at = `x="${anchor === "end" ? x - 4 : x + 4}" text-anchor="${anchor}"`;
    return (
      `<text ${at} y="11">${name}</text><text ${at} y="24">${formatDollars(cents)}</text>` +
      `<path class="${kind}" d="M${x} 2V${axisHeight}"/>`
    );
  };
  const isReviewFirst = (reviewThreshold ?? Number.POSITIVE_INFINITY) < (kxThreshold ?? 0);
  return drawing(axisHeight, [
    `<text x="0" y="24">0</text>`,
    label("KX", "kx", kxThreshold, isReviewFirst ? "start" : "end"),
    label("Review", "review", reviewThreshold, isReviewFirst ? "end" : "start"),
  ]);
}

function drawing(tall: number, parts: readonly string[]): string {
  const size = `width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}"`;
  return `<svg class="bar" aria-hidden="true" focusable="false" ${size}>${parts.join("")}</svg>`;
}

function block(kind: string, from: number, to: number): string {
  if (to <= from) return "";
  return `<rect class="${kind}" x="${from}" y="${barTop}" width="${round(to - from)}" height="${barHeight}"/>`;
}

/** Nothing limits the amount from above: a dotted line with an arrow goes on to the end. */
function openEnd(from: number): string {
  const y = barTop + barHeight / 2;
  if (from > width - 12) return "";
  return `<path class="open" d="M${round(from + 3)} ${y}H${width - 2}"/><path class="beyond" d="M${width - 5} ${y - 4}l4 4l-4 4"/>`;
}

function threshold(kind: string, cents: Cents | undefined, x: (cents: Cents) => number): string {
  return cents === undefined ? "" : `<path class="${kind}" d="M${x(cents)} 0V${height}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
