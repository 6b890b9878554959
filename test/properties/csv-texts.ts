import fc from "fast-check";
import { furtherColumnNames, furtherFieldNames, ownColumnTexts } from "../../server/src/formats/csv/column-texts.ts";
import { columnTexts } from "../../server/src/formats/superbill/column-names.ts";
import { fieldTexts } from "../../server/src/formats/superbill/field-names.ts";
import { someModifiers } from "./superbill-claims.ts";

export const separator = fc.constantFrom(",", ";", "\t", "|");
export const lineEnd = fc.constantFrom("\n", "\r\n");

const names = [
  ...columnTexts.flatMap((column) => column.names),
  ...fieldTexts.flatMap((field) => field.labels),
  ...Object.values(furtherColumnNames).flat(),
  ...Object.values(furtherFieldNames).flat(),
  ...ownColumnTexts.flatMap((column) => column.names),
];

const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...[
        "97110",
        "97140",
        "9711O",
        "97110-GP",
        "HC:92507:GN",
        "GP",
        "GP,KX",
        "KX",
        "59",
        "2",
        "two",
        "x2",
        "30",
        "1.5",
      ],
      ...["2026-03-12", "3/12/2026", "3/12", "02/30/2026", "3/1/26 - 3/4/26", "78.00", "$1,234.56", "(44.00)", "n/a"],
      ...["M54.50", "M54.50, R26.89", "A", "1,2", "1EG4-TE5-MK73", "1234567893", "11", "Office", "131", "0420"],
      ...[
        "Rivera, Ana",
        "Okafor",
        "A-7",
        "1042",
        "PT",
        "J. Smith, PTA",
        "Medicare Part B",
        "Total",
        "COPAY",
        '="97110"',
      ],
      ...['5" band', '"', '""', "a\nb", "Payer:", "Payer: Aetna", "Patient", "\uFEFF", "\u{1F600}", "\ud800"],
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

/** A cell as it is, in quotation marks with those in it doubled, or with a stray one. */
function written(text: string, way: number): string {
  if (way < 5) return text.replace(/["\r\n]/g, " ");
  if (way < 9) return `"${text.replaceAll('"', '""')}"`;
  return way === 9 ? `"${text}` : `${text}"`;
}

const anyRow = fc.tuple(
  fc.array(fc.tuple(cell, fc.nat(10)), { maxLength: 9 }),
  separator,
  fc.constantFrom("\n", "\n", "\r\n", "\r", ""),
);

const header = fc.constantFrom(
  "Claim ID,Patient,DOS,CPT,Mod1,Mod2,Units,Charge,Dx",
  "Patient,MBI,Date,CPT,Mods,Units,Minutes,Charge,Payer",
  "Date;CPT;Modifiers;Units;Fee",
  "DOS\tCode\tQty\tAmount",
  '"Patient Name","Service Date","Procedure Code","Modifier 1","Units"',
);

const someLine = fc.oneof(
  {
    weight: 12,
    arbitrary: anyRow.map(([cells, cut, end]) => cells.map(([text, way]) => written(text, way)).join(cut) + end),
  },
  { weight: 2, arbitrary: header.map((line) => `${line}\n`) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '1042,"Rivera, Ana",3/12/2026,97110,GP,KX,2,78.00,M54.50\n',
      '1042,"Rivera, Ana",3/12/2026,97140,GP,,1,44.00,R26.89\n',
      ",,,97530,GP,,1,40.00,\n",
      ",,3/14/2026,97530,GP,,1,40.00,\n",
      "2026-03-12;97110;GP,KX;2;78,00\n",
      "Patient,Okafor\n",
      "\n",
      ",,,,,,,,\n",
      "Total,,,,,,,162.00,\n",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("Practice,Riverbend Therapy,NPI,1234567893\n", "Payer: Medicare Part B\n", "sep=;\n"),
  },
);

/** Any text, and text made of what exports are made of: mostly a header and rows, with quotation marks that nobody closes. */
export const anyCsv: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom("", "", "\uFEFF", "Payer,Aetna\n"),
        header,
        fc.array(someLine, { maxLength: 12, size: "max" }),
      )
      .map(([before, first, lines]) => `${before}${first}\n${lines.join("")}`),
  },
  { weight: 1, arbitrary: fc.array(someLine, { maxLength: 12, size: "max" }).map((lines) => lines.join("")) },
);

/** A short text to type into another. */
export const typedCsv: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", '"', '""', ",", "\n", '"\n', ',"', '",', "x") },
  { weight: 1, arbitrary: someLine },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);

/** A row as its writer has it in mind. */
export interface MeantRow {
  readonly claimId: string;
  readonly patient: string;
  readonly date: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly charge: string;
  readonly note: string;
}

export interface MeantTable {
  readonly rows: readonly MeantRow[];
  readonly separator: string;
  readonly lineEnd: string;
  /** One column of all, one column each, or behind the code. */
  readonly modifiers: "list" | "each" | "tied";
  readonly between: string;
  readonly quotes: "all" | "needed";
  readonly isShort: boolean;
}

const row: fc.Arbitrary<MeantRow> = fc.record({
  claimId: fc.constantFrom("1042", "1043", "A-7"),
  patient: fc.constantFrom("Rivera, Ana", 'Okafor "Ben"', "Roe; Jo", "Moss\nEdna"),
  date: fc.constantFrom("2026-03-12", "3/13/2026"),
  code: fc.constantFrom("97110", "97140", "92507", "G0283"),
  modifiers: someModifiers,
  units: fc.integer({ min: 0, max: 24 }),
  charge: fc.constantFrom("78.00", "$1,234.50", "44.00"),
  note: fc.constantFrom("", "", 'said "fine", left', "line one\nline two"),
});

export const meantTable: fc.Arbitrary<MeantTable> = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  separator,
  lineEnd,
  modifiers: fc.constantFrom("list", "each", "tied"),
  between: fc.constantFrom(" ", ",", ", ", ":", "-"),
  quotes: fc.constantFrom("all", "needed"),
  isShort: fc.boolean(),
});

/** The table as an export writes it. */
export function textOfTable(table: MeantTable): string {
  const head = ["Claim ID", "Patient", "DOS", "CPT", ...modifierNames(table), "Units", "Charge", "Notes"];
  return [head, ...table.rows.map((one) => cellsOf(one, table))]
    .map(
      (cells) =>
        withoutEnd(cells, table)
          .map((text) => quoted(text, table))
          .join(table.separator) + table.lineEnd,
    )
    .join("");
}

function modifierNames({ modifiers }: MeantTable): readonly string[] {
  if (modifiers === "tied") return [];
  return modifiers === "list" ? ["Modifiers"] : ["Mod 1", "Mod 2", "Mod 3", "Mod 4"];
}

function cellsOf(
  { claimId, patient, date, code, modifiers, units, charge, note }: MeantRow,
  table: MeantTable,
): readonly string[] {
  const tie = table.between === ", " ? "," : table.between;
  const own = { tied: [], list: [modifiers.join(table.between)], each: [0, 1, 2, 3].map((at) => modifiers[at] ?? "") };
  const first = table.modifiers === "tied" ? [code, ...modifiers].join(tie) : code;
  return [claimId, patient, date, first, ...own[table.modifiers], String(units), charge, note];
}

/** Some exports leave out empty cells at the end of a row. */
function withoutEnd(cells: readonly string[], { isShort }: MeantTable): readonly string[] {
  return isShort ? cells.slice(0, cells.findLastIndex((text) => text !== "") + 1) : cells;
}

function quoted(text: string, { separator: cut, quotes }: MeantTable): string {
  const isNeeded = quotes === "all" || text.includes(cut) || /["\r\n]/.test(text);
  return isNeeded ? `"${text.replaceAll('"', '""')}"` : text;
}
