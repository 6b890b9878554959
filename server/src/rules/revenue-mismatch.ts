import { type Change, replaceModifier } from "../model/change.ts";
import { type Claim, type ServiceLine, assistantModifiersOf, planModifiersOf } from "../model/claim.ts";
import { type PlanModifier, disciplineOfRevenue, planModifierOf, planModifiers } from "../model/discipline.ts";
import { type Field, textOf } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { severityByPayer } from "./support/medicare.ts";
import { lockedModifier } from "./support/plan-edit.ts";

const revenueDigit: Readonly<Record<PlanModifier, string>> = { GP: "2", GO: "3", GN: "4" };

export const revenueMismatch = defineRule({
  id: "revenue-mismatch",
  severity: "error",
  claims: "institutional",
  asks: "plan-modifiers",
  modifiers: planModifiers,
  docs: {
    summary: "The revenue code of an institutional line is of another discipline than its plan modifier.",
    why:
      "On a claim of an institution the revenue code says which department gave the service: 042X physical therapy, 043X occupational " +
      "therapy, 044X speech-language pathology. The plan modifier says under whose plan: GP, GO, GN. The two must tell the same " +
      "story: Medicare's contractors return a claim on which they don't, and the wrong one charges the wrong yearly amount.",
    remedy:
      "The record decides which of the two is wrong. One fix for each is offered where the code leaves both possible.",
    applies:
      "Institutional claims, any date: an error at Medicare Part B, a warning at other payers that ask for plan modifiers. Other revenue " +
      "codes are not judged.",
    incorrect:
      "TOB: 131\nDate        Code   Mods  Units  Rev\n2026-03-02  97110  GO    2      0420\n2026-03-02  97140  GP    1      0420",
    correct:
      "TOB: 131\nDate        Code   Mods  Units  Rev\n2026-03-02  97110  GP    2      0420\n2026-03-02  97530  GO    1      0430",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, sections 10 and 20" },
      { title: "Noridian Healthcare Solutions, therapy services on institutional claims" },
    ],
  },

  checkLine(line, context, report) {
    const { claim } = context;
    const { revenueCode } = line;
    const [plan, ...others] = planModifiersOf(line);
    if (revenueCode === undefined || plan === undefined || isOutsidePartBTherapy(claim)) return;
    const discipline = disciplineOfRevenue(revenueCode.value);
    const needed = discipline && planModifierOf(discipline);
    // Two different plan modifiers are a fault of their own.
    if (needed === undefined || needed === plan.value || others.some((other) => other.value !== plan.value)) return;
    report(revenueCode, `Revenue code ${revenueCode.value} goes with ${needed}; the line has ${plan.value}`, {
      severity: severityByPayer(context, "error", "warning"),
      fixes: [...followRevenue(line, needed, context), ...followModifier(claim, revenueCode, plan.value)],
      related: [{ at: plan, message: "the plan modifier" }],
    });
  },
});

/** Not where the code, or an assistant's modifier, sides with the plan modifier that stands there. */
function followRevenue(line: ServiceLine, needed: PlanModifier, context: Context): readonly Fix[] {
  const date = line.dateOfService?.value;
  const procedure = context.procedure(line);
  const locked = date === undefined || procedure === undefined ? undefined : lockedModifier(procedure, date);
  const plans = planModifiersOf(line);
  if ((locked ?? needed) !== needed || assistantModifiersOf(line).length > 0 || plans.length !== 1) return [];
  const index = line.modifiers.findIndex((modifier) => modifier === plans[0]);
  return [
    {
      title: `Replace ${plans[0]?.value ?? ""} by ${needed}`,
      safety: "review",
      changes: [replaceModifier(line, index, needed)],
      attests: `${needed} states that the service was given under a plan of care for ${disciplineNames[needed]}.`,
    },
  ];
}

function followModifier(claim: Claim, revenueCode: Field<string>, plan: PlanModifier): readonly Fix[] {
  const written = textOf(revenueCode);
  // As it stands, with or without its leading zero.
  const match = /^(0?4)\d(\d)$/.exec(written);
  if (match === null) return [];
  const to = `${match[1] ?? ""}${revenueDigit[plan]}${match[2] ?? ""}`;
  const change: Change = { kind: "value", of: claim, at: revenueCode, to };
  return [
    {
      title: `Replace ${written} by ${to}`,
      safety: "review",
      changes: [change],
      attests: `The line is then billed as ${disciplineNames[plan]}.`,
    },
  ];
}

const disciplineNames: Readonly<Record<PlanModifier, string>> = {
  GP: "physical therapy",
  GO: "occupational therapy",
  GN: "speech-language pathology",
};
