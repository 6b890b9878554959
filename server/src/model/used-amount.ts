import type { Field } from "../text/span.ts";
import { type ServiceLine, hasPlanModifier } from "./claim.ts";
import type { CalendarDate } from "./date.ts";
import type { Bucket } from "./discipline.ts";
import type { Cents } from "./money.ts";
import type { Place } from "./place.ts";
import { type Procedure, holdsAt, isPaidByItself } from "./tables.ts";

/** An amount known only within limits; equal where it is exact. `high` is Infinity where nothing limits it. */
export interface Bounds {
  readonly low: Cents;
  readonly high: Cents;
}

/** How much of a year's amount a beneficiary has used when a service line comes, and what the line makes of it. */
export interface UsedAmount {
  readonly year: number;
  readonly bucket: Bucket;
  /** The sum of everything that counts before this line. */
  readonly before: Bounds;
  /** With this line. A line that does not count (GA, GX, GY, GZ) leaves it as it was. */
  readonly after: Bounds;
  /** The used amount before the claim's own lines, and that with every line of the bucket on the claim: for institutional claims. */
  readonly beforeClaim: Bounds;
  readonly afterClaim: Bounds;
  /** With every line of its date: a visit's lines are judged together where KX may come a little early. */
  readonly afterVisit: Bounds;
  /** What the line itself adds, by whatever source tells it best. */
  readonly amount: Bounds;
  /**
   * The balance that the sum rests on. For a line on or before the date of every one of the year it limits the sum from above.
   * Undefined where none is known for the year: then the sum starts from the opening amount, or is a lower bound from zero.
   */
  readonly restsOn: RestingPlace | undefined;
  /**
   * Whether a payer tells the sum: an eligibility answer, an amount that was stated for the year (as a portal shows it), or remittances on
   * every earlier visit of the year.
   */
  readonly isFromPayer: boolean;
  /** Nothing tells what was used before: no balance, no opening amount, and no label left empty on purpose. */
  readonly isMissing: boolean;
  /** This line, or another of its date and bucket, may take the sum over the threshold. */
  readonly mayCross: boolean;
  /** How near below the threshold KX is still taken as meant for it: one average visit, at least 100 dollars. */
  readonly margin: Cents;
  /** The last earlier date of the year and bucket on which a line carries KX. */
  readonly kxOn: CalendarDate | undefined;
  /** What the last earlier date of the year and bucket came to; undefined where there is none. */
  readonly lastVisit: Bounds | undefined;
  /** Undefined unless every line of the year and bucket carries KX; lines with a notice are left out. */
  readonly attested: AttestedYear | undefined;
  /** Whether anything that is known of the year, later than this line too, takes the sum certainly over the threshold. */
  readonly isPassedInYear: boolean;
  /** An amount of the year and bucket that the claim states, and that can't be true by what payers say. */
  readonly contradiction: Contradiction | undefined;
  /** Where the sum certainly passed the threshold: at this line or one before it, after the balance that it rests on. */
  readonly passedAt: PassingPlace | undefined;
}

/** How far the sums of a beneficiary can reach, as told without working them out. */
export interface Reach {
  /** No sum of any year is certainly more; Infinity where that would have to be worked out. */
  readonly certain: Cents;
  /** Whether any line may carry KX. */
  readonly hasKx: boolean;
}

/** A balance that sums begin with. */
export interface RestingPlace {
  readonly source: "eligibility" | "stated";
  readonly amount: Cents;
  /** Services of this date are included. */
  readonly asOf: CalendarDate;
  readonly place: Place;
  /** What had to be taken for granted, in words for the user, such as that a date which is not stated is the day before the claim. */
  readonly assumed: string | undefined;
}

export interface PassingPlace {
  readonly at: Place;
  /** Undefined in another file, or where only a remittance tells of the line. */
  readonly line: ServiceLine | undefined;
}

/** A year in which every line carries KX, from the first on. */
export interface AttestedYear {
  readonly from: CalendarDate;
  /** The first line. */
  readonly at: Place;
  /** On how many dates. */
  readonly visits: number;
}

/** A stated amount, and what was used on its date by the payers' own words. */
export interface Contradiction {
  readonly stated: { readonly at: Place; readonly amount: Cents; readonly asOf: CalendarDate };
  readonly ledger: Bounds;
  /** The payer's answer that it rests on, else the last of the remittances. */
  readonly by: PayersWord;
}

export interface PayersWord {
  readonly source: "eligibility" | "remittance";
  /** Services of this date are included; of a remittance that of the service. */
  readonly asOf: CalendarDate;
  /** What it says by itself: the amount used, or of a remittance what the service came to. */
  readonly amount: Cents;
  readonly at: Place;
}

/** Modifiers that announce a denial, or a service that Medicare never covers. */
export const noticeModifiers: readonly string[] = ["GA", "GX", "GY", "GZ"];

/** A line with a notice modifier counts nothing, and is right without KX. */
export function hasNotice(line: ServiceLine): boolean {
  return line.modifiers.some(isNotice);
}

/** The same of modifiers by themselves. */
export function hasNoticeAmong(modifiers: readonly string[]): boolean {
  return modifiers.some((modifier) => noticeModifiers.includes(modifier));
}

function isNotice({ value }: Field<string>): boolean {
  return noticeModifiers.includes(value);
}

/**
 * Whether the year's amount counts the line: a plan modifier makes it therapy, and so does a code that always needs one. What Medicare
 * never pays by itself (bundled, non-covered or not valid there, functional reporting) counts nowhere, whatever its modifiers.
 */
export function countsAsTherapy(line: ServiceLine, procedure: Procedure | undefined): boolean {
  return isTherapy(hasPlanModifier(line), line.dateOfService?.value, procedure);
}

/** The same of a service of which only this is known. */
export function isTherapy(hasPlan: boolean, date: CalendarDate | undefined, procedure: Procedure | undefined): boolean {
  if (procedure === undefined) return hasPlan;
  const { disposition } = procedure;
  if (disposition === "not-therapy" || disposition === "functional-reporting" || !isPaidByItself(procedure))
    return false;
  return hasPlan || (disposition === "always" && (date === undefined || holdsAt(procedure.onTherapyList, date)));
}
