import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { decidedLinesOf } from "./answers-shown.ts";
import { publishedSamples } from "./published-samples.ts";

/** Claims whose lines' payments are not what CLP04 says, though nothing was adjusted for the claim: made-up examples that don't add up. */
const unbalanced: Readonly<Record<string, number>> = {
  "x12/examples__example_5010_835__sample1.txt": 1,
  "x12/examples__example_5010_835__sample2.txt": 1,
  "x12/src__tests__resources__835_005010X221A1__tertiary-payment.835": 1,
};

describe("Remittances and eligibility answers published with other software", () => {
  const samples = publishedSamples();
  if (samples === undefined) {
    it("are not here: set THERAPY_CLAIMS_SAMPLES to the folder that holds their MANIFEST.csv");
    return;
  }
  for (const { file, path } of samples.filter(({ kind }) => kind === "835")) {
    it(`${file} gives each line with what was charged and paid`, () => {
      const text = readFileSync(path, "utf8");
      const claims = claimsIn(text);
      const expected = claims.flatMap(({ head, lines }) => {
        const whole = [cents(head[3]), cents(head[4])];
        return lines.length === 0 ? [whole] : lines.map((line) => [cents(line[2]), cents(line[3])]);
      });
      const read = decidedLinesOf(x12Format.read(sourceText(text)));
      assert.deepEqual(
        read.map(({ charge, paid }) => [charge?.value, paid?.value]),
        expected,
      );
      assert.equal(claims.filter((claim) => !isBalanced(claim)).length, unbalanced[file] ?? 0);
    });
  }
  for (const { file, path } of samples.filter(({ kind }) => kind === "271")) {
    it(`${file} tells of each benefit`, () => {
      const text = readFileSync(path, "utf8");
      const told = x12Format
        .read(sourceText(text))
        .parts.flatMap((part) => part.outline.flatMap(({ children }) => children));
      assert.equal(told.length, segmentsIn(text).filter(([id]) => id === "EB").length);
    });
  }
});

interface SplitClaim {
  readonly head: readonly string[];
  readonly lines: (readonly string[])[];
  hasAdjustments: boolean;
}

/** Another, much simpler reading than the one that is tested: these files all end segments with `~` and elements with `*`. */
function claimsIn(text: string): readonly SplitClaim[] {
  const claims: SplitClaim[] = [];
  for (const segment of segmentsIn(text)) {
    const claim = claims.at(-1);
    if (segment[0] === "CLP") claims.push({ head: segment, lines: [], hasAdjustments: false });
    else if (segment[0] === "SVC") claim?.lines.push(segment);
    else if (segment[0] === "CAS" && claim?.lines.length === 0) claim.hasAdjustments = true;
  }
  return claims;
}

function segmentsIn(text: string): readonly (readonly string[])[] {
  return text.split("~").map((segment) => segment.trim().split("*"));
}

function isBalanced({ head, lines, hasAdjustments }: SplitClaim): boolean {
  if (hasAdjustments || lines.length === 0) return true;
  return lines.reduce((sum, line) => sum + cents(line[3]), 0) === cents(head[4]);
}

function cents(amount = ""): number {
  return Math.round(Number(amount) * 100);
}
