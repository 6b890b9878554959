import type { LedgerStep, LedgerYear } from "../../ledger/ledger-year.ts";
import type { ServiceLine, StatedAmount } from "../../model/claim.ts";
import { type Cents, formatCents } from "../../model/money.ts";
import { type Place, isInOtherFile } from "../../model/place.ts";
import { hasNotice } from "../../model/used-amount.ts";
import { boundsInWords } from "../../report/figure.ts";
import { sourceName } from "../../report/words.ts";
import { type LineCourse, lineCourse } from "../ledger/line-course.ts";
import { doubtsInWords, sourcesInWords, stepsBehind } from "../ledger/used-words.ts";
import type { Setting } from "./explanation.ts";
import { blocks, escapeMarkdown, table } from "./markdown.ts";

/** The sum that decides about KX: what it comes to with a line, and step by step how. Undefined for a line that enters no sum. */
export function usedAmountCourse(line: ServiceLine, setting: Setting): string | undefined {
  const { claim, context, snapshot } = setting;
  const used = context.usedAmount(line);
  if (used === undefined) return undefined;
  const { year, bucket, before, after } = used;
  const threshold = context.threshold(year)?.kxThreshold ?? undefined;
  const isLeftOut = hasNotice(line) && used.amount.high === 0;
  const sums = table(
    [
      ["Used before this line", boundsInWords(before)],
      ["This line", isLeftOut ? "does not count" : boundsInWords(used.amount)],
      ["Used with this line", boundsInWords(after)],
      [`KX threshold of ${year}, ${bucket}`, threshold === undefined ? "not known" : formatCents(threshold)],
      ["Left", threshold === undefined || after.low !== after.high ? undefined : leftWords(threshold - after.low)],
    ],
    "right",
  );
  const course = lineCourse(line, claim, used, snapshot);
  return blocks(sums, course && derivation(course, setting));
}

/** The course of the year in which a stated amount is the balance, from that balance on. */
export function courseFrom(stated: StatedAmount, setting: Setting): string | undefined {
  for (const year of setting.snapshot.ledgerOf(setting.claim)) {
    const place = year.steps.findIndex(
      ({ kind, places }) => kind === "balance" && places.some((at) => isAt(at, stated)),
    );
    if (place >= 0) return derivation({ year, place }, setting);
  }
  return undefined;
}

function isAt(place: Place, { span }: StatedAmount): boolean {
  return !isInOtherFile(place) && place.part === span.part && place.start >= span.start && place.end <= span.end;
}

/** Every step up to a place and some behind it, what is doubtful about them, and what they rest on. */
function derivation(course: LineCourse, setting: Setting): string {
  const steps = stepsBehind(course);
  const doubts = doubtsInWords(course.year, steps);
  return blocks(
    [
      "| Date | Code | Amount | From | Used | Where |",
      "| --- | --- | ---: | --- | ---: | --- |",
      ...rowsOf(course, setting),
    ].join("\n"),
    doubts.map(escapeMarkdown).join(" "),
    `Counted: ${sourcesInWords(steps)}`,
  );
}

/** Of a long course the first steps, those around the place, the step that passes the threshold, and the last. */
function rowsOf({ year, place }: LineCourse, setting: Setting): readonly string[] {
  const { steps, passedAt } = year;
  const isShown = (index: number): boolean =>
    index < shownAtEnds ||
    index >= steps.length - 1 ||
    Math.abs(index - place) <= shownAround ||
    steps[index] === passedAt;
  const rows: string[] = [];
  let left = 0;
  for (const [index, step] of steps.entries()) {
    if (steps.length > shownWhole && !isShown(index)) {
      left++;
      continue;
    }
    if (left > 0) rows.push(leftOut(left));
    left = 0;
    rows.push(rowOf(step, { year, isHere: index === place }, setting));
  }
  return rows;
}

/** A hover is no taller than a screen. */
const shownWhole = 14;
const shownAtEnds = 2;
const shownAround = 3;

function leftOut(count: number): string {
  return `| … ${count.toString()} more | | | | | |`;
}

function rowOf(
  step: LedgerStep,
  { year, isHere }: { readonly year: LedgerYear; readonly isHere: boolean },
  setting: Setting,
): string {
  const { date, code, amount, source, after, kind } = step;
  const what = kind === "balance" ? "used by then" : escapeMarkdown(code ?? "a whole claim");
  const kx = step.hasKx ? " KX" : "";
  const passes = step === year.passedAt ? ` passes ${thresholdWords(year.threshold)}` : "";
  const cells = [
    date,
    `${what}${kx}`,
    boundsInWords(amount),
    sourceName(source),
    `${boundsInWords(after)}${passes}`,
    placeWords(step, setting),
  ];
  return `| ${cells.map((cell) => (isHere && cell !== "" ? `**${cell}**` : cell)).join(" | ")} |`;
}

function thresholdWords(threshold: Cents | undefined): string {
  return threshold === undefined ? "" : formatCents(threshold);
}

/** The place whose amount was taken: a line of this text, or a link to one of another file. */
function placeWords({ places }: LedgerStep, { snapshot, client }: Setting): string {
  const [place] = places;
  if (place === undefined) return "settings";
  if (!isInOtherFile(place)) return `line ${(snapshot.rangeOf(place).start.line + 1).toString()}`;
  const { file, line } = place;
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const number = (line + 1).toString();
  return `[${escapeMarkdown(`${name}:${number}`)}](${linkTo(client.addressOf(file))}#L${number})`;
}

/** Nothing in an address ends the link, or the table's cell. */
function linkTo(address: string): string {
  return address.replace(
    /[()<>[\]|\\\s"'#]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

function leftWords(left: number): string {
  return left < 0 ? `${formatCents(-left)} over` : formatCents(left);
}
