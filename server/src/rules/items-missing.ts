import { defineRule } from "./rule.ts";
import { formItems, isForm } from "./support/form-items.ts";
import { andList } from "./support/words.ts";

/** How many of the items a text states before it is taken for a form that is filled in. */
const fewest = 3;

export const itemsMissing = defineRule({
  id: "items-missing",
  severity: "hint",
  docs: {
    summary: "A filled-in superbill lacks something that the payer needs.",
    why:
      "A claim needs to say who was treated, under which number the payer knows them, who bills, for which diagnosis, and where. What " +
      "a superbill leaves out has to be found elsewhere before it is billed, and a claim without it comes back as incomplete (reason " +
      "16). Dates and modifiers have rules of their own.",
    remedy: "Add what is missing, or leave it to the billing system where that knows it.",
    applies:
      "Superbills and claims in plain text that name a payer, or fall under the default payer, and are clearly forms: with a title, a " +
      "patient or a number, and at least three of these items. Who bills may stand in a letterhead above the patient; an NPI of which it is " +
      "not clear whose it is counts as that of who bills. Never snippets. Once a claim.",
    incorrect:
      "SUPERBILL #12\nPatient: Vale, Robin   Medicare ID: 1EG4-TE5-MK73\nPractice: Riverbend Therapy   NPI: 1234567893\nPOS: 11\nDOS: 2026-03-02\n97110 GP x2",
    correct:
      "SUPERBILL #12\nPatient: Vale, Robin   Medicare ID: 1EG4-TE5-MK73\nPractice: Riverbend Therapy   NPI: 1234567893\nPOS: 11   Dx A: M54.50   Referring NPI: 1245319599\nDOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 26, section 10.4, items 1a, 2, 21, 24B and 33a" }],
  },

  checkClaim(claim, context, report) {
    if (context.formatId === "x12" || context.payer.id === "unknown" || claim.serviceLines.length === 0) return;
    if (!isForm(claim)) return;
    if (formItems.every(({ isIn }) => isIn(claim))) return;
    const missing = formItems.filter(({ isIn }) => !isIn(claim)).map(({ name }) => name);
    // Workers' compensation knows a case by its claim number.
    if (context.payer.id === "workers-compensation" && claim.beneficiaryId === undefined) return;
    if (formItems.length - missing.length < fewest) return;
    report(claim.head, `A claim needs ${andList(missing)} too`);
  },
});
