import { type Part, type Span, spanOf } from "../../text/span.ts";
import type { PartIn } from "../part-reader.ts";
import type { ColumnKind } from "./column-names.ts";
import type { FieldName } from "./field-names.ts";
import type { FieldValues } from "./field-values.ts";
import type { Line, Piece } from "./line.ts";
import type { State } from "./state.ts";
import type { Table } from "./table.ts";

/** A part with what describing and writing must know of it besides. */
export interface SuperbillPart extends PartIn<State> {
  /** The headers in it, in order. */
  readonly headers: readonly HeaderPlace[];
  /** The fields before the first title, or the first patient, which hold for every claim of the file. */
  readonly defaults: FieldValues | undefined;
}

/** Where a label and its value stand; pieces count from the part's beginning. */
export interface LabelPlace {
  readonly field: FieldName;
  readonly label: Piece;
  /** Empty, right behind the colon, where nothing stands. */
  readonly value: Piece;
  /** The label is the first of its line. */
  readonly isFirst: boolean;
}

/** A header and the offset of its line. */
export interface HeaderPlace {
  readonly start: number;
  readonly table: Table;
}

export interface ColumnNamePlace {
  readonly kind: ColumnKind;
  readonly start: number;
  readonly end: number;
}

/** Whether a part was read by this format. */
export function isSuperbillPart(part: Part): part is SuperbillPart {
  return "headers" in part;
}

/** The table in force at a place. */
export function tableAt(part: SuperbillPart, offset: number): Table | undefined {
  return (part.headers.findLast(({ start }) => start <= offset) ?? part.before).table;
}

/** Where the names of columns stand, in the order of the text. */
export function columnNamesOf({ headers }: SuperbillPart): readonly ColumnNamePlace[] {
  return headers.flatMap(({ start: lineStart, table }) =>
    table.columns.map(({ kind, start, end }) => ({ kind, start: lineStart + start, end: lineStart + end })),
  );
}

/** The span of a piece of a line. */
export function spanIn(part: Part, line: Line, piece: Piece): Span {
  return spanOf(part, line.start + piece.start, line.start + piece.end);
}
