import type { Claim } from "../model/claim.ts";
import type { ModifierMark, SuppressionMark } from "./audit-marks.ts";
import { withoutPersons } from "./persons.ts";
import { looksLikeCode } from "../model/procedure-code.ts";
import { visible } from "../text/visible.ts";

/** What is no code may be a name, which is not shown. */
export function codeOf({ line }: Pick<ModifierMark, "line">): string {
  return looksLikeCode(line.procedure.value) ? line.procedure.value : "";
}

/** As it was written, or without what names a person. */
export function shownReason({ directive }: SuppressionMark, claims: readonly Claim[], showsIds: boolean): string {
  const { reason = "" } = directive;
  return showsIds ? visible(reason) : withoutPersons(reason, claims);
}

/** Names of rules are shown; whatever else was written in their place is not. */
export function silencedBy({ directive }: SuppressionMark): readonly string[] {
  return directive.rules.map(({ value }) => (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(value) ? value : "···"));
}
