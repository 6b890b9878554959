import type { Field } from "../text/span.ts";
import type { Claim, Minutes, ServiceLine } from "./claim.ts";
import type { CalendarDate } from "./date.ts";
import { isAssistantModifier, isPlanModifier } from "./discipline.ts";
import type { Cents } from "./money.ts";

/** What a fix does to a claim, in billing words. A format's `write` turns it into edits of its own text. */
export type Change =
  | { readonly kind: "modifiers"; readonly line: ServiceLine; readonly to: readonly string[] }
  | { readonly kind: "units"; readonly line: ServiceLine; readonly to: number }
  | { readonly kind: "procedure"; readonly line: ServiceLine; readonly to: string }
  /** The text of one value, and nothing else, becomes `to`, written as it stands. */
  | { readonly kind: "value"; readonly of: Claim; readonly at: Field<unknown>; readonly to: string }
  /** The line goes, with everything that belongs to it. */
  | { readonly kind: "removal"; readonly line: ServiceLine }
  /** One line becomes two, the second right behind the first; what a share does not state stays on both. */
  | { readonly kind: "split"; readonly line: ServiceLine; readonly into: readonly [Share, Share] }
  /** The claim's list of occurrence codes gets this one, with its date, as its last. */
  | { readonly kind: "occurrence"; readonly claim: Claim; readonly code: string; readonly date: CalendarDate }
  | { readonly kind: "field"; readonly claim: Claim; readonly field: SettableField; readonly to: string };

/** One of the two lines that a line is split into. */
export interface Share {
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Undefined where the line states no charge. */
  readonly charge: Cents | undefined;
  /** Where the line states one, and the share has not the whole of it. */
  readonly allowedAmount?: Cents;
  /** Undefined where the line states no minutes. */
  readonly minutes: readonly { readonly of: Minutes; readonly value: number }[] | undefined;
  /** Where the two are of different dates. */
  readonly dateOfService?: CalendarDate;
}

/** The claim's own fields that a fix may set; `to` is written as it stands, and may be empty to leave a blank to fill in. */
export type SettableField = "payer" | "usedAmountPtSlp" | "usedAmountOt" | "note";

/** A change that a format cannot write, with the reason in words for the user. */
export interface Impossible {
  readonly impossible: string;
}

/** The change that adds a modifier where convention puts it: plan first, assistant second, KX and notices last. */
export function addModifier(line: ServiceLine, modifier: string): Change {
  return { kind: "modifiers", line, to: modifiersWith(line, modifier) };
}

/** The line's modifiers and this one, where convention puts it. */
export function modifiersWith(line: ServiceLine, modifier: string): readonly string[] {
  const present = line.modifiers.map((field) => field.value);
  return present.toSpliced(placeFor(modifier, present), 0, modifier);
}

/** The line's modifiers but these, however often they stand there. */
export function modifiersWithout(line: ServiceLine, modifiers: readonly string[]): readonly string[] {
  return line.modifiers.map((field) => field.value).filter((value) => !modifiers.includes(value));
}

/** The change that takes the modifier at `index` away. */
export function removeModifier(line: ServiceLine, index: number): Change {
  return { kind: "modifiers", line, to: line.modifiers.map((field) => field.value).toSpliced(index, 1) };
}

/** The change that puts another modifier at `index`. */
export function replaceModifier(line: ServiceLine, index: number, modifier: string): Change {
  return { kind: "modifiers", line, to: line.modifiers.map((field) => field.value).with(index, modifier) };
}

function placeFor(modifier: string, present: readonly string[]): number {
  if (isPlanModifier(modifier)) return 0;
  if (isAssistantModifier(modifier)) return present.findLastIndex(isPlanModifier) + 1;
  return present.length;
}
