import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FeeSettings, noFees } from "../../../server/src/config/fees/fee-settings.ts";
import { type FeesReading, loadFees } from "../../../server/src/config/fees/load-fees.ts";
import type { FeeLine } from "../../../server/src/ledger/fee-schedule.ts";

/** CMS's header over several rows, as the file of 2024 has it; of 2026 a column more stands before the conversion factor. */
export const valuesHeader = [
  ",,2024 National Physician Fee Schedule Relative Value File July Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
  ",,CPT codes and descriptions only are copyright 2023 American Medical Association.,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
  ",,RELEASED 05/28/2024,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
  ",,,,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,,NON-FACILITY,FACILITY,MP",
  ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,,SUPERVISION OF,,DIAGNOSTIC,PE USED,PE USED,USED",
  ",,,,FOR,,,,,,,,,,,,,,,,,,,,,DIAGNOSTIC,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS",
  ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,CONV,PHYSICIAN,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
  "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT",
];

/** A row of CMS's file of relative values; the descriptor is not CMS's. */
export function valuesRow(
  code: string,
  [work, expense, malpractice]: readonly [number, number, number],
  { modifier = "", status = "A", facilityExpense = expense, indicator = "5", factor = "33.2875" } = {},
): string {
  const total = (work + expense + malpractice).toFixed(2);
  return (
    `${code},${modifier},"A service, shortened",${status},,${work.toFixed(2)},${expense.toFixed(2)},,` +
    `${facilityExpense.toFixed(2)},,${malpractice.toFixed(2)},${total},${total},7,XXX,0.00,0.00,0.00,${indicator},0,0,0,0,,` +
    `${factor},09,0,99,0.00,0.00,0.00`
  );
}

/** Of July 2024. */
export const values2024 = [
  ...valuesHeader,
  valuesRow("97110", [0.45, 0.42, 0.01]),
  valuesRow("97140", [0.43, 0.37, 0.01]),
  valuesRow("97530", [0.44, 0.65, 0.01]),
  valuesRow("97010", [0.06, 0.12, 0.01], { status: "B" }),
  valuesRow("20560", [0.32, 0.44, 0.01], { indicator: "0", facilityExpense: 0.14 }),
].join("\r\n");

/** The numbers of the two localities are invented. */
export const localities2024 = [
  "ADDENDUM E. FINAL CY 2024 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,",
  ",,,,,,",
  "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2024 PW GPCI (with 1.0 Floor),2024 PE GPCI,2024 MP GPCI",
  "02102,AK,01,ALASKA*,1.5,1.081,0.592",
  "10112,AL,00,ALABAMA,1,0.869,0.575",
  '01112,CA,05,"SAN FRANCISCO-OAKLAND-BERKELEY (SAN FRANCISCO CNTY)",1.088,1.378,0.455',
  "03102,AZ,00,ARIZONA,1,0.975,0.854",
  "1 The work adjustment has a floor.",
].join("\n");

/** A row of CMS's file of payment amounts, in its order and with its quotation marks. */
export function paymentRow(
  place: readonly [carrier: string, locality: string],
  code: string,
  {
    full,
    facility = full,
    reduced = 0,
    status = "A",
    year = 2026,
  }: {
    readonly full: number;
    readonly facility?: number;
    readonly reduced?: number;
    readonly status?: string;
    readonly year?: number;
  },
): string {
  const money = (amount: number): string => amount.toFixed(2).padStart(10, "0");
  return [
    String(year),
    ...place,
    code,
    "  ",
    money(full),
    money(facility),
    " ",
    "7",
    status,
    reduced > 0 ? "5" : "0",
    money(reduced),
    money(reduced),
    "9",
    money(0),
    money(0),
  ]
    .map((cell) => `"${cell}"`)
    .join(",");
}

export function line(code: string, units: number, more: Partial<FeeLine> = {}): FeeLine {
  return { date: "2024-07-15", code, modifiers: ["GP"], units, placeOfService: "11", ...more };
}

const folders: string[] = [];

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads files of these names and texts. */
export async function load(files: Files, settings: Partial<FeeSettings> = {}): Promise<FeesReading> {
  const folder = mkdtempSync(join(tmpdir(), "therapy-claims-fees-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return loadFees({ ...noFees, files: Object.keys(files).map((name) => join(folder, name)), ...settings });
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** What files that are read without a complaint allow. */
export async function amounts(
  files: Files,
  lines: readonly FeeLine[],
  settings?: Partial<FeeSettings>,
): Promise<readonly unknown[]> {
  const { fees, problems } = await load(files, settings);
  assert.deepEqual(problems, []);
  return fees?.allowedAmounts(lines) ?? assert.fail("no fees were read");
}

export async function problemsOf(files: Files, settings?: Partial<FeeSettings>): Promise<readonly string[]> {
  return (await load(files, settings)).problems;
}
