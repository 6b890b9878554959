import assert from "node:assert/strict";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import type { Format } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { spanOf } from "../../server/src/text/span.ts";
import { markedText, unmarked } from "./marked-text.ts";
import { parsePage } from "./page.ts";
import { environmentOf, open, updatePage } from "./spec.ts";

/** No format of ours finds a fault in nothing. */
const findingNothing: Format = {
  ...superbillFormat,
  *readInSteps(text) {
    const { parts } = yield* superbillFormat.readInSteps(text);
    const problems = parts.map((part) => ({
      rule: "not-read-yet" as const,
      span: spanOf(part, 0, 0),
      message: "nothing",
    }));
    return { parts, problems };
  },
};

const environment = {
  settings: { ...defaultSettings, payer: "medicare-b", only: ["therapy-modifier-missing", "not-read-yet"] },
  today: "2026-04-01",
} as const;

const page = [
  "---",
  "used: PT/SLP 2000.00, OT 0.50",
  "rules: units-invalid, code-deleted",
  "---",
  "# A rule",
  "```ts",
  "not an example",
  "```",
  "## First",
  "```superbill",
  "DOS: 2026-03-02",
  "97161 x1",
  "```",
  "```superbill Add GP",
  "old",
  "```",
  "## Second",
  "```x12 joined",
  "ISA~",
  "GS~",
  "```",
  "",
].join("\n");

describe("a page of examples", () => {
  it("holds examples under their headings, each with the files after its fixes", () => {
    const { examples } = parsePage(page);
    assert.deepEqual(
      examples.map(({ heading, language, isJoined, body }) => [heading, language, isJoined, body]),
      [
        ["First", "superbill", false, "DOS: 2026-03-02\n97161 x1"],
        ["Second", "x12", true, "ISA~\nGS~"],
      ],
    );
    assert.deepEqual(
      examples.map(({ fixed }) => fixed.map(({ title, body }) => [title, body])),
      [[["Add GP", "old"]], []],
    );
  });

  it("says in its front matter what is used and which rules run", () => {
    const stated = environmentOf(parsePage(page), "units-invalid");
    assert.deepEqual(stated.openingAmounts, { "PT/SLP": 200_000, OT: 50 });
    assert.deepEqual(stated.settings.only, ["units-invalid", "code-deleted"]);
    assert.equal(stated.settings.payer, "medicare-b");
  });

  it("is judged for Medicare Part B with nothing used where it says nothing, with the rules that share a fault", () => {
    const silent = environmentOf(parsePage("# A rule\n"), "kx-missing-above-threshold");
    assert.deepEqual(silent.openingAmounts, { "PT/SLP": 0, OT: 0 });
    assert.deepEqual(silent.settings.only, ["kx-missing-above-threshold", "kx-with-abn", "kx-dropped"]);
    assert.equal(silent.today, "2026-04-01");
  });

  it("can leave the payer and the used amount unknown, and let every rule run", () => {
    const open = environmentOf(parsePage("---\npayer: unknown\nused: unknown\nrules: all\n---\n"), "code-deleted");
    assert.equal(open.openingAmounts, undefined);
    assert.equal(open.settings.payer, undefined);
    assert.equal(open.settings.only, undefined);
  });

  it("does not begin with the outcome of a fix", () => {
    assert.throws(() => parsePage("```superbill Add GP\n97161 GP x1\n```\n"), /stands before any example/);
  });

  it("is written anew with the markers and files that are produced", () => {
    const text = "```superbill\nDOS: 2026-03-02\n97161 x1\n97165 x1\n```\n\n```superbill Add GP\nold\n```\n";
    const first = "97161 x1\n^^^^^ error: 97161 needs GP · Add GP (safe)\n";
    const second = "97165 x1\n^^^^^ error: 97165 needs GO · Add GO (safe)\n";
    assert.equal(
      updatePage(text, parsePage(text), environment),
      `\`\`\`superbill\nDOS: 2026-03-02\n${first}${second}\`\`\`\n\n` +
        `\`\`\`superbill Add GP\nDOS: 2026-03-02\n97161 GP x1\n${second}\`\`\`\n\n` +
        `\`\`\`superbill Add GO\nDOS: 2026-03-02\n${first}97165 GO x1\n\`\`\`\n`,
    );
  });
});

describe("a marked text", () => {
  it("keeps tabs before the carets, so that they stand under their words", () => {
    const text = "DOS: 2026-03-02\nDate\tCode\tUnits\n2026-03-02\t97161\t1";
    const marked = markedText(open("superbill", text, environment), false);
    assert.match(marked, /\n {10}\t\^{5} error: 97161 needs GP/);
    assert.equal(unmarked(marked, false), text);
  });

  it("marks an empty span with one caret that says so", () => {
    const document = Document.create("file:///a", "superbill", 0, "\n97161");
    const marked = markedText(openSnapshot(document, findingNothing, environment), false);
    assert.match(marked, /^\n\^ \(empty\) information: .*\n97161$/);
    assert.equal(unmarked(marked, false), "\n97161");
  });

  it("shows joined X12 one segment a line, and reads it back in one", () => {
    assert.equal(unmarked("ISA~\n^^^ error: no\nGS~", true), "ISA~GS~");
    assert.equal(
      markedText(open("x12", "ISA~GS~", { ...environment, settings: { ...defaultSettings, only: [] } }), true),
      "ISA~\nGS~",
    );
  });
});
