import { type ServiceLine, hasModifier } from "../model/claim.ts";
import { type CalendarDate, addDays } from "../model/date.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";
import { offerToAdd } from "./support/modifier-fix.ts";

const dialysis = "90999";

/** From when on the coverage text asks for one of the two. */
const begin: CalendarDate = "2017-10-01";

const usualSessions = 3;

export const dialysisKx = defineRule({
  id: "dialysis-kx",
  severity: "information",
  codes: (code) => code === dialysis,
  docs: {
    summary: "A fourth or later hemodialysis session within seven days carries neither KX nor CG.",
    why:
      "Hemodialysis is usual three times a week. For a session more Medicare contractors ask on the line whether there was a reason: here " +
      "KX says that the extra session was medically justified and that the record shows it, and CG that no such reason is claimed. This " +
      "meaning of KX has nothing to do with therapy. Weeks may be counted otherwise than by seven days in a row, so a shift around a " +
      "holiday is no fault.",
    remedy: "Add the one of the two that is true.",
    applies:
      "Code 90999 for Medicare Part B, services from 2017-10-01. Aetna is said to have had a like rule since June 2020; that was not " +
      "confirmed, and is not checked.",
    incorrect:
      "Date        Code   Units\n2026-03-02  90999  1\n2026-03-04  90999  1\n2026-03-06  90999  1\n2026-03-08  90999  1",
    correct:
      "Date        Code   Mods  Units\n2026-03-02  90999        1\n2026-03-04  90999        1\n2026-03-06  90999        1\n2026-03-08  90999  KX    1",
    sources: [{ title: "Local coverage article A56666 and determination L35014 (frequency of hemodialysis)" }],
    statements: ["A15"],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    if (date === undefined || date < begin || !isMedicare(context) || isExplained(line)) return;
    const sessions = unexplainedSessions(line, date, context);
    if (sessions <= usualSessions) return;
    report(line.procedure, `${ordinals[sessions] ?? String(sessions)} session in seven days without KX or CG`, {
      fixes: [
        offerToAdd("KX", line, {
          attests: "KX states that the extra session was medically justified, and that the record shows it.",
        }),
        offerToAdd("CG", line, { attests: "CG states that no medical reason is claimed for the extra session." }),
      ],
    });
  },
});

const ordinals: Readonly<Record<number, string>> = { 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh" };

function isExplained(line: ServiceLine): boolean {
  return hasModifier(line, "KX") || hasModifier(line, "CG");
}

/** The dates of the seven days that end with this one; of those that are explained, none counts. */
function unexplainedSessions(line: ServiceLine, date: CalendarDate, context: Context): number {
  const lines = context.linesWith([dialysis], addDays(date, -6), date, line);
  return new Set(lines.filter((session) => !isExplained(session.line)).map((session) => session.date)).size;
}
