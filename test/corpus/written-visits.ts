import { bucketOfVisit, institutional } from "./clean-visits.ts";
import { type Visit, type VisitLine, totalOf } from "./visit.ts";

/** A way in which an office writes a visit down. */
export interface Form {
  readonly name: string;
  readonly language: string;
  /** What the form has no place for: a fault in it can't be seen there. */
  readonly lacks: ReadonlySet<Aspect>;
  write(visit: Visit): string;
}

export type Aspect =
  | "minutes"
  | "clinicians"
  | "used"
  | "allowed"
  | "plan"
  | "total"
  | "institution"
  | "office"
  | "through"
  | "taxonomies"
  | "fiveModifiers"
  /** Rows in which nothing stands but codes and values: no patient's name. */
  | "bareRows";

const unsaidInX12 = ["minutes", "clinicians", "used", "allowed", "plan", "fiveModifiers"] as const;

export const forms: readonly Form[] = [
  form("aligned table", "superbill", ["fiveModifiers"], (visit) => head(visit) + alignedTable(visit)),
  form("table with bars", "claim", [], (visit) => head(visit) + separated(visit, " | ")),
  form("tabs", "superbill", [], (visit) => head(visit) + separated(visit, "\t")),
  form("rows without a header", "superbill", ["allowed", "through"], (visit) => head(visit) + rows(visit)),
  form("837P", "x12", [...unsaidInX12, "institution"], professional),
  form("837I", "x12", [...unsaidInX12, "office"], (visit) =>
    institutionsClaim(institutional(visit, visit.institution)),
  ),
  // Of a total that a claim's rows repeat only one below their charges is surely wrong.
  form("CSV", "superbill-csv", ["total", "bareRows"], csv),
];

function form(name: string, language: string, lacks: readonly Aspect[], write: Form["write"]): Form {
  return { name, language, lacks: new Set(lacks), write };
}

function head(visit: Visit): string {
  const { payer, plan, institution, referringNpi, renderingNpi } = visit;
  return [
    "SUPERBILL #1042",
    `Practice: Riverbend Therapy            NPI: ${visit.billingNpi}`,
    `Patient:  Doe, Jane                    DOB: ${visit.birthDate}`,
    `Member ID: ${visit.memberId}               Payer: ${payer.name}`,
    institution === undefined ? `POS: ${visit.placeOfService}` : `TOB: ${institution.typeOfBill}`,
    ...(institution === undefined
      ? []
      : [
          `Statement period: ${institution.statement.from} to ${institution.statement.to}`,
          `Occurrence: ${institution.occurrences.map((pair) => pair.join(" ")).join(", ")}`,
        ]),
    ...(referringNpi === undefined
      ? []
      : [`Referring: Dr. Eva Stone           NPI: ${referringNpi}${taxonomy(visit.referringTaxonomy)}`]),
    ...(renderingNpi === undefined && visit.renderingTaxonomy === undefined
      ? []
      : [`Therapist: Rose Hill   NPI: ${renderingNpi ?? visit.billingNpi}${taxonomy(visit.renderingTaxonomy)}`]),
    `Plan of care: ${plan.from} to ${plan.to}`,
    ...(visit.certified === undefined ? [] : [`Certified: ${visit.certified}`]),
    ...(visit.progressReport === undefined ? [] : [`Progress report: ${visit.progressReport}`]),
    `YTD ${bucketOfVisit(visit)}: ${money(visit.usedCents)}${visit.usedAsOf === undefined ? "" : ` as of ${visit.usedAsOf}`}`,
    ...visit.diagnoses.map((code, index) => `Dx ${"ABCDEFGHIJKL".charAt(index)}: ${code}`),
    ...visit.notes.map((note) => `Note: ${note}`),
    `Total: ${money(totalOf(visit))}`,
    "",
    "",
  ].join("\n");
}

function taxonomy(code: string | undefined): string {
  return code === undefined ? "" : `   Taxonomy: ${code}`;
}

const columns = [
  "Date",
  "To",
  "CPT",
  "Mods",
  "Units",
  "PT min",
  "PTA min",
  "Rev",
  "Ptr",
  "Fee",
  "Allowed",
  "Clinician",
  "Note",
];

/** The columns of minutes bear the names of who treated. */
function columnsOf({ discipline }: Visit): readonly string[] {
  if (discipline === "PT") return columns;
  const [therapist, assistant] = discipline === "OT" ? ["OT min", "OTA min"] : ["SLP min", "PTA min"];
  return columns.map((column) => (column === "PT min" ? therapist : column === "PTA min" ? assistant : column));
}

function alignedTable(visit: Visit): string {
  const widths = [12, 12, 8, 16, 7, 9, 9, 6, 5, 10, 10, 12, 0];
  const table = [columnsOf(visit), ...visit.lines.map(cells)];
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

function separated(visit: Visit, separator: string): string {
  return [columnsOf(visit), ...visit.lines.map(cells)].map((row) => `${row.join(separator)}\n`).join("");
}

function cells(line: VisitLine): readonly string[] {
  const { minutes, through, revenueCode, note } = line;
  return [
    line.date,
    through ?? "",
    line.code,
    line.modifiers.join(" "),
    String(line.units),
    minutes === undefined || minutes.therapist === 0 ? "" : String(minutes.therapist),
    minutes === undefined || minutes.assistant === 0 ? "" : String(minutes.assistant),
    revenueCode ?? "",
    line.pointers,
    money(line.chargeCents),
    money(line.allowedCents),
    line.clinician,
    note ?? "",
  ];
}

/** An export: what the claim says stands in every row. */
function csv(visit: Visit): string {
  const ofClaim = [...partiesOf(visit), ...settingOf(visit), ...courseOf(visit)];
  const ofRows = visit.lines.map((line, index) => {
    const notes = [...(index === 0 ? visit.notes : []), ...(line.note === undefined ? [] : [line.note])];
    return cells({ ...line, note: notes.join("; ") });
  });
  const table = [
    [...ofClaim.map(([name]) => name), ...columnsOf(visit)],
    ...ofRows.map((row) => [...ofClaim.map(([, value]) => value ?? ""), ...row]),
  ];
  return table.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

type Named = readonly (readonly [name: string, value: string | undefined])[];

function partiesOf(visit: Visit): Named {
  return [
    ["Claim ID", "1042"],
    ["Patient", "Doe, Jane"],
    ["DOB", visit.birthDate],
    ["Member ID", visit.memberId],
    ["Payer", visit.payer.name],
    ["Billing NPI", visit.billingNpi],
    ["Rendering NPI", visit.renderingNpi],
    ["Rendering taxonomy", visit.renderingTaxonomy],
    ["Referring NPI", visit.referringNpi],
    ["Referring taxonomy", visit.referringTaxonomy],
  ];
}

function settingOf({ institution, placeOfService }: Visit): Named {
  if (institution === undefined) return [["POS", placeOfService]];
  return [
    ["TOB", institution.typeOfBill],
    ["Statement from", institution.statement.from],
    ["Statement to", institution.statement.to],
    ["Occurrences", institution.occurrences.map((pair) => pair.join(" ")).join(", ")],
  ];
}

function courseOf(visit: Visit): Named {
  return [
    ["Plan start", visit.plan.from],
    ["Plan end", visit.plan.to],
    ["Certified", visit.certified],
    ["Progress report", visit.progressReport],
    [`YTD ${bucketOfVisit(visit)}`, money(visit.usedCents)],
    ["As of", visit.usedAsOf],
    ["Claim total", money(totalOf(visit))],
    ...visit.diagnoses.map((code, index) => [`Dx ${String(index + 1)}`, code] as const),
  ];
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function rows(visit: Visit): string {
  return visit.lines
    .map(({ date, code, modifiers, units, minutes, chargeCents, clinician }) => {
      const time = minutes === undefined ? "" : ` ${String(minutes.therapist + minutes.assistant)} min`;
      return `${date} ${[code, ...modifiers].join(" ")} x${String(units)}${time} $${money(chargeCents)} ${clinician}\n`;
    })
    .join("");
}

function professional(visit: Visit): string {
  const { diagnoses } = visit;
  const head = [
    `CLM*A1*${money(totalOf(visit))}***${visit.placeOfService}:B:1*Y*A*Y*Y`,
    ...notesOf(visit),
    `HI*${diagnoses.map((code, index) => `${index === 0 ? "ABK" : "ABF"}:${code.replace(".", "")}`).join("*")}`,
  ];
  const service = (line: VisitLine): string => `SV1*${procedureOf(line)}*${amountsOf(line)}***${pointersOf(line)}`;
  return x12(visit, { version: "005010X222A1", head, service });
}

function institutionsClaim(visit: Visit): string {
  const { diagnoses, institution } = visit;
  const { typeOfBill = "", statement, occurrences = [] } = institution ?? {};
  const head = [
    `CLM*A1*${money(totalOf(visit))}***${typeOfBill.slice(0, 2)}:A:${typeOfBill.slice(2)}**A*Y*Y`,
    ...(statement === undefined ? [] : [`DTP*434*RD8*${compact(statement.from)}-${compact(statement.to)}`]),
    "CL1*3*1*30",
    ...notesOf(visit),
    ...diagnoses.map((code, index) => `HI*${index === 0 ? "ABK" : "ABF"}:${code.replace(".", "")}`),
    ...(occurrences.length === 0
      ? []
      : [`HI*${occurrences.map(([code, date]) => `BH:${code}:D8:${compact(date)}`).join("*")}`]),
  ];
  const service = (line: VisitLine): string => `SV2*${line.revenueCode ?? ""}*${procedureOf(line)}*${amountsOf(line)}`;
  return x12(visit, { version: "005010X223A2", head, service });
}

function x12(
  visit: Visit,
  claim: { readonly version: string; readonly head: readonly string[]; readonly service: (line: VisitLine) => string },
): string {
  const { payer, lines, renderingNpi, renderingTaxonomy, referringNpi } = visit;
  const transaction = [
    `ST*837*0001*${claim.version}`,
    "BHT*0019*00*1*20260401*0930*CH",
    "NM1*41*2*EXAMPLE*****46*A1",
    "PER*IC*DESK*TE*5555550100",
    "NM1*40*2*NOBODY*****46*B1",
    "HL*1**20*1",
    `NM1*85*2*RIVERBEND*****XX*${visit.billingNpi}`,
    "N3*1 ROAD",
    "N4*DAYTON*OH*454020001",
    "REF*EI*123456789",
    "HL*2*1*22*0",
    `SBR*P*18*******${payer.filingIndicators[0] ?? "CI"}`,
    `NM1*IL*1*DOE*JANE****MI*${visit.memberId}`,
    `DMG*D8*${compact(visit.birthDate)}*F`,
    `NM1*PR*2*${payer.name.toUpperCase()}*****PI*12345`,
    ...claim.head,
    ...(referringNpi === undefined ? [] : [`NM1*DN*1*STONE*EVA****XX*${referringNpi}`]),
    ...(renderingNpi === undefined && renderingTaxonomy === undefined
      ? []
      : [
          `NM1*82*1*HILL*ROSE****XX*${renderingNpi ?? "1538208798"}`,
          ...(renderingTaxonomy === undefined ? [] : [`PRV*PE*PXC*${renderingTaxonomy}`]),
        ]),
    ...lines.flatMap((line, index) => [
      `LX*${String(index + 1)}`,
      claim.service(line),
      line.through === undefined
        ? `DTP*472*D8*${compact(line.date)}`
        : `DTP*472*RD8*${compact(line.date)}-${compact(line.through)}`,
      ...(line.note === undefined ? [] : [`NTE*ADD*${line.note}`]),
    ]),
  ];
  const segments = [
    "ISA*00*          *00*          *ZZ*EXAMPLE        *ZZ*NOBODY         *260401*0930*^*00501*000000001*0*T*:",
    `GS*HC*EXAMPLE*NOBODY*20260401*0930*1*X*${claim.version}`,
    ...transaction,
    `SE*${String(transaction.length + 1)}*0001`,
    "GE*1*1",
    "IEA*1*000000001",
  ];
  return segments.map((segment) => `${segment}~\n`).join("");
}

function notesOf({ notes }: Visit): readonly string[] {
  return notes.map((note) => `NTE*ADD*${note}`);
}

function procedureOf({ code, modifiers }: VisitLine): string {
  return `HC:${[code, ...modifiers].join(":")}`;
}

function amountsOf({ chargeCents, units }: VisitLine): string {
  return `${money(chargeCents)}*UN*${String(units)}`;
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}

function pointersOf({ pointers }: VisitLine): string {
  return Array.from(pointers, (letter) => String("ABCDEFGHIJKL".indexOf(letter) + 1)).join(":");
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
