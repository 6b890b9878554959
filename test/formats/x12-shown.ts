import type { Reading } from "../../server/src/formats/format.ts";
import type { Claim, DateRange, Provider, ServiceLine } from "../../server/src/model/claim.ts";
import { formatCents } from "../../server/src/model/money.ts";
import type { Problem } from "../../server/src/model/problem.ts";
import type { Field, Part, Span } from "../../server/src/text/span.ts";

/** A value of a claim with its name; the same names on every claim. */
export type NamedField = readonly [name: string, field: Field<unknown> | undefined];

/** Every value that an X12 claim can have, service lines last. */
export function fieldsOf(claim: Claim): readonly NamedField[] {
  return [...headFields(claim), ...claim.serviceLines.flatMap((line, index) => lineFields(line, `line ${index + 1}`))];
}

export function problemsOf(reading: Reading): readonly Problem[] {
  return [...reading.parts.flatMap((part) => part.problems), ...reading.problems];
}

export function claimsOf(reading: Reading): readonly Claim[] {
  return reading.parts.flatMap((part) => part.claims);
}

/** Where each part begins in the whole text. */
export function partOffsets(reading: Reading): ReadonlyMap<Part, number> {
  const offsets = new Map<Part, number>();
  let offset = 0;
  for (const part of reading.parts) {
    offsets.set(part, offset);
    offset += part.text.length;
  }
  return offsets;
}

export function absoluteSpan(span: Span, offsets: ReadonlyMap<Part, number>): { start: number; end: number } {
  const offset = offsets.get(span.part) ?? Number.NaN;
  return { start: offset + span.start, end: offset + span.end };
}

/** A claim in a few lines, as the page shows it. */
export function shownClaim(claim: Claim): string {
  const { serviceLines, diagnoses, notes, total } = claim;
  const head: readonly (readonly [string, string | undefined])[] = [
    ["claim", text(claim.claimId)],
    ["frequency", text(claim.frequency)],
    ["original reference", text(claim.originalReference)],
    ["place of service", text(claim.placeOfService)],
    ["type of bill", text(claim.typeOfBill)],
    ["statement period", shownPeriod(claim.statementPeriod?.value)],
    ["occurrences", listed(...claim.occurrences.map(({ value, date }) => `${value} ${date?.value ?? "no date"}`))],
    ["total", total && formatCents(total.value)],
    ["patient", listed(text(claim.patient), text(claim.birthDate))],
    ["beneficiary id", text(claim.beneficiaryId)],
    ["payer", listed(text(claim.payer.filingIndicator), text(claim.payer.name), text(claim.payer.payerId))],
    ["billing provider", shownProvider(claim.billingProvider)],
    ["rendering provider", shownProvider(claim.renderingProvider)],
    ["referring provider", shownProvider(claim.referringProvider)],
    ["diagnoses", listed(...diagnoses.map(({ letter, value }) => `${letter} ${value}`))],
    ["notes", listed(...notes.map(({ value }) => value))],
  ];
  const shown = head.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}: ${value}`]));
  return [...shown, ...serviceLines.map(shownLine)].join("\n");
}

function shownLine(line: ServiceLine): string {
  const { units, minutes, charge, dateOfService, dateThrough, renderingProvider } = line;
  const codes = [line.procedure, ...line.modifiers].map(({ value }) => value).join(" ");
  const through = dateThrough === undefined ? "" : ` to ${dateThrough.value}`;
  const pointers = line.diagnosisPointers.map(({ value }) => value).join(" ");
  return listed(
    `- ${dateOfService?.value ?? "no date"}${through} ${codes === "" ? "no code" : codes}`,
    line.revenueCode && `revenue ${line.revenueCode.value}`,
    units && `${units.value} ${units.value === 1 ? "unit" : "units"}`,
    ...minutes.map(({ value }) => `${value} minutes`),
    charge && formatCents(charge.value),
    pointers === "" ? undefined : `for ${pointers}`,
    line.placeOfService && `at ${line.placeOfService.value}`,
    renderingProvider && `by ${shownProvider(renderingProvider)}`,
    text(line.note),
  );
}

function shownPeriod(period: DateRange | undefined): string | undefined {
  return period && `${period.from} to ${period.to ?? "no date"}`;
}

function shownProvider({ name, npi, taxonomy, taxId }: Provider): string {
  const labelled = (label: string, field: Field<string> | undefined): string | undefined =>
    field && `${label} ${field.value}`;
  return listed(text(name), labelled("NPI", npi), labelled("taxonomy", taxonomy), labelled("tax id", taxId));
}

function listed(...pieces: readonly (string | undefined)[]): string {
  return pieces.filter((piece) => piece !== undefined && piece !== "").join(" · ");
}

function text(field: Field<string> | undefined): string | undefined {
  return field?.value;
}

function headFields(claim: Claim): readonly NamedField[] {
  return [
    ["claimId", claim.claimId],
    ["frequency", claim.frequency],
    ["originalReference", claim.originalReference],
    ["patient", claim.patient],
    ["birthDate", claim.birthDate],
    ["beneficiaryId", claim.beneficiaryId],
    ["payer.name", claim.payer.name],
    ["payer.filingIndicator", claim.payer.filingIndicator],
    ["payer.payerId", claim.payer.payerId],
    ...providerFields(claim.billingProvider, "billingProvider"),
    ...providerFields(claim.renderingProvider, "renderingProvider"),
    ...providerFields(claim.referringProvider, "referringProvider"),
    ["placeOfService", claim.placeOfService],
    ["typeOfBill", claim.typeOfBill],
    ["statementPeriod", claim.statementPeriod],
    ...claim.occurrences.flatMap((occurrence): readonly NamedField[] => [
      [`occurrence ${occurrence.value}`, occurrence],
      [`occurrence ${occurrence.value} date`, occurrence.date],
    ]),
    ["total", claim.total],
    ...claim.diagnoses.map((diagnosis): NamedField => [`diagnosis ${diagnosis.letter}`, diagnosis]),
    ...claim.notes.map((note): NamedField => ["note", note]),
  ];
}

function lineFields(line: ServiceLine, name: string): readonly NamedField[] {
  return [
    [`${name} span`, { ...line.span, value: "" }],
    [`${name} dateOfService`, line.dateOfService],
    [`${name} dateThrough`, line.dateThrough],
    [`${name} procedure`, line.procedure],
    ...line.modifiers.map((modifier): NamedField => [`${name} modifier`, modifier]),
    [`${name} units`, line.units],
    ...line.minutes.map((minutes): NamedField => [`${name} minutes`, minutes]),
    [`${name} charge`, line.charge],
    ...line.diagnosisPointers.map((pointer): NamedField => [`${name} pointer`, pointer]),
    ...(line.renderingProvider === undefined
      ? []
      : providerFields(line.renderingProvider, `${name} renderingProvider`)),
    [`${name} placeOfService`, line.placeOfService],
    [`${name} revenueCode`, line.revenueCode],
    [`${name} note`, line.note],
  ];
}

function providerFields({ name, npi, taxonomy, taxId }: Provider, role: string): readonly NamedField[] {
  return [
    [`${role}.name`, name],
    [`${role}.npi`, npi],
    [`${role}.taxonomy`, taxonomy],
    [`${role}.taxId`, taxId],
  ];
}
