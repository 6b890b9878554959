import { type ServiceLine, hasModifier, modifierOn } from "../model/claim.ts";
import { formatCents } from "../model/money.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import {
  type Measured,
  atMost,
  bySource,
  isFarBelow,
  measure,
  reachedBy,
  removeKx,
  severityOfSum,
} from "./support/kx.ts";
import { none } from "./support/none.ts";
import { isFirstOfBeneficiary } from "./support/told-once.ts";

export const kxRoutine = defineRule({
  id: "kx-routine",
  severity: "warning",
  asks: "kx",
  modifiers: ["KX"],
  docs: {
    summary: "Every therapy line of the beneficiary carries KX from the year's first visit on, far below the amount.",
    why:
      "KX is for services that are believed to lie above the year's amount. Contractors say that it is not to be used by routine: on " +
      "every line from the first visit it tells nothing of the single service, and the inspector general lists it among the marks of " +
      "questionable billing. Such a habit mostly comes from an office system that adds KX to every claim.",
    remedy:
      "Look where KX comes from, and take it off the lines below the amount. If other providers had used the amount up before, state it " +
      "with its date, or keep the eligibility answer with the claims.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, once for each beneficiary, amount and year in a file, " +
      "where all that is known of the year carries KX on two dates or more; lines with a notice are left out. A warning where a payer " +
      "tells the sum, else information, and silent where the sum may come within one average visit (at least 100.00) of the amount.",
    incorrect:
      "YTD PT/SLP: 0.00 as of 2026-01-02\nYTD PT/SLP: 2,400.00 as of 2026-03-10\n" +
      "Date        Code   Mods   Units  Charge  Allowed\n2026-01-05  97110  GP KX  2      78.00   58.24\n" +
      "2026-03-12  97110  GP KX  2      78.00   58.24",
    correct:
      "YTD PT/SLP: 0.00 as of 2026-01-02\nYTD PT/SLP: 2,400.00 as of 2026-03-10\n" +
      "Date        Code   Mods   Units  Charge  Allowed\n2026-01-05  97110  GP     2      78.00   58.24\n" +
      "2026-03-12  97110  GP KX  2      78.00   58.24",
    sources: [
      { title: "National Government Services on KX and its routine use (2018)" },
      { title: "First Coast Service Options on routine use of KX (2012)" },
      { title: "Office of Inspector General, OEI-04-09-00540 (questionable billing for outpatient therapy)" },
    ],
    statements: ["A8", "A28"],
  },

  checkLine(line, context, report) {
    const measured = routineOn(line, context);
    const kx = modifierOn(line, "KX");
    if (measured === undefined || kx === undefined || !isFirst(line, measured, context)) return;
    const { used, threshold } = measured;
    const { attested, bucket, year } = used;
    if (attested === undefined || !isFirstOfBeneficiary("kx-routine", used, context)) return;
    const part = context.claim.kind === "institutional" ? "claim" : "line";
    const told = reachedBy(measured, context.claim);
    const amount = told.low === told.high ? `only ${formatCents(told.high)}` : atMost(told);
    const amounts = `${amount} of ${formatCents(threshold)} used in ${String(year)} with this ${part}${bySource(used)}`;
    const habit = `KX on every line of ${String(attested.visits)} visits, the first on ${attested.from}`;
    const isHere = !("file" in attested.at) && line.procedure === attested.at;
    report(kx, `${bucket}: ${habit}, but ${amounts}`, {
      severity: severityOfSum(used),
      fixes: [removeKx(line), ...removeFromAll(line, measured, context)],
      related: isHere ? [] : [{ at: attested.at, message: "the first line of the year" }],
      tag: "unnecessary",
    });
  },
});

/** For the claim's lines of the amount that are all far below it. */
function removeFromAll(line: ServiceLine, { used }: Measured, context: Context): readonly Fix[] {
  const lines = context.claim.serviceLines.filter((other) => {
    const own = hasModifier(other, "KX") ? routineOn(other, context)?.used : undefined;
    return own?.bucket === used.bucket && own.year === used.year;
  });
  if (lines.length < 2) return none;
  const changes = lines.flatMap((other) => removeKx(other).changes);
  return [{ ...removeKx(line), title: `Remove KX from ${String(lines.length)} lines of this claim`, changes }];
}

function routineOn(line: ServiceLine, context: Context): Measured | undefined {
  const measured = measure(line, context);
  const visits = measured?.used.attested?.visits ?? 0;
  return measured !== undefined && visits > 1 && isFarBelow(measured, context.claim) ? measured : undefined;
}

/** By place, of the claim's lines of the year and bucket. */
function isFirst(line: ServiceLine, { used }: Measured, context: Context): boolean {
  const first = context.claim.serviceLines.find((other) => {
    const own = modifierOn(other, "KX") === undefined ? undefined : routineOn(other, context)?.used;
    return own?.bucket === used.bucket && own.year === used.year;
  });
  return first === line;
}
