import { removeModifier, replaceModifier } from "../model/change.ts";
import { type ServiceLine, hasModifier } from "../model/claim.ts";
import { type ModifierMeaning, holdsAt } from "../model/tables.ts";
import { type Fix, defineRule } from "./rule.ts";
import { attestedByAdding } from "./support/attestation.ts";
import { isMedicare } from "./support/medicare.ts";
import { exactModifiers } from "./support/separate-service.ts";

/** Those that began or ended at a date; CQ and CO have a rule of their own. */
const limited = ["GX", ...exactModifiers, "CH", "CI", "CJ", "CK", "CL", "CM", "CN"];

export const modifierOutOfDate = defineRule({
  id: "modifier-out-of-date",
  severity: "warning",
  modifiers: limited,
  docs: {
    summary: "The modifier was not in use on the date of service.",
    why:
      "Modifiers begin and end like codes, and one that was not in use on the day is invalid there (reason 182). XE, XP, XS and XU came in " +
      "2015 as narrower forms of 59, GX in April 2010. CH to CN told how impaired a patient was, together with the functional " +
      "reporting codes, and are not asked for on services from 2019 on.",
    remedy: "Before 2015 say 59. Take CH to CN away.",
    applies:
      "By date of service. XE, XP, XS and XU before 2015-01-01 at every payer; GX before 2010-04-01 and CH to CN outside 2013 to 2018 at " +
      "traditional Medicare. CH to CN do no known harm and are information.",
    incorrect: "DOS: 2026-03-02\n97110 GP CK x2",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "CMS Change Request 8863 (XE, XP, XS, XU from 2015)" },
      { title: "CMS Change Request 6563 (GX from 2010-04-01)" },
      { title: "CMS therapy services page on the end of functional reporting" },
      { title: "Claim adjustment reason code 182" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    if (date === undefined) return;
    for (const [index, field] of line.modifiers.entries()) {
      const meaning = limited.includes(field.value) ? context.modifier(field.value) : undefined;
      if (meaning === undefined || holdsAt(meaning.valid, date)) continue;
      const isForAll = meaning.group === "distinct-service";
      if (!isForAll && !isMedicare(context)) continue;
      report(field, `${field.value} ${limitOf(meaning, date)}`, {
        severity: meaning.group === "functional-severity" ? "information" : "warning",
        fixes: fixesFor(line, index, meaning),
      });
    }
  },
});

function limitOf({ group, valid: { from, to } }: ModifierMeaning, date: string): string {
  if (from !== null && date < from) return `begins on ${from}`;
  const what = group === "functional-severity" ? "tells of function, which ended" : "ended";
  return `${what} with ${to ?? ""}`;
}

function fixesFor(line: ServiceLine, index: number, { modifier, group }: ModifierMeaning): readonly Fix[] {
  if (group === "functional-severity") {
    return [{ title: `Remove ${modifier}`, safety: "review", changes: [removeModifier(line, index)] }];
  }
  if (group !== "distinct-service" || hasModifier(line, "59")) return [];
  return [
    {
      title: `Replace ${modifier} by 59`,
      safety: "review",
      changes: [replaceModifier(line, index, "59")],
      ...attestedByAdding("59"),
    },
  ];
}
