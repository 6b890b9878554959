import type { ServiceLine } from "../../model/claim.ts";
import type { Context } from "../context.ts";
import type { RelatedPlace } from "../rule.ts";
import type { PairOfLines } from "./code-pairs.ts";
import { andList } from "./words.ts";

/** `CMS's table of 2024-07-01`. */
export function tableOfPairs({ pairTable }: Context): string {
  return `CMS's table of ${pairTable.snapshot}`;
}

/** What the finding judges by: `by CMS's table of 2024-07-01`; of pairs that are past, `a pair until 2019-12-31`. */
export function basisOf(pairs: readonly PairOfLines[], context: Context): string {
  const end = pairs[0]?.pair.deletedOn ?? null;
  const isPast = end !== null && pairs.every(({ pair }) => pair.deletedOn === end);
  return isPast ? `a pair until ${end}` : `by ${tableOfPairs(context)}`;
}

/** The codes on the other side of the line's pairs, each once: `97012 and 97140`. */
export function partnersOf(line: ServiceLine, pairs: readonly PairOfLines[]): string {
  return andList([...new Set(pairs.map((pair) => partnerOf(line, pair).procedure.value))]);
}

/** Where the others stand. */
export function placesOfPartners(line: ServiceLine, pairs: readonly PairOfLines[]): readonly RelatedPlace[] {
  return pairs.map((pair) => {
    const { procedure } = partnerOf(line, pair);
    return { at: procedure, message: `${procedure.value} of the same day` };
  });
}

function partnerOf(line: ServiceLine, { column1, column2 }: PairOfLines): ServiceLine {
  return column1 === line ? column2 : column1;
}
