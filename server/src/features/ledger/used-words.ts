import type { LedgerStep, LedgerYear } from "../../ledger/ledger-year.ts";
import { type Cents, formatCents } from "../../model/money.ts";
import type { Bounds } from "../../model/used-amount.ts";
import { figureOf } from "../../report/figure.ts";
import { countSources } from "../../report/threshold-report.ts";
import { sourceInWords } from "../../report/words.ts";
import type { LineCourse } from "./line-course.ts";

const marks = { exact: "", "at-least": "≥ ", "at-most": "≤ ", unknown: "? " } as const;

/** In a few characters: `2,391.20`, `≥ 2,391.20`, `≈ 2,391.20` where it was estimated, `?`. */
export function usedInShort(used: Bounds, isEstimated: boolean): string {
  const { bound, cents } = figureOf(used);
  if (cents === undefined) return "?";
  return `${bound === "exact" && isEstimated ? "≈ " : marks[bound]}${formatCents(cents)}`;
}

/** `2,391.20 of 2,480.00`; the used amount alone where the year's is not known. */
export function usedOf(used: string, threshold: Cents | undefined): string {
  return threshold === undefined ? used : `${used} of ${formatCents(threshold)}`;
}

/** The steps on which the sum at a place rests: those since the last balance, and that balance itself. */
export function stepsBehind({ year, place }: LineCourse): readonly LedgerStep[] {
  const steps = year.steps.slice(0, place + 1);
  const balance = steps.findLastIndex(({ kind }) => kind === "balance");
  return steps.slice(Math.max(0, balance));
}

/** Some amount in it is an estimate, or of an answer that does not say outright what it tells. */
export function isEstimated(steps: readonly LedgerStep[]): boolean {
  return steps.some(
    ({ source, doubts }) => source === "fee-schedule" || (source === "eligibility" && doubts.length > 0),
  );
}

/** What the steps rest on, the best first: `1 stated amount, 12 allowed amounts on the lines`. */
export function sourcesInWords(steps: readonly LedgerStep[]): string {
  return countSources(steps).map(sourceInWords).join(", ");
}

/** What was assumed or left out, and what else is to be known, in sentences; each once. */
export function doubtsInWords({ isMissing, doubts }: LedgerYear, steps: readonly LedgerStep[]): readonly string[] {
  const missing = isMissing ? ["nothing tells what was used before the first service"] : [];
  const all = new Set([...missing, ...doubts, ...steps.flatMap((step) => [...step.doubts, ...step.notes])]);
  return [...all].map((doubt) => `${doubt.charAt(0).toUpperCase()}${doubt.slice(1)}.`);
}

/** What a mark means; undefined where there is none. */
export function markInWords(used: Bounds, isEstimate: boolean): string | undefined {
  const { bound } = figureOf(used);
  if (bound === "at-least") {
    const { high } = used;
    return Number.isFinite(high)
      ? `≥: at least this, at most ${formatCents(high)}.`
      : "≥: at least this; nothing tells the most.";
  }
  if (bound === "at-most") return "≤: at most this; the charge is the most that a line without a known amount can be.";
  if (bound === "unknown") return "?: nothing tells the amount.";
  return isEstimate ? "≈: estimated." : undefined;
}
