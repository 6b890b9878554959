import { bucketOfVisit } from "./clean-visits.ts";
import { type Visit, type VisitLine, money, totalOf } from "./visit.ts";

export function head(visit: Visit): string {
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
    ...(visit.isPlanUnsaid === true ? [] : [`Plan of care: ${plan.from} to ${plan.to}`]),
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

export function alignedTable(visit: Visit): string {
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

export function separated(visit: Visit, separator: string): string {
  return [columnsOf(visit), ...visit.lines.map(cells)].map((row) => `${row.join(separator)}\n`).join("");
}

export function rows(visit: Visit): string {
  return visit.lines
    .map(({ date, code, modifiers, units, minutes, chargeCents, clinician }) => {
      const time = minutes === undefined ? "" : ` ${String(minutes.therapist + minutes.assistant)} min`;
      return `${date} ${[code, ...modifiers].join(" ")} x${String(units)}${time} $${money(chargeCents)} ${clinician}\n`;
    })
    .join("");
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
export function columnsOf({ discipline }: Visit): readonly string[] {
  if (discipline === "PT") return columns;
  const [therapist, assistant] = discipline === "OT" ? ["OT min", "OTA min"] : ["SLP min", "PTA min"];
  return columns.map((column) => (column === "PT min" ? therapist : column === "PTA min" ? assistant : column));
}

export function cells(line: VisitLine): readonly string[] {
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
