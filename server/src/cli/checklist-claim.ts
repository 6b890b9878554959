import type { Snapshot } from "../lint/snapshot.ts";
import { type Claim, type ServiceLine, hasModifier, isVoid } from "../model/claim.ts";
import { yearOf } from "../model/date.ts";
import { type Cents, formatCents } from "../model/money.ts";
import type { Context } from "../rules/context.ts";
import { type Measured, measure } from "../rules/support/kx.ts";
import { isTherapy } from "../rules/support/therapy-line.ts";
import { kxChecklist, shownByRecord } from "../rules/topics/kx-checklist.ts";
import { boundsInWords } from "../report/figure.ts";
import { codeOf } from "./audit-words.ts";
import { escaped, factsOf, lineNumberOf } from "./checklist-facts.ts";

/** A claim's part of the checklist, and what it rests on. */
export interface ClaimChecklist {
  readonly markdown: string;
  readonly sources: readonly string[];
}

/** Under the claim's place in the file. A claim that needs no KX says so in a line, for which there is nothing to look up. */
export function checklistOf(claim: Claim, place: number, snapshot: Snapshot, showsIds: boolean): ClaimChecklist {
  const context = snapshot.contextOf(claim);
  const heading = `## Claim ${place}${showsIds ? idsOf(claim) : ""}\n\n`;
  if (isVoid(claim)) return { markdown: `${heading}Takes another claim back: nothing on it is billed.\n`, sources: [] };
  const lines = linesToSupport(claim, context);
  if (lines.length === 0) return { markdown: `${heading}${whyNone(claim, context)}\n`, sources: [] };
  const { plan, certification, report, notes, reason, measure: measured, order, passed, update } = shownByRecord;
  const markdown = [
    heading + tableOf(lines, context, snapshot),
    `What the claim shows:\n\n${factsOf(claim, snapshot)
      .map((fact) => `- ${fact}\n`)
      .join("")}`,
    `What the record must show:\n\n${boxes([plan, certification, report, notes])}`,
    `Good practice, and close to required:\n\n${boxes([reason, measured])}`,
    `Handy, and not required:\n\n${boxes([order, passed, update])}`,
  ].join("\n");
  return { markdown, sources: [...kxChecklist.sources.map(({ title }) => title), ...sourcesOfAmounts(lines, context)] };
}

/** Where the amounts of the years come from that the lines are measured by. */
function sourcesOfAmounts(lines: readonly ServiceLine[], context: Context): readonly string[] {
  return lines.flatMap((line) => {
    const date = line.dateOfService?.value;
    const threshold = date === undefined ? undefined : context.threshold(yearOf(date));
    if (threshold === undefined || threshold.source === null || threshold.kxThreshold === null) return [];
    const { year, kxThreshold, source, note } = threshold;
    const remark = note === null ? "" : `. ${note.replace(/\.$/, "")}`;
    return [`The amount of ${String(year)}, ${formatCents(kxThreshold)}: ${source.title}${remark}`];
  });
}

function idsOf({ claimId, beneficiaryId }: Claim): string {
  const ids = [claimId?.value, beneficiaryId?.value].filter((id) => id !== undefined);
  return ids.map((id) => ` · ${escaped(id)}`).join("");
}

/** The therapy lines that carry KX, and those with which the year's amount is certainly passed. */
function linesToSupport(claim: Claim, context: Context): readonly ServiceLine[] {
  return claim.serviceLines.filter((line) => {
    if (hasModifier(line, "KX") && isTherapy(line, context)) return true;
    const measured = measure(line, context);
    return measured !== undefined && measured.used.after.low > measured.threshold;
  });
}

function whyNone(claim: Claim, context: Context): string {
  const therapy = claim.serviceLines.filter((line) => isTherapy(line, context));
  if (therapy.length === 0) return "Needs no KX: no line is therapy.";
  const measured = therapy.map((line) => measure(line, context)).filter((one) => one !== undefined);
  if (measured.length === 0) return "Carries no KX, and no line is known to count against a year's amount.";
  const unsure = measured.find(({ used, threshold }) => used.after.high > threshold);
  if (unsure !== undefined) return `Carries no KX. Whether it needs it is not known: ${usedInWords(unsure)}.`;
  const lastByAmount = new Map(measured.map((one) => [`${one.used.bucket} ${String(one.used.year)}`, one]));
  return `Needs no KX: ${[...lastByAmount.values()].map(usedInWords).join("; ")}.`;
}

/** What was used with the line. */
function usedInWords({ used: { after, bucket, year }, threshold }: Measured): string {
  const words = boundsInWords(after);
  const what = words === "not known" ? "nothing says how much is used" : `with its lines ${words} is used`;
  return `${what} of the ${formatCents(threshold)} of ${String(year)} for ${bucket}`;
}

function tableOf(lines: readonly ServiceLine[], context: Context, snapshot: Snapshot): string {
  const heading = "| Line | Date | Code | Modifiers | Amount | Used before | With it | Of |\n";
  const divider = "| ---: | --- | --- | --- | --- | ---: | ---: | ---: |\n";
  return heading + divider + lines.map((line) => `| ${cellsOf(line, context, snapshot).join(" | ")} |\n`).join("");
}

function cellsOf(line: ServiceLine, context: Context, snapshot: Snapshot): readonly string[] {
  const used = context.usedAmount(line);
  const date = line.dateOfService?.value;
  const modifiers = line.modifiers.map(({ value }) => value).filter((value) => /^[A-Z0-9]{2}$/.test(value));
  return [
    String(lineNumberOf(line.procedure, snapshot)),
    date ?? "not stated",
    codeOf({ line }),
    modifiers.join(" "),
    used === undefined ? "" : `${used.bucket} ${String(used.year)}`,
    used === undefined ? "not known" : boundsInWords(used.before),
    used === undefined ? "not known" : boundsInWords(used.after),
    amountOf(date === undefined ? undefined : context.threshold(yearOf(date))?.kxThreshold),
  ];
}

function amountOf(threshold: Cents | null | undefined): string {
  return threshold === undefined || threshold === null ? "not known" : formatCents(threshold);
}

function boxes(clauses: readonly string[]): string {
  return clauses.map((clause) => `- [ ] ${clause.charAt(0).toUpperCase()}${clause.slice(1)}.\n`).join("");
}
