import { findDiagnosisFault } from "../data/diagnoses.ts";
import { builtInLimits, builtInPairs, pairKey, pairsWith } from "../data/edits.ts";
import { findModifier, modifiersLike } from "../data/modifiers.ts";
import { findPayer, payerAnswer, payers, unknownPayer } from "../data/payers.ts";
import { findProcedure } from "../data/procedures.ts";
import { findReviewThreshold, findThreshold } from "../data/thresholds.ts";
import { type Claim, type ServiceLine, areOfTwoSubjects } from "../model/claim.ts";
import { type CalendarDate, yearOf } from "../model/date.ts";
import { type Bucket, type Discipline, bucketOf } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type {
  CodePair,
  DiagnosisFault,
  EditSetting,
  EditTable,
  LimitIndex,
  ModifierMeaning,
  PairIndex,
  Payer,
  PayerAnswer,
  PayerQuestion,
  Procedure,
  Threshold,
  UnitLimit,
} from "../model/tables.ts";
import type { Reach, UsedAmount } from "../model/used-amount.ts";
import type { DatedLine, Visit } from "../model/visit.ts";
import type { Context } from "../rules/context.ts";
import type { Asking, Surroundings, UsedAmounts } from "./asked.ts";
import type { Environment } from "./environment.ts";
import { feeLineOf, feeLinesBeside } from "./fee-lines.ts";
import { disciplineOf } from "./line-discipline.ts";
import { type OwnVisit, ownVisitsOf } from "./own-visits.ts";

/** Every question whose answer may change without the claim, as it is asked, with the answer. */
export type Recorder = (asking: Asking) => void;

/** What a claim is judged in. */
export interface Setting {
  readonly environment: Environment;
  readonly formatId: string;
}

export class ClaimContext implements Context {
  readonly claim: Claim;
  readonly payer: Payer;
  readonly formatId: string;
  readonly #environment: Environment;
  readonly #surroundings: Surroundings;
  readonly #record: Recorder | undefined;
  readonly #hasSeveralSubjects: boolean;
  /** Of the claim's own lines. */
  #usedAmounts: UsedAmounts | undefined;
  #reach: Reach | undefined;
  #visits: readonly Visit[] | undefined;
  /** What the payer asks for on the date that was asked about last: the lines of a day come one after the other. */
  #answers: Partial<Record<PayerQuestion, PayerAnswer>> = {};
  #answersOn: CalendarDate | undefined;
  /** Few, so that they are looked through. */
  #workedOut: WorkedOut | undefined;

  /** @param record of a claim whose answers somebody keeps */
  constructor(claim: Claim, setting: Setting, surroundings: Surroundings, record?: Recorder) {
    this.claim = claim;
    this.formatId = setting.formatId;
    this.payer = payerOf(claim, setting.environment);
    this.#environment = setting.environment;
    this.#surroundings = surroundings;
    this.#record = record;
    this.#hasSeveralSubjects = claim.hasSeveralSubjects;
  }

  once<T>(work: (context: Context) => T): T {
    for (let known = this.#workedOut; known !== undefined; known = known.earlier) {
      // What a function gave is of its type.
      if (known.work === work) return known.answer as T;
    }
    const answer = work(this);
    this.#workedOut = { work, answer, earlier: this.#workedOut };
    return answer;
  }

  get today(): CalendarDate {
    return this.#environment.today;
  }

  answer(question: PayerQuestion, line: ServiceLine): PayerAnswer {
    const date = line.dateOfService?.value;
    if (date === undefined) return "unknown";
    if (date !== this.#answersOn) {
      this.#answersOn = date;
      this.#answers = {};
    }
    return (this.#answers[question] ??= payerAnswer(this.payer, question, date));
  }

  procedure(line: ServiceLine): Procedure | undefined {
    return findProcedure(line.procedure.value);
  }

  procedureOf(code: string): Procedure | undefined {
    return findProcedure(code);
  }

  modifier(modifier: string): ModifierMeaning | undefined {
    return findModifier(modifier);
  }

  modifiersLike(modifier: string): readonly string[] {
    return modifiersLike(modifier);
  }

  threshold(year: number): Threshold | undefined {
    return thresholdOf(year, this.#environment);
  }

  reviewThreshold(date: CalendarDate): Cents | undefined {
    return reviewThresholdOn(date, this.#environment);
  }

  approachingFrom(threshold: Cents): Cents {
    const { approaching } = this.#environment.settings;
    return "share" in approaching ? Math.round(threshold * approaching.share) : threshold - approaching.within;
  }

  disciplineOf(line: ServiceLine): Discipline | undefined {
    return disciplineOf(line, this.claim);
  }

  bucketOf(line: ServiceLine): Bucket | undefined {
    const discipline = disciplineOf(line, this.claim);
    return discipline && bucketOf(discipline);
  }

  otherDisciplines(line: ServiceLine): readonly Discipline[] {
    const found = new Set<Discipline>();
    for (const other of this.claim.serviceLines) {
      const discipline = other === line || areOfTwoSubjects(line, other) ? undefined : disciplineOf(other, this.claim);
      if (discipline !== undefined) found.add(discipline);
    }
    return [...found];
  }

  usedAmount(line: ServiceLine): UsedAmount | undefined {
    if (this.#hasSeveralSubjects) return undefined;
    const { serviceLines } = this.claim;
    const place = serviceLines.indexOf(line);
    if (place < 0) return this.#askForUsedAmounts([line])[0];
    this.#usedAmounts ??= this.#askForUsedAmounts(serviceLines);
    return this.#usedAmounts[place];
  }

  get reach(): Reach {
    return (this.#reach ??= this.#askForReach());
  }

  isFirst(topic: string): boolean {
    const answer = this.#surroundings.isFirst(topic, this.claim);
    this.#record?.({ about: "isFirst", topic, answer });
    return answer;
  }

  get visits(): readonly Visit[] {
    return (this.#visits ??= ownVisitsOf(this.claim).map((visit) => this.#visitOf(visit)));
  }

  visitOf(line: ServiceLine): Visit | undefined {
    const date = line.dateOfService?.value;
    if (date === undefined) return undefined;
    for (const visit of this.visits) {
      if (visit.date === date && (!this.#hasSeveralSubjects || visit.ownLines.includes(line))) return visit;
    }
    return undefined;
  }

  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate, line?: ServiceLine): readonly DatedLine[] {
    const answer = this.#surroundings.linesWith(codes, from, to, this.claim);
    this.#record?.({ about: "linesWith", codes, from, to, answer });
    if (!this.#hasSeveralSubjects) return answer;
    return answer.filter((dated) => line !== undefined && dated.line.subject?.value === line.subject?.value);
  }

  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate): number {
    if (this.#hasSeveralSubjects) return 0;
    const answer = this.#surroundings.treatmentDays(discipline, from, to, this.claim);
    this.#record?.({ about: "treatmentDays", discipline, from, to, answer });
    return answer;
  }

  pairsOf(code: string, other: string): readonly CodePair[] {
    return this.pairTable.edits[this.#editSetting].get(pairKey(code, other)) ?? noPairs;
  }

  pairsWith(code: string): readonly CodePair[] {
    return pairsWith(code, this.pairTable.edits[this.#editSetting]);
  }

  unitLimit(code: string): UnitLimit | undefined {
    return this.limitTable.edits[this.#editSetting].get(code);
  }

  feeOf(line: ServiceLine): Cents | undefined {
    const { fees } = this.#environment;
    if (fees === undefined) return undefined;
    const own = feeLineOf(line, this.claim, line.units?.value ?? 0);
    if (own === undefined || fees.doubtOf?.(own) !== undefined) return undefined;
    const isCounted = ({ claim }: DatedLine): boolean => payerOf(claim, this.#environment).id === this.payer.id;
    return fees.allowedAmounts([own, ...feeLinesBeside(line, this.claim, this.visitOf(line), isCounted)])[0];
  }

  diagnosisFault(code: string, date: CalendarDate): DiagnosisFault | undefined {
    return findDiagnosisFault(code, date);
  }

  get pairTable(): EditTable<PairIndex> {
    return this.#environment.tables?.pairs ?? builtInPairs;
  }

  get limitTable(): EditTable<LimitIndex> {
    return this.#environment.tables?.limits ?? builtInLimits;
  }

  /** CMS judges claims of institutions by the table of outpatient hospitals. */
  get #editSetting(): EditSetting {
    return this.claim.kind === "institutional" ? "outpatient-hospital" : "practitioner";
  }

  #visitOf({ date, lines }: OwnVisit): Visit {
    const otherLines = this.#surroundings.othersOn(date, this.claim);
    this.#record?.({ about: "othersOn", date, answer: otherLines });
    return { date, ownLines: lines, otherLines };
  }

  #askForReach(): Reach {
    const answer = this.#surroundings.reach(this.claim);
    this.#record?.({ about: "reach", answer });
    return answer;
  }

  #askForUsedAmounts(lines: readonly ServiceLine[]): UsedAmounts {
    const answer = this.#surroundings.usedAmounts(lines, this.claim);
    this.#record?.({ about: "usedAmounts", lines, answer });
    return answer;
  }
}

/** What rules had worked out once for the claim: the last, and those before it. */
interface WorkedOut {
  readonly work: (context: Context) => unknown;
  readonly answer: unknown;
  readonly earlier: WorkedOut | undefined;
}

const noPairs: readonly never[] = [];

export function thresholdOf(year: number, environment: Environment): Threshold | undefined {
  const published = findThreshold(year);
  const setting = environment.settings.thresholds[year]?.kxThreshold;
  if (setting === undefined) return published;
  const source = { title: "Your settings", evidence: "verified" } as const;
  const own: Threshold = { year, kxThreshold: setting, regime: "kx-threshold", law: null, note: null, source };
  return published === undefined ? own : { ...published, kxThreshold: setting, source };
}

export function reviewThresholdOn(date: CalendarDate, { settings }: Environment): Cents | undefined {
  const setting = settings.thresholds[yearOf(date)]?.reviewThreshold;
  return setting ?? findReviewThreshold(date)?.reviewThreshold ?? undefined;
}

/** The payer that the claim names, else that of the settings, else the profile `unknown`. The user's own profiles come first. */
export function payerOf(claim: Claim, { settings, ownPayers }: Environment): Payer {
  const { name, filingIndicator, payerId } = claim.payer;
  const isNamed = name !== undefined || filingIndicator !== undefined || payerId !== undefined;
  if (isNamed) {
    const words = { name: name?.value, filingIndicator: filingIndicator?.value, payerId: payerId?.value };
    return findPayer(words, ownPayers);
  }
  const setting = settings.payer;
  if (setting === undefined) return unknownPayer;
  return (
    [...(ownPayers ?? []), ...payers].find((payer) => payer.id === setting) ?? findPayer({ name: setting }, ownPayers)
  );
}
