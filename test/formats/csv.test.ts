import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { csvFormat } from "../../server/src/formats/csv/csv.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import { languageOfFile, languageOfName } from "../../server/src/formats/registry.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { textOf } from "../../server/src/text/span.ts";
import { applyPartEdits, editsFor } from "./changes.ts";
import { describePages } from "./pages.ts";
import { markedText, shownReading, unmarked } from "./superbill-shown.ts";

describePages("csv", produce);

/**
 * A section with its fences as they should be: a `csv` with its problems marked; `read`, what was read from it; and, after
 * `csv line 2: GP KX`, the text with that change made. `→` stands for a tab.
 */
function produce(section: string): string {
  let source = "";
  return section.replace(
    /^```(csv|read)( [^\n]*)?\n(.*?)\n?```$/gms,
    (_, language: string, change: string | undefined, body: string) => {
      if (language === "csv" && change === undefined) source = unmarked(body.replaceAll("→", "\t"));
      const reading = read(source);
      if (language === "read") return `\`\`\`read\n${shownReading(reading)}\n\`\`\``;
      if (change === undefined) return `\`\`\`csv\n${markedText(reading).replaceAll("\t", "→")}\n\`\`\``;
      return `\`\`\`csv${change}\n${changed(source, reading, change.trim()).replaceAll("\t", "→")}\n\`\`\``;
    },
  );
}

function read(source: string): Reading {
  return csvFormat.read(sourceText(source));
}

function changed(source: string, reading: Reading, words: string): string {
  const edits = editsFor(csvFormat, reading, words);
  return "impossible" in edits ? `impossible: ${edits.impossible}` : applyPartEdits(source, reading, edits);
}

describe("A text of which nothing else tells", () => {
  const rows = "1042,3/2/2026,97110,GP,2\n1042,3/2/2026,97140,GP,1\n";
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["a header row and rows", `Claim,DOS,CPT,Mods,Units\n${rows}`, true],
    [
      "a header row in quotation marks, behind a byte-order mark",
      `\uFEFF"Claim","DOS","CPT","Mods","Units"\n${rows}`,
      true,
    ],
    [
      "a header row behind lines that a spreadsheet filled up",
      `Charges of March,,,,\n,,,,\nClaim,DOS,CPT,Mods,Units\n${rows}`,
      true,
    ],
    ["a header row behind the mark of its separator", `\uFEFFsep=,\r\nClaim,DOS,CPT,Mods,Units\n${rows}`, true],
    ["a header row alone", "DOS;CPT;Modifiers;Units", true],
    ["a header row that most of is not known", `DOS,CPT,Units,Foo,Bar,Baz,Qux,Quux\n${rows}`, false],
    ["a superbill with a table", `SUPERBILL 1\nPatient: Roe, Jo\nDOS,CPT,Mods,Units\n${rows}`, false],
    ["a table of other things", "Name,Code,City\nRoe,97110,Dayton\n", false],
    ["rows without a header", rows, false],
    ["a sentence", "Date, code and units of each visit are listed below.\nSee there.\n", false],
    ["nothing", "", false],
  ];
  for (const [name, text, isTable] of cases) {
    it(`is ${isTable ? "" : "not "}known for a CSV by ${name}`, () => {
      assert.equal(csvFormat.recognizes(text), isTable);
    });
  }

  it("is one by its name, TSV too", () => {
    for (const name of ["a.superbill.csv", "a.claims.csv", "A.SUPERBILL.TSV", "a.claims.tsv"])
      assert.equal(languageOfName(name), "superbill-csv");
    assert.equal(languageOfName("a.csv"), undefined);
    for (const name of ["a.csv", "A.TSV"])
      assert.equal(languageOfFile(name, sourceText("Charges of March\nDOS,CPT,Units\n")), "superbill-csv");
  });
});

describe("Line ends and the byte-order mark of a CSV", () => {
  const text = readFileSync(`${import.meta.dirname}/../../examples/10-export.superbill.csv`, "utf8");
  for (const [name, variant] of Object.entries({
    "with CRLF": text.replaceAll("\n", "\r\n"),
    "with CR": text.replaceAll("\n", "\r"),
    "with a byte-order mark": `\uFEFF${text}`,
    "with the mark that says which separator it has": `sep=,\n${text}`,
    "with empty rows": text.replaceAll("\n", "\n\n,,,,\n"),
    "without its last line end": text.trimEnd(),
  })) {
    it(`a CSV ${name} reads the same`, () => {
      assert.equal(shownReading(read(variant)), shownReading(read(text)));
    });
  }

  it("an empty one holds nothing, and nothing is wrong with it", () => {
    for (const empty of ["", "\uFEFF", "\n\n"])
      assert.deepEqual(
        read(empty).parts.flatMap((part) => [...part.claims, ...part.problems]),
        [],
      );
  });

  it("a row that is split without a line end gets the file's", () => {
    const source = "DOS,CPT,Units\r\n3/2/2026,97110,2";
    const reading = read(source);
    const edits = editsFor(csvFormat, reading, "line 1: split 1 | 1");
    assert.ok(!("impossible" in edits));
    assert.equal(applyPartEdits(source, reading, edits), "DOS,CPT,Units\r\n3/2/2026,97110,1\r\n3/2/2026,97110,1");
  });
});

describe("A column's name, a cell and a label above the rows are described", () => {
  const source = "Payer,Aetna\nClaim ID,DOS,CPT,Mod 1,Units,Shade\n7,3/2/2026,97110,GP,2,blue\n";

  function described(words: string): string | undefined {
    const offset = source.indexOf(words);
    const { parts } = read(source);
    const part = parts.at(parts.placeAt(offset));
    const description = part && csvFormat.describe(part, offset - parts.offsetOf(part));
    return description && `${textOf(description.span)}: ${description.title}. ${description.text}`;
  }

  it("with what they mean and how else they are written", () => {
    assert.equal(
      described("Units"),
      "Units: Units (CMS-1500 item 24G). How many units of the code are billed: a whole number. Also written: Units, " +
        "Unit, Qty, Quantity, Days/Units, Days or units, 24G, Service units.",
    );
    assert.match(described("Claim ID") ?? "", /^Claim ID: Claim id \(CMS-1500 item 26\)\. /);
    assert.match(described("Payer") ?? "", /^Payer: Payer \(CMS-1500 item 11c\)\. Who pays/);
    assert.equal(
      described("GP"),
      "GP: Mod 1: Modifiers (CMS-1500 item 24D). Up to four modifiers, in one column or one a column.",
    );
  });

  it("and nothing else is", () => {
    for (const words of ["Shade", "blue", "Aetna"]) assert.equal(described(words), undefined);
  });
});
