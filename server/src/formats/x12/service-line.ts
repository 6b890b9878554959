import { isKnownModifier } from "../../data/modifiers.ts";
import type { Minutes, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field } from "../../text/span.ts";
import { fieldOf, spanOf } from "../../text/span.ts";
import type { LineSegments } from "./claim-segments.ts";
import { providerOf } from "./parties.ts";
import { type Place, type Segment, type SegmentedPart, componentsOf, isText } from "./segment.ts";
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

/** Reads one loop 2400, and adds what is wrong with its SV1 to `problems`. */
export function readServiceLine(segments: LineSegments, problems: Problem[]): ServiceLine {
  const { first, service, last, dates, note, parties } = segments;
  const { part } = service;
  const [, procedure, charge, unit, quantity, place, , pointers] = service.elements(7);
  const components = componentsOf(part, procedure, 7);
  const units = readUnits(service, quantity, problems);
  const countsMinutes = units !== undefined && unit !== undefined && isText(part.text, unit, "MJ");
  const period = dates?.element(3);
  const renderingProvider = parties?.find("82");
  return {
    part,
    span: spanOf(part, first.start, last.end),
    dateOfService: readDate(part, period),
    dateThrough: readDateThrough(part, period),
    procedure: readProcedure(service, components, problems),
    modifiers: readModifiers(service, components),
    units: countsMinutes ? undefined : units,
    minutes: countsMinutes ? [{ ...units, clinician: undefined }] : noMinutes,
    charge: readCharge(service, charge, problems),
    // An 837P states what is charged, never what is allowed.
    allowedAmount: undefined,
    diagnosisPointers: readPointers(
      part,
      componentsOf(part, pointers, mostPointers),
      components.length > 1 ? problems : [],
    ),
    clinician: undefined,
    renderingClinician: undefined,
    renderingProvider: renderingProvider && providerOf(renderingProvider),
    placeOfService: readPlaceOfService(part, place),
    revenueCode: undefined,
    // SV101-7 describes the service where its code does not.
    note: readText(part, note?.element(2)) ?? readDescription(part, components),
    subject: undefined,
  };
}

const noMinutes: readonly Minutes[] = [];

/** The guide has room for four; a fifth is read so that it is found. */
const mostPointers = 12;

/** The letter of the diagnosis at a position, of which 1 is A; undefined outside 1 to 12. */
export function diagnosisLetter(position: number): string | undefined {
  return "ABCDEFGHIJKL"[position - 1];
}

/** A range may begin and end on one day. */
function readDateThrough(part: SegmentedPart, period: Place | undefined): Field<CalendarDate> | undefined {
  const last = readLastDate(part, period);
  return last?.value === readDate(part, period)?.value ? undefined : last;
}

function readProcedure(service: Segment, components: readonly Place[], problems: Problem[]): Field<string> {
  const { part } = service;
  const procedure = readUpperCase(part, components[1]);
  if (procedure !== undefined) return procedure;
  const composite = service.element(1) ?? service;
  if (!isCutOtherwise(service)) {
    const place = composite.end > composite.start ? composite : service;
    problems.push(problemAt("unreadable-cell", part, place, "SV101-2 holds no procedure code"));
  }
  const { end } = components[1] ?? composite;
  return fieldOf(part, end, end, "");
}

/** Whether the file cuts its composites by another character than ISA16 says. */
export function isCutOtherwise(service: Segment): boolean {
  const composite = service.element(1);
  return composite !== undefined && /^(HC|ER|IV|WK)[^\w\s]\w/.test(textAt(service.part, composite));
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

function readCharge(service: Segment, place: Place | undefined, problems: Problem[]): Field<Cents> | undefined {
  const charge = readMoney(service.part, place);
  if (charge === undefined) reportUnreadable(service, place, { name: "SV102", what: "an amount" }, problems);
  return charge;
}

function readUnits(service: Segment, place: Place | undefined, problems: Problem[]): Field<number> | undefined {
  const units = readNumber(service.part, place);
  if (units === undefined) reportUnreadable(service, place, { name: "SV104", what: "a number of units" }, problems);
  return units;
}

/** A line whose SV101 is not cut has said so already. */
function readPointers(part: SegmentedPart, places: readonly Place[], problems: Problem[]): readonly Field<string>[] {
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
