import type { Claim, Diagnosis, NamedPayer } from "../../model/claim.ts";
import { noProvider } from "../../model/claim.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import { type LineSegments, sortClaimSegments } from "./claim-segments.ts";
import type { Governing, PersonReading } from "./loops.ts";
import { type Party, type PartyCollector, providerOf } from "./parties.ts";
import {
  type Place,
  type Segment,
  type SegmentedPart,
  componentsOf,
  firstSegmentOf,
  isText,
  segmentsOf,
} from "./segment.ts";
import { diagnosisLetter, isCutOtherwise, readServiceLine } from "./service-line.ts";
import { problemAt, reportUnreadable, reportWrongDate } from "./value-problems.ts";
import { readDiagnosisCode, readMoney, readPlaceOfService, readText } from "./values.ts";

/** Reads a part that begins with CLM, and adds what is wrong with its values to `problems`. */
export function readClaim(part: SegmentedPart, governing: Governing, problems: Problem[]): Claim {
  const segments = segmentsOf(part);
  const clm = segments[0] ?? firstSegmentOf(part);
  for (const segment of segments) reportWrongDate(segment, problems);
  const { diagnoses, notes, parties, lines, unfinished } = sortClaimSegments(segments);
  for (const lx of unfinished) {
    problems.push(problemAt("unreadable-line", part, lx, "This service line has no SV1 segment, so it is not read"));
  }
  const [id = clm, claimId, total, , , place] = clm.elements(5);
  const [placeOfService, , frequency] = componentsOf(part, place, 3);
  const serviceLines = lines.map((line) => readServiceLine(line, problems));
  const cutOtherwise = lines.find(
    (line, index) => serviceLines[index]?.procedure.value === "" && isCutOtherwise(line.service),
  );
  if (cutOtherwise !== undefined) problems.push(wrongSeparator(cutOtherwise.service));
  const patient = patientOf(governing);
  return {
    part,
    span: spanOf(part, clm.start, (segments.at(-1) ?? clm).end),
    head: spanOf(part, id.start, id.end),
    kind: "professional",
    claimId: readText(part, claimId),
    frequency: readText(part, frequency),
    patient: patient.name,
    birthDate: patient.birthDate,
    beneficiaryId: memberIdOf(governing),
    payer: payerOf(governing),
    billingProvider: governing.billing?.provider ?? noProvider,
    renderingProvider: providerOf(parties.find("82")),
    referringProvider: providerOf(referringOf(parties, lines)),
    clinician: undefined,
    placeOfService: readPlaceOfService(part, placeOfService),
    typeOfBill: undefined,
    statementPeriod: undefined,
    occurrences: nothing,
    planOfCare: undefined,
    recertifications: nothing,
    certified: undefined,
    lastProgressReport: undefined,
    progressReports: nothing,
    diagnoses: readDiagnoses(diagnoses),
    statedAmounts: nothing,
    abn: undefined,
    total: readTotal(clm, total, problems),
    hasOtherCharges: false,
    notes: notes.flatMap((note) => readText(part, note.element(2)) ?? []),
    serviceLines,
    hasSeveralSubjects: false,
  };
}

const nothing: readonly never[] = [];

const unnamedPayer: NamedPayer = { name: undefined, filingIndicator: undefined, payerId: undefined };

const noPerson: PersonReading = { name: undefined, birthDate: undefined, memberId: undefined };

function patientOf({ subscriber, patient }: Governing): PersonReading {
  return (patient ?? subscriber)?.reading ?? noPerson;
}

/** A dependent's own id, as version 4010 may give one, else the subscriber's. */
export function memberIdOf(governing: Governing): Field<string> | undefined {
  return patientOf(governing).memberId ?? governing.subscriber?.reading.memberId;
}

/** The payer is always the governing subscriber's, never that of a loop about other payers. */
export function payerOf({ subscriber }: Governing): NamedPayer {
  return subscriber?.reading.payer ?? unnamedPayer;
}

/** Every line of the file then has the same fault, so it is told once a claim. */
function wrongSeparator(service: Segment): Problem {
  const { part } = service;
  const message = `SV101 is not cut by ${part.delimiters.component}, which ISA16 says separates components`;
  return problemAt("unreadable-cell", part, service.element(1) ?? service, message);
}

function readTotal(clm: Segment, place: Place | undefined, problems: Problem[]): Field<Cents> | undefined {
  const total = readMoney(clm.part, place);
  if (total === undefined) reportUnreadable(clm, place, { name: "CLM02", what: "an amount" }, problems);
  return total;
}

/** Lines point to a diagnosis by its place in HI, so an empty element keeps its letter. */
function readDiagnoses(segments: readonly Segment[]): readonly Diagnosis[] {
  const diagnoses: Diagnosis[] = [];
  let position = 0;
  for (const segment of segments) {
    const { part } = segment;
    const elements = segment.elements(12);
    for (let n = 1; n < elements.length; n++) {
      const letter = diagnosisLetter(++position);
      if (letter === undefined) return diagnoses;
      const [qualifier, place] = componentsOf(part, elements[n], 2);
      const code = readDiagnosisCode(part, place);
      if (code === undefined) continue;
      const { start, end, value } = code;
      diagnoses.push({ part, start, end, value, letter, codeSet: codeSetOf(part, qualifier) });
    }
  }
  return diagnoses;
}

function codeSetOf({ text }: Segment["part"], qualifier: Place | undefined): Diagnosis["codeSet"] {
  if (qualifier === undefined) return undefined;
  if (isText(text, qualifier, "ABK") || isText(text, qualifier, "ABF")) return "ICD-10";
  return isText(text, qualifier, "BK") || isText(text, qualifier, "BF") ? "ICD-9" : undefined;
}

/** The claim's own, else the first that a service line names. */
function referringOf(parties: PartyCollector, lines: readonly LineSegments[]): Party | undefined {
  const own = parties.find("DN") ?? parties.find("P3");
  if (own !== undefined) return own;
  for (const line of lines) {
    const named = line.parties?.find("DN");
    if (named !== undefined) return named;
  }
  return undefined;
}
