import { hasModifier, modifierOn } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { attestedByAdding } from "./support/attestation.ts";
import { severityByPayer } from "./support/medicare.ts";
import { offerToRemove } from "./support/modifier-fix.ts";
import { exactModifiers } from "./support/separate-service.ts";
import { andList } from "./support/words.ts";

export const ncciModifierBoth = defineRule({
  id: "ncci-modifier-both",
  severity: "error",
  modifiers: ["59"],
  docs: {
    summary: "59 and one of XE, XP, XS and XU stand on one line.",
    why:
      "XE, XP, XS and XU say why a service was separate: another encounter, practitioner, structure, or an unusual service that does not " +
      "overlap. 59 says only that it was, and is for where none of the four fits. Since 2015-01-01 CMS takes either and does not take " +
      "both on one line.",
    remedy: "Keep the X modifier where the record shows what it says; else keep 59.",
    applies: "Services from 2015-01-01: an error for Medicare Part B, a warning for other payers.",
    incorrect: "DOS: 2026-03-02\n97150 GP x1\n97110 GP 59 XS x2",
    correct: "DOS: 2026-03-02\n97150 GP x1\n97110 GP XS x2",
    sources: [
      { title: "CMS, MLN Matters SE1503 (X modifiers)" },
      { title: "NCCI Policy Manual, chapter 1, section E" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const found = modifierOn(line, "59");
    if (date === undefined || date < "2015-01-01" || found === undefined) return;
    const others = exactModifiers.filter((modifier) => hasModifier(line, modifier));
    const [first] = others;
    if (first === undefined) return;
    report(found, `59 beside ${andList(others)}, which already says that the service was separate`, {
      severity: severityByPayer(context, "error", "warning"),
      fixes: [offerToRemove(["59"], line, attestedByAdding(first))],
    });
  },
});
