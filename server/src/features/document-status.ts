import type { Snapshot } from "../lint/snapshot.ts";
import type { Steps } from "../text/steps.ts";

/** How the checking of a document stands, for the editor's status bar. */
export interface DocumentStatus {
  /** Null where the claims name several. */
  readonly payer: string | null;
  readonly findings: number;
  /** Null where no rule asked for it. */
  readonly usedAmountKnown: boolean | null;
  /** How much of the document is checked: 1 is all. */
  readonly checked: number;
}

export function* documentStatus(snapshot: Snapshot): Steps<DocumentStatus> {
  const { standing, findingCount: findings } = snapshot;
  yield;
  const usedAmountKnown = isUsedAmountKnown(snapshot);
  return { payer: standing.payer ?? null, findings, usedAmountKnown, checked: checkedShare(snapshot) };
}

function isUsedAmountKnown({ findings, standing }: Snapshot): boolean | null {
  if (findings.some((finding) => finding.rule === "used-amount-missing")) return false;
  return standing.statesAmount ? true : null;
}

/** From 0 to 1, which is all. */
export function checkedShare({ left, reading }: Snapshot): number {
  return left === 0 ? 1 : 1 - left / (reading.parts.length + 1);
}
