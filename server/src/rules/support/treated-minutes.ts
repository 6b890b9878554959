import type { TreatedMinutes } from "../../model/assistant-share.ts";
import { type Minutes, type ServiceLine, clinicianOf } from "../../model/claim.ts";
import type { Discipline } from "../../model/discipline.ts";
import type { Context } from "../context.ts";

/**
 * A total beside the minutes of each must be their sum. Minutes without a name are those of whom the row names; the head and the
 * signature name the therapist who answers for the claim, whoever treated, so that of them only an assistant tells.
 */
export function treatedMinutesOf(
  line: ServiceLine,
  discipline: Discipline,
  context: Context,
): TreatedMinutes | undefined {
  const named = line.minutes.filter(({ clinician }) => clinician !== undefined);
  const unnamed = line.minutes.filter(({ clinician }) => clinician === undefined);
  const total = sumOf(unnamed);
  if (sumOf(named) === 0) return total === 0 ? undefined : minutesOfOne(line, discipline, total, context);
  const therapist = sumOf(named.filter(({ clinician }) => clinician === discipline));
  const assistant = sumOf(named.filter(({ clinician }) => clinician === `${discipline}A`));
  const isComplete = therapist + assistant === sumOf(named);
  return isComplete && (unnamed.length === 0 || total === therapist + assistant) ? { therapist, assistant } : undefined;
}

export function sumOfMinutes(minutes: readonly TreatedMinutes[]): TreatedMinutes {
  return {
    therapist: minutes.reduce((sum, one) => sum + one.therapist, 0),
    assistant: minutes.reduce((sum, one) => sum + one.assistant, 0),
  };
}

function minutesOfOne(
  line: ServiceLine,
  discipline: Discipline,
  total: number,
  context: Context,
): TreatedMinutes | undefined {
  const clinician = clinicianOf(line, context.claim)?.value;
  if (clinician?.discipline !== discipline) return undefined;
  if (clinician.role === "assistant") return { therapist: 0, assistant: total };
  return line.clinician?.value.role === "therapist" ? { therapist: total, assistant: 0 } : undefined;
}

function sumOf(minutes: readonly Minutes[]): number {
  return minutes.reduce((sum, { value }) => sum + value, 0);
}
