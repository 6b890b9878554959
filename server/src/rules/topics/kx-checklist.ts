import { defineTopic } from "../rule.ts";

/** What only the record can show, a clause each: the boxes of a checklist, and the words of the topic. */
export const shownByRecord = {
  plan: "a plan of care with diagnosis, long-term goals that can be measured, and type, amount, frequency and duration of the services",
  certification: "a certification of it that is still good, which lasts as long as the plan and at most 90 days",
  report: "a progress report, written by the therapist, at least every ten treatment days",
  notes: "notes from which a reader sees why this patient needs skilled care",
  reason:
    "the reason why this patient goes past the year's amount, such as another condition, a complication or a setback",
  measure: "an objective measure of function, repeated over time",
  order:
    "an order or a referral (since 2025 a signed one stands in for the initial signature, with proof that the plan was sent)",
  passed: "a note that the amount was passed",
  update: "an update of the plan before it is",
};

export const kxChecklist = defineTopic({
  id: "kx-checklist",
  title: "What the record should show before KX",
  paragraphs: [
    "KX is a statement by whoever bills: this care is medically necessary, it takes the skills of a therapist, and the record shows it. " +
      "Nothing is sent along with the claim, and no program can check it from the claim. It does not bind the contractor, and it does " +
      "not promise payment. A line that is not supported is denied and what was paid is taken back; a false claim in the sense of the " +
      "law takes knowledge that it was false.",
    `Required: ${shownByRecord.plan}; ${shownByRecord.certification}; and ${shownByRecord.report}.`,
    `Required too: ${shownByRecord.notes}. Progress is one way to show it and not a ` +
      "condition: skilled maintenance is covered where it takes a therapist to hold what was reached or to slow its loss. Vague goals " +
      "(“improve function”) make this hard to see.",
    `Good practice, and close to required: ${shownByRecord.reason}; and ${shownByRecord.measure}. ` +
      "Standardized tests are encouraged, and not prescribed.",
    `Handy, and not required: ${shownByRecord.order}; ${shownByRecord.passed}; ${shownByRecord.update}; a sample of own charts, looked at every few months.`,
    "When the contractor asks for records, send them in time, with a short summary if you like. Since it may be asked for, KX is not put " +
      "on by routine. Claims with KX are said to be denied often on review; how often was not measured.",
  ],
  sources: [
    { title: "42 USC 1395l(g)(7)" },
    { title: "42 CFR 424.24(c)" },
    { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
    { title: "Medicare Benefit Policy Manual, chapter 15, sections 220 to 220.3" },
    { title: "Jimmo v. Sebelius, settlement of 2013 (maintenance therapy)" },
    { title: "89 FR 97912–97918 (physician fee schedule for 2025)" },
  ],
  statements: [
    "A5",
    "A22",
    "A30",
    "A31",
    "A35",
    "B1",
    "B6",
    "B7",
    "B8",
    "B9",
    "B10",
    "B11",
    "B12",
    "B13",
    "B14",
    "B15",
    "B19",
    "B20",
    "B21",
    "B22",
  ],
});
