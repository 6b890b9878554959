import { printedPage } from "../formats/printed-form.ts";
import { type Visit, money, totalOf } from "./visit.ts";

export function cms1500(visit: Visit): string {
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
