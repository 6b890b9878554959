import assert from "node:assert/strict";
import type { Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { describePages } from "./pages.ts";
import { absoluteSpan, claimsOf, partOffsets, problemsOf, shownClaim } from "./x12-shown.ts";

describePages("x12", produce);

/**
 * A section with its fences as they should be. `x12` is a text with its problems marked; `x12 joined` has no line ends in truth. Behind
 * it, `read` is what was read, `told` what an editor tells of each element of its first segment, and `x12 line 1: GP KX` the text after
 * a change.
 */
function produce(section: string): string {
  let excerpt: Excerpt | undefined;
  const fences = /^```(x12|read|told)(?: ([^\n]*))?\n((?:(?!```)[^\n]*\n)*)```$/gm;
  return section.replace(fences, (_: string, kind: string, info: string | undefined, body: string) => {
    const opening = info === undefined ? `\`\`\`${kind}` : `\`\`\`${kind} ${info}`;
    const isText = kind === "x12" && (info === undefined || info === "joined");
    if (isText) excerpt = excerptOf(body, info === "joined");
    assert.ok(excerpt !== undefined, "a fence that shows what was read stands behind the text");
    if (isText) return `${opening}\n${marked(excerpt)}\`\`\``;
    if (kind === "told") return `${opening}\n${told(excerpt, info ?? "")}\`\`\``;
    if (kind === "x12") return `${opening}\n${changed(excerpt, info ?? "")}\`\`\``;
    return `${opening}\n${claimsOf(excerpt.reading).map(shownClaim).join("\n\n")}\n\`\`\``;
  });
}

/** Some lines of a file; what stands above and below them is the same for all. */
interface Excerpt {
  readonly lines: readonly string[];
  readonly lineEnd: string;
  /** Where the excerpt begins in the text. */
  readonly start: number;
  readonly text: string;
  readonly reading: Reading;
}

const marker = /^ *\^+(?: \(empty\))? [a-z0-9-]+: /;

function excerptOf(body: string, isJoined: boolean): Excerpt {
  const lines = body
    .split("\n")
    .slice(0, -1)
    .filter((line) => !marker.test(line));
  const lineEnd = isJoined ? "" : "\n";
  const above = segmentsAbove(lines[0] ?? "");
  const inside = [...above, ...lines].slice(2).filter((line) => line !== "");
  const below = above.length === 0 ? [] : [`SE*${inside.length + 1}*0001~`, "GE*1*1~", "IEA*1*000000001~"];
  const text = [...above, ...lines, ...below].map((line) => line + lineEnd).join("");
  const start = above.map((line) => line + lineEnd).join("").length;
  return { lines, lineEnd, start, text, reading: x12Format.read(sourceText(text)) };
}

const standardFile = [
  "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*CLEARHOUSE     *260301*0930*^*00501*000000001*0*T*:~",
  "GS*HC*CLINIC*CLEARHOUSE*20260301*0930*1*X*005010X222A1~",
  "ST*837*0001*005010X222A1~",
  "BHT*0019*00*BATCH1*20260301*0930*CH~",
  "HL*1**20*1~",
  "NM1*85*2*ELM STREET REHAB*****XX*1234567893~",
  "HL*2*1*22*0~",
  "SBR*P*18*******MB~",
  "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~",
  "DMG*D8*19500214*F~",
  "NM1*PR*2*MEDICARE PART B*****PI*12502~",
  "CLM*A1*78***11:B:1*Y*A*Y*Y~",
  "HI*ABK:M5450*ABF:M25561~",
];

/** What an excerpt needs above it to be a whole file, by its first segment. */
function segmentsAbove(first: string): readonly string[] {
  const id = /^[A-Z0-9]+/.exec(first)?.[0] ?? "";
  const count: Readonly<Record<string, number>> = { ISA: 0, HL: 6, CLM: 11 };
  const isSegment = first.endsWith("~");
  return standardFile.slice(0, isSegment ? (count[id] ?? standardFile.length) : 0);
}

/** The lines with carets under each problem; a problem outside them is named below. */
function marked({ lines, lineEnd, start, reading }: Excerpt): string {
  const offsets = partOffsets(reading);
  const problems = problemsOf(reading).map((problem) => ({ problem, at: absoluteSpan(problem.span, offsets) }));
  problems.sort((a, b) => a.at.start - b.at.start);
  let lineStart = start;
  let result = "";
  let shownCount = 0;
  for (const line of lines) {
    const nextLine = lineStart + line.length + lineEnd.length;
    const here = problems.filter(({ at }) => at.start >= lineStart && at.start < nextLine);
    result += `${line}\n`;
    for (const { problem, at } of here) {
      const carets = "^".repeat(Math.max(1, at.end - at.start)) + (at.end === at.start ? " (empty)" : "");
      const words = [problem.message, ...(problem.fixes ?? []).map(({ title, safety }) => `${title} (${safety})`)];
      result += `${" ".repeat(at.start - lineStart)}${carets} ${problem.rule}: ${words.join(" · ")}\n`;
    }
    shownCount += here.length;
    lineStart = nextLine;
  }
  assert.equal(
    problems.length,
    shownCount,
    `a problem outside the excerpt: ${JSON.stringify(problems.map(({ problem }) => problem.message))}`,
  );
  return result;
}

/** What an editor tells of each element in the first segment with this id; in the excerpt's first segment where none is given. */
function told({ start, lines, reading, lineEnd }: Excerpt, id: string): string {
  const index = Math.max(
    0,
    lines.findIndex((line) => line.startsWith(id)),
  );
  const lineStart =
    start +
    lines
      .slice(0, index)
      .map((line) => line + lineEnd)
      .join("").length;
  const offsets = partOffsets(reading);
  const titles = new Map<string, string>();
  for (let offset = lineStart; offset < lineStart + (lines[index]?.length ?? 0); offset++) {
    const part = [...reading.parts].findLast((one) => (offsets.get(one) ?? 0) <= offset);
    const description = part && x12Format.describe(part, offset - (offsets.get(part) ?? 0));
    if (description !== undefined) titles.set(description.title, description.text);
  }
  return [...titles].map(([title, text]) => (text === "" ? `${title}\n` : `${title}: ${text}\n`)).join("");
}

function changed({ lines, start, text, reading }: Excerpt, words: string): string {
  const [claim] = claimsOf(reading);
  assert.ok(claim !== undefined);
  const isSilence = words === "claim: silence";
  const edits = isSilence
    ? x12Format.silence(claim.head, ["kx-crossing"])
    : x12Format.write(changeOf(claim, words), reading);
  if ("impossible" in edits) return `impossible: ${edits.impossible}\n`;
  const offsets = partOffsets(reading);
  const placed = edits.map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText }));
  const shown = applyEdits(text, placed).slice(start).split("\n");
  // Where lines come or go, the envelope below is mended too.
  return /removed|split/.test(words)
    ? `${shown.join("\n").trimEnd()}\n`
    : shown.slice(0, lines.length).join("\n") + "\n";
}

/** `line 1: GP KX`, `line 1: no modifiers`, `line 1: 3 units`, `line 1: code 97530`, `claim: payer`. */
function changeOf(claim: Claim, words: string): Change {
  const [, number, what = ""] = /^line (\d+): (.*)$/.exec(words) ?? [];
  const line = claim.serviceLines[Number(number ?? 1) - 1];
  assert.ok(line !== undefined);
  if (words === "claim: payer") return { kind: "field", claim, field: "payer", to: "Aetna" };
  if (words === "claim: amount used") return { kind: "field", claim, field: "usedAmountPtSlp", to: "100.00" };
  return lineChange(line, what);
}

function lineChange(line: ServiceLine, what: string): Change {
  if (what === "removed") return { kind: "removal", line };
  if (what.startsWith("split ")) return { kind: "split", line, into: sharesOf(what.slice("split ".length)) };
  const [, units] = /^(\S+) units$/.exec(what) ?? [];
  if (units !== undefined) return { kind: "units", line, to: Number(units) };
  const [, code] = /^code (\S+)$/.exec(what) ?? [];
  if (code !== undefined) return { kind: "procedure", line, to: code };
  return { kind: "modifiers", line, to: what === "no modifiers" ? [] : what.split(" ") };
}

function sharesOf(words: string): readonly [Share, Share] {
  const [first = "", second = ""] = words.split(" | ");
  return [shareOf(first), shareOf(second)];
}

/** `GP CQ 1 $39.00 on 2026-03-13`. */
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
