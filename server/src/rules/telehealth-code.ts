import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { holdsAt } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";

/** Therapists may bill Medicare for telehealth from and to these days, both included. */
const authority: { readonly from: CalendarDate; readonly to: CalendarDate } = { from: "2020-03-01", to: "2027-12-31" };

const telehealthPlaces = new Set(["02", "10"]);
const telehealthModifiers = new Set(["93", "95", "FQ", "GT"]);

export const telehealthCode = defineRule({
  id: "telehealth-code",
  severity: "warning",
  codes: (_code, procedure) => procedure?.isHandsOn === true || procedure?.disposition === "always",
  docs: {
    summary: "A service that needs hands or equipment at the patient is billed as telehealth.",
    why:
      "Telehealth is care by picture and sound. Manual therapy, massage, work in water, modalities, wound care, splints and strapping need " +
      "someone or something at the patient, and have never been on Medicare's list of telehealth services; exercise, activities, gait " +
      "and self-care training, group treatment and the evaluations are. Therapists may bill Medicare for telehealth only for a limited " +
      "time: since 2020-03-01, and by a law of early 2026 until 2027-12-31.",
    remedy:
      "Look at the place of service and the modifier first. If the visit was by video, see what was really done in it.",
    applies:
      "Traditional Medicare, Railroad Medicare included: lines with place of service 02 or 10, or with modifier 93, 95, FQ or GT. What other " +
      "payers allow is their own. The list is recalled from what was published between 2020 and 2024, and Congress has moved the end of the " +
      "time before.",
    incorrect: "DOS: 2026-03-02\n97140 GP 95 x1",
    correct: "DOS: 2026-03-02\n97110 GP 95 x2\n97140 GP x1",
    sources: [
      { title: "CMS list of Medicare telehealth services" },
      { title: "American Physical Therapy Association, April 2020: codes that therapists may bill by telehealth" },
      { title: "American Occupational Therapy Association, 2026: telehealth by therapists until 2027-12-31" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    if (date === undefined || procedure === undefined || !isMedicare(context)) return;
    const sign = signOfTelehealth(line, context);
    if (sign === undefined || !holdsAt(procedure.exists, date) || isOutsidePartBTherapy(context.claim)) return;
    if (procedure.isHandsOn) {
      report(line.procedure, `${sign} says telehealth, and ${procedure.code} needs hands or equipment at the patient`);
    } else if (!holdsAt(authority, date)) {
      const limit = date < authority.from ? `since ${authority.from}` : `until ${authority.to}`;
      report(line.procedure, `${sign} says telehealth, and therapists may bill ${procedure.code} so only ${limit}`);
    }
  },
});

/** What on the line says that it was telehealth, in words. */
function signOfTelehealth(line: ServiceLine, { claim }: Context): string | undefined {
  const modifier = line.modifiers.find((field) => telehealthModifiers.has(field.value));
  if (modifier !== undefined) return `Modifier ${modifier.value}`;
  const place = (line.placeOfService ?? claim.placeOfService)?.value;
  return place !== undefined && telehealthPlaces.has(place) ? `Place of service ${place}` : undefined;
}
