import assert from "node:assert/strict";
import { hover } from "../../server/src/features/hover.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { ruleTexts } from "../../server/src/rules/registry.ts";
import { Document } from "../../server/src/text/document.ts";
import { remittanceCodes } from "../../server/src/data/remittance-codes.ts";
import { renderCoverage } from "../../server/src/rules/coverage.ts";
import { topics } from "../../server/src/rules/topics.ts";
import { explain } from "../../server/src/cli/explain.ts";
import { UsageError } from "../../server/src/cli/usage.ts";
import { buildCommand, therapyClaims } from "./command.ts";

/** The words of a text, whatever they are set in. */
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe("explain", () => {
  before(buildCommand);

  it("without a word lists every rule with its severity and what is wrong", async () => {
    const { status, stdout } = await therapyClaims(["explain"]);
    const listed = stdout.split("\n\n")[0]?.split("\n") ?? [];
    assert.equal(status, 0);
    assert.deepEqual(
      listed.map((line) => line.split(/ {2,}/)),
      [...ruleTexts.values()].map(({ id, severity, docs }) => [id, severity, docs.summary]).sort(),
    );
  });

  it("tells everything that a rule's text holds", () => {
    for (const { id, docs } of ruleTexts.values()) {
      const told = explain([id]);
      const examples = [docs.incorrect, docs.correct].flatMap((example) => example.split("\n"));
      for (const line of examples) assert.ok(told.includes(line.trimEnd()), `${id}: ${line}`);
      const spoken = words(told).join(" ");
      for (const text of [docs.summary, docs.why, docs.applies, ...docs.sources.map(({ title }) => title)]) {
        assert.ok(spoken.includes(words(text).join(" ")), `${id}: ${text}`);
      }
    }
  });

  it("says of a modifier and a code what the hover says of it", () => {
    const text = "97140 KX";
    const format = formatOf("superbill");
    assert.ok(format);
    const document = Document.create("", "superbill", 0, text);
    const snapshot = openSnapshot(document, format, {
      settings: { ...defaultSettings, only: [] },
      today: "2026-04-01",
    });
    for (const word of text.split(" ")) {
      const answer = hover(snapshot, { line: 0, character: text.indexOf(word) }, { addressOf: (file) => file });
      assert.ok(answer && typeof answer.contents === "object" && "value" in answer.contents);
      assert.deepEqual(words(explain([word])), words(answer.contents.value));
    }
  });

  it("explains what is never found: topics, and the reasons and remarks of remittances", () => {
    for (const { id, title, paragraphs } of topics.values()) {
      const told = words(explain([id])).join(" ");
      for (const text of [title, ...paragraphs]) assert.ok(told.includes(words(text).join(" ")), `${id}: ${text}`);
    }
    for (const { code, kind, meaning, inTherapy } of remittanceCodes) {
      for (const args of [[code], [kind, code], [`${kind.toLowerCase()} ${code}`]]) {
        const told = words(explain(args)).join(" ");
        for (const text of [meaning, inTherapy]) assert.ok(told.includes(words(text).join(" ")), `${code}: ${text}`);
      }
    }
    assert.equal(explain(["CO-119"]), explain(["119"]));
  });

  it("says with --coverage what is checked and what is not", async () => {
    const { status, stdout } = await therapyClaims(["explain", "--coverage"]);
    assert.equal(status, 0);
    assert.equal(words(stdout).join(" "), words(renderCoverage()).join(" "));
  });

  it("takes one word, or the kind of a remittance code before it", () => {
    for (const args of [["GP", "KX"], ["CARC", "119", "16"], ["--coverage", "KX"], ["CARC"]]) {
      assert.throws(() => explain(args), UsageError, args.join(" "));
    }
  });

  it("does not care for upper and lower case", () => {
    assert.equal(explain(["kx"]), explain(["KX"]));
    assert.equal(explain(["g0283"]), explain(["G0283"]));
    assert.equal(explain(["KX-Crossing"]), explain(["kx-crossing"]));
  });

  it("names the nearest rule or modifier for a word that means nothing", () => {
    const message = (word: string): string => {
      try {
        return explain([word]);
      } catch (error) {
        assert.ok(error instanceof UsageError);
        return error.message;
      }
    };
    assert.match(message("therapy-modifer-missing"), /did you mean therapy-modifier-missing\?$/);
    assert.match(message("kx-mising"), /did you mean kx-missing-above-threshold\?$/);
    assert.match(message("pg"), /did you mean GP\?$/);
    assert.match(message("99999"), /'therapy-claims explain' lists the rules$/);
    assert.match(
      message("constructor"),
      /^no rule, topic, modifier, therapy code or remittance code is called 'constructor'/,
    );
  });

  it("leaves no Markdown for the terminal, and fits on it", () => {
    for (const word of [
      ...ruleTexts.keys(),
      ...topics.keys(),
      "GP",
      "KX",
      "97110",
      "97001",
      "CARC 119",
      "--coverage",
    ]) {
      const prose = explain([word])
        .split("\n")
        .filter((line) => !line.startsWith("    "));
      assert.doesNotMatch(prose.join("\n"), /\*\*|```|^\||^#/m, word);
      for (const line of prose) assert.ok(line.length <= 100 || !line.includes(" "), line);
    }
  });

  it("has its headings in bold on a terminal", async () => {
    const { stdout } = await therapyClaims(["explain", "kx-crossing"], { env: { FORCE_COLOR: "1" } });
    assert.ok(stdout.startsWith("\u001b[1mkx-crossing\u001b[22m\n"));
  });
});
