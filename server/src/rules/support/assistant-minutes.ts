import {
  type AssistantShare,
  type TreatedMinutes,
  shareTimedUnits,
  shareUntimedUnits,
} from "../../model/assistant-share.ts";
import { type Minutes, type ServiceLine, clinicianOf, hasModifier } from "../../model/claim.ts";
import { type AssistantModifier, type Discipline, assistantModifierOf } from "../../model/discipline.ts";
import type { Procedure } from "../../model/tables.ts";
import { boundsOf, unitsOf } from "../../model/units.ts";
import type { Context } from "../context.ts";
import { isAssistant } from "./assistant.ts";
import { isEvaluation } from "./evaluation.ts";
import { renderingTaxonomyOf } from "./provider.ts";
import { deviceSupplies } from "./remote-monitoring.ts";
import { modifierOfAssistant } from "./taxonomy.ts";
import { poolOf } from "./timed-pool.ts";
import { sumOfMinutes, treatedMinutesOf } from "./treated-minutes.ts";

/** What a claim bills for one code under one plan on one day, with the minutes of therapist and assistant. */
export interface SharedService {
  readonly lines: readonly ServiceLine[];
  /** Of each of the lines. */
  readonly minutesOfLines: readonly TreatedMinutes[];
  readonly minutes: TreatedMinutes;
  readonly units: number;
  readonly unitsWith: number;
  readonly modifier: AssistantModifier;
  readonly isTimed: boolean;
  /** Undefined where units and minutes don't agree, or Medicare's ways of computing do not. */
  readonly share: AssistantShare | undefined;
}

/** For `codes`: whether an assistant's part in the service is told by CQ or CO. */
export function mayTakeAssistantModifier(code: string, procedure: Procedure | undefined): boolean {
  return procedure !== undefined && !deviceSupplies.has(code) && !isEvaluation(procedure);
}

/** Whether anything in the file says that an assistant had a part in the line. */
export function involvesAssistant(line: ServiceLine, { claim }: Context): boolean {
  if (hasModifier(line, "CQ") || hasModifier(line, "CO") || line.minutes.some(isAssistants)) return true;
  const clinician = clinicianOf(line, claim);
  const taxonomy = renderingTaxonomyOf(line, claim)?.value;
  return (
    clinician?.value.role === "assistant" || (taxonomy !== undefined && modifierOfAssistant(taxonomy) !== undefined)
  );
}

/** Undefined where a line of the service lacks its units or its minutes, or does not say whose minutes they are. */
export function sharedServiceOf(line: ServiceLine, context: Context): SharedService | undefined {
  const discipline = disciplineOf(line, context);
  const modifier = discipline && assistantModifierOf(discipline);
  const isTimed = countsInQuarters(context.procedure(line));
  if (discipline === undefined || modifier === undefined || isTimed === undefined) return undefined;
  if (treatedMinutesOf(line, discipline, context) === undefined) return undefined;
  const lines = linesOfService(line, discipline, context);
  const minutesOfLines = lines.flatMap((one) => treatedMinutesOf(one, discipline, context) ?? []);
  const units = totalUnits(lines);
  if (units === undefined || minutesOfLines.length < lines.length) return undefined;
  const minutes = sumOfMinutes(minutesOfLines);
  const unitsWith = totalUnits(lines.filter((one) => hasModifier(one, modifier))) ?? 0;
  const share = shareOf(line, minutes, units, context);
  return { lines, minutesOfLines, minutes, units, unitsWith, modifier, isTimed, share };
}

/** Whether all units of a line that carries no assistant modifier go with it. */
export function goesWholeWith(line: ServiceLine, service: SharedService): boolean {
  const { lines, minutesOfLines, share, unitsWith, modifier } = service;
  if (share === undefined || hasModifier(line, modifier)) return false;
  const isAlone = minutesOfLines[lines.indexOf(line)]?.therapist === 0;
  return share.without === 0 || (isAlone && unitsWith + (line.units?.value ?? 0) <= share.with);
}

/** `PT 15 + PTA 13 minutes`. */
export function minutesInWords({ minutes, modifier }: SharedService): string {
  const [therapist, assistant] = modifier === "CQ" ? ["PT", "PTA"] : ["OT", "OTA"];
  const shown = [
    ...(minutes.therapist > 0 ? [`${therapist} ${String(minutes.therapist)}`] : []),
    ...(minutes.assistant > 0 ? [`${assistant} ${String(minutes.assistant)}`] : []),
  ];
  return `${shown.join(" + ")} minutes`;
}

function isAssistants({ clinician, value }: Minutes): boolean {
  return isAssistant(clinician) && value > 0;
}

/** What the line states, else whose minutes it has. */
function disciplineOf(line: ServiceLine, context: Context): Discipline | undefined {
  const stated = context.disciplineOf(line);
  if (stated !== undefined) return stated;
  const named = line.minutes.find(({ clinician, value }) => clinician !== undefined && value > 0)?.clinician;
  if (named === undefined) return undefined;
  return named === "SLP" ? "SLP" : named.startsWith("PT") ? "PT" : "OT";
}

/** False where the service is untimed; undefined where it is counted in another way, or not therapy. */
function countsInQuarters(procedure: Procedure | undefined): boolean | undefined {
  if (procedure?.disposition !== "always" && procedure?.disposition !== "sometimes") return undefined;
  if (procedure.timing.kind === "untimed") return false;
  return procedure.timing.inPool ? true : undefined;
}

/** None where another claim of that day bills the code under the same plan: whose units those are can't be told. */
function linesOfService(line: ServiceLine, discipline: Discipline, context: Context): readonly ServiceLine[] {
  const visit = context.visitOf(line);
  const isOfService = (other: ServiceLine): boolean =>
    other.procedure.value === line.procedure.value && disciplineOf(other, context) === discipline;
  if (visit === undefined || visit.otherLines.some((other) => isOfService(other.line))) return [];
  const lines = visit.ownLines.filter(isOfService);
  return lines.some(({ dateThrough }) => dateThrough !== undefined) ? [] : lines;
}

/** Undefined where a line has none, and of no line. */
function totalUnits(lines: readonly ServiceLine[]): number | undefined {
  let total: number | undefined;
  for (const { units } of lines) {
    if (units === undefined || units.value <= 0) return undefined;
    total = (total ?? 0) + units.value;
  }
  return total;
}

function shareOf(
  line: ServiceLine,
  minutes: TreatedMinutes,
  units: number,
  context: Context,
): AssistantShare | undefined {
  const date = line.dateOfService?.value;
  if (date === undefined) return undefined;
  if (countsInQuarters(context.procedure(line)) !== true) return shareUntimedUnits(minutes, units, date);
  return areUnitsOf(minutes, units, line, context) ? shareTimedUnits(minutes, units, date) : undefined;
}

/** Whether the minutes make so many units: together with the day's others where those are known, else by themselves. */
function areUnitsOf(minutes: TreatedMinutes, units: number, line: ServiceLine, context: Context): boolean {
  const pool = context.payer.unitCounting === "rule-of-eights" ? undefined : poolOf(line, context);
  const service = pool?.services.find(({ lines }) => lines.includes(line));
  const isWhole = service?.lines.every(({ procedure }) => procedure.value === line.procedure.value) === true;
  if (pool === undefined || service === undefined || !isWhole) {
    return units === unitsOf(minutes.therapist + minutes.assistant);
  }
  const { least, most } = boundsOf(service.code, pool.allotment);
  return least <= units && units <= most;
}
