import { removeModifier } from "../model/change.ts";
import type { Procedure } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { type Severity, defineRule } from "./rule.ts";
import { isEvaluation } from "./support/evaluation.ts";
import { isMedicare } from "./support/medicare.ts";
import { isPooled } from "./support/timed-pool.ts";

/** Where a modifier says nothing, and where it belongs instead. */
interface Misplacement {
  readonly isOn: (procedure: Procedure) => boolean;
  /** Other payers may read it in ways of their own. */
  readonly isMedicareOnly: boolean;
  readonly reason: string;
  readonly severity?: Severity;
}

const misplacements: ReadonlyMap<string, Misplacement> = new Map<string, Misplacement>([
  ["25", { isOn: isTreatment, isMedicareOnly: false, reason: "it belongs on a visit code" }],
  ["AT", { isOn: isTreatment, isMedicareOnly: true, reason: "it belongs on 98940 to 98942" }],
  ["KF", { isOn: isTreatment, isMedicareOnly: false, reason: "it belongs on equipment" }],
  ["22", { isOn: isTimed, isMedicareOnly: false, reason: "longer time is more units" }],
  ["53", { isOn: isTimed, isMedicareOnly: false, reason: "a shorter time is fewer units" }],
  [
    "76",
    {
      isOn: isTimed,
      isMedicareOnly: true,
      reason: "a second session of the day is more units",
      // Offices split a day's sessions with it, and how a contractor takes that was not read.
      severity: "information",
    },
  ],
]);

export const modifierMisplaced = defineRule({
  id: "modifier-misplaced",
  severity: "warning",
  modifiers: [...misplacements.keys()],
  codes: (_code, procedure) => procedure !== undefined && isTreatment(procedure),
  docs: {
    summary: "A real modifier stands on a therapy code that it says nothing about.",
    why:
      "Some modifiers are made for other codes. 25 marks a visit apart from a procedure and stands on the visit's code, AT is for " +
      "chiropractic manipulation (98940–98942), KF for devices. 22, 53 and 76 are for procedures that were harder, broken off or done " +
      "again: a timed therapy code says that with its units. On therapy they are ignored or bring the line back.",
    remedy: "Take it away. A number such as 22 or 25 may be minutes: then write 25 min.",
    applies:
      "Every date; codes that are always therapy, evaluations left out. AT and 76 for Medicare Part B only, since other payers may ask for them; 76 is information.",
    incorrect: "DOS: 2026-03-02\n97140 GP 25 x1",
    correct: "DOS: 2026-03-02\n97140 GP x1",
    sources: [
      { title: "CPT, appendix A (modifiers)" },
      { title: "Medicare contractors' guidance on modifiers, as published" },
    ],
  },

  checkLine(line, context, report) {
    const procedure = context.procedure(line);
    if (procedure === undefined) return;
    for (const [index, field] of line.modifiers.entries()) {
      const { value } = field;
      const misplacement = misplacements.get(value);
      if (misplacement === undefined || !misplacement.isOn(procedure) || !isJudged(misplacement, context)) continue;
      report(field, `${value} does not belong on ${procedure.code}; ${misplacement.reason}`, {
        ...(misplacement.severity && { severity: misplacement.severity }),
        fixes: [{ title: `Remove ${value}`, safety: "review", changes: [removeModifier(line, index)] }],
      });
    }
  },
});

function isJudged({ isMedicareOnly }: Misplacement, context: Context): boolean {
  return !isMedicareOnly || isMedicare(context);
}

/** Some payers ask for 25 on a therapist's evaluation. */
function isTreatment(procedure: Procedure): boolean {
  return procedure.disposition === "always" && !isEvaluation(procedure);
}

function isTimed(procedure: Procedure): boolean {
  return isTreatment(procedure) && isPooled(procedure.code, procedure);
}
