import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import type { Edit } from "../../server/src/text/edit.ts";

/** A key that is pressed at a place in a file. */
export interface StrokeKind {
  readonly name: string;
  /** The edit that it makes at the first fitting place at or after the offset; undefined where none follows. */
  at(snapshot: Snapshot, from: number): Edit | undefined;
}

/** The kinds of strokes for a language. Each stands for one that a biller makes, and is taken back by the stroke after it. */
export function strokeKindsFor(language: string): readonly StrokeKind[] {
  return language === "x12" ? x12Kinds : superbillKinds;
}

/** A letter in what governs many claims: the billing provider's name, on a level above all of them. */
export const governingStroke: StrokeKind = {
  name: "billing provider",
  at: (snapshot, from) => insertion(snapshot, from, { find: "NM1*85*2*", skip: 9, text: "A" }),
};

const x12Kinds: readonly StrokeKind[] = [
  {
    name: "digit",
    at(snapshot, from) {
      const service = find(snapshot, "SV1*", from);
      const charge = service < 0 ? -1 : find(snapshot, "*", service + 4);
      return charge < 0 ? undefined : { start: charge + 1, end: charge + 1, newText: "7" };
    },
  },
  {
    name: "letter",
    at(snapshot, from) {
      const who = from % 2 === 0 ? "NM1*IL*1*" : "NM1*82*1*";
      return insertion(snapshot, from, { find: who, skip: who.length, text: "A" });
    },
  },
  { name: "Enter", at: (snapshot, from) => insertion(snapshot, from, { find: "~", skip: 1, text: "\n" }) },
  { name: "terminator", at: (snapshot, from) => deletion(snapshot, find(snapshot, "SV1*", from), "~") },
];

const superbillKinds: readonly StrokeKind[] = [
  { name: "digit", at: (snapshot, from) => insertion(snapshot, from, { find: "\n2026-", skip: 24, text: "1" }) },
  { name: "letter", at: (snapshot, from) => insertion(snapshot, from, { find: "Patient: ", skip: 9, text: "A" }) },
  { name: "Enter", at: (snapshot, from) => insertion(snapshot, from, { find: "\n2026-", skip: 1, text: "\n" }) },
  { name: "terminator", at: (snapshot, from) => deletion(snapshot, find(snapshot, "\n2026-", from) + 1, "\n") },
];

function find({ document }: Snapshot, text: string, from: number): number {
  return document.text.indexOf(text, from);
}

function insertion(
  snapshot: Snapshot,
  from: number,
  wanted: { find: string; skip: number; text: string },
): Edit | undefined {
  const found = find(snapshot, wanted.find, from);
  return found < 0 ? undefined : { start: found + wanted.skip, end: found + wanted.skip, newText: wanted.text };
}

/** Takes away the first such character at or after the place; nothing where the place was not found. */
function deletion(snapshot: Snapshot, from: number, character: string): Edit | undefined {
  const found = from <= 0 ? -1 : find(snapshot, character, from);
  return found < 0 ? undefined : { start: found, end: found + 1, newText: "" };
}
