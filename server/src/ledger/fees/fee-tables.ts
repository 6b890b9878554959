import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Dated } from "../../model/tables.ts";
import type { UnitFee } from "./unit-fee.ts";

/** A line of an office's own list. Where several fit, more modifiers win, then the later first day. */
export interface OwnFee extends Dated {
  readonly code: string;
  /** All of which a line must carry. */
  readonly modifiers: readonly string[];
  /** Of one unit. */
  readonly amount: Cents;
}

/** What Medicare's published schedule says of a code, or of a code with its modifier. */
export interface PublishedFee {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** The first day of the release that tells it; it holds to the end of that year, or to a later release. */
  readonly from: CalendarDate;
  readonly nonFacility: UnitFee;
  readonly facility: UnitFee;
  /** No locality is set. */
  readonly isNational: boolean;
}

/** All that a schedule is made of. An office's own list goes before what is published. */
export interface FeeTables {
  readonly own: readonly OwnFee[];
  /** Where several releases begin on one day, the first counts. */
  readonly published: readonly PublishedFee[];
  /** Take 15 % off lines with an assistant's modifier. */
  readonly reducesForAssistants: boolean;
}
