import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { coverage, renderCoverage } from "../../server/src/rules/coverage.ts";
import { ruleTexts } from "../../server/src/rules/registry.ts";
import { statements } from "../../server/src/rules/statements.ts";
import { topics } from "../../server/src/rules/topics.ts";

const list = resolve(import.meta.dirname, "../../../shared/domain/seed-claims.md");
/** Noise, boilerplate and marketing, and one that is not to be repeated. */
const leftOut = ["A25", "A40", "A41", "B17", "B23"];
const ids = [...numbered("A", 41), ...numbered("B", 23)].filter((id) => !leftOut.includes(id));

describe("What is commonly said about KX and therapy claims", () => {
  it("is listed whole, each statement once", () => {
    assert.deepEqual(
      statements.map(({ id }) => id),
      ids,
    );
  });

  it("is carried by a rule or a topic, every statement of it", () => {
    const lost = coverage().filter(({ rules, topics: texts }) => rules.length + texts.length === 0);
    assert.deepEqual(
      lost.map(({ id }) => id),
      [],
    );
  });

  it("is named by rules and topics under ids that exist", () => {
    const known = new Set(ids);
    const carried = [
      ...[...ruleTexts.values()].flatMap(({ docs }) => docs.statements ?? []),
      ...[...topics.values()].flatMap((topic) => topic.statements),
    ];
    assert.deepEqual(
      carried.filter((id) => !known.has(id)),
      [],
    );
  });

  it("stands on the page of coverage, with who carries it, and with what no claim can tell", () => {
    const page = renderCoverage();
    for (const id of ids) assert.match(page, new RegExp(`\\*\\*${id}\\*\\* .* → \\S`), id);
    assert.match(page, /## Not to be known from a claim\n\n- Whether the care is medically necessary/);
  });

  it("is what the list holds that it was written from (skipped where that does not lie beside the checkout)", function () {
    if (!existsSync(list)) this.skip();
    const named = [...readFileSync(list, "utf8").matchAll(/^\| ([AB]\d+) \|/gm)].map(([, id]) => id ?? "");
    assert.deepEqual(
      named.filter((id) => !leftOut.includes(id)),
      ids,
    );
  });
});

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => letter + String(index + 1));
}
