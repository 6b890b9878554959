import assert from "node:assert/strict";
import type { FeeLine } from "../../../server/src/ledger/fee-schedule.ts";
import { noFees } from "../../../server/src/config/fees/fee-settings.ts";
import { loadFees } from "../../../server/src/config/fees/load-fees.ts";
import { amounts, line, load, localities2024, paymentRow, problemsOf, removeFolders, values2024 } from "./fee-files.ts";

describe("fees as CMS publishes them", () => {
  after(removeFolders);

  describe("CMS's payment amounts", () => {
    const alaska = ["02102", "01"] as const;
    const alabama = ["10112", "00"] as const;
    const rows = [
      paymentRow(alaska, "97110", { full: 37.78, reduced: 30.22 }),
      paymentRow(alaska, "97140", { full: 35, reduced: 28.5 }),
      paymentRow(alaska, "97010", { full: 8, status: "B" }),
      paymentRow(alaska, "20560", { full: 30, facility: 20 }),
    ];
    const trailer = '"TRLCopyright of somebody"';
    const of2026 = (code: string, units: number, more: Partial<FeeLine> = {}): FeeLine =>
      line(code, units, { date: "2026-02-02", ...more });

    it("are used as they stand, with the reduced amount of each unit but the dearest", async () => {
      const file = { "PFALL26A.txt": [...rows, trailer].join("\r\n") };
      const lines = [of2026("97110", 2), of2026("97140", 1), of2026("97010", 1), of2026("20560", 1)];
      assert.deepEqual(await amounts(file, lines), [6800, 2850, undefined, 3000]);
    });

    it("are those of the locality that is set", async () => {
      const both = [...rows, paymentRow(alabama, "97110", { full: 28, reduced: 22 }), trailer].join("\n");
      const file = { "PFALL26A.txt": both };
      assert.deepEqual(await amounts(file, [of2026("97110", 1)], { locality: "10112-00" }), [2800]);
      assert.deepEqual(await amounts(file, [of2026("97110", 1)], { locality: "01" }), [3778]);
      const named = { ...file, "GPCI2024.csv": localities2024 };
      assert.deepEqual(await amounts(named, [of2026("97110", 1)], { locality: "Alabama" }), [2800]);
      assert.deepEqual(await problemsOf(file), [
        "PFALL26A.txt holds several localities, and feeLocality does not say which one counts.",
      ]);
      assert.deepEqual(await problemsOf(file, { locality: "01112 05" }), [
        "PFALL26A.txt holds no amount of feeLocality.",
      ]);
      assert.deepEqual(await problemsOf(file, { locality: "Alabama" }), [
        "PFALL26A.txt is not used: it knows feeLocality by its number only, such as 01112 05, or by a GPCI file.",
      ]);
    });

    it("are replaced by a revision for the codes that it holds", async () => {
      const revised = paymentRow(alaska, "97110", { full: 38, reduced: 31 });
      const files = { "PFREV26A.txt": revised, "PFALL26A.txt": rows.join("\n") };
      const on = (date: FeeLine["date"]): readonly FeeLine[] => [
        of2026("97110", 1, { date }),
        of2026("97140", 1, { date }),
      ];
      assert.deepEqual(await amounts(files, on("2026-03-31")), [3778, 2850]);
      assert.deepEqual(await amounts(files, on("2026-04-01")), [3800, 2850]);
    });

    it("go before national amounts from relative values", async () => {
      const values = values2024.replace("2024 National", "2026 National");
      const files = { "PPRRVU2026_Jul.csv": values, "PFALL26A.txt": rows.join("\n") };
      const { fees } = await load(files);
      assert.deepEqual(fees?.allowedAmounts([of2026("97110", 1, { date: "2026-08-01" })]), [3778]);
    });
  });

  describe("files that are none", () => {
    it("are named with what they are, without their folder", async () => {
      assert.deepEqual(
        await problemsOf({
          "empty.csv": "",
          "book.xlsx": "PK\u0003\u0004",
          "picture.csv": "\u0000\u0001",
          "PPRRVU2025_Oct.txt": "HDR COPYRIGHT\n97110   A SERVICE         A 0.45 0.42\n",
          "trimmed.csv": "HCPCS,Work RVU,Total RVU\n97110,0.45,0.88\n",
          "list.csv": "Code,Amount\n",
        }),
        [
          "empty.csv is no list of fees: an office's list needs columns code and amount; of CMS's files, PPRRVU, GPCI and PFALL are read, as CSV.",
          "book.xlsx is a spreadsheet or an archive: take the CSV of the archive, or save the table as CSV.",
          "picture.csv is no text: take the CSV of the archive, or save the table as CSV.",
          "PPRRVU2025_Oct.txt is no list of fees: an office's list needs columns code and amount; of CMS's files, PPRRVU, GPCI and PFALL are read, as CSV.",
          "trimmed.csv has no column of non-facility PE RVU and MP RVU.",
          "list.csv holds no fee.",
        ],
      );
      const { problems } = await loadFees({ ...noFees, files: ["/nowhere/missing.csv"] });
      assert.deepEqual(problems, ["missing.csv could not be read."]);
    });
  });
});
