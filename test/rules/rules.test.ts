import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import type { ProblemId } from "../../server/src/model/problem.ts";
import { ownership } from "../../server/src/rules/order.ts";
import { problems, ruleTexts, rules } from "../../server/src/rules/registry.ts";
import { parsePage } from "./page.ts";
import { assertFixesKeepPromises, assertNobodyIsNamed } from "./promises.ts";
import {
  environmentOf,
  offeredFixes,
  open,
  openExample,
  produce,
  produceFixed,
  updatePage,
  withAllRules,
} from "./spec.ts";

const folder = new URL("./", import.meta.url);
const pages = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name.slice(0, -".md".length), readFileSync(new URL(name, folder), "utf8")]),
);

/** A line that enters a bucket then needs KX: a safe fix must not bring it there. */
const usedUp = { "PT/SLP": 400_000, OT: 400_000 };

const problemIds: Readonly<Record<ProblemId, true>> = {
  "unreadable-line": true,
  "unreadable-cell": true,
  "unreadable-field": true,
  "unreadable-page": true,
  "unknown-field": true,
  "date-invalid": true,
  "date-without-year": true,
  "x12-envelope": true,
  "x12-guide-differs": true,
  "x12-lower-case-id": true,
  "not-read-yet": true,
  "directive-without-reason": true,
  "directive-unused": true,
  "directive-unknown-rule": true,
};

describe("the registry of rules", () => {
  it("has a page of examples for every rule and every problem, and no page beside", () => {
    assert.deepEqual([...pages.keys()].sort(), [...ruleTexts.keys()].sort());
  });

  it("has a text for every problem that a format or the linter can report", () => {
    assert.deepEqual(problems.map(({ id }) => id).sort(), Object.keys(problemIds).sort());
  });

  it("names each rule once", () => {
    assert.equal(ruleTexts.size, rules.length + problems.length);
  });

  it("lets only rules that exist own a fault", () => {
    for (const id of ownership.flat()) assert.ok(ruleTexts.has(id), id);
  });
});

for (const [id, text] of pages) {
  const rule = ruleTexts.get(id);
  const page = parsePage(text);
  const environment = environmentOf(page, id);

  describe(`test/rules/${id}.md`, () => {
    if (process.env["UPDATE_SPECS"] === "1") {
      it("is written anew; the difference is to be read", () => {
        writeFileSync(new URL(`${id}.md`, folder), updatePage(text, page, environment));
      });
      return;
    }

    for (const example of page.examples) {
      it(example.heading, () => {
        assert.equal(produce(example, environment), example.body);
        for (const fence of example.fixed) {
          assert.equal(produceFixed(example, fence.title, environment), fence.body, `after "${fence.title}"`);
        }
      });

      it(`${example.heading}: fixes keep their promises, and nobody is named`, () => {
        for (const surroundings of [environment, { ...environment, openingAmounts: usedUp }]) {
          const snapshot = openExample(example, withAllRules(surroundings));
          assertFixesKeepPromises(snapshot);
          assertNobodyIsNamed(snapshot);
          assert.deepEqual(snapshot.failures, []);
        }
      });
    }

    it("finds something, and shows each fix once in full", () => {
      const findings = page.examples.flatMap((example) => openExample(example, environment).findings);
      assert.ok(findings.some((finding) => finding.rule === id));
      const offered = page.examples.flatMap((example) => offeredFixes(openExample(example, environment)));
      const shown = new Set(page.examples.flatMap((example) => example.fixed.map((fence) => fence.title)));
      assert.deepEqual(
        [...new Set(offered.map(({ fix }) => fix.title))].filter((title) => !shown.has(title)),
        [],
      );
    });

    it("gives exactly one finding for the incorrect example of its docs, and none for the correct one", () => {
      assert.ok(rule);
      const { language = "superbill", incorrect, correct, beside } = rule.docs;
      const folder = { ...withAllRules(environment), ...(beside && { beside: [beside] }) };
      const findingsOf = (excerpt: string): readonly string[] =>
        open(language, excerpt, folder).findings.map((finding) => finding.rule);
      assert.deepEqual(findingsOf(incorrect), [id]);
      assert.deepEqual(findingsOf(correct), []);
    });
  });
}
