import type { ServiceLine } from "../../model/claim.ts";

const sameFields = ["units", "charge", "note", "placeOfService", "revenueCode", "dateThrough"] as const;

/** Two lines of one code and date that say the same in all else, but for who treated; modifiers in any order. */
export function areEqual(first: ServiceLine, second: ServiceLine): boolean {
  return (
    sameFields.every((name) => first[name]?.value === second[name]?.value) &&
    inWords(first.minutes) === inWords(second.minutes) &&
    inWords(first.modifiers, true) === inWords(second.modifiers, true)
  );
}

function inWords(fields: readonly { readonly value: string | number }[], inAnyOrder = false): string {
  const words = fields.map(({ value }) => String(value));
  return (inAnyOrder ? words.sort() : words).join(" ");
}
