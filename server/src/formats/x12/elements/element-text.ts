import type { Source } from "../../../model/tables.ts";

/** What an element is, in the project's own words. */
export interface ElementText {
  readonly name: string;
  /** A sentence beyond the name. */
  readonly note?: string;
  readonly codes?: Codes;
  /** What a code means that stands in a table of its own; undefined where the table does not have it. */
  readonly meaning?: (code: string) => CodeMeaning | undefined;
  /** The element, counted from 1, whose code says what this one holds; its meaning then takes the name's place. */
  readonly namedBy?: number;
  /** Of a composite element, in their order. */
  readonly components?: readonly ElementText[];
}

export interface CodeMeaning {
  /** Plain sentences. */
  readonly words: string;
  readonly source?: Source;
}

export interface SegmentText {
  readonly name: string;
  readonly note?: string;
  readonly namedBy?: number;
  /** Element 1 first. */
  readonly elements: readonly ElementText[];
}

export type Codes = Readonly<Record<string, string>>;

export function names(...elements: readonly string[]): readonly ElementText[] {
  return elements.map((name) => ({ name }));
}

export const dateForms: Codes = {
  D8: "one date, CCYYMMDD",
  RD8: "two dates, CCYYMMDD-CCYYMMDD",
  DT: "date and time, CCYYMMDDHHMM",
  TM: "time, HHMM",
};

/** What a code means; undefined for one that is not in the table. */
export function meaningIn(codes: Codes, code: string): string | undefined {
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
}
