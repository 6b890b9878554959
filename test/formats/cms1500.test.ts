import assert from "node:assert/strict";
import type { Reading } from "../../server/src/formats/format.ts";
import { cms1500Format } from "../../server/src/formats/cms1500/cms1500.ts";

import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { textOf } from "../../server/src/text/span.ts";
import { changeOf } from "./cms1500-changes.ts";
import { describePages } from "./pages.ts";
import { printedLines, printedPage, standardForm } from "./printed-form.ts";
import { shownReading } from "./superbill-shown.ts";
import { absoluteSpan, partOffsets, problemsOf } from "./x12-shown.ts";

describePages("cms1500", produce);

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

const ruler = "   |....:....1....:....2....:....3....:....4....:....5....:....6....:....7....:....";

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

function read(text: string): Reading {
  return cms1500Format.read(sourceText(text));
}
