import assert from "node:assert/strict";
import fc from "fast-check";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import { laidOut } from "../formats/laid-out.ts";
import { shownReading } from "../formats/superbill-shown.ts";
import { openSuperbill } from "../lint/check-text.ts";
import { anyText } from "./superbill-any-text.ts";
import { driftedLine, textOfClaim, writtenClaim } from "./superbill-claims.ts";
import { read } from "./superbill-summary.ts";

const claims = fc
  .array(writtenClaim, { minLength: 1, maxLength: 3 })
  .map((written) => written.map((claim, index) => `SUPERBILL ${index}\n${textOfClaim(claim)}`).join("\n"));
const drifted = fc
  .array(driftedLine, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map(({ text }) => text).join("\n"));
const superbill = fc.oneof(anyText, claims, drifted);

const runs = { numRuns: 400 };

describe("Any superbill whose tables are aligned", () => {
  it("reads as before", () => {
    fc.assert(
      fc.property(superbill, (text) => {
        assert.equal(shown(align(text)), shown(text));
      }),
      runs,
    );
  });

  it("has the same findings as before", () => {
    fc.assert(
      fc.property(superbill, (text) => {
        assert.deepEqual(found(align(text)), found(text));
      }),
      { numRuns: 100 },
    );
  });

  it("is changed in nothing but white space and the strokes of dividers", () => {
    fc.assert(
      fc.property(superbill, (text) => {
        assert.equal(withoutSpace(align(text)), withoutSpace(text));
      }),
      runs,
    );
  });

  it("is not changed when it is aligned again", () => {
    fc.assert(
      fc.property(superbill, (text) => {
        const once = align(text);
        assert.equal(align(once), once);
      }),
      runs,
    );
  });

  it("keeps every line, and all that is no table", () => {
    fc.assert(
      fc.property(superbill, (text) => {
        const before = lines(text);
        const after = lines(align(text));
        assert.equal(after.length, before.length);
        for (const [index, line] of before.entries()) {
          if (/^\s*(?:#|;|\/\/)/.test(line)) assert.equal(after[index], line);
        }
      }),
      runs,
    );
  });
});

function align(text: string): string {
  return laidOut(superbillFormat, text, "readable");
}

function shown(text: string): string {
  return shownReading(read(text)).replace(/ +/g, "");
}

function found(text: string): readonly string[] {
  return openSuperbill(text).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

function withoutSpace(text: string): string {
  return text.replace(/\s|(?<=[-=_*])[-=_*]/g, "");
}

function lines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
