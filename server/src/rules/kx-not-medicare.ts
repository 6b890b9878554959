import { modifierOn } from "../model/claim.ts";
import { countsAsTherapy } from "../model/used-amount.ts";
import { defineRule } from "./rule.ts";
import { removeKx } from "./support/kx.ts";

/** Payers that are no Medicare, and of whom no use of KX on therapy lines is known. */
const others: ReadonlySet<string> = new Set([
  "aetna",
  "auto",
  "bcbs",
  "cigna",
  "commercial",
  "horizon-bcbsnj",
  "humana",
  "medicaid",
  "medicaid-illinois",
  "tricare",
  "unitedhealthcare",
  "va",
  "workers-compensation",
]);

export const kxNotMedicare = defineRule({
  id: "kx-not-medicare",
  severity: "information",
  modifiers: ["KX"],
  docs: {
    summary: "A therapy line carries KX although the claim goes to a payer other than Medicare.",
    why:
      "On a therapy line KX speaks of Medicare's yearly amount, which other payers don't have. Most of them ignore it. Not all do: " +
      "a Medicare Advantage plan in Michigan has asked for it since 2021, and some payers give it other meanings, for " +
      "equipment, dialysis, or services that are usual for one sex. A claim that goes on to Medicare as the second payer may carry it on purpose.",
    remedy: "Ask the payer, or remove KX.",
    applies:
      "Therapy lines for commercial insurers, Medicaid, TRICARE, the VA, workers' compensation and auto insurance. Silent for " +
      "Medicare Advantage and Medicare supplements, for payers that are not known, and where your own profile of the payer asks for KX.",
    incorrect: "Payer: Aetna\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    correct: "Payer: Aetna\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    sources: [
      { title: "Priority Health on KX at its Medicare plans (2021)" },
      { title: "Published billing guidance on KX at commercial payers" },
    ],
    statements: ["A11"],
  },

  checkLine(line, context, report) {
    if (!others.has(context.payer.id) || !countsAsTherapy(line, context.procedure(line))) return;
    const answer = context.answer("kx", line);
    const kx = modifierOn(line, "KX");
    if (kx === undefined || answer === "required" || answer === "optional") return;
    report(kx, `KX speaks of Medicare's yearly amount; the payer is ${context.payer.name}`, {
      fixes: [removeKx(line)],
    });
  },
});
