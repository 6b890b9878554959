import { cms1500Format } from "../../server/src/formats/cms1500/cms1500.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import type { Claim, Provider, ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { PartEdit } from "../../server/src/text/span.ts";
import type { PrintedForm, PrintedRow } from "../formats/printed-form.ts";
import { absoluteSpan, partOffsets } from "../formats/x12-shown.ts";

export function read(text: string): Reading {
  return cms1500Format.read(sourceText(text));
}

export function claimsOf(reading: Reading): readonly Claim[] {
  return reading.parts.flatMap((part) => part.claims);
}

export function linesOf(reading: Reading): readonly ServiceLine[] {
  return claimsOf(reading).flatMap((claim) => claim.serviceLines);
}

export interface LineSummary {
  readonly date: string | undefined;
  readonly through: string | undefined;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly pointers: string;
  readonly units: number | undefined;
  readonly charge: number | undefined;
  readonly place: string | undefined;
  readonly npi: string | undefined;
  readonly taxonomy: string | undefined;
  readonly note: string | undefined;
}

export function summaryOfLine(line: ServiceLine): LineSummary {
  return {
    date: line.dateOfService?.value,
    through: line.dateThrough?.value,
    code: line.procedure.value,
    modifiers: line.modifiers.map(({ value }) => value),
    pointers: line.diagnosisPointers.map(({ value }) => value).join(""),
    units: line.units?.value,
    charge: line.charge?.value,
    place: line.placeOfService?.value,
    npi: line.renderingProvider?.npi?.value,
    taxonomy: line.renderingProvider?.taxonomy?.value,
    note: line.note?.value,
  };
}

export function headOf(claim: Claim): unknown {
  return {
    id: claim.claimId?.value,
    frequency: claim.frequency?.value,
    original: claim.originalReference?.value,
    patient: claim.patient?.value,
    born: claim.birthDate?.value,
    member: claim.beneficiaryId?.value,
    payer: claim.payer.name?.value,
    billing: providerOf(claim.billingProvider),
    referring: providerOf(claim.referringProvider),
    signed: claim.clinician?.value.credential,
    diagnoses: claim.diagnoses.map(({ letter, value }) => letter + value),
    total: claim.total?.value,
    notes: claim.notes.map(({ value }) => value),
  };
}

export function meantBy(printed: PrintedForm): unknown {
  const { diagnoses = [] } = printed;
  return {
    head: {
      id: printed.account,
      frequency: printed.resubmission,
      original: printed.resubmission === undefined ? printed.originalReference : (printed.originalReference ?? ""),
      patient: printed.patient,
      born: printed.birthDate === undefined ? undefined : isoDate(printed.birthDate),
      member: printed.insuredId,
      payer: printed.payer,
      billing: [printed.billing, printed.billingNpi, printed.billingTaxonomy],
      referring: [printed.referring, printed.referringNpi, undefined],
      signed: printed.signature === "ROSE HILL PT" ? "PT" : undefined,
      diagnoses: diagnoses.map((code, index) => "ABCDEFGHIJKL".charAt(index) + code),
      total: centsOf(printed.total),
      notes: printed.note === undefined ? [] : [printed.note],
    },
    lines: printed.rows.map(meantByRow),
  };
}

function meantByRow(row: PrintedRow): LineSummary {
  return {
    date: isoDate(row.from),
    through: row.to === undefined || row.to === row.from ? undefined : isoDate(row.to),
    code: row.code,
    modifiers: (row.modifiers ?? "").split(" ").filter(Boolean),
    pointers: row.pointers ?? "",
    units: Number(row.units),
    charge: centsOf(row.charge),
    place: row.place,
    npi: row.npi,
    taxonomy: row.taxonomy,
    note: row.note,
  };
}

function isoDate(words: string): string {
  const [month = "", day = "", year = ""] = words.split(" ");
  return `${year.length === 2 ? "20" : ""}${year}-${month}-${day}`;
}

function centsOf(words: string | undefined): number | undefined {
  return words === undefined ? undefined : Number(words.replace(/\D/g, ""));
}

function providerOf({ name, npi, taxonomy }: Provider): readonly (string | undefined)[] {
  return [name?.value, npi?.value, taxonomy?.value];
}

export function summaryOf(claim: Claim): unknown {
  return { head: headOf(claim), lines: claim.serviceLines.map(summaryOfLine) };
}

export function edited(text: string, reading: Reading, edits: readonly PartEdit[]): string {
  const offsets = partOffsets(reading);
  return applyEdits(
    text,
    edits.map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText })),
  );
}
