import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Reading } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { textOf } from "../../server/src/text/span.ts";
import { applyPartEdits, editsFor } from "./changes.ts";
import { describePages } from "./pages.ts";
import { markedText, shownReading, unmarked } from "./superbill-shown.ts";

describePages("superbill", produce);

describe("Line ends, the byte-order mark and no-break spaces", () => {
  const text = readFileSync(`${import.meta.dirname}/../../examples/1-first-look.superbill`, "utf8");
  for (const [name, variant] of Object.entries({
    "with CRLF": text.replaceAll("\n", "\r\n"),
    "with CR": text.replaceAll("\n", "\r"),
    "with a byte-order mark": `\uFEFF${text}`,
    "with no-break spaces": text.replaceAll(" ", "\u00A0"),
  })) {
    it(`a superbill ${name} reads the same`, () => {
      assert.equal(normalSpaces(shownReading(read(variant))), shownReading(read(text)));
    });
  }

  it("a row with a thousand blanks behind it reads the same", () => {
    const [bare, padded] = ["", " ".repeat(1000)].map((blanks) => shownReading(read(`97110 GP x2${blanks}\n`)));
    assert.equal(padded, bare);
  });

  it("a comment that silences the first line stands behind the byte-order mark, with the file's line end", () => {
    const source = "\uFEFF97110 GP x2\r\n97140 GP x1";
    const edits = editsFor(superbillFormat, read(source), "silence line 1: kx-crossing");
    assert.ok(!("impossible" in edits));
    assert.equal(
      applyPartEdits(source, read(source), edits),
      "\uFEFF# therapy-claims-disable-next-line kx-crossing -- why?\r\n97110 GP x2\r\n97140 GP x1",
    );
  });

  function normalSpaces(shown: string): string {
    return shown.replaceAll("\u00A0", " ");
  }
});

describe("A label and a column's name are described", () => {
  const source = "SUPERBILL 1\nMedicare ID: 1EG4-TE5-MK73\nCode   Units\n97110  2\n";

  function described(words: string): string | undefined {
    const [part] = read(source).parts;
    assert.ok(part !== undefined);
    const description = superbillFormat.describe(part, source.indexOf(words));
    return description && `${textOf(description.span)}: ${description.title}. ${description.text}`;
  }

  it("with what it means and how else it is written", () => {
    assert.equal(
      described("Medicare ID"),
      "Medicare ID: Beneficiary id (CMS-1500 item 1a). The Medicare Beneficiary Identifier, or the member id of another " +
        "payer, with or without hyphens. Also written: MBI, Medicare ID, Member ID, Subscriber ID, Insured ID, " +
        "Beneficiary ID, Insurance ID, Medicare No.",
    );
    assert.equal(
      described("Units"),
      "Units: Units (CMS-1500 item 24G). How many units of the code are billed: a whole number. Also written: Units, " +
        "Unit, Qty, Quantity, Days/Units, Days or units, 24G, Service units.",
    );
  });

  it("and the words before an NPI that say whose it is", () => {
    const text =
      "Riverbend Therapy   Group NPI # 1234567893\nJane Doe, PT   NPI 1245319599\nPatient: Rivera, Ana\n97110\n";
    const [part] = read(text).parts;
    assert.ok(part !== undefined);
    const description = superbillFormat.describe(part, text.indexOf("NPI"));
    assert.equal(description && textOf(description.span), "Group NPI #");
    assert.equal(description?.title, "Billing provider's NPI (CMS-1500 item 33a)");
    assert.equal(superbillFormat.describe(part, text.lastIndexOf("NPI")), undefined);
  });

  it("and nothing else is", () => {
    assert.equal(described("97110"), undefined);
    assert.equal(described("SUPERBILL"), undefined);
  });
});

/**
 * A section with its fences as they should be: a `superbill` with its problems marked; `read`, what was read from it;
 * and, after `superbill line 2: GP KX`, the text with that change made.
 */
function produce(section: string): string {
  let source = "";
  return section.replace(
    /^```(superbill|read)( [^\n]*)?\n(.*?)\n?```$/gms,
    (_, language: string, change: string | undefined, body: string) => {
      if (language === "superbill" && change === undefined) source = unmarked(body);
      const reading = read(source);
      if (language === "read") return `\`\`\`read\n${shownReading(reading)}\n\`\`\``;
      if (change === undefined) return `\`\`\`superbill\n${markedText(reading)}\n\`\`\``;
      return `\`\`\`superbill${change}\n${changed(source, reading, change.trim())}\n\`\`\``;
    },
  );
}

function read(source: string): Reading {
  return superbillFormat.read(sourceText(source));
}

function changed(source: string, reading: Reading, words: string): string {
  const edits = editsFor(superbillFormat, reading, words);
  return "impossible" in edits ? `impossible: ${edits.impossible}` : applyPartEdits(source, reading, edits);
}
