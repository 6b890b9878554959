import type { Part } from "../../text/span.ts";
import type { PartIn } from "../part-reader.ts";
import type { FieldName } from "../superbill/field-names.ts";
import type { FieldValues } from "../superbill/field-values.ts";
import type { Piece } from "../superbill/line.ts";
import { type CsvTable, sameTable } from "./table.ts";

/** What a part's reading depends on beside its text. */
export interface State {
  /** Nothing was read yet: the part before the first rows begins with the text, and ends with the header. */
  readonly isBeginning: boolean;
  /** The header in force; undefined where the text's beginning has none. */
  readonly table: CsvTable | undefined;
  /** What the lines above the header say of every claim; the same object as long as their part is unchanged. */
  readonly ofFile: FieldValues | undefined;
  /** The same with what lines of labels among the rows say of the claims below them. */
  readonly defaults: FieldValues | undefined;
}

export function sameState(first: State, second: State): boolean {
  return (
    first.isBeginning === second.isBeginning &&
    sameTable(first.table, second.table) &&
    first.ofFile === second.ofFile &&
    first.defaults === second.defaults
  );
}

/** A part with what describing and writing must know of it besides. */
export interface CsvPart extends PartIn<State> {
  readonly after: State;
  /** Where the header row begins that the part ends with. */
  readonly header: number | undefined;
  readonly labels: readonly LabelPlace[];
}

/** A label above the rows; pieces count from the part's beginning. */
export interface LabelPlace {
  readonly field: FieldName;
  readonly label: Piece;
}

/** Whether a part was read by this format. */
export function isCsvPart(part: Part): part is CsvPart {
  return "after" in part && "header" in part && "labels" in part;
}
