import { findModifier, modifiersLike } from "../data/modifiers.ts";
import { findPayer, payerAnswer, payers } from "../data/payers.ts";
import { findProcedure } from "../data/procedures.ts";
import { findThreshold } from "../data/thresholds.ts";
import { type Claim, type ServiceLine, planModifiersOf } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { type Bucket, type Discipline, type PlanModifier, bucketOf, disciplineOfPlan } from "../model/discipline.ts";
import type { ModifierMeaning, Payer, PayerAnswer, PayerQuestion, Procedure, Threshold } from "../model/tables.ts";
import type { UsedAmount } from "../model/used-amount.ts";
import type { Context } from "../rules/context.ts";
import type { Environment } from "./environment.ts";

/** What the claims of a document share. Its answers may change without the claim that asks. */
export interface Surroundings {
  usedAmount(line: ServiceLine, claim: Claim): UsedAmount | undefined;
  isFirst(topic: string, claim: Claim): boolean;
}

/** Tells every question whose answer may change without the claim, with the answer. */
export type Recorder = (question: Question, answer: Answer) => void;

/** A line: how much is used when it comes. A topic: whether the claim is the first with it. */
export type Question = ServiceLine | string;
export type Answer = UsedAmount | boolean | undefined;

export class ClaimContext implements Context {
  readonly claim: Claim;
  readonly payer: Payer;
  readonly formatId: string;
  readonly #environment: Environment;
  readonly #surroundings: Surroundings;
  readonly #record: Recorder;

  constructor(
    claim: Claim,
    setting: { environment: Environment; formatId: string },
    surroundings: Surroundings,
    record: Recorder,
  ) {
    this.claim = claim;
    this.formatId = setting.formatId;
    this.payer = payerOf(claim, setting.environment);
    this.#environment = setting.environment;
    this.#surroundings = surroundings;
    this.#record = record;
  }

  get today(): CalendarDate {
    return this.#environment.today;
  }

  answer(question: PayerQuestion, line: ServiceLine): PayerAnswer {
    const date = line.dateOfService?.value;
    return date === undefined ? "unknown" : payerAnswer(this.payer, question, date);
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
      const discipline = other === line ? undefined : disciplineOf(other, this.claim);
      if (discipline !== undefined) found.add(discipline);
    }
    return [...found];
  }

  usedAmount(line: ServiceLine): UsedAmount | undefined {
    const amount = this.#surroundings.usedAmount(line, this.claim);
    this.#record(line, amount);
    return amount;
  }

  isFirst(topic: string): boolean {
    const isFirst = this.#surroundings.isFirst(topic, this.claim);
    this.#record(topic, isFirst);
    return isFirst;
  }
}

/**
 * The discipline that a line itself states: that of a code locked to one, else its one plan modifier, else who treated. A locked code
 * with another's modifier is returned as it stands, and counts against its own discipline's amount once it is mended.
 */
export function disciplineOf(line: ServiceLine, claim: Claim): Discipline | undefined {
  const locked = lockAt(line);
  if (locked !== undefined) return disciplineOfPlan(locked);
  const [plan, ...others] = planModifiersOf(line);
  if (plan === undefined) return (line.clinician ?? claim.clinician)?.value.discipline;
  return others.every((other) => other.value === plan.value) ? disciplineOfPlan(plan.value) : undefined;
}

function lockAt(line: ServiceLine): PlanModifier | undefined {
  const locked = findProcedure(line.procedure.value)?.locked;
  const date = line.dateOfService?.value;
  const holds = date === undefined || !locked?.from || locked.from <= date;
  return locked && holds ? locked.modifier : undefined;
}

export function thresholdOf(year: number, environment: Environment): Threshold | undefined {
  const published = findThreshold(year);
  const setting = environment.settings.thresholds[year]?.kxThreshold;
  if (setting === undefined) return published;
  const source = { title: "Your settings", evidence: "verified" } as const;
  const own: Threshold = { year, kxThreshold: setting, regime: "kx-threshold", law: null, note: null, source };
  return published === undefined ? own : { ...published, kxThreshold: setting, source };
}

/** The payer that the claim names, else that of the settings, else the profile `unknown`. */
export function payerOf(claim: Claim, environment: Environment): Payer {
  const { name, filingIndicator, payerId } = claim.payer;
  const isNamed = name !== undefined || filingIndicator !== undefined || payerId !== undefined;
  const setting = environment.settings.payer;
  if (!isNamed && setting !== undefined) {
    return payers.find((payer) => payer.id === setting) ?? findPayer({ name: setting });
  }
  return findPayer({ name: name?.value, filingIndicator: filingIndicator?.value, payerId: payerId?.value });
}
