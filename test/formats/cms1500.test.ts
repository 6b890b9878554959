import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Reading } from "../../server/src/formats/format.ts";
import { cms1500Format } from "../../server/src/formats/cms1500/cms1500.ts";

import { languageOfFile } from "../../server/src/formats/registry.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { type Field, textOf } from "../../server/src/text/span.ts";
import { describePages } from "./pages.ts";
import { type PrintedForm, printedLines, printedPage } from "./printed-form.ts";
import { shownReading } from "./superbill-shown.ts";
import { absoluteSpan, partOffsets, problemsOf } from "./x12-shown.ts";

const standardForm: PrintedForm = {
  mark: "Medicare",
  payer: "MEDICARE PART B",
  insuredId: "1EG4TE5MK73",
  patient: "RIVERA, ANA",
  birthDate: "02 11 1948",
  group: "NONE",
  onset: "03 02 2026",
  referring: "RUTH OAKLEY MD",
  referringNpi: "1245319599",
  diagnoses: ["M5450", "R2689"],
  rows: [
    { from: "03 12 26", code: "97110", modifiers: "GP KX", pointers: "AB", charge: "78 00", units: "2" },
    { from: "03 12 26", code: "97140", modifiers: "GP", pointers: "A", charge: "44 00", units: "1" },
  ].map((row) => ({ ...row, npi: "1538208798" })),
  taxId: "123456789",
  account: "A1042",
  total: "122 00",
  paid: "0 00",
  signature: "ROSE HILL PT",
  billing: "RIVERBEND THERAPY",
  billingNpi: "1234567893",
};

describePages("cms1500", produce);

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

  it("of which one goes on on the next: their totals are not compared with one page's lines", () => {
    const rows = Array.from({ length: 6 }, () => standardForm.rows[0]).flatMap((row) => row ?? []);
    const text = [
      { ...standardForm, rows, total: "CONTINUED" },
      { ...standardForm, rows: rows.slice(0, 2), total: "624 00" },
      { ...standardForm, account: "B7" },
    ].map((form) => printedPage(form));
    const claims = read(text.join("")).parts.flatMap((part) => part.claims);
    assert.deepEqual(
      claims.map(({ total, hasOtherCharges }) => [total?.value, hasOtherCharges]),
      [
        [undefined, true],
        [62400, true],
        [12200, false],
      ],
    );
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
  for (const folder of ["examples", "test/rules", "test/formats", "test/features", "docs", "docs/rules", ".", samples]) {
    const path = resolve(root, folder);
    it(`no text in ${folder === samples ? "the published samples" : folder} is taken for a print image`, function () {
      if (!existsSync(path)) return this.skip();
      for (const name of readdirSync(path, { recursive: folder === samples, encoding: "utf8" })) {
        if (!/\.(md|superbill|claim|txt|edi|x12|\d{3}[pi]?)$/.test(name) || /cms1500|unreadable-page/.test(name)) continue;
        const text = readFileSync(resolve(path, name), "utf8");
        for (const piece of [text, ...fencesIn(text)]) assert.ok(!cms1500Format.recognizes(piece.slice(0, 16_384)), name);
      }
      return undefined;
    });
  }

  function fencesIn(text: string): readonly string[] {
    return Array.from(text.matchAll(/^```[^\n]*\n([^]*?)^```/gm), (fence) => fence[1] ?? "");
  }
});

/**
 * A section with its fences as they should be. `cms1500` shows lines of a form behind their numbers; the others are the standard form's,
 * which `cms1500 whole` shows. Behind it, `read` is what is read otherwise than from the standard form, `told` what an editor tells of
 * each word, and `cms1500 line 1: GP KX` the lines that a change changes.
 */
function produce(section: string): string {
  let excerpt: Excerpt | undefined;
  const fences = /^```(cms1500|read|told)(?: ([^\n]*))?\n((?:(?!```)[^\n]*\n)*)```$/gm;
  return section.replace(fences, (_: string, kind: string, info: string | undefined, body: string) => {
    const opening = info === undefined ? `\`\`\`${kind}` : `\`\`\`${kind} ${info}`;
    const isText = kind === "cms1500" && (info === undefined || info === "whole");
    if (isText) excerpt = excerptOf(body, info === "whole");
    assert.ok(excerpt !== undefined, "a fence that shows what was read stands behind the text");
    const shown = isText
      ? shownLines(excerpt)
      : kind === "told"
        ? told(excerpt)
        : kind === "read"
          ? differences(excerpt, info === "all")
          : changed(excerpt, info ?? "");
    return `${opening}\n${shown.map((line) => `${line}\n`).join("")}\`\`\``;
  });
}

interface Excerpt {
  /** The numbers of the lines that are shown; 0 for the ruler. */
  readonly shown: readonly number[];
  readonly lines: readonly string[];
  readonly text: string;
  readonly reading: Reading;
}

const ruler = `${"".padStart(3)}|${"....:....1....:....2....:....3....:....4....:....5....:....6....:....7....:...."}`;

function excerptOf(body: string, isWhole: boolean): Excerpt {
  const lines = [...printedLines(standardForm)];
  const shown = body.split("\n").flatMap((line) => {
    if (line === ruler) return [0];
    const [, number, text = ""] = /^ *(\d+)\|(.*)$/.exec(line) ?? [];
    if (number === undefined) return [];
    lines[Number(number) - 1] = text;
    return [Number(number)];
  });
  const all = lines.flatMap((line, index) => (line === "" ? [] : [index + 1]));
  const text = lines.map((line) => `${line}\n`).join("");
  return { shown: isWhole ? [0, ...all] : shown, lines, text, reading: read(text) };
}

function shownLines({ shown, lines, text, reading }: Excerpt): readonly string[] {
  const offsets = partOffsets(reading);
  const starts = startsOf(lines);
  return shown.flatMap((number) => {
    if (number === 0) return [ruler];
    const [line = "", start = 0] = [lines[number - 1], starts[number - 1]];
    const markers = problemsOf(reading).flatMap((problem) => {
      const { start: at, end } = absoluteSpan(problem.span, offsets);
      if (at < start || at > start + line.length) return [];
      const carets = "^".repeat(Math.max(1, end - at)) + (at === end ? " (empty)" : "");
      return [`${" ".repeat(at - start + 4)}${carets} ${problem.rule}: ${problem.message}`];
    });
    assert.equal(text.slice(start, start + line.length), line);
    return [numbered(number, line), ...markers];
  });
}

function numbered(number: number, line: string): string {
  return `${String(number).padStart(3)}|${line}`;
}

function startsOf(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

const standardReading = shownReading(read(printedPage(standardForm))).split("\n");

function differences({ reading }: Excerpt, isAll: boolean): readonly string[] {
  const shown = shownReading(reading).split("\n");
  if (isAll) return shown;
  const subjects = new Set(shown.map(subjectOf));
  const missing = standardReading.filter((line) => !subjects.has(subjectOf(line)));
  const others = [
    ...shown.filter((line) => !standardReading.includes(line)),
    ...missing.map((line) => `  without ${subjectOf(line)}`),
  ];
  return others.length === 0 ? ["as from the standard form"] : others;
}

/** What a line of what was read is about: `billing NPI`, `service line 97110`. */
function subjectOf(line: string): string {
  const [, code, label] = /^ *(?:(?:no date|20[-\d]+)(?: to \S+)? (\w*)|([^:]*))/.exec(line) ?? [];
  return code === undefined ? (label ?? line) : `service line ${code}`;
}

function told({ shown, lines, reading }: Excerpt): readonly string[] {
  const [part] = reading.parts;
  const starts = startsOf(lines);
  const all = shown.flatMap((number) =>
    Array.from((lines[number - 1] ?? "").matchAll(/\S+/g), (word) => {
      const offset = (starts[number - 1] ?? 0) + word.index;
      const description = part && cms1500Format.describe(part, offset);
      if (description === undefined) return `${word[0]}: nothing`;
      return `${textOf(description.span)}: ${[description.title, description.text].filter(Boolean).join(". ")}`;
    }),
  );
  return [...new Set(all)];
}

function changed({ reading, text, lines }: Excerpt, words: string): readonly string[] {
  const edits = cms1500Format.write(changeOf(reading, words), reading);
  if ("impossible" in edits) return [`impossible: ${edits.impossible}`];
  const offsets = partOffsets(reading);
  const whole = edits.map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText }));
  const after = applyEdits(text, whole).split("\n");
  assert.equal(after.length, lines.length + 1, "a change adds no line and takes none away");
  return after.flatMap((line, index) => (line === (lines[index] ?? "") ? [] : [numbered(index + 1, line)]));
}

function changeOf(reading: Reading, words: string): Change {
  const claims = reading.parts.flatMap((part) => part.claims);
  const [, number, what = ""] = /^line (\d+): (.*)$/.exec(words) ?? [];
  const [claim] = claims;
  assert.ok(claim !== undefined);
  if (number === undefined) return changeOfClaim(claim, words);
  const line = claims.flatMap(({ serviceLines }) => serviceLines)[Number(number) - 1];
  assert.ok(line !== undefined, `there is no line ${number}`);
  const [, units] = /^(\S+) units$/.exec(what) ?? [];
  const [, code] = /^code (\S+)$/.exec(what) ?? [];
  if (units !== undefined) return { kind: "units", line, to: Number(units) };
  if (code !== undefined) return { kind: "procedure", line, to: code };
  if (what === "removed") return { kind: "removal", line };
  if (what.startsWith("split ")) {
    const [first = "", second = ""] = what.slice("split ".length).split(" | ");
    return { kind: "split", line, into: [shareOf(first), shareOf(second)] };
  }
  return { kind: "modifiers", line, to: what === "no modifiers" ? [] : what.split(" ") };
}

/** `GP CQ 1 $39.00 on 2026-03-13` */
function shareOf(words: string): Share {
  const [, modifiers = "", units, charge, date] =
    /^((?:[A-Z0-9]{2} )*)(\d+)(?: \$([\d.]+))?(?: on (\S+))?$/.exec(words) ?? [];
  const dateOfService = date === undefined ? undefined : parseIsoDate(date);
  return {
    modifiers: modifiers.split(" ").filter(Boolean),
    units: Number(units),
    charge: charge === undefined ? undefined : Math.round(Number(charge) * 100),
    minutes: undefined,
    ...(dateOfService !== undefined && { dateOfService }),
  };
}

function changeOfClaim(claim: Claim, words: string): Change {
  const [, field, text] = /^(payer|note|used) ?(.*)$/.exec(words) ?? [];
  if (field !== undefined) {
    const name = field === "used" ? "usedAmountPtSlp" : field === "note" ? "note" : "payer";
    return { kind: "field", claim, field: name, to: text ?? "" };
  }
  const [, name = "", to = ""] = /^(id|total|diagnosis|charge|note) to (.*)$/.exec(words) ?? [];
  const fields: Record<string, Field<unknown> | undefined> = {
    id: claim.beneficiaryId,
    total: claim.total,
    diagnosis: claim.diagnoses[0],
    charge: claim.serviceLines[0]?.charge,
  };
  const at = fields[name];
  assert.ok(at !== undefined, `the page asks for "${words}", which the runner does not know`);
  return { kind: "value", of: claim, at, to };
}

function read(text: string): Reading {
  return cms1500Format.read(sourceText(text));
}
