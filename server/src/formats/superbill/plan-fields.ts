import type { DateRange } from "../../model/claim.ts";
import type { Discipline } from "../../model/discipline.ts";
import { type Field, fieldOf } from "../../text/span.ts";
import { dateIn, datesOfRange, readPeriod } from "./field-dates.ts";
import type { FieldValues } from "./field-values.ts";
import { type Target, readDate } from "./target.ts";
import type { WrittenField } from "./written-field.ts";

/** The first or a later plan of care, or a certification period. */
export function readPlan(target: Target, values: FieldValues, written: WrittenField): void {
  const period = readPeriod(target, written);
  if (period !== undefined) values.plans.push({ period, isRenewal: false, discipline: disciplineIn(written) });
}

/** A recertification: its period, its first day, or the day of its signature; who signed may stand beside it. */
export function readRecertification(target: Target, values: FieldValues, written: WrittenField): void {
  const { label, value } = written;
  // One that is still to come is none, and the signature of one that is stated is no other.
  if (/\b(?:due|next|needed|pending|required|by(?=\s+\d)|not)\b/i.test(value.text)) return;
  if (/signed/i.test(label.text) && values.plans.some(({ isRenewal }) => isRenewal)) return;
  const period = datesOfRange(value) === undefined ? oneDayIn(target, written) : readPeriod(target, written);
  if (period !== undefined) values.plans.push({ period, isRenewal: true, discipline: disciplineIn(written) });
}

function oneDayIn(target: Target, written: WrittenField): Field<DateRange> | undefined {
  const piece = dateIn(written.value);
  if (piece === undefined) return readPeriod(target, written);
  const day = readDate(target, piece);
  return day === undefined ? undefined : fieldOf(day.part, day.start, day.end, { from: day.value, to: undefined });
}

/** `PT plan of care`. */
function disciplineIn({ label }: WrittenField): Discipline | undefined {
  const [, word] = /^(PT|OT|SLP|ST|speech)\b/i.exec(label.text) ?? [];
  if (word === undefined) return undefined;
  const upper = word.toUpperCase();
  return upper === "PT" || upper === "OT" ? upper : "SLP";
}
