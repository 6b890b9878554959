import type { Claim, Provider, ServiceLine } from "../../server/src/model/claim.ts";
import type { Directive } from "../../server/src/model/directive.ts";
import type { Problem } from "../../server/src/model/problem.ts";
import { formatCents } from "../../server/src/model/money.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import { type Field, type Span, textOf } from "../../server/src/text/span.ts";

const marker = /^[ \t]*\^+(?: \(empty\))? [a-z-]+: /;

/** The text that a marked one stands for. */
export function unmarked(body: string): string {
  return body
    .split("\n")
    .filter((line) => !marker.test(line))
    .join("\n");
}

/** The text with a line of carets under each problem: `^^^^ unreadable-cell: message · fix`. */
export function markedText(reading: Reading): string {
  return reading.parts.map((part) => marked(part.text, part.problems)).join("");
}

function marked(text: string, problems: readonly Problem[]): string {
  let start = 0;
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      const here = problems.filter(({ span }) => span.start >= start && span.start < start + line.length);
      const markers = here.map((problem) => markerOf(problem, line, start));
      start += line.length;
      return markers.length === 0
        ? line
        : `${line.replace(/\n$/, "")}\n${markers.join("\n")}${line.endsWith("\n") ? "\n" : ""}`;
    })
    .join("");
}

function markerOf({ rule, span, message, fixes = [] }: Problem, line: string, lineStart: number): string {
  const indent = line.slice(0, span.start - lineStart).replace(/[^\t]/g, " ");
  const carets = "^".repeat(Math.max(1, span.end - span.start)) + (span.end === span.start ? " (empty)" : "");
  return `${indent}${carets} ${rule}: ${[message, ...fixes.map((fix) => `${fix.title} (${fix.safety})`)].join(" · ")}`;
}

/** What was read, one line a field, service line or directive. */
export function shownReading(reading: Reading): string {
  const claims = reading.parts.flatMap((part) => part.claims.map(shownClaim));
  const directives = reading.parts.flatMap((part) => part.directives.map(shownDirective));
  return [...claims, ...(directives.length === 0 ? [] : [directives.join("\n")])].join("\n\n");
}

function shownDirective({ kind, rules, silences, reason }: Directive): string {
  const names = rules.length === 0 ? "every rule" : rules.map((rule) => rule.value).join(", ");
  const line = silences === undefined ? "" : ` on "${textOf(silences)}"`;
  return `${kind}: ${names}${line}, ${reason === undefined ? "without a reason" : `because ${reason}`}`;
}

function shownClaim(claim: Claim): string {
  const { diagnoses, statedAmounts, notes, serviceLines } = claim;
  const lines = [
    ...fieldsOf(claim),
    ...diagnoses.map((diagnosis) => `diagnosis ${diagnosis.letter}: ${diagnosis.value}`),
    ...statedAmounts.map(({ bucket, amount, asOf }) => {
      const date = asOf === undefined ? "" : ` as of ${asOf.value}`;
      return `used ${bucket}: ${amount === undefined ? "not known" : formatCents(amount.value)}${date}`;
    }),
    ...(claim.hasOtherCharges ? ["other charges"] : []),
    ...(claim.hasUnclearNpi === true ? ["an NPI, not said whose"] : []),
    ...notes.map((note) => `note: ${note.value}`),
    ...serviceLines.map(shownLine),
  ];
  return [`${claim.kind} claim at "${textOf(claim.head)}"`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function fieldsOf(claim: Claim): string[] {
  const { statementPeriod, occurrences, planOfCare, total, clinician, recertifications, progressReports } = claim;
  const values: Record<string, string | undefined> = {
    ...shownTexts({
      "claim id": claim.claimId,
      frequency: claim.frequency,
      patient: claim.patient,
      born: claim.birthDate,
      "beneficiary id": claim.beneficiaryId,
      payer: claim.payer.name,
      "payer id": claim.payer.payerId,
    }),
    ...shownProvider("billing", claim.billingProvider),
    ...shownProvider("rendering", claim.renderingProvider),
    ...shownProvider("referring", claim.referringProvider),
    therapist: clinician === undefined ? undefined : shownClinician(clinician),
    ...shownTexts({ place: claim.placeOfService, "type of bill": claim.typeOfBill }),
    "statement period": shownPeriod(statementPeriod),
    occurrences:
      occurrences.length === 0
        ? undefined
        : occurrences.map(({ value, date }) => `${value} ${date?.value ?? "without a date"}`).join(", "),
    "plan of care": shownPeriod(planOfCare),
    recertified: shownList(recertifications.map((period) => shownPeriod(period))),
    ...shownTexts({ certified: claim.certified, "progress report": claim.lastProgressReport }),
    "progress reports": progressReports.length < 2 ? undefined : shownList(progressReports.map(({ value }) => value)),
    ABN: claim.abn?.value,
    total: total === undefined ? undefined : formatCents(total.value),
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value === "" ? "not known" : value}`],
  );
}

function shownList(values: readonly (string | undefined)[]): string | undefined {
  return values.length === 0 ? undefined : values.join(", ");
}

function shownPeriod(period: Claim["planOfCare"]): string | undefined {
  return period === undefined ? undefined : `${period.value.from} to ${period.value.to ?? "?"}`;
}

function shownTexts(fields: Record<string, Field<string> | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field?.value]));
}

function shownProvider(role: string, { name, npi, taxonomy, taxId }: Provider): Record<string, string | undefined> {
  return shownTexts({
    [`${role} provider`]: name,
    [`${role} NPI`]: npi,
    [`${role} taxonomy`]: taxonomy,
    [`${role} tax id`]: taxId,
  });
}

function shownClinician(clinician: NonNullable<ServiceLine["clinician"]>): string {
  const { credential, role, discipline, occupation } = clinician.value;
  return credential === undefined
    ? (occupation ?? "a name only")
    : `${credential}, ${[discipline, role].filter(Boolean).join(" ")}`;
}

function shownLine(line: ServiceLine): string {
  const optional = (name: string, field: Field<unknown> | undefined): string | undefined =>
    field === undefined ? undefined : `${name} ${String(field.value)}`;
  const money = (name: string, field: Field<number> | undefined): string | undefined =>
    field === undefined ? undefined : `${name} ${formatCents(field.value)}`;
  const values = [
    optional("units", line.units),
    ...line.minutes.map(
      ({ value, clinician }) => `${clinician === undefined ? "" : `${clinician} `}min ${String(value)}`,
    ),
    money("charge", line.charge),
    money("allowed", line.allowedAmount),
    line.diagnosisPointers.length === 0
      ? undefined
      : `points to ${line.diagnosisPointers.map((field) => field.value).join(" ")}`,
    line.clinician === undefined ? undefined : shownClinician(line.clinician),
    line.renderingClinician === undefined ? undefined : `rendering ${shownClinician(line.renderingClinician)}`,
    optional("NPI", line.renderingProvider?.npi),
    optional("place", line.placeOfService),
    optional("revenue code", line.revenueCode),
    optional("note", line.note),
    optional("of", line.subject),
  ];
  const codes = [line.procedure, ...line.modifiers].map((field) => field.value).join(" ");
  return [`${shownDate(line)} ${codes}`, ...values.filter((value) => value !== undefined)].join(" · ");
}

/** An arrow says that the date stands above the line, or below it. */
function shownDate({ dateOfService, dateThrough, span }: ServiceLine): string {
  if (dateOfService === undefined) return "no date";
  const through = dateThrough === undefined ? "" : ` to ${dateThrough.value}`;
  return dateOfService.value + arrow(dateOfService, span) + through;
}

function arrow(date: Span, line: Span): string {
  if (date.part !== line.part || date.end <= line.start) return "↑";
  return date.start >= line.end ? "↓" : "";
}
