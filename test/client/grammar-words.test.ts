import assert from "node:assert/strict";
import { modifiers } from "../../server/src/data/modifiers.ts";
import { columnTexts } from "../../server/src/formats/superbill/column-names.ts";
import { fieldTexts } from "../../server/src/formats/superbill/field-names.ts";
import grammar from "../../syntaxes/superbill.tmLanguage.json" with { type: "json" };

const { label, note, diagnoses, header, procedure } = grammar.repository;

/** What a person sees coloured is what the server reads. `npm run generate` writes its words. */
describe("the superbill grammar", () => {
  for (const { field, labels } of fieldTexts.filter((text) => text.field !== "ignored")) {
    it(`knows the labels of ${field}`, () => {
      const patterns = [label.match, note.match, diagnoses.begin].map(expression);
      const unknown = labels.filter((one) => !patterns.some((pattern) => pattern.test(`${one}: `)));
      assert.deepEqual(unknown, []);
    });
  }

  for (const { kind, names } of columnTexts.filter((text) => text.kind !== "ignored")) {
    it(`knows the names of the column ${kind}`, () => {
      const [column] = header.patterns;
      const pattern = expression(column?.match ?? "");
      const words = names.map((name) => name.replace(/[.:]+$/, ""));
      assert.deepEqual(
        words.filter((name) => !pattern.exec(name)?.[0].startsWith(name)),
        [],
      );
    });
  }

  it("tells the classes of modifiers apart", () => {
    const scopeByGroup: Partial<Record<string, string>> = {
      plan: "keyword.other.modifier.plan.superbill",
      assistant: "entity.name.type.modifier.assistant.superbill",
      threshold: "keyword.control.modifier.attesting.superbill",
      notice: "keyword.control.modifier.attesting.superbill",
      "distinct-service": "keyword.control.modifier.attesting.superbill",
    };
    const scopeOf = (modifier: string): string | undefined =>
      procedure.patterns.find(({ match }) => expression(`^(?:${match})$`).test(modifier))?.name;
    for (const { modifier, group } of modifiers) {
      assert.equal(scopeOf(modifier), scopeByGroup[group] ?? "storage.modifier.superbill", modifier);
    }
  });
});

/** A grammar says by `(?i)` what JavaScript says by a flag. */
function expression(pattern: string): RegExp {
  return new RegExp(pattern.replace("(?i)", ""), "i");
}
