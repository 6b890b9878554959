import { isKnownModifier } from "../../data/modifiers.ts";
import type { Claim, Minutes, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field } from "../../text/span.ts";
import { fieldOf, spanOf } from "../../text/span.ts";
import type { LineSegments } from "./claim-segments.ts";
import { diagnosisLetter } from "./diagnoses.ts";
import { providerOf } from "./parties.ts";
import { type Place, type Segment, type SegmentedPart, componentsOf } from "./segment.ts";
import { elementName, elementsOfService } from "./service-elements.ts";
import { problemAt, reportUnreadable } from "./value-problems.ts";
import {
  readDate,
  readLastDate,
  readMoney,
  readNumber,
  readPlaceOfService,
  readText,
  readUpperCase,
  textAt,
} from "./values.ts";

/**
 * Reads one loop 2400, and adds what is wrong with its SV1 or SV2 to `problems`. `period` is an institution's statement period: where
 * it is one day, a line need not say its date.
 */
export function readServiceLine(
  segments: LineSegments,
  period: Claim["statementPeriod"],
  problems: Problem[],
): ServiceLine {
  const { first, service, last, dates, note, parties } = segments;
  const { part } = service;
  const at = elementsOfService(service);
  const components = componentsOf(part, service.element(at.procedure), 7);
  const units = readUnits(service, problems);
  const countsMinutes = units !== undefined && service.has(at.unit, "MJ");
  const date = dates?.element(3);
  const renderingProvider = parties?.find("82");
  return {
    part,
    span: spanOf(part, first.start, last.end),
    dateOfService: dates === undefined ? onlyDayOf(period) : readDate(part, date),
    dateThrough: readDateThrough(part, date),
    procedure: readProcedure(service, components, problems),
    modifiers: readModifiers(service, components),
    units: countsMinutes ? undefined : units,
    minutes: countsMinutes ? [{ ...units, clinician: undefined }] : noMinutes,
    charge: readCharge(service, problems),
    // An 837 states what is charged, never what is allowed.
    allowedAmount: undefined,
    diagnosisPointers: readPointers(service, components.length > 1 ? problems : []),
    clinician: undefined,
    renderingClinician: undefined,
    renderingProvider: renderingProvider && providerOf(renderingProvider),
    placeOfService: readPlaceOfService(part, elementAt(service, at.placeOfService)),
    revenueCode: readRevenueCode(service, problems),
    // The seventh component describes the service where its code does not.
    note: readText(part, note?.element(2)) ?? readDescription(part, components),
    subject: undefined,
  };
}

const noMinutes: readonly Minutes[] = [];
const noPointers: readonly Field<string>[] = [];

/** The guide has room for four; a fifth is read so that it is found. */
const mostPointers = 12;

/** An element that not every kind of service has. */
function elementAt(service: Segment, n: number | undefined): Place | undefined {
  return n === undefined ? undefined : service.element(n);
}

/** The day of a period of one. */
function onlyDayOf(period: Claim["statementPeriod"]): Field<CalendarDate> | undefined {
  if (period === undefined || period.value.to !== period.value.from) return undefined;
  return fieldOf(period.part, period.start, period.end, period.value.from);
}

/** A range may begin and end on one day. */
function readDateThrough(part: SegmentedPart, period: Place | undefined): Field<CalendarDate> | undefined {
  const last = readLastDate(part, period);
  return last === undefined || last.value === readDate(part, period)?.value ? undefined : last;
}

/** A line of an institution may be told by its revenue code alone. */
function readProcedure(service: Segment, components: readonly Place[], problems: Problem[]): Field<string> {
  const { part } = service;
  const procedure = readUpperCase(part, components[1]);
  if (procedure !== undefined) return procedure;
  const at = elementsOfService(service);
  const composite = service.element(at.procedure) ?? service;
  const isThere = composite.end > composite.start;
  const isTold = !isThere && at.revenueCode !== undefined;
  if (!isTold && !isCutOtherwise(service)) {
    const message = `${elementName(at, at.procedure)}-2 holds no procedure code`;
    problems.push(problemAt("unreadable-cell", part, isThere ? composite : service, message));
  }
  const { end } = components[1] ?? composite;
  return fieldOf(part, end, end, "");
}

/** Whether the file cuts its composites by another character than ISA16 says. */
export function isCutOtherwise(service: Segment): boolean {
  const composite = service.element(elementsOfService(service).procedure);
  return composite !== undefined && /^(HC|ER|IV|WK|HP)[^\w\s]\w/.test(textAt(service.part, composite));
}

/** Four digits; version 4010 leaves the zero before them out at times. */
function readRevenueCode(service: Segment, problems: Problem[]): Field<string> | undefined {
  const { revenueCode } = elementsOfService(service);
  const code = readUpperCase(service.part, elementAt(service, revenueCode));
  if (code === undefined) {
    if (revenueCode !== undefined)
      problems.push(problemAt("unreadable-cell", service.part, service, "SV201 holds no revenue code"));
    return undefined;
  }
  if (/^\d{3,4}$/.test(code.value)) return { ...code, value: code.value.padStart(4, "0") };
  reportUnreadable(service, code, { name: "SV201", what: "a revenue code" }, problems);
  return undefined;
}

function readModifiers({ part }: Segment, components: readonly Place[]): readonly Field<string>[] {
  const modifiers: Field<string>[] = [];
  for (let index = 2; index < behindModifiers; index++) {
    const modifier = readUpperCase(part, components[index]);
    if (modifier !== undefined) modifiers.push(modifier);
  }
  const fifth = modifiers.length === 4 ? readUpperCase(part, components[behindModifiers]) : undefined;
  if (fifth !== undefined && isKnownModifier(fifth.value)) modifiers.push(fifth);
  return modifiers;
}

/** Four modifiers stand before SV101-7, the description of the service. A fifth modifier is written there at times. */
const behindModifiers = 6;

function readDescription(part: SegmentedPart, components: readonly Place[]): Field<string> | undefined {
  const text = readText(part, components[behindModifiers]);
  return text !== undefined && isKnownModifier(text.value.toUpperCase()) ? undefined : text;
}

function readCharge(service: Segment, problems: Problem[]): Field<Cents> | undefined {
  const at = elementsOfService(service);
  const place = service.element(at.charge);
  const charge = readMoney(service.part, place);
  if (charge === undefined) {
    reportUnreadable(service, place, { name: elementName(at, at.charge), what: "an amount" }, problems);
  }
  return charge;
}

function readUnits(service: Segment, problems: Problem[]): Field<number> | undefined {
  const at = elementsOfService(service);
  const place = service.element(at.quantity);
  const units = readNumber(service.part, place);
  if (units === undefined) {
    const name = elementName(at, at.quantity);
    reportUnreadable(service, place, { name, what: "a number of units" }, problems);
  }
  return units;
}

/** A line whose SV101 is not cut has said so already. Lines of an institution point to no diagnosis. */
function readPointers(service: Segment, problems: Problem[]): readonly Field<string>[] {
  const { part } = service;
  const places = componentsOf(part, elementAt(service, elementsOfService(service).pointers), mostPointers);
  if (places.length === 0) return noPointers;
  const pointers: Field<string>[] = [];
  for (const place of places) {
    if (place.start === place.end) continue;
    const letter = diagnosisLetter(readNumber(part, place)?.value ?? 0);
    if (letter !== undefined) {
      pointers.push(fieldOf(part, place.start, place.end, letter));
      continue;
    }
    const message = `SV107-${places.indexOf(place) + 1} does not point to a diagnosis: pointers are numbers from 1 to 12`;
    problems.push(problemAt("unreadable-cell", part, place, message));
  }
  return pointers;
}
