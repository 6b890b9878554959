import { addDays } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { isMedicareTherapy } from "./support/medicare.ts";
import { solePlanOf } from "./support/plan-of-care.ts";
import { daysSinceReport, reportBefore, reportPeriod } from "./support/progress-report.ts";

export const progressReportDue = defineRule({
  id: "progress-report-due",
  severity: "warning",
  docs: {
    summary: "The patient was treated on ten or more days since the last progress report that the claim states.",
    why:
      "Medicare wants a progress report at least once every ten treatment days: what the patient has reached, what is left, and why it " +
      "needs a therapist. The next treatment day after a report begins the next ten, and an evaluation counts as a treatment day like " +
      "any other. The therapist writes it; an assistant may contribute and can't write it. A report that is missing at the tenth day " +
      "is to be written within seven calendar days.",
    remedy: "Write the report, and its date on the claim.",
    applies:
      "Medicare Part B. Only days that the file shows are counted, each once: information on the tenth and for seven days after it, a " +
      "warning from then on. Reported once a claim. Treatment notes that hold all that a report needs may stand in for it, which a " +
      "claim does not show.",
    incorrect:
      "Progress report: 2026-03-02\n2026-03-03 97110 GP x2\n2026-03-04 97110 GP x2\n2026-03-05 97110 GP x2\n2026-03-06 97110 GP x2\n" +
      "2026-03-09 97110 GP x2\n2026-03-10 97110 GP x2\n2026-03-11 97110 GP x2\n2026-03-12 97110 GP x2\n2026-03-13 97110 GP x2\n" +
      "2026-03-16 97110 GP x2",
    correct:
      "Progress report: 2026-03-13\n2026-03-03 97110 GP x2\n2026-03-04 97110 GP x2\n2026-03-05 97110 GP x2\n2026-03-06 97110 GP x2\n" +
      "2026-03-09 97110 GP x2\n2026-03-10 97110 GP x2\n2026-03-11 97110 GP x2\n2026-03-12 97110 GP x2\n2026-03-13 97110 GP x2\n" +
      "2026-03-16 97110 GP x2",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.3, D (progress report, delayed reports)" },
    ],
  },

  checkClaim(claim, context, report) {
    if (claim.progressReports.length === 0 || !isMedicareTherapy(context)) return;
    const { discipline, lines = [] } = solePlanOf(claim, context) ?? {};
    if (discipline === undefined) return;
    const due = lines.find(({ date }) => daysSinceReport(date, date, discipline, context) >= reportPeriod);
    const last = due && reportBefore(due.date, claim);
    if (due === undefined || last === undefined) return;
    const newest = lines.findLast(({ date }) => reportBefore(date, claim) === last) ?? due;
    const isLate = daysSinceReport(newest.date, addDays(newest.date, -8), discipline, context) >= reportPeriod;
    const days = String(daysSinceReport(newest.date, newest.date, discipline, context));
    report(
      due.line.dateOfService ?? due.line.procedure,
      `${days} treatment days since the progress report of ${last.value}; the next is due by the tenth`,
      {
        severity: isLate ? "warning" : "information",
        related: [{ at: last, message: "the last progress report stated here" }],
      },
    );
  },
});
