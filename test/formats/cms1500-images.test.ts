import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Reading } from "../../server/src/formats/format.ts";
import { cms1500Format } from "../../server/src/formats/cms1500/cms1500.ts";
import { languageOfFile } from "../../server/src/formats/registry.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { type PrintedForm, printedLines, printedPage, standardForm } from "./printed-form.ts";
import { shownReading } from "./superbill-shown.ts";
import { problemsOf } from "./x12-shown.ts";

describe("A print image reads the same", () => {
  const expected = shownReading(read(printedPage(standardForm)));
  const page = printedPage(standardForm);

  for (const [name, text] of Object.entries({
    "three lines further down and two columns to the right": printedPage(standardForm, { down: 3, right: 2 }),
    "with the blank lines above the form cut off": page.replace(/^\n/, ""),
    "with its lines filled up with blanks": page.replace(/^[^\n\f]*$/gm, (line) => line.padEnd(80)),
    "with CRLF": printedPage(standardForm, { lineEnd: "\r\n" }),
    "with CR": printedPage(standardForm, { lineEnd: "\r" }),
    "with a byte-order mark": `\uFEFF${page}`,
    "without a form feed": printedPage(standardForm, { feed: "" }),
    "with a form feed before the page too": `\f${page}`,
    "with what sets a laser printer up before it": `\x1BE\x1B&l6D\x1B(s10H${page}`,
    "with tabs for blanks": page.replace(/^[^\n\f]*$/gm, withTabs),
    "behind a sheet that names the batch": `BATCH 12\n5 CLAIMS\n\f${page}`,
    "in lower case": page.toLowerCase(),
  })) {
    it(name, () => {
      const reading = read(text);
      assert.deepEqual(problemsOf(reading), []);
      assert.equal(shownReading(reading).toLowerCase(), expected.toLowerCase());
    });
  }

  function withTabs(line: string): string {
    return line.replace(/.{8}/g, (eight) => eight.replace(/ {2,}$/, "\t"));
  }
});

describe("Several forms in one print image", () => {
  const forms = ["A1", "A2", "A3"].map((account) => ({ ...standardForm, account }));

  function accountsIn(text: string): readonly (string | undefined)[] {
    const reading = read(text);
    assert.deepEqual(problemsOf(reading), []);
    return reading.parts.flatMap(({ claims }) => claims.map(({ claimId }) => claimId?.value));
  }

  it("are a claim each, on pages that form feeds end", () => {
    assert.deepEqual(accountsIn(forms.map((form) => printedPage(form)).join("")), ["A1", "A2", "A3"]);
    assert.deepEqual(accountsIn(forms.map((form) => `${printedPage(form, { feed: "" })}\r\n\f\r\n`).join("")), [
      "A1",
      "A2",
      "A3",
    ]);
  });

  for (const lines of [62, 64, 66, 72]) {
    it(`are a claim each, on pages of ${String(lines)} lines without form feeds`, () => {
      const pages = forms.map((form) => `${printedLines(form).join("\n")}${"\n".repeat(Math.max(1, lines - 63))}`);
      assert.deepEqual(accountsIn(pages.map((page) => page.split("\n").slice(0, lines).join("\n")).join("\n")), [
        "A1",
        "A2",
        "A3",
      ]);
    });
  }
});

describe("A claim on several forms", () => {
  const line = { from: "03 12 26", code: "97110", modifiers: "GP", pointers: "A", charge: "78 00", units: "2" };
  const six = Array.from({ length: 6 }, () => line);

  /** Of each form the total, whether nothing is said of it, and what the forms before it charge. */
  function totalsOf(...forms: readonly Partial<PrintedForm>[]): readonly unknown[] {
    const reading = read(forms.map((form) => printedPage({ ...standardForm, rows: six, ...form })).join(""));
    return reading.parts.flatMap(({ claims }) =>
      claims.map(({ total, hasOtherCharges, earlierPages }) => [total?.value, hasOtherCharges, earlierPages?.charge]),
    );
  }

  const last = { rows: [line], total: "546 00" };

  it("leaves its total open on all of them but the last, which bears that of all", () => {
    const open = [undefined, true, undefined];
    assert.deepEqual(totalsOf({ total: "CONTINUED" }, last), [open, [54600, false, 46800]]);
    assert.deepEqual(totalsOf({ total: undefined }, { total: "CONT" }, last), [open, open, [54600, false, 93600]]);
    assert.deepEqual(totalsOf({ rows: six.slice(1), total: undefined }, last).at(-1), [54600, false, 39000]);
  });

  it("may bear its total, or that of each form, on all of them", () => {
    assert.deepEqual(totalsOf({ total: "468 00" }, last), [
      [46800, true, undefined],
      [54600, true, undefined],
    ]);
    assert.deepEqual(totalsOf({ total: undefined }, { total: "936 00" }, last).slice(1), [
      [93600, true, undefined],
      [54600, true, undefined],
    ]);
  });

  it("is not added up where a form before the last can't be read as a whole", () => {
    const unknown = [54600, true, undefined];
    const uncharged = { rows: [{ ...line, charge: "7O 00" }], total: undefined };
    assert.deepEqual(totalsOf(uncharged, last).at(-1), unknown);
    assert.deepEqual(totalsOf(uncharged, { total: undefined }, last).at(-1), unknown);
    const unnamed = { account: undefined, insuredId: undefined, patient: undefined };
    assert.deepEqual(totalsOf({ ...unnamed, total: undefined }, { ...last, ...unnamed }).at(-1), unknown);
  });

  it("ends where another patient, account or insured begins", () => {
    for (const other of [{ patient: "ROE, JO" }, { account: "B7" }, { insuredId: "W123456789" }]) {
      assert.deepEqual(totalsOf({ total: undefined }, { ...last, ...other }).at(-1), [54600, false, undefined]);
    }
  });
});

describe("What a text is that has no name to tell", () => {
  it("a print image is known by its columns, wherever its printer puts the form", () => {
    for (const right of [0, 1, 4]) {
      for (const down of [0, 2, 9]) {
        const text = printedPage(standardForm, { right, down });
        assert.equal(languageOfFile("export.txt", text), "cms1500-print");
        assert.equal(languageOfFile("export.txt", text.replaceAll("\n", "\r\n")), "cms1500-print");
      }
    }
  });

  it("a file's name counts for more", () => {
    assert.equal(languageOfFile("visit.superbill", printedPage(standardForm)), "superbill");
  });

  const root = resolve(import.meta.dirname, "../..");
  const samples = resolve(process.env["THERAPY_CLAIMS_SAMPLES"] ?? `${root}/../shared/x12/samples`);
  for (const folder of [
    "examples",
    "test/rules",
    "test/formats",
    "test/features",
    "docs",
    "docs/rules",
    ".",
    samples,
  ]) {
    const path = resolve(root, folder);
    it(`no text in ${folder === samples ? "the published samples" : folder} is taken for a print image`, function () {
      if (!existsSync(path)) return this.skip();
      for (const name of readdirSync(path, { recursive: folder === samples, encoding: "utf8" })) {
        if (!/\.(md|superbill|claim|txt|edi|x12|\d{3}[pi]?)$/.test(name) || /cms1500|unreadable-page/.test(name))
          continue;
        const text = readFileSync(resolve(path, name), "utf8").replace(/```cms1500-print[^\n]*\n[^`]*```/g, "");
        for (const piece of [text, ...fencesIn(text)])
          assert.ok(!cms1500Format.recognizes(piece.slice(0, 16_384)), name);
      }
      return undefined;
    });
  }

  function fencesIn(text: string): readonly string[] {
    return Array.from(text.matchAll(/^```[^\n]*\n([^]*?)^```/gm), (fence) => fence[1] ?? "");
  }
});

function read(text: string): Reading {
  return cms1500Format.read(sourceText(text));
}
