import { defineRule } from "./rule.ts";
import { offerToRemove } from "./support/modifier-fix.ts";
import { andList } from "./support/words.ts";

const exclusive = ["GA", "GY", "GZ"];

export const abnConflict = defineRule({
  id: "abn-conflict",
  severity: "error",
  asks: "abn",
  modifiers: exclusive,
  docs: {
    summary: "One line carries two of GA, GY and GZ.",
    why:
      "GA says that a denial as not necessary is expected and a signed notice is on file; GZ that one is expected and no notice was signed; GY " +
      "that Medicare never covers the service, so that no notice was needed. Any two of them contradict each other, and Medicare returns " +
      "the line as unprocessable. GX may stand beside GY.",
    remedy: "Keep the one that is true. Whether a notice was signed before the service, only the record tells.",
    applies: "Every line for Medicare Part B and other payers that ask for these modifiers, at every date.",
    incorrect: "DOS: 2026-03-12\n97110 GP GA GY x2 $78.00",
    correct: "DOS: 2026-03-12\n97110 GP GX GY x2 $78.00",
    sources: [
      { title: "Medicare contractor guidance on GA, GX, GY and GZ" },
      { title: "Medicare Claims Processing Manual, chapter 30, section 50" },
    ],
  },

  checkLine(line, _context, report) {
    const found = line.modifiers.filter((modifier) => exclusive.includes(modifier.value));
    const named = [...new Set(found.map((modifier) => modifier.value))];
    const last = found.findLast((modifier) => modifier.value !== found[0]?.value);
    if (last === undefined) return;
    report(last, `${andList(named)} contradict each other on ${line.procedure.value}`, {
      fixes: named.map((kept) =>
        offerToRemove(
          named.filter((modifier) => modifier !== kept),
          line,
        ),
      ),
    });
  },
});
