import type { Reading } from "../formats/format.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim } from "../model/claim.ts";
import type { Steps } from "../text/steps.ts";

/** How the checking of a document stands, for the editor's status bar. */
export interface DocumentStatus {
  /** Null where the claims, or the answers of payers, name several. */
  readonly payer: string | null;
  /** How many amounts that payers tell count nowhere, since no id of a patient stands with them. */
  readonly unidentified: number;
  /** As many as an editor lists: hints are shown in the text alone. */
  readonly findings: number;
  /** Null where no rule asked for it. */
  readonly usedAmountKnown: boolean | null;
  /** Of a format whose line ends mean nothing: there are fewer lines than parts, each of which is a segment at least. */
  readonly runsOn: boolean;
  /** How much of the document is checked: 1 is all. */
  readonly checked: number;
}

export function* documentStatus(snapshot: Snapshot): Steps<DocumentStatus> {
  const { standing } = snapshot;
  yield;
  const usedAmountKnown = isUsedAmountKnown(snapshot);
  return {
    payer: standing.payer ?? null,
    unidentified: standing.unidentified,
    findings: snapshot.findingCount - snapshot.countOf("hint"),
    usedAmountKnown,
    checked: checkedShare(snapshot),
    runsOn: runsOn(snapshot),
  };
}

function isUsedAmountKnown(snapshot: Snapshot): boolean | null {
  const { findings, standing, reading } = snapshot;
  if (findings.some((finding) => finding.rule === "used-amount-missing")) return false;
  if (standing.statesAmount) return true;
  return claimsLookedAt(reading).some((claim) => isKnownOn(claim, snapshot)) ? true : null;
}

/** Other files may tell the amount, or a payer. */
function isKnownOn(claim: Claim, snapshot: Snapshot): boolean {
  const context = snapshot.contextOf(claim);
  return claim.serviceLines.some((line) => context.usedAmount(line)?.isMissing === false);
}

/** Where an amount counts at all, it counts on one of the first claims. */
function claimsLookedAt({ parts }: Reading): readonly Claim[] {
  return parts.slice(0, partsLookedAt).flatMap(({ claims }) => claims);
}

const partsLookedAt = 100;

function runsOn({ format, document, reading }: Snapshot): boolean {
  return format.findLayout !== undefined && document.lineCount < reading.parts.length;
}

/** From 0 to 1, which is all. */
export function checkedShare({ left, reading }: Snapshot): number {
  return left === 0 ? 1 : 1 - left / (reading.parts.length + 1);
}
