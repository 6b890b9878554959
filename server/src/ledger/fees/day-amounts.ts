import type { UnitFee } from "./unit-fee.ts";

/** Units of one line, and what they cost where that is known. */
export interface UnitsOfLine {
  readonly fee: UnitFee | undefined;
  /** A whole number above 0. */
  readonly units: number;
  /** Decides between two that cost the same, so that the order of lines does not. */
  readonly name: string;
}

/**
 * What each line comes to, in cents and not rounded. One unit of the day is paid in full, that with the dearest practice expense and,
 * among equals, the dearest as a whole; every other unit, of the same line too, with half of its practice expense.
 * Source: Medicare Claims Processing Manual, chapter 5, section 10.7.
 */
export function amountsOfDay(lines: readonly UnitsOfLine[]): readonly (number | undefined)[] {
  const dearest = dearestOf(lines);
  return lines.map((line) => {
    if (line.fee === undefined) return undefined;
    const { full, reduced } = line.fee;
    return line.units * reduced + (line === dearest ? full - reduced : 0);
  });
}

function dearestOf(lines: readonly UnitsOfLine[]): UnitsOfLine | undefined {
  let dearest: WithFee | undefined;
  for (const line of lines) {
    if (isReduced(line) && (dearest === undefined || isDearer(line, dearest))) dearest = line;
  }
  return dearest;
}

type WithFee = UnitsOfLine & { readonly fee: UnitFee };

function isReduced(line: UnitsOfLine): line is WithFee {
  return line.fee !== undefined && line.fee.reduced < line.fee.full;
}

function isDearer(one: WithFee, other: WithFee): boolean {
  const more = expenseOf(one.fee) - expenseOf(other.fee);
  if (more !== 0) return more > 0;
  if (one.fee.full !== other.fee.full) return one.fee.full > other.fee.full;
  return one.name < other.name;
}

/** Half of the practice expense, in hundredths of a cent: equal expenses are equal numbers. */
function expenseOf({ full, reduced }: UnitFee): number {
  return Math.round((full - reduced) * 100);
}
