import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Reading } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { type Field, type PartEdit, textOf } from "../../server/src/text/span.ts";
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
    const edits = editsFor(read(source), "silence line 1: kx-crossing");
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
  const edits = editsFor(reading, words);
  return "impossible" in edits ? `impossible: ${edits.impossible}` : applyPartEdits(source, reading, edits);
}

function editsFor(reading: Reading, words: string): ReturnType<typeof superbillFormat.write> {
  const [, kind, number, what = ""] = /^(silence line|line|claim) (\d+): ?(.*)$/.exec(words) ?? [];
  const claims = reading.parts.flatMap((part) => part.claims);
  const line = claims.flatMap((claim) => claim.serviceLines)[Number(number) - 1];
  if (kind === "silence line" && line !== undefined) return superbillFormat.silence(line.procedure, what.split(" "));
  const claim = claims[Number(number) - 1];
  const change = kind === "claim" && claim !== undefined ? claimChange(claim, what) : undefined;
  const of = claims.find((one) => line !== undefined && one.serviceLines.includes(line));
  const made = kind === "line" && line !== undefined && of !== undefined ? lineChange(of, line, what) : change;
  assert.ok(made !== undefined, `the page asks for "${words}", which the runner does not know`);
  return superbillFormat.write(made, reading);
}

function lineChange(of: Claim, line: ServiceLine, what: string): Change {
  const [, units] = /^(\S+) units$/.exec(what) ?? [];
  const [, code] = /^code (\S+)$/.exec(what) ?? [];
  const [, name = "", to] = /^(charge|note|date) to (.*)$/.exec(what) ?? [];
  if (units !== undefined) return { kind: "units", line, to: Number(units) };
  if (code !== undefined) return { kind: "procedure", line, to: code };
  if (what === "removed") return { kind: "removal", line };
  if (what.startsWith("split ")) return { kind: "split", line, into: sharesOf(line, what.slice("split ".length)) };
  if (to !== undefined) return { kind: "value", of, at: valueOf(line, name), to };
  return { kind: "modifiers", line, to: what === "no modifiers" ? [] : what.split(" ") };
}

function valueOf(line: ServiceLine, name: string): Field<unknown> {
  const at = { charge: line.charge, note: line.note, date: line.dateOfService }[name];
  assert.ok(at !== undefined, `the line has no ${name}`);
  return at;
}

function sharesOf(line: ServiceLine, words: string): readonly [Share, Share] {
  const [first = "", second = ""] = words.split(" | ");
  return [shareOf(line, first), shareOf(line, second)];
}

/** `GP CQ 1 $39.00 allowed $28.00 min 0+13 on 2026-03-13`: all but the units may be left out. */
function shareOf(line: ServiceLine, words: string): Share {
  const [, modifiers = "", units, charge, allowed, minutes, date] =
    /^((?:[A-Z0-9]{2} )*)(\d+)(?: \$([\d.-]+))?(?: allowed \$([\d.]+))?(?: min ([\d+]+))?(?: on (\S+))?$/.exec(words) ??
    [];
  const values = minutes?.split("+").map(Number);
  const dateOfService = date === undefined ? undefined : parseIsoDate(date);
  return {
    modifiers: modifiers.split(" ").filter(Boolean),
    units: Number(units),
    charge: charge === undefined ? undefined : Math.round(Number(charge) * 100),
    ...(allowed !== undefined && { allowedAmount: Math.round(Number(allowed) * 100) }),
    minutes: values && line.minutes.map((of, index) => ({ of, value: values[index] ?? 0 })),
    ...(dateOfService !== undefined && { dateOfService }),
  };
}

function claimChange(claim: Claim, what: string): Change {
  const [, old, now = ""] = /^value (.*) to (.*)$/.exec(what) ?? [];
  if (old !== undefined) return { kind: "value", of: claim, at: valueIn(claim, old), to: now };
  if (what.startsWith("occurrence ")) return occurrenceChange(claim, what);
  const [, name = "", to = ""] = /^(payer|PT\/SLP|OT) ?(.*)$/.exec(what) ?? [];
  const field = name === "payer" ? "payer" : name === "OT" ? "usedAmountOt" : "usedAmountPtSlp";
  return { kind: "field", claim, field, to };
}

function occurrenceChange(claim: Claim, what: string): Change {
  const [, code = "", day = ""] = what.split(" ");
  const date = parseIsoDate(day);
  assert.ok(date !== undefined, `"${what}" names no date`);
  return { kind: "occurrence", claim, code, date };
}

/** The claim's value that is written so. */
function valueIn(claim: Claim, written: string): Field<unknown> {
  const { renderingProvider, referringProvider, planOfCare, diagnoses, total } = claim;
  const fields = [renderingProvider.npi, referringProvider.npi, planOfCare, total, ...diagnoses];
  const found = fields.find((field) => field !== undefined && textOf(field) === written);
  assert.ok(found !== undefined, `no value of the claim is written "${written}"`);
  return found;
}

function applyPartEdits(source: string, reading: Reading, edits: readonly PartEdit[]): string {
  const starts = new Map<unknown, number>();
  let start = 0;
  for (const part of reading.parts) {
    starts.set(part, start);
    start += part.text.length;
  }
  const whole = edits.map(({ span, newText }) => {
    const partStart = starts.get(span.part) ?? 0;
    return { start: partStart + span.start, end: partStart + span.end, newText };
  });
  return applyEdits(source, whole);
}
