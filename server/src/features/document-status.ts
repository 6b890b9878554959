import type { Snapshot } from "../lint/snapshot.ts";
import type { Steps } from "../text/steps.ts";

/** How the checking of a document stands, for the editor's status bar. */
export interface DocumentStatus {
  /** Null where the claims name several. */
  readonly payer: string | null;
  readonly findings: number;
  /** Null where no rule asked for it. */
  readonly usedAmountKnown: boolean | null;
}

export function* documentStatus(snapshot: Snapshot): Steps<DocumentStatus> {
  const { standing, findingCount: findings } = snapshot;
  yield;
  return { payer: standing.payer ?? null, findings, usedAmountKnown: isUsedAmountKnown(snapshot) };
}

function isUsedAmountKnown({ findings, standing }: Snapshot): boolean | null {
  if (findings.some((finding) => finding.rule === "used-amount-missing")) return false;
  return standing.statesAmount ? true : null;
}
