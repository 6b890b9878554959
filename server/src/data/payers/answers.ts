import type { Dated, PayerAnswer, PayerAnswerRow, Source } from "../../model/tables.ts";

/** What a payer answers at those dates. */
export function answer(dated: Dated, given: PayerAnswer, source: Source): PayerAnswerRow {
  return { ...dated, answer: given, source };
}
