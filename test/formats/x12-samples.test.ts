import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { textOf } from "../../server/src/text/span.ts";
import { publishedSamples } from "./published-samples.ts";
import { shown } from "./x12-compared.ts";
import { problemsOf } from "./x12-shown.ts";

/** What is found in the files of kinds that are read, looked at one by one: whose fault it is stands behind it. In all others nothing is found. */
const expectedProblems: Readonly<Record<string, readonly string[]>> = {
  // Each transaction has 26 segments from ST to SE, and the group has two of them.
  "edi-lens/src__samples__837p.test.0002.edi": [
    "SE01 says 25 segments; the transaction has 26",
    "SE01 says 25 segments; the transaction has 26",
    "GE01 says 1 transaction; the group has 2",
  ],
  // The type of bill stands in CLM04; an SE01 is wrong in each transaction, and the interchange has two groups.
  "edi-lens/src__samples__837I.test.0001.edi": [
    "CLM05-1 does not hold the first two digits of a type of bill, such as 13",
    "CLM05-1 does not hold the first two digits of a type of bill, such as 13",
    "SE01 says 42 segments; the transaction has 43",
    "SE01 says 42 segments; the transaction has 43",
    "IEA01 says 1 group; the interchange has 2",
  ],
  // An 837P that was renamed to 837I with its elements in the old places, and random text in place of its values.
  "vscode-edi-x12-support/docs__bad-header.edi": [
    "CLM05-2 says B, for a place of service; an institution's claim has a type of bill, A",
    ...Array.from({ length: 3 }, () => [
      "SV202-2 holds no procedure code",
      "SV203 is not an amount",
      "SV201 is not a revenue code",
    ]).flat(),
    "ISA06 is 14 characters wide; it must be 15",
    "ISA08 is 14 characters wide; it must be 15",
    "ISA13 is 11 characters wide; it must be 9",
    "SE01 says 0 segments; the transaction has 115",
  ],
  // The file ends within its last claim.
  "vscode-edi-x12-support/docs__odd-separator.edi": [
    "This transaction is not closed: it has no SE, and the file ends, so claims may be missing",
    "This group is not closed: it has no GE",
    "This interchange is not closed: it has no IEA",
  ],
  // Its revenue codes have decimals.
  "x12/src__tests__resources__837_004010X096A1__workers-compensation.837": ["450.00", "320.00", "360.00"].map(
    (code) => `SV201 says ${code}, which is not a revenue code`,
  ),
  // ISA16 says `:`; CLM, HI and SV2 are cut by `>`.
  ...Object.fromEntries(
    ["out-of-network-repriced-claim", "ppo-repriced-claim"].map((name) => [
      `x12/src__tests__resources__837_005010X223A3__${name}.837i`,
      ["SV202 is not cut by :, which ISA16 says separates components"],
    ]),
  ),
  // ISA16 says `:`; CLM, HI and SV1 are cut by `>`.
  ...Object.fromEntries(
    ["demo.cob.2ndary.example4", "demo.example6", "demo.example9", "demo.example11", "demo.example12"].map((name) => [
      `x12/src__tests__resources__837_005010X222A2__${name}.837`,
      ["SV101 is not cut by :, which ISA16 says separates components"],
    ]),
  ),
  // The same of SVC.
  ...Object.fromEntries(
    ["cob-contractural-adjustment", "secondary-payment"].map((name) => [
      `x12/src__tests__resources__835_005010X221A1__${name}.835`,
      ["SVC01 is not cut by :, which ISA16 says separates components"],
    ]),
  ),
  // `SVC*HC*24599*1766.50`: the code stands in the place of the charge.
  "x12/src__tests__resources__835_005010X221A1__tertiary-payment.835": ["SVC01-2 holds no procedure code"],
  "x12/src__tests__resources__271_005010X279A1__subscriber-health-benefit-check-error.271": [
    "SE02 says 4323; the transaction's ST02 is 4321",
  ],
  // The file ends with SE.
  "node-x12/test__test-data__271.edi": [
    "This group is not closed: it has no GE, and the file ends, so transactions may be missing",
    "This interchange is not closed: it has no IEA",
  ],
};

describe("Files published with other X12 software", () => {
  const samples = publishedSamples();
  if (samples === undefined) {
    it("are not here: set THERAPY_CLAIMS_SAMPLES to the folder that holds their MANIFEST.csv");
    return;
  }
  for (const { file, path, kind } of samples) {
    const text = readFileSync(path, "utf8");
    if (["837P", "837I", "835", "271"].includes(kind)) {
      it(`${file} is read, and only real faults are found`, () => {
        assert.deepEqual(messagesOf(read(text)), expectedProblems[file] ?? []);
      });
      it(`${file} says the same in other line ends`, () => {
        const expected = shown(read(text));
        for (const variant of variantsOf(text)) assert.deepEqual(shown(read(variant)), expected);
      });
    } else {
      it(`${file} is named as ${kind}, once a transaction, and left alone`, () => {
        const problems = problemsOf(read(text));
        assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(["not-read-yet"]));
        assert.ok(problems.every(({ message }) => message.startsWith(`${kind} (`)));
        assert.deepEqual(
          problems.map(({ span }) => textOf(span)),
          transactionsOf(text),
        );
      });
    }
  }
});

function read(text: string): Reading {
  return x12Format.read(sourceText(text));
}

function messagesOf(reading: Reading): readonly string[] {
  return problemsOf(reading).map(({ message }) => message);
}

/** Every ST segment of a text whose segments end with `~`. */
function transactionsOf(text: string): readonly string[] {
  return text
    .split("~")
    .map((segment) => segment.trim())
    .filter((segment) => /^ST\W/.test(segment));
}

/** With CRLF, with a byte-order mark, and, where a character ends segments, without line ends. */
function variantsOf(text: string): readonly string[] {
  const withoutLineEnds = /~\s*GS/.test(text) ? [text.replace(/[\r\n]+/g, "")] : [];
  return [text.replace(/\r?\n/g, "\r\n"), `\uFEFF${text}`, ...withoutLineEnds];
}
