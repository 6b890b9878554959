import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Bucket, Discipline } from "../model/discipline.ts";
import type { ModifierMeaning, Payer, PayerAnswer, PayerQuestion, Procedure, Threshold } from "../model/tables.ts";
import type { UsedAmount } from "../model/used-amount.ts";

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
  /** The discipline that the line itself states: its locked code, else its one plan modifier, else its clinician. */
  disciplineOf(line: ServiceLine): Discipline | undefined;
  bucketOf(line: ServiceLine): Bucket | undefined;
  /** The disciplines that the claim's other lines state. */
  otherDisciplines(line: ServiceLine): readonly Discipline[];
  /** Undefined where the line has no date, enters no bucket, or stands on a claim that is void or was replaced. */
  usedAmount(line: ServiceLine): UsedAmount | undefined;
  /** Whether this claim is the first of the document for which a rule raises the topic. */
  isFirst(topic: string): boolean;
  /** Which kind of file the claim stands in: a fix may be natural in one and impossible in another. */
  readonly formatId: string;
}
