import type { Minutes } from "../../model/claim.ts";
import type { Clinician } from "../../model/clinician.ts";
import type { Piece } from "./line.ts";

/** What a line says as a service line: where its values stand, not yet what they mean. */
export interface Row {
  readonly procedure: Piece;
  /** One modifier each, in order: those behind the code, then those of their own columns. */
  readonly modifiers: readonly Piece[];
  /** How many of the modifiers stand in the code's cell, or right behind the code. */
  readonly tiedModifiers: number;
  /** The number alone, without `x` or `units`. */
  readonly units: Piece | undefined;
  readonly minutes: readonly MinutesPiece[];
  readonly date: Piece | undefined;
  readonly dateThrough: Piece | undefined;
  /** There is a date column, so that a row without a date is like one with ditto marks. */
  readonly hasDateColumn: boolean;
  /** Cells of pointers, each of which may hold several. */
  readonly pointers: readonly Piece[];
  readonly charge: Piece | undefined;
  readonly allowedAmount: Piece | undefined;
  readonly clinician: ClinicianPiece | undefined;
  readonly rendering: ClinicianPiece | undefined;
  readonly renderingNpi: Piece | undefined;
  readonly place: Piece | undefined;
  readonly revenueCode: Piece | undefined;
  readonly note: Piece | undefined;
  readonly subject: Piece | undefined;
  readonly payer: Piece | undefined;
  /** Words that cannot be read, with the reason. */
  readonly unreadable: readonly UnreadableCell[];
  /** One of them stands for the date, so that none is inherited. */
  readonly isDateUnreadable: boolean;
  /** It carries what a form prints: a description, or a blank in the place of a number. */
  readonly isPrinted: boolean;
}

export interface MinutesPiece {
  readonly piece: Piece;
  readonly clinician: Minutes["clinician"];
}

export interface ClinicianPiece {
  readonly piece: Piece;
  readonly value: Clinician;
}

export interface UnreadableCell {
  readonly piece: Piece;
  readonly message: string;
}

/** A row while it is being read. */
export interface RowDraft extends Mutable<
  Omit<Row, "procedure" | "modifiers" | "minutes" | "pointers" | "unreadable">
> {
  procedure: Piece | undefined;
  readonly modifiers: Piece[];
  readonly minutes: MinutesPiece[];
  readonly pointers: Piece[];
  readonly unreadable: UnreadableCell[];
  /** Words that were understood: a line where they are the fewer is no service line. */
  readCount: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function newRow(hasDateColumn: boolean): RowDraft {
  return {
    procedure: undefined,
    modifiers: [],
    tiedModifiers: 0,
    units: undefined,
    minutes: [],
    date: undefined,
    dateThrough: undefined,
    hasDateColumn,
    pointers: [],
    charge: undefined,
    allowedAmount: undefined,
    clinician: undefined,
    rendering: undefined,
    renderingNpi: undefined,
    place: undefined,
    revenueCode: undefined,
    note: undefined,
    subject: undefined,
    payer: undefined,
    unreadable: [],
    isDateUnreadable: false,
    isPrinted: false,
    readCount: 0,
  };
}

/** Adds modifiers that stand behind the code. */
export function tieModifiers(row: RowDraft, modifiers: readonly Piece[]): void {
  row.modifiers.splice(row.tiedModifiers, 0, ...modifiers);
  row.tiedModifiers += modifiers.length;
}

/** Whether what was read has a code, and is the better part of the line. */
export function isRow(draft: RowDraft): draft is RowDraft & Row {
  return draft.procedure !== undefined && draft.unreadable.length <= draft.readCount;
}
