import assert from "node:assert/strict";
import { reportPage } from "../../server/src/report/page.ts";
import { type YearText, buildReport } from "./build-ledger-year.ts";
import { exampleReport, largeReport } from "./example-report.ts";

const today = "2026-07-01";

describe("the report as a page", () => {
  it("allows nothing but its own styles, and holds nothing that would need more", () => {
    const page = reportPage(exampleReport(), { today });
    assert.ok(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`));
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|<form|\bstyle="|\bon\w+=|@import|url\((?!#)|https?:/i);
  });

  it("says that there is nothing, and draws nothing then", () => {
    const page = reportPage({ standings: [] }, { today });
    assert.ok(page.includes("No therapy services were found"));
    assert.doesNotMatch(page, /<svg|<table/);
  });

  it("gives every drawing names of its own", () => {
    const ids = [...reportPage(exampleReport(), { today }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.ok(ids.length > 16);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("masks every id, in texts of drawings too", () => {
    const page = reportPage(exampleReport(), { today });
    assert.ok(page.includes("…MK73"));
    assert.doesNotMatch(page, /1EG4TE5|E5MK73/);
  });

  for (const hostile of [
    '<img src=x onerror="alert(1)">',
    "</style></title><script>alert(1)</script>",
    `"' onload='x`,
    "&lt;b&gt;",
    "a\u202Eb\u0000c",
  ])
    it(`shows ${JSON.stringify(hostile)} as it is written`, () => {
      const places = [{ file: hostile, line: 0 }];
      const text: YearText = {
        id: hostile,
        doubts: [hostile],
        steps: [{ date: "2026-03-01", code: hostile, amount: 2_500_00, places, doubts: [hostile] }],
      };
      const drawn = reportPage(buildReport([text], { showIds: true }), { today });
      const listed = reportPage(buildReport([text], { showIds: true }), { today, drawn: 0 });
      for (const page of [drawn, listed]) {
        assert.doesNotMatch(page, /<img|<script|' onload=|\p{Cf}|(?!\n)\p{Cc}/u);
        const written = page
          .replace(/^[^]*<body>/, "")
          .replaceAll("&#39;", "'")
          .replaceAll("&quot;", '"');
        const shown = written.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
        assert.ok(shown.includes(hostile.replace(/[\p{Cf}\p{Cc}]/gu, "\uFFFD")));
      }
    });

  it("draws the nearest, lists the others, and says how many they are", () => {
    const page = reportPage(largeReport(120, 2), { today });
    assert.equal(count(page, /class="over-year"/g), 100);
    assert.ok(page.includes("Drawn: the nearest 100."));
    assert.ok(page.includes("20 more of 2026, farther from the threshold"));
    assert.equal(count(page, /<th scope="row">/g), 20);
  });

  it("stays a page that opens with 25,000 beneficiaries, and says how many it leaves out", () => {
    const page = reportPage(largeReport(25_000, 1), { today });
    assert.ok(page.length < 8_000_000, String(page.length));
    assert.ok(page.includes("4,900 more are not on this page."));
  });

  it("shows the first lines of a beneficiary with very many, and a course of no more points than days", () => {
    const steps = Array.from({ length: 30_000 }, (_, place) => ({
      date: place < 15_000 ? ("2026-03-01" as const) : ("2026-04-01" as const),
      code: "97110",
      amount: 7,
    }));
    const page = reportPage(buildReport([{ steps }]), { today });
    assert.ok(page.includes("29,800 more are in the other formats of the ledger."));
    assert.ok(page.length < 200_000, String(page.length));
  });

  it("says what a drawing shows", () => {
    const page = reportPage(
      buildReport([
        {
          id: "1EG4TE5MK73",
          before: { low: 2_400_00, high: 2_400_00 },
          steps: [
            { date: "2026-05-13", code: "97110", amount: 60_00 },
            { date: "2026-05-14", code: "97110", amount: 60_00 },
          ],
        },
      ]),
      { today },
    );
    assert.ok(page.includes(">…MK73, PT/SLP: course over 2026</title>"));
    assert.ok(
      page.includes(
        ">2 steps from May 13 to May 14; used in the end: 2,520.00. The KX threshold was passed on May 14.</desc>",
      ),
    );
  });

  it("draws no line where a balance begins the sum anew", () => {
    const page = reportPage(
      buildReport([
        {
          steps: [
            { date: "2026-02-01", code: "97110", amount: 100_00 },
            { date: "2026-03-01", amount: 900_00 },
            { date: "2026-04-01", code: "97110", amount: 100_00 },
          ],
        },
      ]),
      { today },
    );
    const [, path = ""] = /class="course" d="([^"]*)"/.exec(page) ?? [];
    assert.equal(count(path, /M/g), 2);
  });
});

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
