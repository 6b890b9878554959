import type { Change, Impossible, SettableField } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { Field, PartEdit } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import type { Delimiters } from "./delimiters.ts";
import { setElement } from "./element-edit.ts";
import { X12Part } from "./part.ts";
import { type Place, type Segment, segmentId, segmentsOf } from "./segment.ts";
import { textAt } from "./values.ts";

/** The smallest edits that make the change. Components and elements that are missing are made room for; none is left dangling. */
export function writeChange(change: Change): readonly PartEdit[] | Impossible {
  if (change.kind === "field") return { impossible: unwritableFields[change.field] };
  if (change.kind === "value") return writeValue(change.at, change.to);
  const service = serviceSegmentOf(change.line);
  if (service === undefined) return { impossible: "This service line is not one of an X12 claim." };
  switch (change.kind) {
    case "modifiers":
      return writeModifiers(service, change.to);
    case "units":
      return writeUnits(service, change.to);
    case "procedure":
      return writeProcedure(service, change.to);
    case "removal":
      return { impossible: "In X12 a line that goes changes the claim's total and the counts of the envelope too." };
    case "split":
      return {
        impossible: "In X12 a line that is added changes the numbers of the lines and the counts of the envelope too.",
      };
  }
}

function writeValue(at: Field<unknown>, to: string): readonly PartEdit[] | Impossible {
  if (!(at.part instanceof X12Part)) return { impossible: "This value is not one of an X12 claim." };
  if (!isWritable(to, at.part.delimiters)) {
    return { impossible: "A value can't hold one of the characters that separate X12's elements." };
  }
  return [{ span: spanOf(at.part, at.start, at.end), newText: to }];
}

function serviceSegmentOf({ part, span }: ServiceLine): Segment | undefined {
  if (!(part instanceof X12Part)) return undefined;
  return segmentsOf(part).find(({ id, start, end }) => id === sv1 && start >= span.start && end <= span.end);
}

const sv1 = segmentId("SV1");

const unwritableFields: Readonly<Record<SettableField, string>> = {
  payer: "X12 names the payer in the subscriber loop (SBR09 and NM1*PR), which governs other claims too.",
  usedAmountPtSlp: "X12 has no place for the amount used.",
  usedAmountOt: "X12 has no place for the amount used.",
  note: "A note of the claim stands in an NTE segment, which the billing system writes.",
};

/** The place of SV101-3, counted from 0. */
const firstSlot = 2;
const slotCount = 4;

function writeModifiers(service: Segment, to: readonly string[]): readonly PartEdit[] | Impossible {
  if (to.length > slotCount) {
    return { impossible: "A service line of X12 has room for four modifiers, SV101-3 to SV101-6." };
  }
  if (!to.every((modifier) => isWritable(modifier, service.part.delimiters))) {
    return { impossible: "A modifier can't hold one of the characters that separate X12's elements." };
  }
  const components = service.rawComponents(1);
  const slots = components.slice(firstSlot, firstSlot + slotCount);
  const old = slots.map((slot) => textIn(service, slot));
  if (isSame(old.filter(Boolean), to)) return [];
  if (components.length < firstSlot) return [appendComponents(service, ["", ...to])];
  // Where a description follows, or empty places are written out, the number of places stays as it is.
  const isPadded = components.length > firstSlot + slotCount || old.at(-1) === "";
  const padding = isPadded ? emptySlots(Math.max(0, old.length - to.length)) : [];
  return editSlots(service, components, { old, now: [...to, ...padding] });
}

/** Leaves alone what both begin and end with; replaces, removes or inserts what lies between. */
function editSlots(
  service: Segment,
  components: readonly Place[],
  { old, now }: { old: readonly string[]; now: readonly string[] },
): readonly PartEdit[] {
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)) sameAtEnd++;
  const replacedTo = shorter - sameAtEnd;
  const slotAt = (index: number): Place => components[firstSlot + index] ?? service;
  const edits: PartEdit[] = [];
  for (let index = same; index < replacedTo; index++) {
    if (old[index] !== now[index]) edits.push(editAt(service, slotAt(index), now[index] ?? ""));
  }
  const before = slotAt(replacedTo - 1).end;
  if (now.length > old.length) {
    const inserted = now.slice(replacedTo, now.length - sameAtEnd);
    edits.push(editAt(service, { start: before, end: before }, separated(service, inserted)));
  } else if (old.length > now.length) {
    edits.push(editAt(service, { start: before, end: slotAt(old.length - sameAtEnd - 1).end }, ""));
  }
  return edits;
}

function writeUnits(service: Segment, to: number): readonly PartEdit[] | Impossible {
  if (!Number.isFinite(to)) return { impossible: "This is not a number of units." };
  if (service.has(3, "MJ")) return { impossible: "SV103 says that SV104 counts minutes, not units." };
  const unit = service.element(3);
  const hasUnit = unit !== undefined && unit.end > unit.start;
  const { element } = service.part.delimiters;
  if (hasUnit) return [setElement(service, 4, String(to))];
  if (service.element(4) !== undefined) return [setElement(service, 3, "UN"), setElement(service, 4, String(to))];
  return [setElement(service, 3, `UN${element}${to}`)];
}

function writeProcedure(service: Segment, to: string): readonly PartEdit[] | Impossible {
  if (!isWritable(to, service.part.delimiters))
    return { impossible: "A code can't hold one of the characters that separate X12's elements." };
  const code = service.rawComponents(1)[1];
  if (code !== undefined) return [editAt(service, code, to)];
  return [appendComponents(service, [to])];
}

/** Behind what SV101 holds, which is at most the kind of code. */
function appendComponents(service: Segment, components: readonly string[]): PartEdit {
  const composite = service.element(1);
  if (composite === undefined || composite.start === composite.end) {
    return setElement(service, 1, `HC${separated(service, components)}`);
  }
  return editAt(service, { start: composite.end, end: composite.end }, separated(service, components));
}

function editAt(service: Segment, place: Place, newText: string): PartEdit {
  return { span: spanOf(service.part, place.start, place.end), newText };
}

/** Each with the separator before it. */
function separated(service: Segment, components: readonly string[]): string {
  return components.map((component) => service.part.delimiters.component + component).join("");
}

function emptySlots(count: number): readonly string[] {
  return Array.from({ length: count }, () => "");
}

function isSame(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((one, index) => one === second[index]);
}

function textIn(service: Segment, place: Place): string {
  return textAt(service.part, place).trim().toUpperCase();
}

/** Empty text would leave a gap that is read as no modifier. */
function isWritable(text: string, { element, component, repetition, terminator }: Delimiters): boolean {
  return (
    text.trim() !== "" &&
    ![element, component, repetition, terminator].some((one) => one !== undefined && text.includes(one))
  );
}
