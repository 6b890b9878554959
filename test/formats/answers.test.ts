import assert from "node:assert/strict";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { amountsOf, shownAmount, shownOutline } from "./answers-shown.ts";
import { describePages } from "./pages.ts";
import { type Excerpt, marked, marker, told } from "./x12-excerpt.ts";
import { absoluteSpan, partOffsets, problemsOf } from "./x12-shown.ts";

describePages("remittance", produce);
describePages("eligibility", produce);

/**
 * A section with its fences as they should be. `remittance` and `eligibility` are texts with their problems marked. Behind one, `amounts`
 * is what is handed on, `outline` what the editor's outline shows, `told SVC` what a hover tells of each element of the first such
 * segment, and `fixed` the text after every safe fix.
 */
function produce(section: string): string {
  let excerpt: Excerpt | undefined;
  const fences = /^```(remittance|eligibility|amounts|outline|told|fixed)(?: ([^\n]*))?\n((?:(?!```)[^\n]*\n)*)```$/gm;
  return section.replace(fences, (_: string, kind: string, info: string | undefined, body: string) => {
    const opening = info === undefined ? `\`\`\`${kind}` : `\`\`\`${kind} ${info}`;
    if (kind === "remittance" || kind === "eligibility") {
      excerpt = excerptOf(body, standardFiles[kind], info === "joined");
      return `${opening}\n${marked(excerpt)}\`\`\``;
    }
    assert.ok(excerpt !== undefined, "a fence that shows what was read stands behind the text");
    return `${opening}\n${shown[kind]?.(excerpt, info ?? "") ?? ""}\`\`\``;
  });
}

const shown: Readonly<Record<string, (excerpt: Excerpt, info: string) => string>> = {
  amounts: ({ reading }) =>
    amountsOf(reading)
      .map((amount) => `${shownAmount(amount)}\n`)
      .join(""),
  outline: ({ reading }) => shownOutline(reading.parts.flatMap((part) => part.outline)),
  told,
  fixed,
};

interface StandardFile {
  readonly segments: readonly string[];
  /** How many of them stand above an excerpt that begins with a segment of this id. */
  readonly above: Readonly<Record<string, number>>;
}

const isa =
  "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260320*0615*^*00501*000000001*0*T*:~";

const standardFiles: Readonly<Record<"remittance" | "eligibility", StandardFile>> = {
  remittance: {
    segments: [
      isa,
      "GS*HP*PAYER*CLINIC*20260320*0615*1*X*005010X221A1~",
      "ST*835*0001~",
      "BPR*I*100*C*ACH************20260320~",
      "TRN*1*CHECK1*1999999999~",
      "N1*PR*MEDICARE PART B*XV*12502~",
      "N1*PE*ELM STREET REHAB*XX*1234567893~",
      "LX*1~",
      "CLP*A1*1*120*46.43*11.86*MB*2626*11*1~",
      "NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73~",
    ],
    above: { ISA: 0, BPR: 3, N1: 5, LX: 7, CLP: 8, PLB: 10, SVC: 10 },
  },
  eligibility: {
    segments: [
      isa,
      "GS*HB*PAYER*CLINIC*20260316*0801*1*X*005010X279A1~",
      "ST*271*0001*005010X279A1~",
      "BHT*0022*11*Q1*20260316*0801~",
      "HL*1**20*1~",
      "NM1*PR*2*CMS*****PI*CMS~",
      "HL*2*1*21*1~",
      "NM1*1P*2*ELM STREET REHAB*****XX*1234567893~",
      "HL*3*2*22*0~",
      "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~",
    ],
    above: { ISA: 0, BHT: 3, HL: 8, EB: 10, DTP: 10 },
  },
};

function excerptOf(body: string, { segments, above: counts }: StandardFile, isJoined: boolean): Excerpt {
  const lines = body
    .split("\n")
    .slice(0, -1)
    .filter((line) => !marker.test(line));
  const lineEnd = isJoined ? "" : "\n";
  const id = /^[A-Z0-9]+/.exec(lines[0] ?? "")?.[0] ?? "";
  const count = counts[id];
  assert.ok(count !== undefined, `an excerpt begins with ${Object.keys(counts).join(", ")}, and not with ${id}`);
  const above = segments.slice(0, count);
  const below = count === 0 ? [] : [`SE*${above.length + lines.length - 1}*0001~`, "GE*1*1~", "IEA*1*000000001~"];
  const text = [...above, ...lines, ...below].map((line) => line + lineEnd).join("");
  const start = above.map((line) => line + lineEnd).join("").length;
  return { lines, lineEnd, start, text, reading: x12Format.read(sourceText(text)) };
}

function fixed({ text, start, lines, reading }: Excerpt): string {
  const offsets = partOffsets(reading);
  const edits = problemsOf(reading)
    .flatMap(({ fixes = [] }) => fixes)
    .filter(({ safety }) => safety === "safe")
    .flatMap((fix) => fix.edits)
    .map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText }));
  const after = applyEdits(text, edits).slice(start).split("\n");
  return `${after.slice(0, lines.length).join("\n")}\n`;
}
