import type { Claim, NamedPayer } from "../../model/claim.ts";
import { noProvider } from "../../model/claim.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import { ClaimHead } from "./claim-head.ts";
import { isTotalLine, readTypeOfBill } from "./institutional.ts";
import { misnumbered, unnumbered } from "./line-numbers.ts";
import type { Governing, PersonReading } from "./loops.ts";
import { providerOf } from "./parties.ts";
import type { Place, SegmentedPart } from "./place.ts";
import { type Segment, type SegmentId, SegmentWalk, segmentId } from "./segment.ts";
import { elementName, elementsOfKind, elementsOfService, isService } from "./service-elements.ts";
import { ServiceLineReader, isCutOtherwise } from "./service-line.ts";
import { problemAt, reportUnreadable, reportWrongDate } from "./value-problems.ts";
import { readMoney, readPlaceOfService, readText } from "./values.ts";

const lx = segmentId("LX");

/** Reads a part that begins with CLM, and adds what is wrong with its values to `problems`. Its text is gone through once. */
export function readClaim(part: SegmentedPart, kind: Claim["kind"], governing: Governing, problems: Problem[]): Claim {
  const walk = new SegmentWalk(part);
  walk.next();
  const reader = new ClaimReader(walk, kind, problems);
  while (walk.next()) reader.add(walk);
  return reader.finish(governing);
}

/** A claim while its segments come by. */
class ClaimReader {
  readonly #part: SegmentedPart;
  readonly #kind: Claim["kind"];
  readonly #service: SegmentId;
  readonly #problems: Problem[];
  readonly #clm: ReturnType<typeof readClm>;
  readonly #head: ClaimHead;
  readonly #lines: ServiceLineReader[] = [];
  /** The line that segments belong to now; undefined in the head, and behind a service that is not read. */
  #line: ServiceLineReader | undefined;
  #isPastHead = false;
  /** An LX that no service has followed yet. */
  #opened: Place | undefined;
  #lineCount = 0;
  /** Some LX01 is written otherwise than its number: with a leading zero, which is no fault, or wrong. */
  #mayBeMisnumbered = false;
  #unnumbered: Problem | undefined;
  #strange: Problem | undefined;
  #cutOtherwise: Problem | undefined;
  #end: number;

  constructor(clm: Segment, kind: Claim["kind"], problems: Problem[]) {
    this.#part = clm.part;
    this.#kind = kind;
    this.#service = segmentId(elementsOfKind(kind).segment);
    this.#problems = problems;
    this.#clm = readClm(clm, kind, problems);
    this.#head = new ClaimHead(clm, kind, problems);
    this.#end = clm.end;
  }

  add(segment: Segment): void {
    this.#end = segment.end;
    reportWrongDate(segment, this.#problems);
    if (segment.id === lx) this.#open(segment);
    else if (isService(segment)) this.#addService(segment);
    else if (this.#isPastHead) this.#line?.add(segment);
    else this.#head.add(segment);
  }

  finish(governing: Governing): Claim {
    this.#reportUnfinished();
    this.#reportOnce();
    const clm = this.#clm;
    const patient = patientOf(governing);
    const { parties, statementPeriod, occurrences, originalReference, diagnoses, notes } = this.#head;
    const referring = this.#head.referringParty ?? this.#lines.find((line) => line.referringParty)?.referringParty;
    return {
      part: this.#part,
      span: spanOf(this.#part, clm.start, this.#end),
      head: clm.head,
      kind: this.#kind,
      claimId: clm.claimId,
      frequency: clm.frequency,
      originalReference,
      patient: patient.name,
      birthDate: patient.birthDate,
      beneficiaryId: memberIdOf(governing),
      payer: payerOf(governing),
      billingProvider: governing.billing?.provider ?? noProvider,
      renderingProvider: providerOf(parties.find("82")),
      referringProvider: providerOf(referring),
      clinician: undefined,
      placeOfService: clm.placeOfService,
      typeOfBill: clm.typeOfBill,
      statementPeriod,
      occurrences,
      planOfCare: undefined,
      recertifications: nothing,
      certified: undefined,
      lastProgressReport: undefined,
      progressReports: nothing,
      diagnoses,
      statedAmounts: nothing,
      abn: undefined,
      total: clm.total,
      hasOtherCharges: false,
      notes,
      serviceLines: this.#lines.map((line) => line.finish()),
      hasSeveralSubjects: false,
    };
  }

  #open(segment: Segment): void {
    this.#reportUnfinished();
    this.#opened = { start: segment.start, end: segment.end };
    this.#line = undefined;
    this.#isPastHead = true;
    this.#mayBeMisnumbered ||= !segment.has(1, String(++this.#lineCount));
  }

  #addService(service: Segment): void {
    const start = this.#opened?.start ?? service.start;
    const isNumbered = this.#opened !== undefined;
    this.#opened = undefined;
    this.#line = undefined;
    this.#isPastHead = true;
    if (service.id !== this.#service) {
      this.#strange ??= ofOtherKind(service, this.#kind);
      return;
    }
    if (!isNumbered) this.#unnumbered ??= unnumbered(service);
    if (isTotalLine(service)) return;
    this.#line = new ServiceLineReader(service, start, this.#head.statementPeriod, this.#problems);
    this.#lines.push(this.#line);
    if (this.#line.isWithoutCode && isCutOtherwise(service)) this.#cutOtherwise ??= wrongSeparator(service);
  }

  #reportUnfinished(): void {
    if (this.#opened === undefined) return;
    const message = `This service line has no ${elementsOfKind(this.#kind).segment} segment, so it is not read`;
    this.#problems.push(problemAt("unreadable-line", this.#part, this.#opened, message));
  }

  /** What all lines of a claim have in common is said of the first. */
  #reportOnce(): void {
    const misnumbering = this.#unnumbered ?? (this.#mayBeMisnumbered ? misnumbered(this.#part) : undefined);
    for (const problem of [this.#strange, misnumbering, this.#cutOtherwise]) {
      if (problem !== undefined) this.#problems.push(problem);
    }
  }
}

/** What CLM itself says. */
function readClm(
  clm: Segment,
  kind: Claim["kind"],
  problems: Problem[],
): Pick<Claim, "head" | "claimId" | "frequency" | "total" | "placeOfService" | "typeOfBill"> & { start: number } {
  const id = clm.element(0) ?? clm;
  const isProfessional = kind === "professional";
  return {
    start: clm.start,
    head: spanOf(clm.part, id.start, id.end),
    claimId: readText(clm, 1),
    total: readTotal(clm, problems),
    placeOfService: isProfessional ? readPlaceOfService(clm, 5, 1) : undefined,
    typeOfBill: isProfessional ? undefined : readTypeOfBill(clm, problems),
    frequency: readText(clm, 5, 3),
  };
}

const nothing: readonly never[] = [];

/** A line of the other kind of claim. */
function ofOtherKind(service: Segment, kind: Claim["kind"]): Problem {
  const { segment } = elementsOfKind(kind);
  const { segment: other } = elementsOfService(service);
  const message = `${other} stands where ${kind === "professional" ? "a professional" : "an institutional"} claim has ${segment}, so it is not read`;
  return problemAt("unreadable-line", service.part, service, message);
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

function readTotal(clm: Segment, problems: Problem[]): Field<Cents> | undefined {
  const total = readMoney(clm, 2);
  if (total === undefined) reportUnreadable(clm, 2, { name: "CLM02", what: "an amount" }, problems);
  return total;
}
