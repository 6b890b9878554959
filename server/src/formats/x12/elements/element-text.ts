/** What an element is, in the project's own words. */
export interface ElementText {
  readonly name: string;
  /** A sentence beyond the name. */
  readonly note?: string;
  readonly codes?: Codes;
  /** The element, counted from 1, whose code says what this one holds; its meaning then takes the name's place. */
  readonly namedBy?: number;
  /** Of a composite element, in their order. */
  readonly components?: readonly ElementText[];
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
