import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { format, resolveConfig } from "prettier";
import { ruleTexts, rules } from "../../server/src/rules/registry.ts";
import { type Measurement, measureAccuracy, precisionOf, recallOf, renderAccuracy } from "./accuracy.ts";
import { faults } from "./faults.ts";

const page = resolve(import.meta.dirname, "../../docs/accuracy.md");
const bar = 0.99;

describe("The accuracy of the rules on synthetic visits", () => {
  let measurement: Measurement;
  before(function () {
    this.timeout(120_000);
    measurement = measureAccuracy();
  });

  it(`has precision and recall of at least ${String(bar)} for every rule of severity error`, () => {
    const below = measurement.accuracies
      .filter(({ rule }) => ruleTexts.get(rule)?.severity === "error")
      .filter((accuracy) => precisionOf(accuracy) < bar || recallOf(accuracy) < bar);
    assert.deepEqual(below, []);
  });

  it("is measured with a fault for every rule of severity error that looks at claims", () => {
    const planted = new Set(faults.map(({ rule }) => rule));
    const without = rules.filter(({ id, severity }) => severity === "error" && !planted.has(id)).map(({ id }) => id);
    assert.deepEqual(without, []);
  });

  it("plants each fault in some visit, and names only rules that exist", () => {
    for (const { rule, also } of faults) {
      const planted = measurement.accuracies.find((accuracy) => accuracy.rule === rule)?.planted ?? 0;
      assert.ok(planted > 0, rule);
      for (const id of [rule, ...also]) assert.ok(ruleTexts.has(id), id);
    }
  });

  it("is what docs/accuracy.md says", async () => {
    const text = await format(renderAccuracy(measurement), { ...(await resolveConfig(page)), filepath: page });
    assert.equal(readFileSync(page, "utf8"), text, "docs/accuracy.md is stale: run npm run accuracy");
  });
});
