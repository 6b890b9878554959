import { type Facts, sameFacts } from "./facts.ts";
import type { FieldValues } from "./field-values.ts";
import { type Table, sameTable } from "./table.ts";

/** What a part's reading depends on beside its text. */
export interface State {
  readonly facts: Facts;
  /** The fields before the first title, or patient, which hold for every claim; the same object as long as their part is unchanged. */
  readonly defaults: FieldValues | undefined;
  /** The header in force. */
  readonly table: Table | undefined;
}

export function sameState(first: State, second: State): boolean {
  return (
    sameFacts(first.facts, second.facts) && first.defaults === second.defaults && sameTable(first.table, second.table)
  );
}
