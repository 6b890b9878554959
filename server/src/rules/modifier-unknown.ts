import { replaceModifier } from "../model/change.ts";
import { type ServiceLine, hasModifier } from "../model/claim.ts";
import { type Fix, defineRule } from "./rule.ts";
import { attestedByAdding } from "./support/attestation.ts";
import { orList } from "./support/words.ts";

export const modifierUnknown = defineRule({
  id: "modifier-unknown",
  severity: "warning",
  docs: {
    summary: "Something in a modifier's place is no modifier, and looks like a slip of the keys.",
    why:
      "A modifier is two letters or digits from the CPT or HCPCS list. What no list knows is rejected, and often it is a transposed " +
      "pair, such as PG for GP, so that the modifier which was meant is missing. There are hundreds of real modifiers, and payers " +
      "have their own; so only malformed ones and near misses of therapy modifiers are found.",
    applies: "Every payer and date.",
    incorrect: "DOS: 2026-03-02\n97110 PG x2",
    correct: "DOS: 2026-03-02\n97110 GP x2\n97140 GP RT x1",
    sources: [
      { title: "HCPCS Level II and CPT modifier lists" },
      { title: "Remark code M78 (missing or invalid modifier)" },
    ],
  },

  checkLine(line, context, report) {
    const { modifiers } = line;
    for (const field of modifiers) {
      const near = context.modifiersLike(field.value);
      const isMalformed = !/^[A-Z0-9]{2}$/.test(field.value);
      if (near.length === 0 && !isMalformed) continue;
      // What has not a modifier's shape may be a name, which no message repeats.
      const found = isMalformed ? "This" : field.value;
      const reason = near.length > 0 ? `was ${orList(near)} meant?` : "one has two letters or digits";
      report(field, `${found} is no modifier; ${reason}`, { fixes: fixesFor(line, modifiers.indexOf(field), near) });
    }
  },
});

function fixesFor(line: ServiceLine, index: number, near: readonly string[]): readonly Fix[] {
  const found = line.modifiers[index]?.value ?? "";
  const candidates = near.filter((modifier) => !hasModifier(line, modifier));
  return candidates.map((modifier) => fixFor(line, index, found, modifier));
}

function fixFor(line: ServiceLine, index: number, found: string, modifier: string): Fix {
  return {
    title: `Replace ${found} by ${modifier}`,
    safety: "review",
    changes: [replaceModifier(line, index, modifier)],
    ...attestedByAdding(modifier),
  };
}
