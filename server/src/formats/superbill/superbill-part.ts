import type { Claim } from "../../model/claim.ts";
import type { Directive } from "../../model/directive.ts";
import type { Problem } from "../../model/problem.ts";
import { type Part, type Span, spanOf } from "../../text/span.ts";
import type { PartIn } from "../part-reader.ts";
import type { ColumnKind } from "./column-names.ts";
import type { FieldName } from "./field-names.ts";
import type { FieldValues } from "./field-values.ts";
import type { Line, Piece } from "./line.ts";
import type { State } from "./part.ts";
import type { Table } from "./table.ts";

/** A part with what describing and writing must know of it besides. */
export interface SuperbillPart extends PartIn<State> {
  readonly labels: readonly LabelPlace[];
  /** The table in force from a place on, the first from the part's beginning. */
  readonly tables: readonly { readonly start: number; readonly table: Table | undefined }[];
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

export interface ColumnNamePlace {
  readonly kind: ColumnKind;
  readonly start: number;
  readonly end: number;
}

/** A part while it is being read. Its text is known last, when its end is. */
export interface PartDraft extends SuperbillPart {
  text: string;
  defaults: FieldValues | undefined;
  readonly claims: Claim[];
  readonly problems: Problem[];
  readonly directives: Directive[];
  readonly folds: Span[];
  readonly labels: LabelPlace[];
  readonly tables: { readonly start: number; readonly table: Table | undefined }[];
}

export function newPart(before: State): PartDraft {
  return {
    text: "",
    claims: [],
    amounts: [],
    problems: [],
    directives: [],
    folds: [],
    outline: [],
    labels: [],
    tables: [{ start: 0, table: before.table }],
    before,
    defaults: undefined,
  };
}

/** Whether a part was read by this format. */
export function isSuperbillPart(part: Part): part is SuperbillPart {
  return "labels" in part && "tables" in part;
}

/** The table in force at a place. */
export function tableAt(part: SuperbillPart, offset: number): Table | undefined {
  return part.tables.findLast(({ start }) => start <= offset)?.table;
}

/** Where the names of columns stand, in the order of the text. */
export function columnNamesOf({ tables }: SuperbillPart): readonly ColumnNamePlace[] {
  // The first table is that of the part before.
  return tables
    .slice(1)
    .flatMap(({ start: lineStart, table }) =>
      (table?.columns ?? []).map(({ kind, start, end }) => ({ kind, start: lineStart + start, end: lineStart + end })),
    );
}

/** The span of a piece of a line. */
export function spanIn(part: Part, line: Line, piece: Piece): Span {
  return spanOf(part, line.start + piece.start, line.start + piece.end);
}
