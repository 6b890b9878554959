/**
 * By which implementation guide, such as 005010X222A1, a transaction is read. `837` is one of claims whose version names no guide: each
 * claim is then read by what its service lines are.
 */
export type Guide = "837P" | "837I" | "837" | "835" | "271" | "unread";

/** Whether the guide is one of claims. */
export function readsClaims(guide: Guide | undefined): boolean {
  return guide === "837P" || guide === "837I" || guide === "837";
}

/** Remittances and eligibility answers are known by their kind alone where the version names no guide. */
export function guideOf(set: string, version: string): Guide {
  if (set === "837") return guideOfClaims(version);
  const isUnnamed = !namesGuide(version);
  if (set === "835" && (isUnnamed || /^00(5010X221|4010X091)/.test(version))) return "835";
  return set === "271" && (isUnnamed || /^00(5010X279|4010X092)/.test(version)) ? "271" : "unread";
}

function guideOfClaims(version: string): Guide {
  if (/^00(5010X222|4010X098)/.test(version)) return "837P";
  if (/^00(5010X223|4010X096)/.test(version)) return "837I";
  return namesGuide(version) ? "unread" : "837";
}

/** Whether a version says which transaction it is of: `005010X222A1` does, `005010` and `00501` don't. */
export function namesGuide(version: string): boolean {
  return /X\d{3}/.test(version);
}

/** What a transaction is called: `837I (005010X223A2)`, `835 (005010X221A1)`. */
export function transactionName(set: string, version: string): string {
  const kind = claimKinds.find(([pattern]) => set === "837" && pattern.test(version))?.[1] ?? set;
  const name = /^\d{3}[ID]?$/.test(kind) ? kind : "This transaction";
  return /^[\dX]\w{4,11}$/.test(version) ? `${name} (${version})` : name;
}

const claimKinds: readonly (readonly [RegExp, string])[] = [
  [/X(223|096)/, "837I"],
  [/X(224|097)/, "837D"],
];
