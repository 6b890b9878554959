import { payerAnswer, payers } from "../../server/src/data/payers.ts";
import { findThreshold } from "../../server/src/data/thresholds.ts";
import { type CalendarDate, addDays } from "../../server/src/model/date.ts";
import { type Discipline, assistantModifierOf, bucketOf, planModifierOf } from "../../server/src/model/discipline.ts";
import type { Payer } from "../../server/src/model/tables.ts";
import type { Institution, Visit, VisitLine } from "./visit.ts";

/** What decides how a visit is billed rightly. */
export interface Circumstance {
  readonly payer: Payer;
  readonly discipline: Discipline;
  readonly year: number;
  /** Whether an assistant gave the second service. */
  readonly hasAssistant: boolean;
  /** Whether the year's amount was used up before. */
  readonly isAbove: boolean;
}

interface Service {
  readonly code: string;
  readonly isTimed: boolean;
}

const evaluations: Readonly<Record<Discipline, string>> = { PT: "97162", OT: "97166", SLP: "92522" };
/** No two of them are a pair of NCCI in any of the years. */
const services: Readonly<Record<Discipline, readonly Service[]>> = {
  PT: [timed("97110"), timed("97140"), timed("97112"), timed("97116")],
  OT: [timed("97535"), timed("97110"), timed("97112")],
  SLP: [untimed("92507"), untimed("92526")],
};
const clinicians: Readonly<Record<Discipline, readonly [string, string]>> = {
  PT: ["PT", "PTA"],
  OT: ["OTR/L", "COTA/L"],
  SLP: ["CCC-SLP", "CCC-SLP"],
};

const revenue: Readonly<Record<Discipline, string>> = { PT: "0420", OT: "0430", SLP: "0440" };
const planCode: Readonly<Record<Discipline, readonly [string, string]>> = {
  PT: ["29", "35"],
  OT: ["17", "44"],
  SLP: ["30", "45"],
};

/** Each payer, discipline and year, with and without an assistant, below and above the amount. */
export function circumstances(): readonly Circumstance[] {
  const all: Circumstance[] = [];
  for (const payer of payers) {
    for (const discipline of ["PT", "OT", "SLP"] as const) {
      for (let year = 2018; year <= 2026; year++) {
        for (const hasAssistant of discipline === "SLP" ? [false] : [false, true]) {
          for (const isAbove of [false, true]) all.push({ payer, discipline, year, hasAssistant, isAbove });
        }
      }
    }
  }
  return all;
}

/** The visit as it is billed rightly. `variety` turns the services, so that not every visit holds the same ones. */
export function cleanVisit(circumstance: Circumstance, variety = 0): Visit {
  const { payer, discipline, year } = circumstance;
  const date: CalendarDate = `${year}-03-12`;
  const start = addDays(date, -10);
  return {
    payer,
    discipline,
    date,
    today: addDays(date, 20),
    usedCents: usedCentsOf(circumstance),
    birthDate: "1948-02-11",
    memberId: payer.id === "medicare-b" ? "1EG4TE5MK73" : "ABC123456",
    billingNpi: "1234567893",
    referringNpi: "1245319599",
    placeOfService: "11",
    plan: { from: start, to: addDays(start, 80) },
    certified: addDays(start, 7),
    diagnoses: ["M54.2", "R26.89"],
    lines: linesOf(circumstance, date, variety),
    notes: [],
  };
}

/** The same visit on an institution's claim, billed rightly. */
export function institutional(visit: Visit, change: Partial<Institution> = {}): Visit {
  const { discipline, date, plan } = visit;
  const [planned, begun] = planCode[discipline];
  return {
    ...visit,
    institution: {
      typeOfBill: "131",
      statement: { from: addDays(date, -5), to: addDays(date, 5) },
      occurrences: [
        ["11", addDays(plan.from, -20)],
        [planned, plan.from],
        [begun, plan.from],
      ],
      ...change,
    },
    lines: visit.lines.map((line) => ({ ...line, revenueCode: line.revenueCode ?? revenue[discipline] })),
  };
}

export function bucketOfVisit({ discipline }: Visit): string {
  return bucketOf(discipline);
}

/** Far below the year's amount, or above it. */
function usedCentsOf({ year, isAbove }: Circumstance): number {
  const threshold = findThreshold(year)?.kxThreshold ?? 0;
  return isAbove ? threshold + 12_34 : 310_40;
}

function linesOf(circumstance: Circumstance, date: CalendarDate, variety: number): readonly VisitLine[] {
  const { discipline, hasAssistant } = circumstance;
  const all = services[discipline];
  const count = 2 + (variety % (all.length - 1));
  const turned = all.map((_service, index) => all[(index + variety) % all.length]).filter((one) => one !== undefined);
  const treated = turned.slice(0, count);
  const evaluated = variety % 3 === 2 ? [untimed(evaluations[discipline])] : [];
  return [...evaluated, ...treated].map((service, index) =>
    lineOf(circumstance, service, { date, index, isByAssistant: hasAssistant && index === evaluated.length }),
  );
}

function lineOf(
  circumstance: Circumstance,
  { code, isTimed }: Service,
  { date, index, isByAssistant }: { date: CalendarDate; index: number; isByAssistant: boolean },
): VisitLine {
  const { discipline, year, isAbove, payer } = circumstance;
  const assistant = isByAssistant && year >= 2020 ? assistantModifierOf(discipline) : undefined;
  const asksForKx = payerAnswer(payer, "kx", date) === "required";
  const modifiers = [planModifierOf(discipline), assistant, isAbove && asksForKx ? "KX" : undefined];
  const units = isTimed && index % 2 === 0 ? 2 : 1;
  // A minute over the quarters, on each: together fewer than the eight that would be a unit more.
  const minutes = units * 15 + 1;
  return {
    date,
    code,
    modifiers: modifiers.filter((modifier) => modifier !== undefined),
    units,
    minutes: isTimed ? { therapist: isByAssistant ? 0 : minutes, assistant: isByAssistant ? minutes : 0 } : undefined,
    chargeCents: 90_00 * units,
    allowedCents: 31_27 * units,
    clinician: clinicians[discipline][isByAssistant ? 1 : 0],
    pointers: "A",
  };
}

function timed(code: string): Service {
  return { code, isTimed: true };
}

function untimed(code: string): Service {
  return { code, isTimed: false };
}
