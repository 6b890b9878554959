import assert from "node:assert/strict";
import { addDays } from "../../server/src/model/date.ts";
import type { Dated } from "../../server/src/model/tables.ts";

/** A row does not end before it begins. */
export function assertInOrder(row: Dated, message: string): void {
  assert.ok(row.from === null || row.to === null || row.from <= row.to, message);
}

/** Each row begins after the one before it ended. */
export function assertApart(rows: readonly Dated[], message: string): void {
  for (const [index, row] of rows.entries()) {
    assertInOrder(row, message);
    const before = rows[index - 1];
    if (before === undefined) continue;
    assert.ok(before.to !== null && row.from !== null && before.to < row.from, message);
  }
}

/** Each row begins the day after the one before it ended. */
export function assertFollowing(rows: readonly Dated[]): void {
  assertApart(rows, "rows overlap");
  for (const [index, row] of rows.entries()) {
    const end = rows[index - 1]?.to;
    if (end) assert.equal(row.from, addDays(end, 1));
  }
}
