import assert from "node:assert/strict";
import type { FeeLine } from "../../../server/src/ledger/fee-schedule.ts";
import { noFees } from "../../../server/src/config/fees/fee-settings.ts";
import { loadFees } from "../../../server/src/config/fees/load-fees.ts";
import {
  type Files,
  amounts,
  line,
  load,
  localities2024,
  problemsOf,
  removeFolders,
  values2024,
  valuesHeader,
  valuesRow,
} from "./fee-files.ts";

describe("fees", () => {
  after(removeFolders);

  describe("where no file is named", () => {
    it("are not invented", async () => {
      assert.deepEqual(await loadFees(noFees), { fees: undefined, problems: [] });
    });
  });

  describe("an office's list", () => {
    it("gives the amount of one unit, by code and modifier", async () => {
      const list = "CPT code,Mod,Allowed amount\n97110,,29.29\n97110,CQ,$24.90\n97530,GP;CQ,30.00\n97530,,36.62\n";
      const lines = [
        line("97110", 2),
        line("97110", 1, { modifiers: ["GP", "CQ"] }),
        line("97530", 1, { modifiers: ["CQ", "GP", "KX"] }),
        line("97530", 3, { modifiers: ["GO"] }),
        line("97140", 1),
      ];
      assert.deepEqual(await amounts({ "fees.csv": list }, lines), [5858, 2490, 3000, 10_986, undefined]);
    });

    it("may be in force for a time; the later first day wins, and a modifier goes before it", async () => {
      const list = [
        "Our fees of 2026\tprinted 3/1/2026",
        "Code\tModifier\tFee\tEffective from\tEffective to",
        "97110\t\t28.00\t\t",
        "97110\t\t29.00\t1/1/2026\t6/30/2026",
        "97110\t\t30.00\t2026-04-01\t",
        "97110\tCQ\t25.00\t2025-01-01\t12/31/2026",
        "",
      ].join("\r\n");
      const on = (date: FeeLine["date"], ...more: string[]): FeeLine =>
        line("97110", 1, { date, modifiers: ["GP", ...more] });
      assert.deepEqual(
        await amounts({ "fees.txt": list }, [
          on("2025-12-31"),
          on("2026-01-01"),
          on("2026-04-01"),
          on("2026-07-01"),
          on("2026-07-01", "CQ"),
          on("2027-01-01", "CQ"),
        ]),
        [2800, 2900, 3000, 3000, 2500, 3000],
      );
    });

    it("may have its columns in any order, other separators, a heading over two lines, and a mark of UTF-8 or UTF-16", async () => {
      const list = '\uFEFF"Rate\n(per unit)";Dept;HCPCS\n29,5;PT;97110\n29.50;"PT; OT";97110\n';
      const { fees, problems } = await load({ "fees.csv": list });
      assert.deepEqual(problems, ["fees.csv has one row that can't be read as a code, its amount and dates."]);
      assert.deepEqual(fees?.allowedAmounts([line("97110", 1)]), [2950]);
      const utf16 = Buffer.from("\uFEFFCode\tAmount\r\n97110\t29.50\r\n", "utf16le");
      assert.deepEqual(await amounts({ "fees.txt": utf16 }, [line("97110", 1)]), [2950]);
    });

    it("may have quotation marks that quote nothing, or are never closed", async () => {
      const list =
        'Code,Name,Amount\n97110,5" band,29.29\n97140,"open,20.00\n97530,"a ""b"", c",36.62\n97116,6" band,20.00\n';
      const { fees, problems } = await load({ "fees.csv": list });
      assert.deepEqual(problems, ["fees.csv has one row that can't be read as a code, its amount and dates."]);
      const lines = ["97110", "97140", "97530", "97116"].map((code) => line(code, 1));
      assert.deepEqual(fees?.allowedAmounts(lines), [2929, undefined, 3662, 2000]);
    });

    it("says nothing with an empty amount or one of nothing", async () => {
      const list = "Code,Amount\nPhysical therapy,\n97110,0.00\n97140,\n97530,n/a\n97116,20.00\n,,\n";
      const lines = ["97110", "97140", "97530", "97116"].map((code) => line(code, 1));
      assert.deepEqual(await amounts({ "fees.csv": list }, lines), [undefined, undefined, undefined, 2000]);
    });

    it("is told of once where rows can't be read, without what stands in them", async () => {
      const list =
        "Code,Amount,From\nRivera,20.00,\n97110,soon,\n97140,20.00,tomorrow\n97530,-3,\n97116,20.00,2026-01-01\n";
      const { fees, problems } = await load({ "fees.csv": list });
      assert.deepEqual(problems, ["fees.csv has 4 rows that can't be read as a code, its amount and dates."]);
      assert.deepEqual(fees?.allowedAmounts([line("97116", 1, { date: "2026-02-01" })]), [2000]);
    });

    it("goes before what is published, and its lines still take the full amount of the day", async () => {
      const files = { "fees.csv": "Code,Amount\n97530,40.00\n", "PPRRVU24_JUL.csv": values2024 };
      assert.deepEqual(await amounts(files, [line("97530", 1), line("97110", 1)]), [4000, 2230]);
    });
  });

  describe("CMS's relative values", () => {
    const files = { "PPRRVU24_JUL.csv": values2024 };

    it("come to 72.40 for the worked example, where 85.55 would be allowed without the reduction", async () => {
      const visit = await amounts(files, [line("97110", 2), line("97140", 1)]);
      assert.deepEqual(visit, [5160, 2080]);
      const alone = [...(await amounts(files, [line("97110", 1)])), ...(await amounts(files, [line("97140", 1)]))];
      assert.deepEqual(alone, [2929, 2696]);
      const unreduced = values2024.replaceAll(",5,0,0,0,0,,", ",0,0,0,0,0,,");
      assert.deepEqual(
        await amounts({ "PPRRVU24_JUL.csv": unreduced }, [line("97110", 2), line("97140", 1)]),
        [5859, 2696],
      );
      assert.equal(5160 + 2080, 7240);
      assert.equal(5859 + 2696, 8555);
    });

    it("are reduced over all disciplines of the day, and only where the indicator says so", async () => {
      const lines = [line("97110", 1), line("97530", 1, { modifiers: ["GO"] }), line("20560", 1)];
      assert.deepEqual(await amounts(files, lines), [2230, 3662, 2563]);
    });

    it("are non-facility for therapy wherever it is given, and by the place for anything else", async () => {
      const inHospital = { placeOfService: "22" };
      const lines = [
        line("97110", 1, inHospital),
        line("20560", 1, inHospital),
        line("20560", 1, { ...inHospital, modifiers: [] }),
        line("20560", 1, { placeOfService: undefined, modifiers: [] }),
      ];
      assert.deepEqual(await amounts(files, lines), [2929, 2563, 1565, 2563]);
    });

    it("say nothing of what is bundled, of codes that they lack, of other years, and of units that no day holds", async () => {
      const lines = [
        line("97010", 1),
        line("99999", 1),
        line("97110", 1, { date: "2025-01-01" }),
        ...[0, -1, 1.5, 1e9, NaN].map((units) => line("97110", units)),
      ];
      assert.deepEqual(
        await amounts(files, lines),
        lines.map(() => undefined),
      );
    });

    it("hold for their year, but not over a day on which the conversion factor changed", async () => {
      const on = (date: FeeLine["date"]): FeeLine => line("97110", 1, { date });
      assert.deepEqual(await amounts(files, [on("2024-03-08")]), [undefined]);
      assert.deepEqual(await amounts(files, [on("2024-03-09")]), [2929]);
      const january = values2024.replace("July Release", "January Release").replaceAll("33.2875", "32.7442");
      const both = { ...files, "PPRRVU24_JAN.csv": january };
      assert.deepEqual(await amounts(both, [on("2024-03-08")]), [2881]);
      assert.deepEqual(await amounts(both, [on("2024-06-30")]), [2881]);
      assert.deepEqual(await amounts(both, [on("2024-07-01")]), [2929]);
    });

    it("are adjusted to the locality that is set, by number or name, and say where they are national", async () => {
      const withPlaces = { ...files, "GPCI2024.csv": localities2024 };
      // (0.45 × 1.5 + 0.42 × 1.081 + 0.01 × 0.592) × 33.2875
      for (const locality of ["02102 01", "0210201", "01", "Alaska"]) {
        const { fees, problems } = await load(withPlaces, { locality });
        assert.deepEqual(problems, []);
        assert.deepEqual(fees?.allowedAmounts([line("97110", 1)]), [3778], locality);
        assert.equal(fees.doubtOf?.(line("97110", 1)), undefined);
      }
      const { fees } = await load(files);
      assert.match(fees?.doubtOf?.(line("97110", 1)) ?? "", /national/);
    });

    it("are not used where the locality that is set can't be told", async () => {
      const withPlaces = { ...files, "GPCI2024.csv": localities2024 };
      const cases: readonly (readonly [Files, string, RegExp])[] = [
        [withPlaces, "00", /^PPRRVU24_JUL\.csv is not used: feeLocality may mean several of the localities/],
        [withPlaces, "Rivera", /^PPRRVU24_JUL\.csv is not used: feeLocality names none of the localities/],
        [files, "02102 01", /^PPRRVU24_JUL\.csv is not used: feeLocality is set, and no GPCI file of 2024 is named/],
      ];
      for (const [named, locality, problem] of cases) {
        const { fees, problems } = await load(named, { locality });
        assert.equal(fees, undefined);
        assert.equal(problems.length, 1);
        assert.match(problems[0] ?? "", problem);
      }
      assert.deepEqual(await problemsOf(withPlaces), [
        "GPCI2024.csv is not used, since feeLocality does not say which locality counts.",
      ]);
    });

    it("may come as tab text, in another order of columns, with one row of names, and without a conversion factor", async () => {
      const table = [
        "2026 National Physician Fee Schedule",
        "MP RVU\tNon-Facility PE RVU\tWork RVU\tHCPCS code",
        "0.01\t0.42\t0.45\t97110",
        "0.01\t0.37\t0.43\t97140",
      ].join("\n");
      const lines = [line("97110", 1, { date: "2026-02-02" }), line("97140", 1, { date: "2026-02-02" })];
      assert.deepEqual(await amounts({ "values.txt": table }, lines, { conversionFactor: 33.4009 }), [2939, 2088]);
      assert.deepEqual(await problemsOf({ "values.txt": table }), [
        "values.txt states no conversion factor, and feeConversionFactor is not set.",
      ]);
    });

    it("are read from 2026's table with a column more, by the file's name where no title says the year", async () => {
      const wider = valuesHeader.slice(3).map((row, place) => {
        if (place === 3) return row.replace("TEAM,ENDO", "TEAM,PRIC,ENDO");
        return place === 4 ? row.replace("SURG,BASE", "SURG,IND,BASE") : row;
      });
      const row = valuesRow("97110", [0.44, 0.43, 0.01], { factor: "33.4009" }).replace(",0,0,0,0,,", ",0,0,0,0,9,,");
      const text = [...wider, row].join("\n");
      const lines = [line("97110", 1, { date: "2026-11-02" })];
      assert.deepEqual(await amounts({ "PPRRVU2026_Oct_nonQPP.csv": text }, lines), [2939]);
      assert.deepEqual(await problemsOf({ "values.csv": text }), [
        "values.csv does not say of which year it is, neither in its title nor in its name.",
      ]);
    });

    it("count once for a release, and the file that is left out is named", async () => {
      assert.deepEqual(await problemsOf({ "PPRRVU24_JUL.csv": values2024, "again.csv": values2024 }), [
        "again.csv is of the same release as PPRRVU24_JUL.csv, which counts.",
      ]);
    });

    it("lose 15 % for an assistant only where that is set, and from 2022 on", async () => {
      const cq = { modifiers: ["GP", "CQ"] };
      assert.deepEqual(await amounts(files, [line("97110", 1, cq)]), [2929]);
      const reduced = { reducesForAssistants: true };
      assert.deepEqual(await amounts(files, [line("97110", 1, cq)], reduced), [2490]);
      const list = { "fees.csv": "Code,Modifier,Amount\n97110,,29.29\n97140,CQ,20.00\n" };
      const lines = [line("97110", 1, cq), line("97140", 1, cq), line("97110", 1, { ...cq, date: "2021-12-31" })];
      assert.deepEqual(await amounts(list, lines, reduced), [2490, 2000, 2929]);
    });
  });
});
