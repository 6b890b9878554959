import assert from "node:assert/strict";
import { escapeMarkdown, table } from "../../server/src/features/hover/markdown.ts";
import { hover } from "../../server/src/features/hover.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { open } from "../rules/spec.ts";
import { client } from "./shown.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" } as const;

/** What would be a link, an image, a script, a heading or a row of a table, if it were read as Markdown. */
const payloads = [
  "[x](command:y)",
  "![x](https://z/)",
  "<img src=x>",
  "<https://z/>",
  "a|b",
  "`x`",
  "**x**",
  "$(alert)",
];

describe("text of a document in a hover", () => {
  it("is escaped where it could do something, and nowhere else", () => {
    assert.equal(escapeMarkdown("SV101-3 · modifier 1, (x) 97110.5"), "SV101-3 · modifier 1, (x) 97110.5");
    assert.equal(escapeMarkdown("a\r\n# b"), "a \\# b");
    assert.equal(escapeMarkdown("http://a www.b x@y"), "http\\://a www\\.b x\\@y");
    for (const payload of payloads) assert.notEqual(escapeMarkdown(payload), payload);
  });

  it("does nothing, in whatever field it stands", () => {
    for (const payload of payloads) {
      const text = [
        `SUPERBILL #1${payload}`,
        `Patient: ${payload}`,
        `Payer: ${payload}`,
        `Dx A: ${payload}`,
        `Note: ${payload}`,
        "Date\tCode\tMods\tUnits\tDx\tCharge\tBy",
        `2026-03-12\t${payload}\t${payload}\t${payload}\t${payload}\t${payload}\t${payload}`,
        "",
      ].join("\n");
      const snapshot = open("superbill", text, environment);
      for (let offset = 0; offset < text.length; offset++) {
        const answer = hover(snapshot, snapshot.document.positionAt(offset), client);
        const markdown = (answer?.contents as { value: string } | undefined)?.value ?? "";
        const unescaped = markdown.replace(/\\./g, "");
        assert.ok(!unescaped.includes(payload), `${payload} at ${offset}: ${markdown}`);
        assert.doesNotMatch(unescaped, /<|\]\(/);
      }
    }
  });
});

describe("a table in a hover", () => {
  it("leaves out what has no value, and is not there without any", () => {
    assert.equal(
      table([
        ["a", "1"],
        ["b", undefined],
      ]),
      "| | |\n| --- | --- |\n| a | 1 |",
    );
    assert.equal(table([["b", undefined]], "right"), "");
  });
});
