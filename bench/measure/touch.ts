import type { Reading } from "../../server/src/formats/format.ts";
import type { Amount } from "../../server/src/model/amount.ts";
import type { Claim, NamedPayer, Provider, ServiceLine } from "../../server/src/model/claim.ts";
import type { Field, Span } from "../../server/src/text/span.ts";

/** What was seen while every value was looked at. The places are added up, so that no reading can be left undone. */
export interface Touched {
  claims: number;
  serviceLines: number;
  amounts: number;
  values: number;
  places: number;
}

/** Looks at every value of every claim, line and amount, and at where each stands: views read a value only when it is asked for. */
export function touch(reading: Reading): Touched {
  const touched: Touched = { claims: 0, serviceLines: 0, amounts: 0, values: 0, places: 0 };
  for (const part of reading.parts) {
    for (const claim of part.claims) touchClaim(claim, touched);
    for (const amount of part.amounts) touchAmount(amount, touched);
  }
  return touched;
}

function touchClaim(claim: Claim, touched: Touched): void {
  touched.claims++;
  see(claim.head, touched);
  see(claim.claimId, touched);
  see(claim.frequency, touched);
  see(claim.patient, touched);
  see(claim.birthDate, touched);
  see(claim.beneficiaryId, touched);
  seePayer(claim.payer, touched);
  seeProvider(claim.billingProvider, touched);
  seeProvider(claim.renderingProvider, touched);
  seeProvider(claim.referringProvider, touched);
  see(claim.clinician, touched);
  see(claim.placeOfService, touched);
  see(claim.typeOfBill, touched);
  see(claim.statementPeriod, touched);
  for (const occurrence of claim.occurrences) see(occurrence.date, touched);
  see(claim.planOfCare, touched);
  see(claim.certified, touched);
  see(claim.lastProgressReport, touched);
  see(claim.abn, touched);
  see(claim.total, touched);
  seeAll(claim.recertifications, touched);
  seeAll(claim.progressReports, touched);
  seeAll(claim.diagnoses, touched);
  seeAll(claim.notes, touched);
  for (const stated of claim.statedAmounts) see(stated.amount, touched);
  for (const line of claim.serviceLines) touchLine(line, touched);
}

function touchLine(line: ServiceLine, touched: Touched): void {
  touched.serviceLines++;
  touched.places += line.span.end;
  see(line.dateOfService, touched);
  see(line.dateThrough, touched);
  see(line.procedure, touched);
  see(line.units, touched);
  see(line.charge, touched);
  see(line.allowedAmount, touched);
  see(line.clinician, touched);
  see(line.renderingClinician, touched);
  if (line.renderingProvider !== undefined) seeProvider(line.renderingProvider, touched);
  see(line.placeOfService, touched);
  see(line.revenueCode, touched);
  see(line.note, touched);
  see(line.subject, touched);
  seeAll(line.modifiers, touched);
  seeAll(line.minutes, touched);
  seeAll(line.diagnosisPointers, touched);
}

function touchAmount(amount: Amount, touched: Touched): void {
  touched.amounts++;
  touched.places += amount.span.end;
  seePayer(amount.payer, touched);
  see(amount.beneficiaryId, touched);
  if (amount.source === "eligibility") {
    see(amount.amount, touched);
    return;
  }
  see(amount.claimId, touched);
  see(amount.lineNumber, touched);
  see(amount.dateOfService, touched);
  see(amount.procedure, touched);
  see(amount.units, touched);
  see(amount.charge, touched);
  seeAll(amount.modifiers, touched);
}

function seePayer({ name, filingIndicator, payerId }: NamedPayer, touched: Touched): void {
  see(name, touched);
  see(filingIndicator, touched);
  see(payerId, touched);
}

function seeProvider({ name, npi, taxonomy, taxId }: Provider, touched: Touched): void {
  see(name, touched);
  see(npi, touched);
  see(taxonomy, touched);
  see(taxId, touched);
}

function seeAll(fields: readonly Field<unknown>[], touched: Touched): void {
  for (const field of fields) see(field, touched);
}

function see(field: Span | Field<unknown> | undefined, touched: Touched): void {
  if (field === undefined) return;
  touched.places += field.end - field.start;
  if ("value" in field && field.value !== undefined) touched.values++;
}
