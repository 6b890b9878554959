import assert from "node:assert/strict";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import type { Change } from "../../server/src/model/change.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { lineChange } from "./changes.ts";
import { describePages } from "./pages.ts";
import { type Excerpt, marked, marker, told } from "./x12-excerpt.ts";
import { absoluteSpan, claimsOf, partOffsets, shownClaim } from "./x12-shown.ts";

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

function excerptOf(body: string, isJoined: boolean): Excerpt {
  const lines = body
    .split("\n")
    .slice(0, -1)
    .filter((line) => !marker.test(line));
  const lineEnd = isJoined ? "" : "\n";
  const above = segmentsAbove(
    lines[0] ?? "",
    lines.some((line) => /^(?:SV2|CL1|DTP\*434)\*/.test(line)),
  );
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

/** The same for an institution's claim. */
const institutionsFile = standardFile
  .map((segment) =>
    segment.replace("X222A1", "X223A2").replace("CLM*A1*78***11:B:1*Y*A*Y*Y~", "CLM*A1*78***13:A:1**A*Y*Y~"),
  )
  .toSpliced(12, 0, "DTP*434*RD8*20260301-20260331~", "CL1*3**01~");

/** What an excerpt needs above it to be a whole file, by its first segment. */
function segmentsAbove(first: string, isInstitutional: boolean): readonly string[] {
  const id = /^[A-Z0-9]+/.exec(first)?.[0] ?? "";
  const count: Readonly<Record<string, number>> = { ISA: 0, HL: 6, CLM: 11 };
  const isSegment = first.endsWith("~");
  const file = isInstitutional ? institutionsFile : standardFile;
  return file.slice(0, isSegment ? (count[id] ?? file.length) : 0);
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
  return /removed|split|occurrence/.test(words)
    ? `${shown.join("\n").trimEnd()}\n`
    : shown.slice(0, lines.length).join("\n") + "\n";
}

/** `line 1: GP KX`, `line 1: no modifiers`, `line 1: 3 units`, `line 1: code 97530`, `claim: payer`, `claim: occurrence 35 2026-03-02`. */
function changeOf(claim: Claim, words: string): Change {
  const [, code = "", day = ""] = /^claim: occurrence (\S+) (\S+)$/.exec(words) ?? [];
  const date = parseIsoDate(day);
  if (date !== undefined) return { kind: "occurrence", claim, code, date };
  const [, number, what = ""] = /^line (\d+): (.*)$/.exec(words) ?? [];
  const line = claim.serviceLines[Number(number ?? 1) - 1];
  assert.ok(line !== undefined);
  if (words === "claim: payer") return { kind: "field", claim, field: "payer", to: "Aetna" };
  if (words === "claim: amount used") return { kind: "field", claim, field: "usedAmountPtSlp", to: "100.00" };
  return lineChange(claim, line, what);
}
