import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";

export const abnOnMa = defineRule({
  id: "abn-on-ma",
  severity: "information",
  modifiers: ["GA", "GX", "GZ"],
  docs: {
    summary: "GA, GX or GZ stands on a Medicare Advantage claim.",
    why:
      "The advance beneficiary notice belongs to traditional Medicare. A Medicare Advantage plan decides beforehand on request, by an " +
      "organization determination, and a notice that the patient signed does not make the patient pay. UnitedHealthcare is an exception: it asks for " +
      "GA after its own denial notice.",
    remedy: "See what the plan decided before the service, and what it wants on the line.",
    applies:
      "Medicare Advantage, at every date. Silent for UnitedHealthcare's plans, and for GY, which speaks of no notice.",
    incorrect: "Payer: Medicare Advantage\nDOS: 2026-03-12\n97110 GP GA x2 $78.00",
    correct: "Payer: Medicare Advantage\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    sources: [
      { title: "CMS, May 2014: plans give organization determinations in place of advance notices" },
      { title: "UnitedHealthcare, 2022 and 2025: GA after an integrated denial notice" },
    ],
  },

  checkLine(line, context, report) {
    if (context.answer("abn", line) !== "ignored" || isUnitedHealthcare(context)) return;
    const notice = line.modifiers.find(({ value }) => value === "GA" || value === "GX" || value === "GZ");
    if (notice === undefined) return;
    report(notice, `${notice.value} speaks of an advance notice, which ${context.payer.name} does not use`);
  },
});

/** Its Medicare plans are called so in many ways; in the claim, the plan's profile is that of any Medicare Advantage. */
function isUnitedHealthcare({ claim }: Context): boolean {
  const { name, payerId } = claim.payer;
  return (
    payerId?.value === "87726" ||
    /\b(?:uhc|united ?health|united health ?care|aarp|optum|dual complete|medicare ?complete)/i.test(name?.value ?? "")
  );
}
