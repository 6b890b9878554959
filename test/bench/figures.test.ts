import assert from "node:assert/strict";
import fc from "fast-check";
import { renderPage } from "../../bench/page.ts";
import { unmeasured } from "../../bench/section.ts";
import { median, percentile } from "../../bench/timing.ts";
import { growth, milliseconds, speed, times } from "../../bench/words.ts";

const figures = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
const percent = fc.double({ min: 0, max: 100, noNaN: true });

describe("The benchmark's percentiles", () => {
  it("are figures of the run, of which so many percent are at most as great", () => {
    fc.assert(
      fc.property(figures, percent, (all, part) => {
        const found = percentile(all, part);
        assert.ok(all.includes(found));
        assert.ok(all.filter((figure) => figure <= found).length >= (all.length * part) / 100);
        const less = all.filter((figure) => figure < found).length;
        assert.ok(less === 0 || less < (all.length * part) / 100);
      }),
    );
  });

  it("do not depend on the order, and leave the figures as they are", () => {
    const all = [5, 1, 4, 2, 3];
    assert.deepEqual([median(all), percentile(all, 95), percentile(all, 0), percentile(all, 100)], [3, 5, 1, 5]);
    assert.deepEqual(all, [5, 1, 4, 2, 3]);
  });

  it("of an even number of figures take the lower one in the middle", () => {
    assert.equal(median([10, 1]), 1);
  });

  it("of nothing are 0", () => {
    assert.deepEqual([median([]), percentile([], 95)], [0, 0]);
  });
});

describe("The benchmark's words", () => {
  it("have two digits, or all before the point", () => {
    assert.deepEqual([0.0852, 1.24, 9.96, 99.4, 99.6, 1234.5, 9999].map(milliseconds), [
      "0.085 ms",
      "1.2 ms",
      "10 ms",
      "99 ms",
      "100 ms",
      "1,235 ms",
      "9,999 ms",
    ]);
    assert.equal(milliseconds(12_340), "12 s");
  });

  it("tell speeds, ratios and growth", () => {
    assert.equal(speed(45_000_000, 1500), "30 MB/s");
    assert.equal(times(10, 4), "2.5 ×");
    assert.deepEqual([growth(100, 102), growth(100, 99.5), growth(100, 100)], ["+2.0 %", "−0.5 %", "+0.0 %"]);
  });
});

describe("The benchmark's page", () => {
  it("holds each table under its title, and says why a line of it has no figures", () => {
    const columns = ["File", "Median", "p95"];
    const rows = [["a", "1 ms", "2 ms"], unmeasured("b", "ran out of memory", columns)];
    const section = {
      id: "one",
      title: "One keystroke",
      about: "Typed.",
      columns,
      measure: () => Promise.resolve(rows),
    };
    const page = renderPage([{ section, rows }], "2026-03-02");
    assert.ok(page.startsWith("# How fast it is\n\n`npm run bench -- --write` wrote this page on 2026-03-02."));
    assert.ok(
      page
        .trimEnd()
        .endsWith(
          "## One keystroke\n\nTyped.\n\n| File | Median | p95 |\n| --- | --- | --- |\n| a | 1 ms | 2 ms |\n| b | ran out of memory |  |",
        ),
      page,
    );
  });
});
