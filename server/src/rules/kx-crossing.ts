import { hasModifier } from "../model/claim.ts";
import { formatCents } from "../model/money.ts";
import type { UsedAmount } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { addKx, atLeast, atMost, measureReached, placesBehind } from "./support/kx.ts";

export const kxCrossing = defineRule({
  id: "kx-crossing",
  severity: "information",
  asks: "kx",
  docs: {
    summary: "A therapy line goes past the year's amount, and carries no KX.",
    why:
      "The line begins below the year's amount and ends above it, so a part of it already needs KX. Contractors speak of services at or " +
      "very near the amount and expect KX on the line that crosses. From the next line on KX is required.",
    remedy: "Add KX where the care is necessary and the record shows it.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, where the used amount and the line's allowed amount tell " +
      "for certain that the line crosses. A line that ends exactly at the amount does not. On an institutional claim only where no line " +
      "of the same amount carries KX: there KX on the lines above is right as well.",
    incorrect:
      "YTD PT/SLP: 2,450.00\nDate        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      78.00   58.24",
    correct:
      "YTD PT/SLP: 2,450.00\nDate        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP KX 2      78.00   58.24",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "Social Security Act, section 1833(g)(7)(A) (42 USC 1395l(g)(7)(A))" },
    ],
    statements: ["A8"],
  },

  checkLine(line, context, report) {
    const measured = hasModifier(line, "KX") ? undefined : measureReached(line, context);
    if (measured === undefined) return;
    const { used, threshold } = measured;
    const { before, after } = used;
    if (before.high >= threshold || after.low <= threshold || hasKxAbove(used, context)) return;
    const passed = `this line passes ${formatCents(threshold)} of ${String(used.year)}`;
    report(line.procedure, `${used.bucket}: ${passed}: ${atMost(before)} used before it, ${atLeast(after)} with it`, {
      fixes: [addKx(line)],
      related: placesBehind(line, measured),
    });
  },
});

/** An institutional claim is right with KX on all lines of the amount, and with KX on those above it alone. */
function hasKxAbove({ bucket, year }: UsedAmount, context: Context): boolean {
  if (context.claim.kind !== "institutional") return false;
  return context.claim.serviceLines.some((line) => {
    const used = hasModifier(line, "KX") ? context.usedAmount(line) : undefined;
    return used?.bucket === bucket && used.year === year;
  });
}
