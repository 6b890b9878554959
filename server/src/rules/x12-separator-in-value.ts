import type { Claim } from "../model/claim.ts";
import { type Field, textOf } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Fix, type Report, defineRule } from "./rule.ts";
import { isToldHere } from "./support/told-once.ts";
import { andList } from "./support/words.ts";

export const x12SeparatorInValue = defineRule({
  id: "x12-separator-in-value",
  severity: "hint",
  docs: {
    summary: "A value that goes into the electronic claim holds a character that separates X12's elements.",
    why:
      "An electronic claim parts its segments by ~, its elements by *, their components by : and repetitions by ^ in nearly every file. " +
      "None of them can stand inside a value. Good billing systems replace it without a word; others cut the value there, and the claim " +
      "is rejected for its syntax.",
    remedy: "Write the value without the character.",
    applies:
      "Superbills and claims in plain text: names, numbers, the claim's id and notes. A colon in a note, as in a time of day, is passed " +
      "over, and so are asterisks that mask a number.",
    incorrect: "Patient: Vale, Robin *new*\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Patient: Vale, Robin (new)\nDOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "ASC X12.6, application control structure: delimiters" }],
  },

  checkClaim(claim, context, report) {
    if (context.formatId === "x12") return;
    const { payer, billingProvider, renderingProvider, referringProvider } = claim;
    check(claim.claimId, inValues, context, report);
    check(claim.patient, inValues, context, report);
    check(claim.beneficiaryId, inValues, context, report);
    check(payer.name, inValues, context, report);
    check(payer.payerId, inValues, context, report);
    check(billingProvider.name, inValues, context, report);
    check(renderingProvider.name, inValues, context, report);
    check(referringProvider.name, inValues, context, report);
    for (const note of claim.notes) check(note, inNotes, context, report);
    for (const { note } of claim.serviceLines) check(note, inNotes, context, report);
  },
});

/** A colon before a blank stands behind a label that could not be told from the value. */
const inValues = /[*~^]|:(?!\s|$)/g;
const inNotes = /[*~^]/g;

function check(field: Field<string> | undefined, separators: RegExp, context: Context, report: Report): void {
  if (field === undefined || field.value.search(separators) === -1) return;
  const written = textOf(field);
  if (/[*]{3}/.test(written)) return;
  if (!isToldHere(field, `separator ${String(field.start)}`, context)) return;
  const found = [...new Set(written.match(separators) ?? [])];
  if (found.length === 0) return;
  report(field, `An electronic claim can't hold ${andList(found)} inside a value`, {
    fixes: fixesFor(context.claim, field, separators, found),
  });
}

function fixesFor(claim: Claim, field: Field<string>, separators: RegExp, found: readonly string[]): readonly Fix[] {
  const to = textOf(field).replace(separators, " ").replace(/\s+/g, " ").trim();
  if (to === "") return [];
  const title = `Write a blank for ${andList(found)}`;
  return [{ title, safety: "review", changes: [{ kind: "value", of: claim, at: field, to }] }];
}
