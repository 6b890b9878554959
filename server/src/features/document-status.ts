import { findPayer } from "../data/payers.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Steps } from "./steps.ts";

/** How the checking of a document stands, for the editor's status bar. */
export interface DocumentStatus {
  /** Null where the claims name several. */
  readonly payer: string | null;
  readonly findings: number;
  /** Null where no rule asked for it. */
  readonly usedAmountKnown: boolean | null;
}

export function* documentStatus(snapshot: Snapshot): Steps<DocumentStatus> {
  const payer = yield* payerOfAll(snapshot);
  return { payer, findings: snapshot.findings.length, usedAmountKnown: isUsedAmountKnown(snapshot) };
}

function* payerOfAll(snapshot: Snapshot): Steps<string | null> {
  let payer: string | undefined;
  for (const claim of snapshot.claims) {
    const { name } = snapshot.contextOf(claim).payer;
    if (payer !== undefined && payer !== name) return null;
    payer = name;
    yield;
  }
  return payer ?? findPayer({ name: snapshot.environment.settings.payer }).name;
}

function isUsedAmountKnown({ findings, claims }: Snapshot): boolean | null {
  if (findings.some((finding) => finding.rule === "used-amount-missing")) return false;
  return claims.some((claim) => claim.statedAmounts.some((stated) => stated.amount !== undefined)) ? true : null;
}
