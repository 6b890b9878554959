import { addModifier, modifiersWithout } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { Fix, OfferedFix } from "../rule.ts";
import { attestedByAdding, attestedByRemoving } from "./attestation.ts";
import { andList } from "./words.ts";

/** A CMS-1500 line and an X12 service segment have four places for modifiers. */
export const places = 4;

/** The fix, where the line has room for so many modifiers more. */
export function whereRoomFor(count: number, line: ServiceLine, fix: OfferedFix): Fix {
  if (line.modifiers.length + count <= places) return fix;
  return { title: fix.title, unavailable: "a line carries at most four modifiers" };
}

/** Adds the modifier where convention puts it; a person confirms what it states. `own` is what a rule says otherwise. */
export function offerToAdd(modifier: string, line: ServiceLine, own: Partial<OfferedFix> = {}): Fix {
  return whereRoomFor(1, line, {
    title: `Add ${modifier}`,
    safety: "review",
    changes: [addModifier(line, modifier)],
    ...attestedByAdding(modifier),
    ...own,
  });
}

/** Takes the modifiers off the line, however often they stand there. */
export function offerToRemove(
  modifiers: readonly string[],
  line: ServiceLine,
  own: Partial<OfferedFix> = {},
): OfferedFix {
  return {
    title: `Remove ${andList(modifiers)}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to: modifiersWithout(line, modifiers) }],
    ...attestedByRemoving(...modifiers),
    ...own,
  };
}
