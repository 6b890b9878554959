import assert from "node:assert/strict";
import { openSuperbill, told } from "./check-text.ts";

/** The findings of the table written with commas, with bars and in columns. */
function toldOf(rows: readonly string[]): readonly string[] {
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const width = (index: number): number => Math.max(...cells.map((row) => row[index]?.length ?? 0)) + 2;
  const sheets = [
    cells.map((row) => row.join(",")),
    cells.map((row) => `| ${row.join(" | ")} |`),
    cells.map((row) =>
      row
        .map((cell, index) => (cell === "" ? "-" : cell).padEnd(width(index)))
        .join("")
        .trimEnd(),
    ),
  ];
  const [first = [], ...others] = sheets.map((sheet) => told(openSuperbill(sheet.join("\n"))));
  for (const other of others) assert.deepEqual(other, first);
  return first;
}

describe("A day sheet, a table of several patients", () => {
  it("accuses no line for another patient's", () => {
    const rows = [
      "Acct | Date     | Code  | Mods  | Units | Min | Charge",
      "1001 | 3/4/2026 | 97110 | GP    | 2     | 30  | 90.00",
      "1001 | 3/4/2026 | 97140 | GP    | 1     | 15  | 45.00",
      "1002 | 3/4/2026 | 97110 | GP KX | 2     | 30  | 90.00",
      "1002 | 3/4/2026 | 97530 | GP    | 1     | 10  | 45.00",
      "1003 | 3/4/2026 | 97530 | GO    | 1     | -   | 45.00",
      "1003 | 3/6/2026 | 97760 | GO    | 1     | 15  | 45.00",
      "1004 | 3/9/2026 | 97760 | GO    | 1     | 15  | 45.00",
    ];
    assert.deepEqual(toldOf(rows), []);
  });

  it("shows what is wrong among one patient's lines", () => {
    const rows = [
      "Client | Date     | Code  | Mods | Units | Min | Charge",
      "Moss   | 3/4/2026 | 97110 | GP   | 1     | 15  | 45.00",
      "Dale   | 3/4/2026 | 97110 | GP   | 2     | 20  | 90.00",
      "Moss   | 3/4/2026 | 97110 | GP   | 1     | 15  | 45.00",
      "Ray    | 3/4/2026 | 97760 | GO   | 1     | 15  | 45.00",
      "Ray    | 3/9/2026 | 97760 | GO   | 1     | 15  | 45.00",
    ];
    assert.deepEqual(toldOf(rows), ["3: units-exceed-minutes", "4: duplicate-line", "6: orthotic-initial-repeated"]);
  });

  it("is judged as one claim where all of its lines are one patient's", () => {
    const rows = [
      "Client | Date     | Code  | Mods | Units | Min | Charge",
      "Moss   | 3/4/2026 | 97110 | GP   | 1     | 15  | 45.00",
      "Moss   | 3/4/2026 | 97110 | GP   | 1     | 15  | 45.00",
    ];
    assert.deepEqual(toldOf(rows), ["2: used-amount-missing", "3: duplicate-line"]);
  });

  it("asks nothing of a payer where its rows name different ones", () => {
    const rows = [
      "Client | Insurance       | Date     | Code  | Mods | Units",
      "Moss   | Medicare Part B | 3/4/2026 | 97110 | GP   | 2",
      "Dale   | Self-pay        | 3/4/2026 | 97110 |      | 2",
    ];
    assert.deepEqual(toldOf(rows), []);
  });
});
