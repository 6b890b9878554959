import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Bucket, Discipline } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type {
  CodePair,
  DiagnosisFault,
  ModifierMeaning,
  Payer,
  PayerAnswer,
  PayerQuestion,
  Procedure,
  Source,
  Threshold,
  UnitLimit,
} from "../model/tables.ts";
import type { Reach, UsedAmount } from "../model/used-amount.ts";
import type { DatedLine, Visit } from "../model/visit.ts";

/** All that a rule can ask beyond the claim it looks at. What may change without the claim is remembered with the answer. */
export interface Context {
  readonly claim: Claim;
  readonly today: CalendarDate;
  /** The claim's payer; the profile `unknown` where none is named or known. */
  readonly payer: Payer;
  /** What the payer asks at the line's date of service; `unknown` without a date. */
  answer(question: PayerQuestion, line: ServiceLine): PayerAnswer;
  /** The table's row for the line's code, whether or not it is valid at the date. */
  procedure(line: ServiceLine): Procedure | undefined;
  /** The row for any code. */
  procedureOf(code: string): Procedure | undefined;
  modifier(modifier: string): ModifierMeaning | undefined;
  /** The real modifiers that a mistyped one is nearest to: a transposition, one wrong character. */
  modifiersLike(modifier: string): readonly string[];
  /** The year's amounts with the user's own; undefined for a year outside the table. */
  threshold(year: number): Threshold | undefined;
  /** The amount above which CMS may review at a date, with the user's own; undefined before 2012-10-01 and where it is not known. */
  reviewThreshold(date: CalendarDate): Cents | undefined;
  /** From which sum on a threshold is near, by the settings. */
  approachingFrom(threshold: Cents): Cents;
  /** The discipline that the line itself states: its locked code, else its one plan modifier, else its clinician. */
  disciplineOf(line: ServiceLine): Discipline | undefined;
  bucketOf(line: ServiceLine): Bucket | undefined;
  /** The disciplines that the claim's other lines of the same patient state. */
  otherDisciplines(line: ServiceLine): readonly Discipline[];
  /** Undefined where the line has no date, enters no bucket, or stands on a claim that is void, was replaced, or is of several patients. */
  usedAmount(line: ServiceLine): UsedAmount | undefined;
  /** How far used amounts of the beneficiary's lines reach. It costs much less to ask: an 837 mostly tells no amount that is certain. */
  readonly reach: Reach;
  /**
   * The claim's dates of service, each with all that its beneficiary had on it, by date. Lines without a date are in none. Where a
   * table names several patients, each has visits of their own.
   */
  readonly visits: readonly Visit[];
  visitOf(line: ServiceLine): Visit | undefined;
  /**
   * The beneficiary's lines of these codes from one date to another, both included, by date and then place; this claim's among
   * them. Of a claim of several patients those of the given line's own; none without a line.
   */
  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate, line?: ServiceLine): readonly DatedLine[];
  /** On how many days from one date to another, both included, the beneficiary was treated under a plan of the discipline; 0 of several patients. */
  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate): number;
  /** The pairs that the two codes make, in either order, by the table that judges the claim. Also of other dates than the claim's. */
  pairsOf(code: string, other: string): readonly CodePair[];
  /** All pairs that the code is in. */
  pairsWith(code: string): readonly CodePair[];
  unitLimit(code: string): UnitLimit | undefined;
  /**
   * What the user's fee schedule allows for all units of the line, with what else the beneficiary had on its day; undefined where it
   * does not tell, or only the national amount. An allowed amount that the line states is left aside.
   */
  feeOf(line: ServiceLine): Cents | undefined;
  /** What is known against billing a code of ICD-10-CM, without its dot, on a date; undefined where nothing is. */
  diagnosisFault(code: string, date: CalendarDate): DiagnosisFault | undefined;
  /** The snapshots that `pairsOf` and `unitLimit` answer from. */
  readonly pairTable: { readonly snapshot: CalendarDate; readonly source: Source };
  readonly limitTable: { readonly snapshot: CalendarDate; readonly source: Source };
  /** Whether this claim is the first of the document for which a rule raises the topic. */
  isFirst(topic: string): boolean;
  /** What several rules need to know of the claim, worked out for the first that asks. */
  once<T>(work: (context: Context) => T): T;
  /** Which kind of file the claim stands in: a fix may be natural in one and impossible in another. */
  readonly formatId: string;
}
