/** What one unit of a service costs, in cents and not rounded. */
export interface UnitFee {
  readonly full: number;
  /** With half of its practice expense: each unit of a day but the dearest. The same as `full` where nothing is reduced. */
  readonly reduced: number;
}

/** Relative value units of one service, or what multiplies them in one locality. */
export interface RelativeValues {
  readonly work: number;
  readonly practiceExpense: number;
  readonly malpractice: number;
}

/** Where no locality is set: the national amount. */
export const nationalAdjustment: RelativeValues = { work: 1, practiceExpense: 1, malpractice: 1 };

/** What the relative values come to; `conversionFactor` in dollars. Source: Social Security Act, section 1848(b)(1) and (e). */
export function unitFeeOf(
  values: RelativeValues,
  adjustment: RelativeValues,
  { conversionFactor, isReduced }: { readonly conversionFactor: number; readonly isReduced: boolean },
): UnitFee {
  const cents = conversionFactor * 100;
  const expense = values.practiceExpense * adjustment.practiceExpense * cents;
  const rest = (values.work * adjustment.work + values.malpractice * adjustment.malpractice) * cents;
  return { full: rest + expense, reduced: rest + (isReduced ? expense / 2 : expense) };
}
