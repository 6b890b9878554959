import { isKnownModifier } from "../../data/modifiers.ts";
import type { Claim, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field, Span } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import { diagnosisLetter } from "./diagnoses.ts";
import { Parties, type Party, providerOf } from "./parties.ts";
import { componentOf, found } from "./place.ts";
import { type Segment, segmentId } from "./segment.ts";
import { elementName, elementsOfService } from "./service-elements.ts";
import { problemAt, reportUnreadable } from "./value-problems.ts";
import {
  readDate,
  readLastDate,
  readMoney,
  numberIn,
  readNumber,
  readPlaceOfService,
  readText,
  readUpperCase,
  textOf,
} from "./values.ts";

const nm1 = segmentId("NM1");
const ref = segmentId("REF");
const nte = segmentId("NTE");
const dtp = segmentId("DTP");

/**
 * Reads one loop 2400: its SV1 or SV2 at once, what stands behind it segment by segment. What is wrong with the service is added to
 * `problems`.
 */
export class ServiceLineReader {
  readonly #line: Mutable<ServiceLine>;
  readonly #span: Mutable<Span>;
  #hasDates = false;
  #hasNote = false;
  #hasNumber = false;
  #parties: Parties | undefined;

  /**
   * @param start where its LX begins; the service itself where none stands before it
   * @param period an institution's statement period: where it is one day, a line need not say its date
   */
  constructor(service: Segment, start: number, period: Claim["statementPeriod"], problems: Problem[]) {
    this.#span = { part: service.part, start, end: service.end };
    this.#line = readService(service, this.#span, period, problems);
  }

  add(segment: Segment): void {
    this.#span.end = segment.end;
    if (segment.id === dtp) this.#addDates(segment);
    else if (segment.id === nte) this.#addNote(segment);
    else if (segment.id === ref && segment.has(1, "6R")) this.#addNumber(segment);
    else if (segment.id === nm1 || this.#parties !== undefined) (this.#parties ??= new Parties()).add(segment);
  }

  /** The line, when its last segment was added. */
  finish(): ServiceLine {
    const rendering = this.#parties?.find("82");
    if (rendering !== undefined) this.#line.renderingProvider = providerOf(rendering);
    return this.#line;
  }

  get isWithoutCode(): boolean {
    return this.#line.procedure.value === "";
  }

  /** Whom the line itself names. */
  get referringParty(): Party | undefined {
    return this.#parties?.find("DN");
  }

  /** DTP*472. */
  #addDates(segment: Segment): void {
    if (this.#hasDates || !segment.has(1, "472")) return;
    this.#hasDates = true;
    const date = readDate(segment, 3);
    const last = readLastDate(segment, 3);
    this.#line.dateOfService = date;
    // A range may begin and end on one day.
    this.#line.dateThrough = last?.value === date?.value ? undefined : last;
  }

  #addNote(segment: Segment): void {
    if (!this.#hasNote) this.#line.note = readText(segment, 2) ?? this.#line.note;
    this.#hasNote = true;
  }

  /** REF*6R, the provider's own. */
  #addNumber(segment: Segment): void {
    if (!this.#hasNumber) this.#line.lineNumber = readText(segment, 2);
    this.#hasNumber = true;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What SV1 or SV2 itself says. */
function readService(
  service: Segment,
  span: Span,
  period: Claim["statementPeriod"],
  problems: Problem[],
): Mutable<ServiceLine> {
  const { part } = service;
  const at = elementsOfService(service);
  const units = readUnits(service, problems);
  const countsMinutes = units !== undefined && service.has(at.unit, "MJ");
  const components = service.componentCount(at.procedure);
  return {
    part,
    span,
    lineNumber: undefined,
    dateOfService: onlyDayOf(period),
    dateThrough: undefined,
    procedure: readProcedure(service, problems),
    modifiers: readModifiers(service, components),
    units: countsMinutes ? undefined : units,
    minutes: countsMinutes ? [{ ...units, clinician: undefined }] : none,
    charge: readCharge(service, problems),
    // An 837 states what is charged, never what is allowed.
    allowedAmount: undefined,
    // A line whose SV101 is not cut has said so already.
    diagnosisPointers:
      at.pointers === undefined ? none : readPointers(service, at.pointers, components > 1 ? problems : []),
    clinician: undefined,
    renderingClinician: undefined,
    renderingProvider: undefined,
    placeOfService: at.placeOfService === undefined ? undefined : readPlaceOfService(service, at.placeOfService),
    revenueCode: readRevenueCode(service, problems),
    // The seventh component describes the service where its code does not.
    note: components < behindModifiers ? undefined : readDescription(service),
    subject: undefined,
  };
}

const none: readonly never[] = [];

/** The guide has room for four; a fifth is read so that it is found. */
const mostPointers = 12;

/** The day of a period of one. */
function onlyDayOf(period: Claim["statementPeriod"]): Field<CalendarDate> | undefined {
  if (period === undefined || period.value.to !== period.value.from) return undefined;
  return fieldOf(period.part, period.start, period.end, period.value.from);
}

/** A line of an institution may be told by its revenue code alone. */
function readProcedure(service: Segment, problems: Problem[]): Field<string> {
  const { part } = service;
  const at = elementsOfService(service);
  const procedure = readUpperCase(service, at.procedure, 2);
  if (procedure !== undefined) return procedure;
  const composite = service.element(at.procedure) ?? service;
  const isThere = composite.end > composite.start;
  const isTold = !isThere && at.revenueCode !== undefined;
  if (!isTold && !isCutOtherwise(service)) {
    const message = `${elementName(at, at.procedure)}-2 holds no procedure code`;
    problems.push(problemAt("unreadable-cell", part, isThere ? composite : service, message));
  }
  const { end } = componentOf(part, service.element(at.procedure), 2) ?? composite;
  return fieldOf(part, end, end, "");
}

/** Whether the file cuts its composites by another character than ISA16 says. */
export function isCutOtherwise(service: Segment): boolean {
  return /^(HC|ER|IV|WK|HP)[^\w\s]\w/.test(textOf(service, elementsOfService(service).procedure));
}

/** Four digits; version 4010 leaves the zero before them out at times. */
function readRevenueCode(service: Segment, problems: Problem[]): Field<string> | undefined {
  const { revenueCode } = elementsOfService(service);
  if (revenueCode === undefined) return undefined;
  const code = readUpperCase(service, revenueCode);
  if (code === undefined) {
    problems.push(problemAt("unreadable-cell", service.part, service, "SV201 holds no revenue code"));
    return undefined;
  }
  if (/^\d{3,4}$/.test(code.value)) return { ...code, value: code.value.padStart(4, "0") };
  reportUnreadable(service, revenueCode, { name: "SV201", what: "a revenue code" }, problems);
  return undefined;
}

/** Four modifiers stand before SV101-7, the description of the service. A fifth modifier is written there at times. */
const behindModifiers = 7;

function readModifiers(service: Segment, count: number): readonly Field<string>[] {
  if (count < 3) return none;
  const { procedure } = elementsOfService(service);
  const last = Math.min(count, behindModifiers - 1);
  // A list that grows by itself takes room for many more.
  const modifiers = new Array<Field<string>>(last - 2);
  let readCount = 0;
  for (let component = 3; component <= last; component++) {
    const modifier = readUpperCase(service, procedure, component);
    if (modifier !== undefined) modifiers[readCount++] = modifier;
  }
  if (readCount < modifiers.length) modifiers.length = readCount;
  const fifth = readCount === 4 ? readUpperCase(service, procedure, behindModifiers) : undefined;
  return fifth !== undefined && isKnownModifier(fifth.value) ? [...modifiers, fifth] : modifiers;
}

function readDescription(service: Segment): Field<string> | undefined {
  const text = readText(service, elementsOfService(service).procedure, behindModifiers);
  return text !== undefined && isKnownModifier(text.value.toUpperCase()) ? undefined : text;
}

function readCharge(service: Segment, problems: Problem[]): Field<Cents> | undefined {
  const at = elementsOfService(service);
  const charge = readMoney(service, at.charge);
  if (charge === undefined) {
    reportUnreadable(service, at.charge, { name: elementName(at, at.charge), what: "an amount" }, problems);
  }
  return charge;
}

function readUnits(service: Segment, problems: Problem[]): Field<number> | undefined {
  const at = elementsOfService(service);
  const units = readNumber(service, at.quantity);
  if (units === undefined) {
    const name = elementName(at, at.quantity);
    reportUnreadable(service, at.quantity, { name, what: "a number of units" }, problems);
  }
  return units;
}

/** Lines of an institution point to no diagnosis. */
function readPointers(service: Segment, n: number, problems: Problem[]): readonly Field<string>[] {
  const { part } = service;
  const count = Math.min(mostPointers, service.componentCount(n));
  const pointers = new Array<Field<string>>(count);
  let pointerCount = 0;
  for (let component = 1; component <= count; component++) {
    const letter = diagnosisLetter(numberIn(service, n, component) ?? 0);
    if (letter !== undefined) {
      pointers[pointerCount++] = fieldOf(part, found.start, found.end, letter);
    } else if (service.find(n, component)) {
      const message = `SV107-${String(component)} does not point to a diagnosis: pointers are numbers from 1 to 12`;
      problems.push(problemAt("unreadable-cell", part, found, message));
    }
  }
  if (pointerCount < count) pointers.length = pointerCount;
  return pointers;
}
