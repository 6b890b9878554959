import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { textOf } from "../../server/src/text/span.ts";
import { assertReadAgain, withClaims } from "./claims-said.ts";
import { typed } from "./superbill-any-text.ts";
import { type Page, anyStyle, letterhead, pagesOf, textOfPages } from "./superbill-letterheads.ts";

describe("A letterhead", () => {
  it("says who bills every claim below it, up to the next one that says something else", () => {
    fc.assert(
      fc.property(pagesOf(letterhead), (pages) => {
        const claims = claimsOf(read(textOfPages(pages)));
        assert.deepEqual(claims.map(npiOf), expected(pages));
        for (const { billingProvider, hasUnclearNpi } of claims) {
          const { npi } = billingProvider;
          assert.equal(npi && textOf(npi), npi?.value);
          assert.equal(hasUnclearNpi, false);
        }
      }),
    );
  });

  it("reads, when it or a claim below it is edited, as if the text were opened anew", () => {
    fc.assert(
      fc.property(
        pagesOf(letterhead),
        fc.array(fc.tuple(fc.nat(), fc.nat(30), typed), { minLength: 1, maxLength: 4 }),
        (pages, edits) => {
          let now = textOfPages(pages);
          let reading = read(now);
          for (const [at, length, newText] of edits) {
            const start = at % (now.length + 1);
            const oldEnd = Math.min(now.length, start + length);
            now = now.slice(0, start) + newText + now.slice(oldEnd);
            reading = superbillFormat.reread(reading, sourceText(now), {
              start,
              oldEnd,
              newEnd: start + newText.length,
            });
            assert.deepEqual(withClaims(reading), withClaims(read(now)));
          }
          assertReadAgain(read(now));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("that each page repeats leaves the claims as they are that an edit leaves alone", () => {
    fc.assert(
      fc.property(letterhead, anyStyle, fc.integer({ min: 4, max: 8 }), fc.nat(), (one, style, count, at) => {
        const pages = Array.from({ length: count }, (): Page => ({ letterhead: one, claims: 1, style }));
        const text = textOfPages(pages);
        const before = read(text);
        // The first one governs the others.
        const edited = 2 + (at % (before.parts.length - 2));
        const start = before.parts.slice(0, edited + 1).reduce((sum, part) => sum + part.text.length, 0) - 1;
        const now = `${text.slice(0, start)}\nNote: x${text.slice(start)}`;
        const after = superbillFormat.reread(before, sourceText(now), { start, oldEnd: start, newEnd: start + 8 });
        const kept = [...before.parts].filter((part) => after.parts.placeOf(part) >= 0).length;
        assert.ok(kept >= before.parts.length - 2, `${String(kept)} of ${String(before.parts.length)} kept`);
      }),
    );
  });
});

describe("An NPI of somebody who does not bill", () => {
  it("is never read as that of who bills, wherever it stands", () => {
    const person = fc.constantFrom(
      ...[
        "Jane Doe, PT, DPT   ",
        "Jo Roe OTR/L ",
        "A. Lee, CCC-SLP | ",
        "Treating therapist: Jane Doe   ",
        "Signed J. Roe, PT ",
      ],
      ...[
        "Referring Dr. Patel\t",
        "Ordering physician A. Patel (",
        "Rendering ",
        "Facility ",
        "Attending ",
        "PT ",
        "Jane Doe   ",
      ],
    );
    fc.assert(
      fc.property(
        pagesOf(letterhead),
        fc.array(fc.tuple(fc.nat(), person), { minLength: 1, maxLength: 4 }),
        (pages, people) => {
          const lines = textOfPages(pages).split(/(?<=\r\n|\n|\r(?!\n))/);
          for (const [at, words] of people) lines.splice(at % (lines.length + 1), 0, `${words}NPI 1003000126\n`);
          for (const claim of claimsOf(read(lines.join("")))) assert.notEqual(npiOf(claim), "1003000126");
        },
      ),
    );
  });
});

/** Who bills each claim. */
function expected(pages: readonly Page[]): readonly (string | undefined)[] {
  let inForce: string | undefined;
  return pages.flatMap(({ letterhead: own, claims }) => {
    inForce = own?.npi ?? inForce;
    return Array.from({ length: claims }, () => inForce);
  });
}

function npiOf({ billingProvider }: Claim): string | undefined {
  return billingProvider.npi?.value;
}

function read(text: string): Reading {
  return superbillFormat.read(sourceText(text));
}

function claimsOf(reading: Reading): readonly Claim[] {
  return reading.parts.flatMap((part) => part.claims);
}
