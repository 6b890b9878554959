import assert from "node:assert/strict";
import { ruleTexts } from "../../server/src/rules/registry.ts";
import {
  renderRuleHover,
  renderRuleList,
  renderRulePage,
  renderRuleTable,
  renderSettingDescription,
} from "../../server/src/rules/render.ts";
import { defineProblem } from "../../server/src/rules/rule.ts";

const plain = defineProblem({
  id: "units-invalid",
  severity: "error",
  docs: {
    summary: "Units | zero.",
    why: "A line bills at least one.",
    applies: "Every payer.",
    incorrect: "97110 GP x0",
    correct: "97110 GP x1",
    sources: [{ title: "Manual" }, { title: "Law" }],
  },
});

const x12 = defineProblem({
  ...plain,
  id: "x12-envelope",
  docs: { ...plain.docs, remedy: "Count again.", language: "x12", incorrect: "SE*1~", correct: "SE*2~" },
});

describe("the text of a rule", () => {
  it("is a page with its reason, its examples and its sources", () => {
    assert.equal(
      renderRulePage(plain),
      [
        "# units-invalid",
        "**error** · Units | zero.",
        "A line bills at least one.",
        "**Applies to.** Every payer.",
        "## Incorrect",
        "```superbill\n97110 GP x0\n```",
        "## Correct",
        "```superbill\n97110 GP x1\n```",
        "## Sources",
        "- Manual\n- Law\n",
      ].join("\n\n"),
    );
  });

  it("says on its page what to do, where the fixes do not, and in which language the examples are", () => {
    const page = renderRulePage(x12);
    assert.match(page, /\n\n\*\*What to do\.\*\* Count again\.\n\n/);
    assert.match(page, /```x12\nSE\*1~\n```/);
  });

  it("is a hover that ends with the sources", () => {
    assert.equal(
      renderRuleHover(x12),
      "**x12-envelope** · Units | zero.\n\nA line bills at least one.\n\nCount again.\n\n*Every payer.*\n\nSources: Manual · Law",
    );
  });

  it("is a row of the README's table, whatever characters it holds", () => {
    assert.equal(
      renderRuleTable([plain]),
      "| Rule | Severity | What is wrong |\n| --- | --- | --- |\n" +
        "| [units-invalid](docs/rules/units-invalid.md) | error | Units \\| zero. |",
    );
  });

  it("is a line of a list in columns, which may be empty", () => {
    assert.equal(
      renderRuleList([plain, x12]),
      "units-invalid  error  Units | zero.\nx12-envelope   error  Units | zero.",
    );
    assert.equal(renderRuleList([]), "");
  });

  it("is the description of a setting", () => {
    assert.equal(renderSettingDescription(plain), "Units | zero. Its own severity: error.");
  });

  it("is written in full for every rule: sentences, two to five of reason, and no hint of a template", () => {
    for (const { id, docs } of ruleTexts.values()) {
      const sentences = docs.why.split(/(?<=[.?!]) (?=[A-Z0-9])/).length;
      assert.ok(sentences >= 2 && sentences <= 5, `${id}: why has ${String(sentences)} sentences`);
      for (const text of [docs.summary, docs.why, docs.applies, docs.remedy ?? "."]) {
        assert.match(text, /[.?!]$/, `${id}: "${text}"`);
        assert.doesNotMatch(text, / {2}|\n/, id);
      }
      assert.ok(docs.sources.length > 0, id);
    }
  });
});
