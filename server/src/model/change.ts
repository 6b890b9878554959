import type { Claim, ServiceLine } from "./claim.ts";
import { isAssistantModifier, isPlanModifier } from "./discipline.ts";

/** What a fix does to a claim, in billing words. A format's `write` turns it into edits of its own text. */
export type Change =
  | { readonly kind: "modifiers"; readonly line: ServiceLine; readonly to: readonly string[] }
  | { readonly kind: "units"; readonly line: ServiceLine; readonly to: number }
  | { readonly kind: "procedure"; readonly line: ServiceLine; readonly to: string }
  | { readonly kind: "field"; readonly claim: Claim; readonly field: SettableField; readonly to: string };

/** The claim's own fields that a fix may set; `to` is written as it stands, and may be empty to leave a blank to fill in. */
export type SettableField = "payer" | "usedAmountPtSlp" | "usedAmountOt";

/** A change that a format cannot write, with the reason in words for the user. */
export interface Impossible {
  readonly impossible: string;
}

/** The change that adds a modifier where convention puts it: plan first, assistant second, KX and notices last. */
export function addModifier(line: ServiceLine, modifier: string): Change {
  const present = line.modifiers.map((field) => field.value);
  return { kind: "modifiers", line, to: present.toSpliced(placeFor(modifier, present), 0, modifier) };
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
