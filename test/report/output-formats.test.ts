import assert from "node:assert/strict";
import Papa from "papaparse";
import { reportCsv } from "../../server/src/report/csv.ts";
import { reportJson } from "../../server/src/report/json.ts";
import { reportTable } from "../../server/src/report/table.ts";
import { buildReport } from "./build-ledger-year.ts";
import { exampleReport } from "./example-report.ts";

const small = buildReport([
  {
    id: "1EG4TE5MK73",
    before: { low: 2_400_00, high: 2_400_00 },
    steps: [
      { date: "2026-05-14", code: "97110", amount: 96_21, places: [{ file: "visits/may.superbill", line: 11 }] },
      { date: "2026-05-21", code: "97140", amount: { low: 0, high: 70_00 }, source: "charge" },
    ],
  },
  { bucket: "OT", isMissing: true, steps: [{ date: "2026-06-01", amount: 12_00, places: [] }] },
  { year: 2027, threshold: "unknown", before: { low: 0, high: Number.POSITIVE_INFINITY } },
]);

describe("the report as JSON", () => {
  it("is one object, as the command line's page describes it", () => {
    assert.deepEqual(JSON.parse([...reportJson(small)].join("")), {
      version: 1,
      beneficiaries: [
        {
          id: "…MK73",
          year: 2026,
          bucket: "PT/SLP",
          usedCents: 2_496_21,
          bound: "at-least",
          thresholdCents: 2_480_00,
          reviewThresholdCents: 3_000_00,
          lines: [
            {
              path: "visits/may.superbill",
              line: 11,
              date: "2026-05-14",
              code: "97110",
              amountCents: 96_21,
              source: "allowed",
              runningCents: 2_496_21,
            },
            {
              path: "visits/2026-05-21.superbill",
              line: 1,
              date: "2026-05-21",
              code: "97140",
              amountCents: 70_00,
              source: "charge",
              runningCents: 2_496_21,
            },
          ],
        },
        {
          id: "no id",
          year: 2026,
          bucket: "OT",
          usedCents: 12_00,
          bound: "exact",
          thresholdCents: 2_480_00,
          reviewThresholdCents: 3_000_00,
          lines: [
            {
              path: null,
              line: null,
              date: "2026-06-01",
              code: null,
              amountCents: 12_00,
              source: "eligibility",
              runningCents: 12_00,
            },
          ],
        },
        {
          id: "no id",
          year: 2027,
          bucket: "PT/SLP",
          usedCents: null,
          bound: "unknown",
          thresholdCents: null,
          reviewThresholdCents: 3_000_00,
          lines: [],
        },
      ],
    });
  });

  it("of nothing is an empty list", () => {
    assert.equal([...reportJson({ standings: [] })].join(""), '{\n  "version": 1,\n  "beneficiaries": []\n}\n');
  });
});

describe("the report as CSV", () => {
  it("has a record for each standing, with plain numbers, and nothing where nothing is known", () => {
    const { data } = Papa.parse<Record<string, string>>([...reportCsv(small)].join(""), {
      header: true,
      skipEmptyLines: true,
    });
    const [first, , last] = data;
    assert.deepEqual(first, {
      beneficiary: "...MK73",
      year: "2026",
      bucket: "PT/SLP",
      used: "2496.21",
      bound: "at-least",
      at_least: "2496.21",
      at_most: "2566.21",
      kx_threshold: "2480.00",
      review_threshold: "3000.00",
      kx_left: "-16.21",
      share_of_kx: "1.0065",
      share_of_review: "0.8320",
      crossed_on: "2026-05-14",
      crossed_by: "97110",
      crossed_at: "visits/may.superbill:12",
      sources: "1 allowed amount on the line; 1 charge, as the most it can be",
      doubts: "",
    });
    assert.deepEqual(
      [last?.["used"], last?.["at_most"], last?.["kx_threshold"], last?.["share_of_kx"]],
      ["", "", "", ""],
    );
  });

  it("ends records as RFC 4180 says, the heading too", () => {
    const lines = [...reportCsv(small)].join("").split("\r\n");
    assert.equal(lines.length, 5);
    assert.equal(lines.at(-1), "");
  });

  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r\n=1", " =1", "＝1"])
    it(`lets no spreadsheet calculate ${JSON.stringify(formula)}`, () => {
      const report = buildReport([{ id: formula, doubts: [formula] }], { showIds: true });
      const { data } = Papa.parse<readonly string[]>([...reportCsv(report)].join(""), { skipEmptyLines: true });
      assert.equal(data[1]?.[0], `'${formula}`);
      assert.equal(data[1].at(-1), `'${formula}`);
    });
});

describe("the report as a table", () => {
  it("is read in a terminal, with both thresholds through every bar", () => {
    const lines = [...reportTable(small, 110)].join("").split("\n");
    assert.deepEqual(lines, [
      "2027: KX threshold not known, review threshold 3,000.00",
      "  no id  PT/SLP             not known         ░░░░░░░░░░░░░░░░░░░░┊░░░   the KX threshold of 2027 is not known",
      "",
      "2026: KX threshold 2,480.00, review threshold 3,000.00",
      "  …MK73  PT/SLP  2,496.21 to 2,566.21  100 %  █████████████████│  ┊      over by at least 16.21",
      "    over KX from 2026-05-14 97110 visits/may.superbill:12",
      "    1 allowed amount on the line, 1 charge, as the most it can be",
      "  no id  OT                     12.00    0 %                   │  ┊      2,468.00 left",
      "    1 eligibility answer",
      "    ? nothing tells what was used before the first service",
      "",
    ]);
  });

  it("has bars of one width, one below the other", () => {
    const bars = [...reportTable(exampleReport(), 120)].join("").match(/^.*[│].*[┊]/gmu) ?? [];
    assert.equal(bars.length, 8);
    assert.equal(new Set(bars.map((line) => line.indexOf("│"))).size, 1);
  });

  it("goes without bars where there is no room for them", () => {
    const text = [...reportTable(exampleReport(), 60)].join("");
    assert.ok(text.includes("48") && !text.includes("█"));
  });

  it("says that there is nothing", () => {
    assert.deepEqual([...reportTable({ standings: [] }, 80)], ["No therapy services were found.\n"]);
  });

  it("lets no text steer the terminal, and no id push the columns out of it", () => {
    const report = buildReport([{ id: `\u001b[2J${"x".repeat(500)}`, doubts: ["\u202Eturned\u0007"] }], {
      showIds: true,
    });
    const text = [...reportTable(report, 100)].join("");
    assert.ok(!/[\p{Cf}]|(?!\n)\p{Cc}/u.test(text));
    assert.ok(text.split("\n").every((line) => line.length <= 100));
  });
});
