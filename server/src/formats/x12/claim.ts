import type { Claim, NamedPayer } from "../../model/claim.ts";
import { noProvider } from "../../model/claim.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field } from "../../text/span.ts";
import { fieldOf, spanOf } from "../../text/span.ts";
import { type ClaimSegments, type LineSegments, sortClaimSegments } from "./claim-segments.ts";
import { readDiagnoses } from "./diagnoses.ts";
import { type Setting, isTotalLine, readInstitution } from "./institutional.ts";
import { findMisnumbered } from "./line-numbers.ts";
import type { Governing, PersonReading } from "./loops.ts";
import { type Party, type PartyCollector, providerOf } from "./parties.ts";
import { type Segment, type SegmentedPart, componentOf, firstSegmentOf, segmentsOf } from "./segment.ts";
import { elementName, elementsOfKind, elementsOfService } from "./service-elements.ts";
import { isCutOtherwise, readServiceLine } from "./service-line.ts";
import { problemAt, reportUnreadable, reportWrongDate } from "./value-problems.ts";
import { readMoney, readPlaceOfService, readText } from "./values.ts";

/** Reads a part that begins with CLM, and adds what is wrong with its values to `problems`. */
export function readClaim(part: SegmentedPart, kind: Claim["kind"], governing: Governing, problems: Problem[]): Claim {
  const segments = segmentsOf(part);
  const clm = segments[0] ?? firstSegmentOf(part);
  for (const segment of segments) reportWrongDate(segment, problems);
  const sorted = sortClaimSegments(segments, kind);
  const { codes, notes, parties, lines } = sorted;
  reportUnread(sorted, kind, problems);
  problems.push(...findMisnumbered(sorted));
  const setting = kind === "institutional" ? readInstitution(clm, sorted, problems) : readOffice(clm);
  const id = clm.element(0) ?? clm;
  const frequency = componentOf(part, clm.element(5), 3);
  const services = lines.filter((line) => !isTotalLine(line.service));
  const serviceLines = services.map((line) => readServiceLine(line, setting.statementPeriod, problems));
  const cutOtherwise = services.find(
    (line, index) => serviceLines[index]?.procedure.value === "" && isCutOtherwise(line.service),
  );
  if (cutOtherwise !== undefined) problems.push(wrongSeparator(cutOtherwise.service));
  const patient = patientOf(governing);
  return {
    part,
    span: spanOf(part, clm.start, (segments.at(-1) ?? clm).end),
    head: spanOf(part, id.start, id.end),
    kind,
    claimId: readText(part, clm.element(1)),
    frequency: readText(part, frequency),
    originalReference: readOriginalReference(clm, sorted),
    patient: patient.name,
    birthDate: patient.birthDate,
    beneficiaryId: memberIdOf(governing),
    payer: payerOf(governing),
    billingProvider: governing.billing?.provider ?? noProvider,
    renderingProvider: providerOf(parties.find("82")),
    referringProvider: providerOf(referringOf(parties, lines)),
    clinician: undefined,
    ...setting,
    planOfCare: undefined,
    recertifications: nothing,
    certified: undefined,
    lastProgressReport: undefined,
    progressReports: nothing,
    diagnoses: readDiagnoses(codes, kind, problems),
    statedAmounts: nothing,
    abn: undefined,
    total: readTotal(clm, problems),
    hasOtherCharges: false,
    notes: notes.flatMap((note) => readText(part, note.element(2)) ?? []),
    serviceLines,
    hasSeveralSubjects: false,
  };
}

const nothing: readonly never[] = [];

/** Lines of the other kind of claim have one reason, so the first is told of. */
function reportUnread(
  { unfinished, strange: [strange] }: ClaimSegments,
  kind: Claim["kind"],
  problems: Problem[],
): void {
  const { segment } = elementsOfKind(kind);
  for (const lx of unfinished) {
    const message = `This service line has no ${segment} segment, so it is not read`;
    problems.push(problemAt("unreadable-line", lx.part, lx, message));
  }
  if (strange === undefined) return;
  const { segment: other } = elementsOfService(strange);
  const message = `${other} stands where ${kind === "professional" ? "a professional" : "an institutional"} claim has ${segment}, so it is not read`;
  problems.push(problemAt("unreadable-line", strange.part, strange, message));
}

/** The setting of a professional claim. */
function readOffice(clm: Segment): Setting {
  const placeOfService = componentOf(clm.part, clm.element(5), 1);
  return {
    placeOfService: readPlaceOfService(clm.part, placeOfService),
    typeOfBill: undefined,
    statementPeriod: undefined,
    occurrences: nothing,
  };
}

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
  const at = elementsOfService(service);
  const name = elementName(at, at.procedure);
  const message = `${name} is not cut by ${part.delimiters.component}, which ISA16 says separates components`;
  return problemAt("unreadable-cell", part, service.element(at.procedure) ?? service, message);
}

function readOriginalReference({ part, end }: Segment, { originalReference }: ClaimSegments): Field<string> {
  return readText(part, originalReference?.element(2)) ?? fieldOf(part, end, end, "");
}

function readTotal(clm: Segment, problems: Problem[]): Field<Cents> | undefined {
  const place = clm.element(2);
  const total = readMoney(clm.part, place);
  if (total === undefined) reportUnreadable(clm, place, { name: "CLM02", what: "an amount" }, problems);
  return total;
}

/** The claim's own, else an institution's attending provider, who answers for the plan; else the first that a service line names. */
function referringOf(parties: PartyCollector, lines: readonly LineSegments[]): Party | undefined {
  const own = parties.find("DN") ?? parties.find("P3") ?? parties.find("71");
  if (own !== undefined) return own;
  for (const line of lines) {
    const named = line.parties?.find("DN");
    if (named !== undefined) return named;
  }
  return undefined;
}
