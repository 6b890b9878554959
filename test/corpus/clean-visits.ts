import { payerAnswer, payers } from "../../server/src/data/payers.ts";
import { findThreshold } from "../../server/src/data/thresholds.ts";
import type { Discipline } from "../../server/src/model/discipline.ts";
import { assistantModifierOf, bucketOf, planModifierOf } from "../../server/src/model/discipline.ts";
import type { Payer } from "../../server/src/model/tables.ts";

/** A visit as a practice bills it rightly. */
export interface CleanVisit {
  readonly payer: Payer;
  readonly discipline: Discipline;
  readonly year: number;
  /** Whether an assistant gave the second service. */
  readonly hasAssistant: boolean;
  /** Whether the year's amount was used up before. */
  readonly isAbove: boolean;
  readonly lines: readonly CleanLine[];
}

export interface CleanLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly chargeCents: number;
  readonly allowedCents: number;
  readonly clinician: string;
}

const services: Readonly<Record<Discipline, readonly string[]>> = {
  PT: ["97110", "97140", "97530", "97112", "97116"],
  OT: ["97535", "97530", "97110", "97112"],
  SLP: ["92507", "92526"],
};
const evaluation: Readonly<Record<Discipline, string>> = { PT: "97162", OT: "97166", SLP: "92523" };
const clinicians: Readonly<Record<Discipline, readonly [string, string]>> = {
  PT: ["PT", "PTA"],
  OT: ["OTR/L", "COTA/L"],
  SLP: ["CCC-SLP", "CCC-SLP"],
};

/** Each payer, discipline and year, with and without an assistant, below and above the amount. */
export function cleanVisits(): readonly CleanVisit[] {
  const visits: CleanVisit[] = [];
  for (const payer of payers) {
    for (const discipline of ["PT", "OT", "SLP"] as const) {
      for (let year = 2018; year <= 2026; year++) {
        for (const hasAssistant of discipline === "SLP" ? [false] : [false, true]) {
          for (const isAbove of [false, true]) visits.push(visitOf({ payer, discipline, year, hasAssistant, isAbove }));
        }
      }
    }
  }
  return visits;
}

/** What is stated as used before the visit: far below the year's amount, or above it. */
export function usedCents({ year, isAbove }: CleanVisit): number {
  const threshold = findThreshold(year)?.kxThreshold ?? 0;
  return isAbove ? threshold + 12_34 : 310_40;
}

export function bucketOfVisit({ discipline }: CleanVisit): string {
  return bucketOf(discipline);
}

function visitOf(visit: Omit<CleanVisit, "lines">): CleanVisit {
  const { discipline, hasAssistant } = visit;
  const codes = [evaluation[discipline], ...services[discipline]];
  const lines = codes.map((code, index) => lineOf(visit, code, hasAssistant && index === 1));
  return { ...visit, lines };
}

function lineOf(visit: Omit<CleanVisit, "lines">, code: string, isByAssistant: boolean): CleanLine {
  const { discipline, year, isAbove, payer } = visit;
  const assistant = isByAssistant && year >= 2020 ? assistantModifierOf(discipline) : undefined;
  const asksForKx = payerAnswer(payer, "kx", `${year}-03-12`) === "required";
  const modifiers = [planModifierOf(discipline), assistant, isAbove && asksForKx ? "KX" : undefined];
  const units = code.startsWith("97") && !code.startsWith("9716") ? 2 : 1;
  return {
    code,
    modifiers: modifiers.filter((modifier) => modifier !== undefined),
    units,
    chargeCents: 50_00 * units,
    allowedCents: 31_27 * units,
    clinician: clinicians[discipline][isByAssistant ? 1 : 0],
  };
}
