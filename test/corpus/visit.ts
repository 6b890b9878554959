import type { CalendarDate } from "../../server/src/model/date.ts";
import type { Discipline } from "../../server/src/model/discipline.ts";
import type { Payer } from "../../server/src/model/tables.ts";

/** A visit as a practice bills it: plain data, so that a fault can be planted in a copy. */
export interface Visit {
  readonly payer: Payer;
  readonly discipline: Discipline;
  readonly date: CalendarDate;
  /** The day on which it is checked. */
  readonly today: CalendarDate;
  /** Used of the year's amount before the visit. */
  readonly usedCents: number;
  readonly usedAsOf?: CalendarDate | undefined;
  readonly birthDate: CalendarDate;
  readonly memberId: string;
  readonly billingNpi: string;
  readonly renderingNpi?: string | undefined;
  readonly renderingTaxonomy?: string | undefined;
  readonly referringNpi?: string | undefined;
  readonly referringTaxonomy?: string | undefined;
  readonly placeOfService: string;
  readonly plan: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** The plan is left to the chart. */
  readonly isPlanUnsaid?: boolean;
  readonly certified?: CalendarDate | undefined;
  readonly progressReport?: CalendarDate | undefined;
  readonly institution?: Institution | undefined;
  readonly diagnoses: readonly string[];
  readonly lines: readonly VisitLine[];
  readonly notes: readonly string[];
  /** The sum of the charges, where undefined. */
  readonly totalCents?: number | undefined;
}

export interface Institution {
  readonly typeOfBill: string;
  readonly statement: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly occurrences: readonly (readonly [code: string, date: CalendarDate])[];
}

export interface VisitLine {
  readonly date: CalendarDate;
  readonly through?: CalendarDate | undefined;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** As written: a fault may be no whole number. */
  readonly units: number;
  /** Of the therapist and of the assistant; undefined for what is not timed. */
  readonly minutes?: { readonly therapist: number; readonly assistant: number } | undefined;
  readonly chargeCents: number;
  readonly allowedCents: number;
  readonly clinician: string;
  readonly pointers: string;
  readonly revenueCode?: string | undefined;
  readonly note?: string | undefined;
}

export function withLine(visit: Visit, index: number, line: Partial<VisitLine>): Visit {
  return { ...visit, lines: visit.lines.map((one, place) => (place === index ? { ...one, ...line } : one)) };
}

export function totalOf({ totalCents, lines }: Visit): number {
  return totalCents ?? lines.reduce((sum, line) => sum + line.chargeCents, 0);
}

/** As dollars with both digits of the cents. */
export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
