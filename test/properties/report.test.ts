import assert from "node:assert/strict";
import fc from "fast-check";
import Papa from "papaparse";
import type { LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import { type CalendarDate, addDays } from "../../server/src/model/date.ts";
import { formatCents } from "../../server/src/model/money.ts";
import { reportCsv } from "../../server/src/report/csv.ts";
import { reportJson } from "../../server/src/report/json.ts";
import { reportPage } from "../../server/src/report/page.ts";
import { reportTable } from "../../server/src/report/table.ts";
import { reportOf } from "../../server/src/report/threshold-report.ts";
import { type StepText, type YearText, buildLedgerYear, usualSettings } from "../report/build-ledger-year.ts";

const today = "2026-07-01";
const hostileText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("<b>", "=1+1", '"', "\u001b[1m", "\u202E", "a,b", "\r\n", "&amp;", "]]>", "\uD800"),
);
const cents = fc.integer({ min: -50_00, max: 900_00 });
const amount = fc.oneof(
  cents,
  fc.integer({ min: 0, max: 300_00 }).map((high) => ({ low: 0, high })),
  fc.constant({ low: 0, high: Number.POSITIVE_INFINITY }),
);

const stepText: fc.Arbitrary<Omit<StepText, "date"> & { readonly day: number }> = fc.record(
  {
    day: fc.integer({ min: 0, max: 364 }),
    code: fc.oneof(fc.constantFrom("97110", "97530"), hostileText),
    amount,
    source: fc.constantFrom("remittance", "allowed", "charge", "unknown"),
    doubts: fc.array(hostileText, { maxLength: 2 }),
    places: fc.array(fc.record({ file: hostileText, line: fc.nat(99) }), { maxLength: 2 }),
  },
  { requiredKeys: ["day", "amount"] },
);

const yearText: fc.Arbitrary<YearText> = fc
  .record(
    {
      id: fc.oneof(fc.stringMatching(/^[1-9][A-Z][A-Z0-9]\d[A-Z]{2}\d{3}MK73$/), hostileText),
      year: fc.constantFrom(2025, 2026),
      bucket: fc.constantFrom("PT/SLP", "OT"),
      threshold: fc.constantFrom<(number | "unknown")[]>(2_480_00, "unknown"),
      isMissing: fc.boolean(),
      days: fc.array(stepText, { maxLength: 12 }),
      doubts: fc.array(hostileText, { maxLength: 2 }),
    },
    { requiredKeys: ["days"] },
  )
  .map(({ days, ...text }): YearText => {
    const first: CalendarDate = `${text.year ?? 2026}-01-01` as CalendarDate;
    const ordered = days.toSorted((one, other) => one.day - other.day);
    return { ...text, steps: ordered.map(({ day, ...step }) => ({ ...step, date: addDays(first, day) })) };
  });

/** With nothing uncertain: what is used can be added up from what is printed. */
const exactYear: fc.Arbitrary<YearText> = fc
  .tuple(yearText, fc.array(cents, { minLength: 12, maxLength: 12 }))
  .map(([text, amounts]) => ({
    ...text,
    isMissing: false,
    steps: (text.steps ?? []).map((step, place) => ({ ...step, amount: amounts[place] ?? 0 })),
  }));

const ledgerYears = fc.array(yearText, { maxLength: 6 }).map((texts) => texts.map(buildLedgerYear));

describe("any report", () => {
  it("prints what each line adds, what the lines come to, and the same sum in every format", () => {
    fc.assert(
      fc.property(fc.array(exactYear, { maxLength: 4 }), (texts) => {
        const years = texts.map(buildLedgerYear);
        const used = standingsOf(years).map(({ lines, usedCents }) => {
          let sum = 0;
          for (const { code, amountCents, runningCents } of lines) {
            sum = code === null ? amountCents : sum + amountCents;
            assert.equal(runningCents, sum);
          }
          assert.equal(usedCents, sum);
          return sum;
        });
        const records = csvOf(years).map((record) => Number(record["used"]));
        assert.deepEqual(
          records,
          used.map((sum) => sum / 100),
        );
        const [table, page] = [tableOf(years), pageOf(years)];
        for (const sum of used) assert.ok(table.includes(formatCents(sum)) && page.includes(`>${formatCents(sum)}<`));
      }),
    );
  });

  it("ends its course with what is used", () => {
    fc.assert(
      fc.property(ledgerYears, (years) => {
        for (const { lines, usedCents } of standingsOf(years))
          if (lines.length > 0) assert.equal(lines.at(-1)?.runningCents, usedCents);
      }),
    );
  });

  it("is the same, byte for byte, whatever the order in which ledger years come", () => {
    const told = fc.uniqueArray(yearText, {
      maxLength: 6,
      selector: ({ id, year, bucket }) => JSON.stringify([id ?? "", year ?? 2026, bucket ?? "PT/SLP"]),
    });
    const shuffled = told.chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([texts, others]) => {
        const [years, otherwise] = [texts.map(buildLedgerYear), others.map(buildLedgerYear)];
        for (const render of [jsonOf, tableOf, pageOf]) assert.equal(render(otherwise), render(years));
      }),
    );
  });

  it("has those over the threshold first and those of which too little is known last", () => {
    fc.assert(
      fc.property(ledgerYears, (years) => {
        const ranks = standingsOf(years).map(({ usedCents, bound, thresholdCents }) => {
          if (usedCents === null || thresholdCents === null) return 2;
          return bound !== "at-most" && usedCents > thresholdCents ? 0 : 1;
        });
        assert.deepEqual(ranks, ranks.toSorted());
      }),
    );
  });

  it("shows no more of an id than its end, in no format", () => {
    const id = fc.stringMatching(/^[1-9][A-Z][A-Z0-9]\d[A-Z]{2}\d{3}MK73$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, exactYear), { minLength: 1, maxLength: 4 }), (told) => {
        const years = told.map(([one, text]) => buildLedgerYear({ ...text, id: one, doubts: [], steps: [] }));
        const csv = [...reportCsv(reportOf(years, usualSettings))].join("");
        for (const text of [jsonOf(years), tableOf(years), pageOf(years), csv])
          for (const [one] of told) assert.ok(!text.includes(one.slice(-5)));
        assert.equal(
          new Set(standingsOf(years).map((standing) => standing.id)).size,
          new Set(told.map(([one]) => one)).size,
        );
      }),
    );
  });

  it("lets no text out of its place", () => {
    fc.assert(
      fc.property(ledgerYears, fc.integer({ min: 20, max: 140 }), (years, width) => {
        const page = pageOf(years);
        const tags = new Set([...page.matchAll(/<\/?([^\s>]*)/g)].map(([, name]) => name));
        for (const tag of tags) assert.ok(tagsOfPage.has(tag ?? ""), tag);
        assert.doesNotMatch(page, /[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u);
        assert.doesNotMatch(tableOf(years, width), /[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u);
        for (const record of csvOf(years)) {
          assert.equal(Object.keys(record).length, 17);
          for (const cell of Object.values(record)) assert.ok(!/^[=+@]|^-(?!\d+\.\d+$)/.test(cell), cell);
        }
      }),
    );
  });
});

interface JsonStanding {
  readonly id: string;
  readonly usedCents: number | null;
  readonly bound: string;
  readonly thresholdCents: number | null;
  readonly lines: readonly {
    readonly code: string | null;
    readonly amountCents: number;
    readonly runningCents: number;
  }[];
}

function standingsOf(years: readonly LedgerYear[]): readonly JsonStanding[] {
  return (JSON.parse(jsonOf(years)) as { beneficiaries: readonly JsonStanding[] }).beneficiaries;
}

function jsonOf(years: readonly LedgerYear[]): string {
  return [...reportJson(reportOf(years, usualSettings))].join("");
}

function tableOf(years: readonly LedgerYear[], width = 100): string {
  return [...reportTable(reportOf(years, usualSettings), width)].join("");
}

function pageOf(years: readonly LedgerYear[]): string {
  return reportPage(reportOf(years, { ...usualSettings, showIds: false }), { today, drawn: 3 });
}

function csvOf(years: readonly LedgerYear[]): readonly Readonly<Record<string, string>>[] {
  const text = [...reportCsv(reportOf(years, usualSettings))].join("");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, newline: "\r\n", skipEmptyLines: true });
  return data;
}

const tagsOfPage = new Set(
  (
    "!DOCTYPE html head meta title style body main h1 h2 p section table caption thead tbody tr th td b span br ul li " +
    "details summary svg defs pattern path rect circle text desc"
  ).split(" "),
);
