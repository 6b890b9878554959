import type { Procedure, Source, Timing } from "../../model/tables.ts";
import { always } from "../dated.ts";
import { recalled, verified } from "../source.ts";

/** What the table says of a code besides its number and its description. */
type Facts = Omit<Procedure, "code" | "description">;

type Common = Pick<Facts, "disposition" | "usualDisciplines" | "category" | "timing" | "source"> & Partial<Facts>;

/**
 * A function that makes the table's codes of one family: what they have in common is given once, and what is particular
 * to a code overrides it. A code is on the therapy list for as long as it exists, unless told otherwise; for codes that
 * are not therapy, and for companions, which never stood on it, `onTherapyList` says nothing.
 */
export function family(common: Common): (code: string, description: string, particular?: Partial<Facts>) => Procedure {
  return (code, description, particular = {}) => ({
    code,
    description,
    locked: null,
    exists: always,
    onTherapyList: particular.exists ?? common.exists ?? always,
    replaces: [],
    replacedBy: [],
    medicareStatus: null,
    isHandsOn: false,
    isUnlisted: false,
    isReduced: false,
    addOnTo: [],
    note: null,
    ...common,
    ...particular,
  });
}

/** A code that the 8-minute rule counts: a unit is 15 minutes. */
export const quarterHour: Timing = { kind: "timed", minutes: 15, inPool: true, basis: null };

/** A pooled 15-minute code of which only the first unit of a day is billed, its add-on taking the others. */
export const firstQuarterHour: Timing = {
  kind: "timed",
  minutes: 15,
  inPool: true,
  basis: "first 15 minutes of the day",
};

export const furtherQuarterHour: Timing = {
  kind: "timed",
  minutes: 15,
  inPool: true,
  basis: "each further 15 minutes",
};

export const perService: Timing = untimed("per service");

export function untimed(basis: string): Timing {
  return { kind: "untimed", basis };
}

/** A timed code outside the 8-minute rule, such as one of an hour. */
export function timed(minutes: number, basis: string | null = null): Timing {
  return { kind: "timed", minutes, inPool: false, basis };
}

/** Therapy whoever bills it: the fee schedule applies the therapy payment reduction to it. */
export const reducedByFeeSchedule: Source = verified(
  "Medicare physician fee schedule, July 2024: multiple procedure indicator 5",
);

/** A therapist's service by the fee schedule's technical component indicator, which says it less directly. */
export const therapistsByFeeSchedule: Source = verified(
  "Medicare physician fee schedule, July 2024: PC/TC indicator 7",
);

export const statusByFeeSchedule: Source = verified("Medicare physician fee schedule, July 2024: status indicator");

export function therapyList(confidence: "high" | "medium" | "low"): Source {
  return recalled(confidence, "CMS annual therapy code list");
}

export function codeSet(confidence: "high" | "medium" | "low"): Source {
  return recalled(confidence, "CPT and HCPCS code sets and their Medicare status");
}
