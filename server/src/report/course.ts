import { area, curveStepAfter, line } from "d3-shape";
import type { Cents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";
import type { AmountScale } from "./amount-scale.ts";
import { escape } from "./escape.ts";
import { boundsInWords } from "./figure.ts";
import type { Standing, StandingStep } from "./threshold-report.ts";
import { count, dayInWords, partOfYear } from "./words.ts";

const width = 300;
const height = 84;
const axisHeight = 15;
const headroom = 4;
const monthLetters = "J F M A M J J A S O N D".split(" ");

/** A day's end on the course; undefined where the line breaks off, since a balance begins the sum anew. */
type Point = { readonly x: number; readonly used: Bounds } | undefined;

/**
 * The used amount over the months of the year, with the day on which it passed the KX threshold. What it shows is also said in words.
 * @param name of the drawing, unique on its page
 */
export function drawCourse(standing: Standing, scale: AmountScale, name: string): string {
  const { year, steps, kxThreshold, reviewThreshold, beneficiary, bucket } = standing;
  const x = (step: StandingStep): number => round(partOfYear(step.date, year) * width);
  const y = (cents: Cents): number => round(height - scale.partOf(cents) * (height - headroom));
  const points = pointsOf(steps, x);
  const parts = [
    `<title id="${name}-title">${escape(`${beneficiary}, ${bucket}: course over ${String(year)}`)}</title>`,
    `<desc id="${name}-desc">${escape(courseInWords(standing))}</desc>`,
    monthAxis(year),
    level("review", reviewThreshold, y),
    level("kx", kxThreshold, y),
    `<path class="may" d="${bandOf(points, y)}"/>`,
    `<path class="course" d="${lineOf(points, y)}"/>`,
    ...steps.filter(({ kind }) => kind === "balance").map((step) => balanceMark(x(step), y(step.after.low))),
    endMark(points.at(-1), y),
    crossingMark(standing, x, y),
  ];
  const size = `width="${width}" height="${height + axisHeight}" viewBox="0 0 ${width} ${height + axisHeight}"`;
  const named = `role="img" aria-labelledby="${name}-title ${name}-desc"`;
  return `<svg class="over-year" ${named} ${size}>${parts.join("")}</svg>`;
}

/** What the drawing shows. */
function courseInWords({ steps, used, crossing, level: reached }: Standing): string {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return "No services.";
  const sentences = [
    `${count(steps.length, "step")} from ${dayInWords(first.date)} to ${dayInWords(last.date)}; used in the end: ${boundsInWords(used)}.`,
  ];
  if (crossing !== undefined) sentences.push(`The KX threshold was passed on ${dayInWords(crossing.date)}.`);
  else if (reached === "below") sentences.push("The KX threshold was not reached.");
  return sentences.join(" ");
}

function pointsOf(steps: readonly StandingStep[], x: (step: StandingStep) => number): readonly Point[] {
  const points: Point[] = [];
  for (const step of steps) {
    const at = x(step);
    if (step.kind === "balance") points.push(undefined);
    else if (points.length === 0) points.push({ x: at, used: step.before });
    // The line goes straight up over one day, so only where it begins and ends counts.
    else if (points.at(-1)?.x === at && points.at(-2)?.x === at) points.pop();
    points.push({ x: at, used: step.after });
  }
  return points;
}

/** The least that is used. */
function lineOf(points: readonly Point[], y: (cents: Cents) => number): string {
  const path = line<Point>()
    .digits(1)
    .curve(curveStepAfter)
    .defined((point) => point !== undefined)
    .x((point) => point?.x ?? 0)
    .y((point) => y(point?.used.low ?? 0));
  return path(points) ?? "";
}

/** From the least to the most, where both are known. */
function bandOf(points: readonly Point[], y: (cents: Cents) => number): string {
  const path = area<Point>()
    .digits(1)
    .curve(curveStepAfter)
    .defined((point) => point !== undefined && Number.isFinite(point.used.high))
    .x((point) => point?.x ?? 0)
    .y0((point) => y(point?.used.low ?? 0))
    .y1((point) => y(point?.used.high ?? 0));
  if (points.every((point) => point === undefined || point.used.low === point.used.high)) return "";
  return path(points) ?? "";
}

function monthAxis(year: number): string {
  const starts = monthLetters.map((_, month) =>
    round(partOfYear(`${year}-${String(month + 1).padStart(2, "0")}-01` as StandingStep["date"], year) * width),
  );
  const ticks = starts.map((start) => `M${start} ${height}v3`).join("");
  const letters = monthLetters.map((letter, month) => {
    const middle = ((starts[month] ?? 0) + (starts[month + 1] ?? width)) / 2;
    return `<text class="month" x="${round(middle)}" y="${height + axisHeight - 3}">${letter}</text>`;
  });
  return `<path class="axis" d="M0 ${height}H${width}${ticks}M${width} ${height}v3"/>${letters.join("")}`;
}

function level(kind: string, cents: Cents | undefined, y: (cents: Cents) => number): string {
  return cents === undefined ? "" : `<path class="${kind}" d="M0 ${y(cents)}H${width}"/>`;
}

function balanceMark(x: number, y: number): string {
  return `<rect class="balance" x="${round(x - 3)}" y="${round(y - 3)}" width="6" height="6"/>`;
}

/** Where nothing limits the amount from above, an arrow goes up from the end. */
function endMark(last: Point, y: (cents: Cents) => number): string {
  if (last === undefined) return "";
  const top = y(last.used.low);
  const dot = `<circle class="end" cx="${last.x}" cy="${top}" r="2.5"/>`;
  if (Number.isFinite(last.used.high) || top < 14) return dot;
  return `<path class="open" d="M${last.x} ${round(top - 4)}V4"/><path class="beyond" d="M${round(last.x - 3)} 6l3 -4l3 4"/>${dot}`;
}

function crossingMark(
  { crossing, kxThreshold }: Standing,
  x: (step: StandingStep) => number,
  y: (cents: Cents) => number,
): string {
  if (crossing === undefined || kxThreshold === undefined) return "";
  const [at, on] = [x(crossing), y(kxThreshold)];
  const isLate = at > width - 50;
  const place = `x="${round(isLate ? at - 7 : at + 7)}" y="${on + 13}" text-anchor="${isLate ? "end" : "start"}"`;
  return (
    `<path class="crossing" d="M${at} ${round(on - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5z"/>` +
    `<text class="day" ${place}>${dayInWords(crossing.date)}</text>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
