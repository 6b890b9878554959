import type { Snapshot } from "../lint/snapshot.ts";
import type { Reading } from "../formats/format.ts";
import type { Claim } from "../model/claim.ts";
import type { Severity } from "../rules/rule.ts";

export interface Summary {
  files: number;
  claims: number;
  serviceLines: number;
  errors: number;
  warnings: number;
  information: number;
  hints: number;
  /** Of the findings that are counted above. */
  told: number;
  omitted: number;
  /** Files that are counted above, but could not be checked. */
  unreadable: number;
  /** Files that are counted above and tell what a payer answered: remittances, eligibility answers. */
  answers: number;
}

export function emptySummary(): Summary {
  return {
    files: 0,
    claims: 0,
    serviceLines: 0,
    errors: 0,
    warnings: 0,
    information: 0,
    hints: 0,
    told: 0,
    omitted: 0,
    unreadable: 0,
    answers: 0,
  };
}

const counterOf = { error: "errors", warning: "warnings", information: "information", hint: "hints" } as const;

/** Counts a stretch of a file. Of all files together no more than `most` findings are told. */
export function addToSummary(summary: Summary, { claims, findings, reading }: Snapshot, most: number): void {
  summary.claims += claims.length;
  summary.serviceLines += countServiceLines(claims);
  if (claims.length === 0 && tellsAnswers(reading)) summary.answers += 1;
  for (const { severity } of findings) summary[counterOf[severity]] += 1;
  const told = Math.min(findings.length, most - summary.told);
  summary.told += told;
  summary.omitted += findings.length - told;
}

function tellsAnswers({ parts }: Reading): boolean {
  for (const part of parts) if (part.outline.length > 0) return true;
  return false;
}

/** Counts a file with those before it. */
export function addSummary(summary: Summary, file: Summary): void {
  for (const name of Object.keys(summary) as (keyof Summary)[]) summary[name] += file[name];
}

/** Whether anything found is at or over the severity. */
export function reaches(summary: Summary, severity: Severity | "never"): boolean {
  if (severity === "never") return false;
  const order: readonly Severity[] = ["error", "warning", "information", "hint"];
  return order.slice(0, order.indexOf(severity) + 1).some((one) => summary[counterOf[one]] > 0);
}

export function countServiceLines(claims: readonly Claim[]): number {
  return claims.reduce((count, claim) => count + claim.serviceLines.length, 0);
}
