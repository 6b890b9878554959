import { groupBy } from "./compare.ts";
import type { BilledClaim, BilledLine, Teller } from "./source.ts";

/** Lines with the same key are equals: modifiers are left out, since papers of one service differ in them. */
export function keyOf({ date, code }: Pick<BilledLine, "date" | "code">): string {
  return `${date ?? ""} ${code}`;
}

export function linesOf(claim: BilledClaim): readonly Teller[] {
  return claim.lines.map((line, index) => ({ claim, line, index }));
}

/** Equals of two papers, one from each; and those that are left. */
export interface Pairs<First, Second> {
  readonly pairs: readonly (readonly [First, Second])[];
  readonly firstAlone: readonly First[];
}

/** Pairs each with the next of the others: first those of one bucket, then the rest in their order. */
export function pairUp<First, Second>(
  first: readonly First[],
  second: readonly Second[],
  bucket: {
    readonly ofFirst: (one: First) => string | undefined;
    readonly ofSecond: (one: Second) => string | undefined;
  },
): Pairs<First, Second> {
  if (second.length === 0) return { pairs: [], firstAlone: first };
  const waiting = groupBy(second.toReversed(), bucket.ofSecond);
  const partners = new Map<First, Second>();
  for (const one of first) {
    const equal = waiting.get(bucket.ofFirst(one))?.pop();
    if (equal !== undefined) partners.set(one, equal);
  }
  const taken = new Set(partners.values());
  const left = second.filter((other) => !taken.has(other)).values();
  const pairs: (readonly [First, Second])[] = [];
  const firstAlone: First[] = [];
  for (const one of first) {
    const partner = partners.get(one) ?? left.next().value;
    if (partner === undefined) firstAlone.push(one);
    else pairs.push([one, partner]);
  }
  return { pairs, firstAlone };
}
