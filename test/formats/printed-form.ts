/**
 * A CMS-1500 as programs print it, 80 columns and 64 lines. The places are those of OpenEMR's printing, written down here once more so
 * that the reader is not tested against its own table.
 */
export interface PrintedForm {
  /** `Medicare`, `Medicaid`, `Tricare`, `ChampVA`, `Group`, `FECA`, `Other`. */
  readonly mark?: string | undefined;
  readonly payer?: string | undefined;
  readonly insuredId?: string | undefined;
  readonly patient?: string | undefined;
  /** `MM DD YYYY` */
  readonly birthDate?: string | undefined;
  readonly group?: string | undefined;
  readonly plan?: string | undefined;
  readonly onset?: string | undefined;
  readonly referring?: string | undefined;
  readonly referringNpi?: string | undefined;
  readonly note?: string | undefined;
  readonly indicator?: string | undefined;
  readonly diagnoses?: readonly string[] | undefined;
  readonly resubmission?: string | undefined;
  readonly originalReference?: string | undefined;
  readonly authorization?: string | undefined;
  readonly rows: readonly PrintedRow[];
  readonly taxId?: string | undefined;
  readonly account?: string | undefined;
  readonly total?: string | undefined;
  readonly paid?: string | undefined;
  readonly signature?: string | undefined;
  readonly facility?: string | undefined;
  readonly billing?: string | undefined;
  readonly billingNpi?: string | undefined;
  readonly billingTaxonomy?: string | undefined;
}

export interface PrintedRow {
  /** `MM DD YY` */
  readonly from: string;
  readonly to?: string | undefined;
  readonly place?: string | undefined;
  readonly code: string;
  readonly modifiers?: string | undefined;
  readonly pointers?: string | undefined;
  readonly charge?: string | undefined;
  readonly units?: string | undefined;
  readonly npi?: string | undefined;
  readonly taxonomy?: string | undefined;
  readonly note?: string | undefined;
}

/** What stands in a line from a column on; both count from 1. */
type Printed = readonly [line: number, column: number, text: string | undefined];

const markColumns: Readonly<Record<string, number>> = {
  Medicare: 1,
  Medicaid: 8,
  Tricare: 15,
  ChampVA: 24,
  Group: 31,
  FECA: 39,
  Other: 45,
};

/** The form's lines, without blanks at their ends. */
export function printedLines(form: PrintedForm): readonly string[] {
  const lines = Array.from({ length: 64 }, () => "");
  for (const [line, column, text] of [...headOf(form), ...form.rows.flatMap(printedRow), ...footOf(form)]) {
    if (text === undefined || text === "") continue;
    const old = lines[line - 1] ?? "";
    lines[line - 1] = old.padEnd(column - 1).slice(0, column - 1) + text + old.slice(column - 1 + text.length);
  }
  return lines;
}

/** A page that a form feed ends. */
export function printedPage(form: PrintedForm, { down = 0, right = 0, lineEnd = "\n", feed = "\f" } = {}): string {
  const lines = printedLines(form).map((line) => (line === "" ? "" : " ".repeat(right) + line));
  const shifted = [...Array.from({ length: down }, () => ""), ...lines];
  return shifted.map((line) => line + lineEnd).join("") + feed;
}

function headOf(form: PrintedForm): readonly Printed[] {
  const { mark, payer, birthDate, diagnoses = [] } = form;
  return [
    [2, 41, payer],
    ...(mark === undefined ? [] : [[8, markColumns[mark] ?? 45, "X"] as const]),
    [8, 50, form.insuredId],
    [10, 1, form.patient],
    [10, 31, birthDate],
    [10, 47, birthDate && "X"],
    [12, 1, form.patient && "12 ELM STREET"],
    [12, 33, "X"],
    [14, 1, form.patient && "DAYTON"],
    [14, 26, form.patient && "OH"],
    [16, 1, form.patient && "45402"],
    [18, 50, form.group],
    [20, 41, "X"],
    [24, 50, form.plan],
    [29, 7, "SIGNATURE ON FILE"],
    [32, 2, form.onset],
    [32, 16, form.onset && "431"],
    [34, 1, form.referring && "DN"],
    [34, 4, form.referring],
    [34, 33, form.referringNpi],
    [36, 1, form.note],
    [36, 57, "X"],
    [37, 42, form.indicator ?? "0"],
    ...diagnoses.map((code, index): Printed => [38 + Math.floor(index / 4), 3 + 13 * (index % 4), code]),
    [38, 50, form.resubmission],
    [38, 62, form.originalReference],
    [40, 50, form.authorization],
  ];
}

function printedRow(row: PrintedRow, index: number): readonly Printed[] {
  const line = 44 + 2 * index;
  const { taxonomy, charge } = row;
  return [
    [line - 1, 1, row.note],
    [line - 1, 65, taxonomy && "ZZ"],
    [line - 1, 68, taxonomy],
    [line, 1, row.from],
    [line, 10, row.to ?? row.from],
    [line, 19, row.place ?? "11"],
    [line, 25, row.code],
    [line, 33, row.modifiers],
    [line, 45, row.pointers],
    [line, 50, charge?.padStart(8)],
    [line, 59, row.units],
    [line, 68, row.npi],
  ];
}

function footOf(form: PrintedForm): readonly Printed[] {
  const { billing, billingTaxonomy } = form;
  return [
    [56, 1, form.taxId],
    [56, 19, form.taxId && "X"],
    [56, 23, form.account],
    [56, 38, "X"],
    [56, 52, form.total?.padStart(8)],
    [56, 62, form.paid?.padStart(8)],
    [58, 23, form.facility],
    [58, 50, billing],
    [59, 50, billing && "1 MAIN STREET"],
    [60, 1, form.signature],
    [60, 50, billing && "DAYTON OH 45402"],
    [61, 50, form.billingNpi],
    [61, 63, billingTaxonomy && `ZZ${billingTaxonomy}`],
  ];
}

/** Two services of one day, billed to Medicare. */
export const standardForm: PrintedForm = {
  mark: "Medicare",
  payer: "MEDICARE PART B",
  insuredId: "1EG4TE5MK73",
  patient: "RIVERA, ANA",
  birthDate: "02 11 1948",
  group: "NONE",
  onset: "03 02 2026",
  referring: "RUTH OAKLEY MD",
  referringNpi: "1245319599",
  diagnoses: ["M5450", "R2689"],
  rows: [
    { from: "03 12 26", code: "97110", modifiers: "GP KX", pointers: "AB", charge: "78 00", units: "2" },
    { from: "03 12 26", code: "97140", modifiers: "GP", pointers: "A", charge: "44 00", units: "1" },
  ].map((row) => ({ ...row, npi: "1538208798" })),
  taxId: "123456789",
  account: "A1042",
  total: "122 00",
  paid: "0 00",
  signature: "ROSE HILL PT",
  billing: "RIVERBEND THERAPY",
  billingNpi: "1234567893",
};
