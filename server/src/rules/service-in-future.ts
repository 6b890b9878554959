import { defineRule } from "./rule.ts";
import { isFirstOfItsDate } from "./support/service-dates.ts";

export const serviceInFuture = defineRule({
  id: "service-in-future",
  severity: "error",
  docs: {
    summary: "The date of service lies in the future.",
    why:
      "A claim is for what was done. A service dated after the day on which the claim is received is returned, or denied as billed before " +
      "it was given (reason 110). Most often a digit of the year or the month is wrong; sometimes a booked visit went out too early.",
    remedy: "Mend the date, or send the claim after the visit.",
    applies:
      "Every payer. An error in X12, which goes to the payer as it stands; a warning in superbills and claims as text, which may be " +
      "prepared before a booked visit. Today is this computer's date.",
    incorrect: "DOS: 2026-12-03\n97110 GP x2",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Claim adjustment reason code 110" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24A" },
    ],
  },

  checkLine(line, context, report) {
    const last = line.dateThrough ?? line.dateOfService;
    if (last === undefined || last.value <= context.today) return;
    const date = line.dateOfService ?? last;
    const at = date.value > context.today ? date : last;
    if (at === date && !isFirstOfItsDate(line, context.claim)) return;
    report(at, `${at.value} is after today, ${context.today}`, {
      severity: context.formatId === "x12" ? "error" : "warning",
    });
  },
});
