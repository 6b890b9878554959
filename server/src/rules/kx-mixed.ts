import { type ServiceLine, hasModifier, modifierOn } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { addKx, measure } from "./support/kx.ts";
import { none } from "./support/none.ts";
import { andList } from "./support/words.ts";

export const kxMixed = defineRule({
  id: "kx-mixed",
  severity: "information",
  asks: "kx",
  modifiers: ["KX"],
  docs: {
    summary: "On one date a therapy line carries KX and a later line of the same yearly amount does not.",
    why:
      "Once the year's amount is passed, it is passed for every line that comes after it, so a line without KX behind one with KX can't be " +
      "explained by the sum. Physical therapy and speech-language pathology belong together, since they share one amount; an " +
      "occupational line is judged alone. In 2006 Medicare asked hospitals for KX on all or none of a discipline's lines, and called that " +
      "temporary; a line that is right without KX may stay so.",
    remedy:
      "Add KX to the line where the care is necessary and the record shows it, or see whether KX belongs there at all.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, on professional and institutional claims, where the used " +
      "amount is not known well enough to say which of the lines is wrong. A line without KX before one with KX is where the amount may " +
      "have been passed, and is left alone.",
    incorrect: "YTD PT/SLP:\nDOS: 2026-03-12\n97110 GP KX x2 $78.00\n97140 GP x1 $44.00",
    correct: "YTD PT/SLP:\nDOS: 2026-03-12\n97110 GP KX x2 $78.00\n97140 GP KX x1 $44.00",
    sources: [
      { title: "CMS, MLN article SE0637 (2006): KX on all or none of a discipline's lines" },
      { title: "American Occupational Therapy Association and American Speech-Language-Hearing Association, 2006" },
    ],
    statements: ["A37"],
  },

  checkLine(line, context, report) {
    const behind = linesBehind(line, context);
    if (behind.length === 0) return;
    const measured = measure(line, context);
    if (measured === undefined) return;
    const { used, threshold } = measured;
    // Where the amount is certainly not reached, KX is what is wrong.
    if (used.afterVisit.high <= threshold) return;
    const without = behind.filter((other) => isUndecided(other, line, context));
    const kx = modifierOn(line, "KX");
    if (kx === undefined || without.length === 0) return;
    const codes = andList([...new Set(without.map((other) => other.procedure.value))]);
    report(kx, `${used.bucket}: KX here, and none on ${codes} of the same date`, {
      fixes: [addKxTo(without, codes)],
      related: without.map((other) => ({ at: other.procedure, message: "without KX" })),
    });
  },
});

/** The lines of the date that come after the first one with KX, and carry none; none where this line is not that first one. */
function linesBehind(line: ServiceLine, context: Context): readonly ServiceLine[] {
  const { serviceLines } = context.claim;
  const date = line.dateOfService?.value;
  const bucket = context.bucketOf(line);
  if (date === undefined || bucket === undefined || serviceLines.length < 2) return none;
  const sameDay = serviceLines.filter(
    (other) => other.dateOfService?.value === date && context.bucketOf(other) === bucket,
  );
  if (sameDay.find((other) => hasModifier(other, "KX")) !== line) return none;
  return sameDay.slice(sameDay.indexOf(line) + 1).filter((other) => !hasModifier(other, "KX"));
}

/** Neither certainly above the amount, nor crossing it, nor behind an earlier date with KX: those are findings of their own. */
function isUndecided(other: ServiceLine, line: ServiceLine, context: Context): boolean {
  const measured = measure(other, context);
  if (measured === undefined || measured.used.bucket !== context.usedAmount(line)?.bucket) return false;
  const { used, threshold } = measured;
  if (used.before.low >= threshold || used.kxOn !== undefined) return false;
  return used.before.high >= threshold || used.after.low <= threshold;
}

function addKxTo(lines: readonly ServiceLine[], codes: string): Fix {
  const title = `Add KX to ${codes}`;
  const fixes = lines.map(addKx);
  const offered = fixes.filter((fix) => "changes" in fix);
  if (offered.length < fixes.length) return { title, unavailable: "a line carries at most four modifiers" };
  const [first] = offered;
  if (first === undefined) return { title, unavailable: "no line lacks it" };
  return { ...first, title, changes: offered.flatMap((fix) => fix.changes) };
}
