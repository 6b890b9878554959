import type { CalendarDate } from "../../server/src/model/date.ts";
import type { ThresholdReport } from "../../server/src/report/threshold-report.ts";
import { addDays } from "../../server/src/model/date.ts";
import { type StepText, type YearText, buildReport } from "./build-ledger-year.ts";

/** An invented practice's half year, with everything that a report shows. */
export function exampleReport(): ThresholdReport {
  return buildReport(exampleYears);
}

/** So many beneficiaries without meaning, for the size of things. */
export function largeReport(beneficiaries: number, visitsEach: number): ThresholdReport {
  return buildReport(
    Array.from({ length: beneficiaries }, (_, place) => ({
      id: `9X${String(place).padStart(9, "0")}`,
      steps: visits("2026-01-02", visitsEach, 3, 2_000 + (place % 977) * 17),
    })),
  );
}

const exampleYears: readonly YearText[] = [
  {
    id: "1EG4TE5MK73",
    steps: [
      ...visits("2026-01-06", 13, 7, 98_12, { source: "remittance" }),
      ...visits("2026-04-08", 11, 4, 110_40, { source: "allowed" }),
      {
        date: "2026-05-27",
        code: "97530",
        amount: 96_21,
        source: "fee-schedule",
        hasKx: true,
        places: at("visits/0527.superbill", 11),
      },
    ],
    doubts: [],
  },
  {
    id: "2KX7PW1RD08",
    steps: [
      ...visits("2026-01-12", 6, 5, 92_35, { source: "remittance" }),
      { date: "2026-03-01", amount: 1_874_60, places: at("271/benefits-0301.271", 14) },
      ...visits("2026-03-04", 12, 6, 104_55, { source: "remittance" }),
    ],
    doubts: ["other providers used 1,320.50 by March 1"],
  },
  {
    id: "5QA2JN8TT41",
    bucket: "OT",
    steps: [
      ...visits("2026-02-03", 18, 6, 102_90, { source: "allowed" }),
      ...visits("2026-05-26", 4, 3, { low: 0, high: 165_00 }, { source: "charge" }),
    ],
  },
  {
    id: "7RM3VC6HY90",
    isMissing: true,
    steps: visits("2026-03-16", 17, 5, 88_44, { source: "allowed" }),
  },
  {
    id: "3TD9WE4GH52",
    steps: [
      ...visits("2026-01-20", 12, 7, 91_15, { source: "remittance" }),
      {
        date: "2026-04-21",
        code: "97140",
        amount: -91_15,
        source: "remittance",
        places: at("835/payment-0506.835", 42),
        doubts: ["a payment that was taken back"],
      },
      ...visits("2026-04-28", 5, 7, 94_10, { source: "allowed", doubts: ["the same line in two files"] }),
    ],
  },
  { id: "3TD9WE4GH52", bucket: "OT", steps: visits("2026-05-04", 4, 7, 84_20, { source: "allowed" }) },
  {
    id: "8YN5UA2KP17",
    before: { low: 310_00, high: 310_00 },
    steps: visits("2026-02-10", 9, 6, 79_88, { source: "fee-schedule" }),
    doubts: ["begins with the opening amount of 310.00"],
  },
  {
    isMissing: true,
    steps: visits("2026-06-09", 2, 2, { low: 0, high: Number.POSITIVE_INFINITY }, { source: "unknown" }),
    doubts: ["a claim without a beneficiary id is counted by itself"],
  },
];

function visits(
  first: CalendarDate,
  number: number,
  daysBetween: number,
  amount: StepText["amount"],
  facts: Partial<StepText> = {},
): readonly StepText[] {
  return Array.from({ length: number }, (_, visit) => {
    const date = addDays(first, visit * daysBetween);
    const file =
      facts.source === "remittance" ? "835/payment.835" : `visits/${date.slice(5).replace("-", "")}.superbill`;
    return { date, code: visit % 3 === 2 ? "97140" : "97110", amount, places: at(file, 8 + (visit % 5)), ...facts };
  });
}

function at(file: string, line: number): readonly { file: string; line: number }[] {
  return [{ file, line }];
}
