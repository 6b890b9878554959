import { bucketOfVisit } from "./clean-visits.ts";
import { printedPage } from "../formats/printed-form.ts";
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
  | "through"
  | "taxonomies"
  | "fiveModifiers";

/** What neither the 837P nor the CMS-1500 has a place for. */
const claimForms: readonly Aspect[] = ["minutes", "clinicians", "used", "allowed", "plan", "institution"];

export const forms: readonly Form[] = [
  form("aligned table", "superbill", ["fiveModifiers"], (visit) => head(visit) + alignedTable(visit)),
  form("table with bars", "claim", [], (visit) => head(visit) + separated(visit, " | ")),
  form("tabs", "superbill", [], (visit) => head(visit) + separated(visit, "\t")),
  form("rows without a header", "superbill", ["allowed", "through"], (visit) => head(visit) + rows(visit)),
  form("837P", "x12", [...claimForms, "fiveModifiers"], x12),
  form("CMS-1500", "cms1500-print", [...claimForms, "taxonomies", "fiveModifiers"], cms1500),
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

function rows(visit: Visit): string {
  return visit.lines
    .map(({ date, code, modifiers, units, minutes, chargeCents, clinician }) => {
      const time = minutes === undefined ? "" : ` ${String(minutes.therapist + minutes.assistant)} min`;
      return `${date} ${[code, ...modifiers].join(" ")} x${String(units)}${time} $${money(chargeCents)} ${clinician}\n`;
    })
    .join("");
}

function x12(visit: Visit): string {
  const { payer, lines, diagnoses, notes, renderingNpi, renderingTaxonomy, referringNpi } = visit;
  const compact = (date: string): string => date.replaceAll("-", "");
  const transaction = [
    "ST*837*0001*005010X222A1",
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
    `CLM*A1*${money(totalOf(visit))}***${visit.placeOfService}:B:1*Y*A*Y*Y`,
    ...notes.map((note) => `NTE*ADD*${note}`),
    `HI*${diagnoses.map((code, index) => `${index === 0 ? "ABK" : "ABF"}:${code.replace(".", "")}`).join("*")}`,
    ...(referringNpi === undefined ? [] : [`NM1*DN*1*STONE*EVA****XX*${referringNpi}`]),
    ...(renderingNpi === undefined && renderingTaxonomy === undefined
      ? []
      : [
          `NM1*82*1*HILL*ROSE****XX*${renderingNpi ?? "1538208798"}`,
          ...(renderingTaxonomy === undefined ? [] : [`PRV*PE*PXC*${renderingTaxonomy}`]),
        ]),
    ...lines.flatMap((line, index) => [
      `LX*${String(index + 1)}`,
      `SV1*HC:${[line.code, ...line.modifiers].join(":")}*${money(line.chargeCents)}*UN*${String(line.units)}***${pointersOf(line)}`,
      line.through === undefined
        ? `DTP*472*D8*${compact(line.date)}`
        : `DTP*472*RD8*${compact(line.date)}-${compact(line.through)}`,
      ...(line.note === undefined ? [] : [`NTE*ADD*${line.note}`]),
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

function cms1500(visit: Visit): string {
  const { payer, renderingNpi, renderingTaxonomy } = visit;
  const printed = (date: string, yearDigits: number): string => {
    const [year = "", month = "", day = ""] = date.split("-");
    return `${month} ${day} ${year.slice(-yearDigits)}`;
  };
  const amount = (cents: number): string => money(cents).replace(".", " ");
  return printedPage({
    mark: marks[payer.filingIndicators[0] ?? ""] ?? "Group",
    payer: payer.name.toUpperCase(),
    insuredId: visit.memberId,
    patient: "DOE, JANE",
    birthDate: printed(visit.birthDate, 4),
    referring: visit.referringNpi && "EVA STONE MD",
    referringNpi: visit.referringNpi,
    note: visit.notes.join(" "),
    diagnoses: visit.diagnoses.map((code) => code.replace(".", "")),
    rows: visit.lines.map((line) => ({
      from: printed(line.date, 2),
      to: printed(line.through ?? line.date, 2),
      place: visit.placeOfService,
      code: line.code,
      modifiers: line.modifiers.join(" "),
      pointers: line.pointers,
      charge: amount(line.chargeCents),
      units: String(line.units),
      npi: renderingNpi ?? "1538208798",
      taxonomy: renderingTaxonomy,
      note: line.note,
    })),
    taxId: "123456789",
    account: "A1",
    total: amount(totalOf(visit)),
    billing: "RIVERBEND THERAPY",
    billingNpi: visit.billingNpi,
  });
}

const marks: Readonly<Record<string, string>> = { MB: "Medicare", MC: "Medicaid", CH: "Tricare", WC: "FECA" };

function pointersOf({ pointers }: VisitLine): string {
  return Array.from(pointers, (letter) => String("ABCDEFGHIJKL".indexOf(letter) + 1)).join(":");
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
