import assert from "node:assert/strict";
import { addDays, dateOf, parseIsoDate, yearOf } from "../../server/src/model/date.ts";
import { formatCents, formatDollars } from "../../server/src/model/money.ts";

describe("Calendar dates", () => {
  it("are those of the calendar and no others", () => {
    assert.equal(dateOf(2024, 2, 29), "2024-02-29");
    assert.equal(dateOf(2026, 2, 29), undefined);
    assert.equal(dateOf(2000, 2, 29), "2000-02-29");
    assert.equal(dateOf(1900, 2, 29), undefined);
    assert.equal(dateOf(2026, 4, 31), undefined);
    assert.equal(dateOf(2026, 13, 1), undefined);
    assert.equal(dateOf(2026, 0, 1), undefined);
    assert.equal(dateOf(2026, 1, 0), undefined);
    assert.equal(dateOf(226, 1, 1), undefined);
  });

  it("are read from their one written form", () => {
    assert.equal(parseIsoDate("2026-03-12"), "2026-03-12");
    assert.equal(parseIsoDate("2026-3-12"), undefined);
    assert.equal(parseIsoDate("2026-02-30"), undefined);
  });

  it("count days over months, leap days and years", () => {
    assert.equal(addDays("2026-02-28", 1), "2026-03-01");
    assert.equal(addDays("2024-02-28", 1), "2024-02-29");
    assert.equal(addDays("2026-01-01", -1), "2025-12-31");
    assert.equal(yearOf("2026-01-01"), 2026);
  });
});

describe("Money", () => {
  it("is shown with cents and thousands", () => {
    assert.equal(formatCents(0), "0.00");
    assert.equal(formatCents(5), "0.05");
    assert.equal(formatCents(248_000), "2,480.00");
    assert.equal(formatCents(123_456_789), "1,234,567.89");
    assert.equal(formatCents(-4400), "-44.00");
  });

  it("leaves cents out where there are none and that is asked", () => {
    assert.equal(formatDollars(248_000), "2,480");
    assert.equal(formatDollars(248_050), "2,480.50");
  });
});
