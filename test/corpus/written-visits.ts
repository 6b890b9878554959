import { type CleanLine, type CleanVisit, bucketOfVisit, usedCents } from "./clean-visits.ts";

/** Ways in which an office writes a visit down, each with the editor's language. */
export const forms: readonly {
  readonly name: string;
  readonly language: string;
  write: (visit: CleanVisit) => string;
}[] = [
  { name: "aligned table", language: "superbill", write: (visit) => head(visit) + alignedTable(visit) },
  { name: "table with bars", language: "claim", write: (visit) => head(visit) + separated(visit, " | ") },
  { name: "tabs", language: "superbill", write: (visit) => head(visit) + separated(visit, "\t") },
  { name: "rows without a header", language: "superbill", write: (visit) => head(visit) + rows(visit) },
  { name: "modifiers behind the code", language: "claim", write: (visit) => head(visit) + hyphenated(visit) },
  { name: "837P", language: "x12", write: x12 },
];

function head(visit: CleanVisit): string {
  return [
    "SUPERBILL #1042",
    "Practice: Riverbend Therapy            NPI: 1234567893",
    "Patient:  Doe, Jane                    DOB: 02/11/1948",
    `Member ID: 1EG4-TE5-MK73               Payer: ${visit.payer.name}`,
    `YTD ${bucketOfVisit(visit)}: ${money(usedCents(visit))}`,
    `Dx A: M54.50   Dx B: R26.89`,
    "",
    "",
  ].join("\n");
}

function alignedTable(visit: CleanVisit): string {
  const widths = [12, 7, 11, 7, 4, 9, 9, 8];
  const table = [
    ["Date", "Code", "Mods", "Units", "Dx", "Charge", "Allowed", "By"],
    ...visit.lines.map((line) => cells(visit, line)),
  ];
  return table
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join("")
          .trimEnd()}\n`,
    )
    .join("");
}

function separated(visit: CleanVisit, separator: string): string {
  const table = [
    ["Date", "CPT", "Modifier", "Qty", "Ptr", "Fee", "Allowed", "Clinician"],
    ...visit.lines.map((line) => cells(visit, line)),
  ];
  return table.map((row) => `${row.join(separator)}\n`).join("");
}

function rows(visit: CleanVisit): string {
  const written = visit.lines.map(
    ({ code, modifiers, units, chargeCents, clinician }) =>
      `${code} ${modifiers.join(" ")} x${String(units)} $${money(chargeCents)} ${clinician}`,
  );
  return `DOS: ${dateOf(visit)}\n${written.join("\n")}\n`;
}

function hyphenated(visit: CleanVisit): string {
  const written = visit.lines.map(
    ({ code, modifiers, units, clinician }) => `${[code, ...modifiers].join("-")} ${String(units)} units ${clinician}`,
  );
  return `Date of service: ${dateOf(visit)}\n${written.join("\n")}\n`;
}

function cells(visit: CleanVisit, line: CleanLine): readonly string[] {
  const { code, modifiers, units, chargeCents, allowedCents, clinician } = line;
  return [
    dateOf(visit),
    code,
    modifiers.join(" "),
    String(units),
    "A",
    money(chargeCents),
    money(allowedCents),
    clinician,
  ];
}

function x12(visit: CleanVisit): string {
  const indicator = visit.payer.filingIndicators[0] ?? "CI";
  const date = dateOf(visit).replaceAll("-", "");
  const transaction = [
    "ST*837*0001*005010X222A1",
    "BHT*0019*00*1*20260401*0930*CH",
    "NM1*41*2*EXAMPLE*****46*A1",
    "PER*IC*DESK*TE*5555550100",
    "NM1*40*2*NOBODY*****46*B1",
    "HL*1**20*1",
    "NM1*85*2*RIVERBEND*****XX*1234567893",
    "N3*1 ROAD",
    "N4*DAYTON*OH*454020001",
    "REF*EI*123456789",
    "HL*2*1*22*0",
    `SBR*P*18*******${indicator}`,
    "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73",
    "DMG*D8*19480211*F",
    `NM1*PR*2*${visit.payer.name.toUpperCase()}*****PI*12345`,
    "CLM*A1*300***11:B:1*Y*A*Y*Y",
    "HI*ABK:M5450*ABF:R2689",
    ...visit.lines.flatMap(({ code, modifiers, units, chargeCents }, index) => [
      `LX*${String(index + 1)}`,
      `SV1*HC:${[code, ...modifiers].join(":")}*${String(chargeCents / 100)}*UN*${String(units)}***1`,
      `DTP*472*D8*${date}`,
    ]),
  ];
  const segments = [
    "ISA*00*          *00*          *ZZ*EXAMPLE        *ZZ*NOBODY         *260401*0930*^*00501*000000001*0*T*:",
    "GS*HC*EXAMPLE*NOBODY*20260401*0930*1*X*005010X222A1",
    ...transaction,
    `SE*${String(transaction.length + 1)}*0001`,
    "GE*1*1",
    "IEA*1*000000001",
  ];
  return segments.map((segment) => `${segment}~\n`).join("");
}

function dateOf({ year }: CleanVisit): string {
  return `${String(year)}-03-12`;
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
