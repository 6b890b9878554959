import { arithmeticOf, boundsOf, unitsInWords } from "../model/units.ts";
import { defineRule } from "./rule.ts";
import { type BilledPool, faultyPoolAt } from "./support/billed-units.ts";
import { isPooled } from "./support/timed-pool.ts";
import { repairsOf } from "./support/units-fix.ts";
import { orList } from "./support/words.ts";

export const unitsWrongCode = defineRule({
  id: "units-wrong-code",
  severity: "warning",
  codes: isPooled,
  docs: {
    summary: "The units of the day are spread over the timed codes in another way than their minutes say.",
    why:
      "Each service is first billed a unit for every full 15 minutes that it had. The units that the day's sum still allows go, one each, to " +
      "the services with the most minutes left: of 24 and 23 minutes, three units in all, the third belongs to the first, with 9 " +
      "minutes left against 8. No service takes a second one of them, and where two have equally many left the choice is free. The codes " +
      "are paid differently, so a unit on the wrong one is paid wrongly too.",
    remedy: "Move the unit to the service that the message names.",
    applies:
      "Every date, for Medicare Part B and plans that count as Medicare does; only where all timed lines of the discipline and day state " +
      "their minutes, and the sum is not exceeded. A base code and its add-on (97129 with 97130, 90912 with 90913) count as one service.",
    incorrect: "DOS: 2026-03-02\n97112 GP x1 24 min\n97110 GP x2 23 min",
    correct: "DOS: 2026-03-02\n97112 GP x2 24 min\n97110 GP x1 23 min",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 5, section 20.2.C" }],
  },

  checkLine(line, context, report) {
    const pool = faultyPoolAt(line, "wrong-code", context);
    if (pool === undefined) return;
    report(line.units ?? line.procedure, `${arithmeticOf(pool.services)}; ${misplacedInWords(pool)}`, {
      fixes: repairsOf(pool, context),
    });
  },
});

/** `1 unit of 97110 belongs to 97112`. */
function misplacedInWords({ services, allotment }: BilledPool): string {
  const tooMany = services.filter(({ code, billed }) => billed > boundsOf(code, allotment).most);
  const given =
    tooMany.length > 0 ? tooMany : services.filter(({ code, billed }) => billed > boundsOf(code, allotment).least);
  const over = given.reduce((sum, { code, billed }) => sum + billed - boundsOf(code, allotment).most, 0);
  const tooFew = services.filter(({ code, billed }) => billed < boundsOf(code, allotment).least);
  const takers =
    tooFew.length > 0 ? tooFew : services.filter(({ code, billed }) => billed < boundsOf(code, allotment).most);
  const codes = (found: BilledPool["services"]): readonly string[] => found.map(({ code }) => code);
  const count = Math.max(over, 1);
  return `${unitsInWords(count)} of ${orList(codes(given))} ${count === 1 ? "belongs" : "belong"} to ${orList(codes(takers))}`;
}
