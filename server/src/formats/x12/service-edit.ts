import { isKnownModifier } from "../../data/modifiers.ts";
import type { Impossible } from "../../model/change.ts";
import type { PartEdit } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import type { Delimiters } from "./delimiters.ts";
import { setElement } from "./element-edit.ts";
import type { Place } from "./place.ts";
import type { Segment } from "./segment.ts";
import { elementName, elementsOfService } from "./service-elements.ts";
import { textAt } from "./values.ts";

/** The place of the first modifier in its composite, SV101-3 or SV202-3, counted from 0. */
const firstSlot = 2;
const slotCount = 4;

export function writeModifiers(service: Segment, to: readonly string[]): readonly PartEdit[] | Impossible {
  const at = elementsOfService(service);
  if (to.length > slotCount) {
    const name = elementName(at, at.procedure);
    return { impossible: `A service line of X12 has room for four modifiers, ${name}-3 to ${name}-6.` };
  }
  if (!to.every((modifier) => isWritable(modifier, service.part.delimiters))) {
    return { impossible: "A modifier can't hold one of the characters that separate X12's elements." };
  }
  const components = service.rawComponents(at.procedure);
  const slots = components.slice(firstSlot, firstSlot + slotsRead(service, components));
  const old = slots.map((slot) => textIn(service, slot));
  if (isSame(old.filter(Boolean), to)) return [];
  if (components.length < firstSlot) return [appendComponents(service, ["", ...to])];
  // Where a description follows, or empty places are written out, the number of places stays as it is.
  const isPadded = components.length > firstSlot + slots.length || old.at(-1) === "";
  const padding = isPadded ? emptySlots(Math.max(0, old.length - to.length)) : [];
  return editSlots(service, components, { old, now: [...to, ...padding] });
}

/** A fifth modifier stands where the description has its place, as it is read there. */
function slotsRead(service: Segment, components: readonly Place[]): number {
  const behind = components.slice(firstSlot, firstSlot + slotCount + 1).map((place) => textIn(service, place));
  const isFifth = behind.length > slotCount && behind.every(Boolean) && isKnownModifier(behind.at(-1) ?? "");
  return isFifth ? slotCount + 1 : slotCount;
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

export function writeUnits(service: Segment, to: number): readonly PartEdit[] | Impossible {
  const at = elementsOfService(service);
  const [unitName, quantityName] = [elementName(at, at.unit), elementName(at, at.quantity)];
  if (!Number.isFinite(to)) return { impossible: "This is not a number of units." };
  if (service.has(at.unit, "MJ"))
    return { impossible: `${unitName} says that ${quantityName} counts minutes, not units.` };
  const unit = service.element(at.unit);
  const hasUnit = unit !== undefined && unit.end > unit.start;
  const { element } = service.part.delimiters;
  if (hasUnit) return [setElement(service, at.quantity, String(to))];
  if (service.element(at.quantity) !== undefined)
    return [setElement(service, at.unit, "UN"), setElement(service, at.quantity, String(to))];
  return [setElement(service, at.unit, `UN${element}${to}`)];
}

export function writeProcedure(service: Segment, to: string): readonly PartEdit[] | Impossible {
  if (!isWritable(to, service.part.delimiters))
    return { impossible: "A code can't hold one of the characters that separate X12's elements." };
  const code = service.rawComponents(elementsOfService(service).procedure)[1];
  if (code !== undefined) return [editAt(service, code, to)];
  return [appendComponents(service, [to])];
}

/** Behind what the composite holds, which is at most the kind of code. */
function appendComponents(service: Segment, components: readonly string[]): PartEdit {
  const { procedure } = elementsOfService(service);
  const composite = service.element(procedure);
  if (composite === undefined || composite.start === composite.end) {
    return setElement(service, procedure, `HC${separated(service, components)}`);
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
export function isWritable(text: string, { element, component, repetition, terminator }: Delimiters): boolean {
  return (
    text.trim() !== "" &&
    ![element, component, repetition, terminator].some((one) => one !== undefined && text.includes(one))
  );
}
