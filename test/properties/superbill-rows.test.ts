import assert from "node:assert/strict";
import fc from "fast-check";
import { isSuperbillPart } from "../../server/src/formats/superbill/superbill-part.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { anyText } from "./superbill-any-text.ts";
import { someModifiers, textOfClaim, writtenClaim } from "./superbill-claims.ts";
import { meantBy, read, summaryOf, write } from "./superbill-summary.ts";

describe("One of several claims", () => {
  const claims = fc.tuple(writtenClaim, writtenClaim, fc.nat());

  it("loses a line, and all else reads as before", () => {
    fc.assert(
      fc.property(claims, ([first, second, number]) => {
        const text = textOfClaim(first) + textOfClaim(second);
        const meant = [...meantBy(first), ...meantBy(second)];
        const at = number % meant.length;
        const changed = write(text, (line) => ({ kind: "removal", line }), at);
        assert.ok(changed !== undefined, "each claim has fields that stay");
        assert.deepEqual(summaryOf(read(changed)), meant.toSpliced(at, 1));
        assert.ok(linesOf(changed) === linesOf(text) - 1);
        assert.deepEqual(read(changed).parts.length, 2);
      }),
      { numRuns: 300 },
    );
  });

  it("has a line split in two, which read as their shares say", () => {
    const units = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        claims,
        fc.tuple(someModifiers, someModifiers),
        fc.tuple(units, units),
        (all, modifiers, [one, two]) => {
          const [first, second, number] = all;
          const text = textOfClaim(first) + textOfClaim(second);
          const meant = [...meantBy(first), ...meantBy(second)];
          const at = number % meant.length;
          const { charge = 0, minutes: [minutes = 0] = [] } = meant[at] ?? {};
          const shares = [
            { modifiers: modifiers[0], units: one, charge: Math.trunc(charge / 3), minutes: 0 },
            { modifiers: modifiers[1], units: two, charge: charge - Math.trunc(charge / 3), minutes },
          ] as const;
          const shareOf = (line: ServiceLine, share: (typeof shares)[number]): Share => ({
            ...share,
            minutes: line.minutes.map((of) => ({ of, value: share.minutes })),
          });
          const changed = write(
            text,
            (line) => ({ kind: "split", line, into: [shareOf(line, shares[0]), shareOf(line, shares[1])] }),
            at,
          );
          assert.ok(changed !== undefined);
          const old = meant[at];
          assert.ok(old !== undefined);
          const halves = shares.map((share) => ({ ...old, ...share, minutes: [share.minutes] }));
          assert.deepEqual(summaryOf(read(changed)), meant.toSpliced(at, 1, ...halves));
          assert.equal(linesOf(changed), linesOf(text) + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("One value of a service line", () => {
  const amount = fc.constantFrom("9.00", "$1,099.00", "-12.50");

  it("is replaced, and what stands behind it reads as before", () => {
    fc.assert(
      fc.property(writtenClaim, fc.nat(), amount, (claim, number, to) => {
        const text = textOfClaim(claim);
        const at = number % claim.lines.length;
        const isCut = claim.style.layout === "," && to.includes(",");
        const changed = write(text, (line) => replaceCharge(line, to), at);
        // A comma in a comma table cuts the amount in two.
        assert.equal(changed === undefined, isCut);
        if (changed === undefined) return;
        const charge = Math.round(Number(to.replace(/[$,]/g, "")) * 100);
        const before = meantBy(claim);
        assert.deepEqual(
          summaryOf(read(changed)),
          before.map((line, index) => (index === at ? { ...line, charge } : line)),
        );
      }),
    );
  });
});

function replaceCharge({ part, charge }: ServiceLine, to: string): Change {
  const of = isSuperbillPart(part) ? part.claims[0] : undefined;
  assert.ok(of !== undefined && charge !== undefined);
  return { kind: "value", of, at: charge, to };
}

describe("Any service line", () => {
  it("is taken away or split, and the others read as before, or says that it cannot be", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), someModifiers, (text, number, modifiers) => {
        const before = summaryOf(read(text));
        if (before.length === 0) return;
        const at = number % before.length;
        const removed = write(text, (line) => ({ kind: "removal", line }), at);
        if (removed !== undefined) assert.deepEqual(summaryOf(read(removed)), before.toSpliced(at, 1));
        const share = (line: ServiceLine): Share => ({
          modifiers,
          units: 1,
          charge: line.charge && 1050,
          minutes: line.minutes.map((of) => ({ of, value: 8 })),
        });
        const split = write(text, (line) => ({ kind: "split", line, into: [share(line), share(line)] }), at);
        const old = before[at];
        if (split === undefined || old === undefined) return;
        const half = {
          ...old,
          modifiers,
          units: 1,
          charge: old.charge === undefined ? undefined : 1050,
          minutes: old.minutes.map(() => 8),
        };
        assert.deepEqual(summaryOf(read(split)), before.toSpliced(at, 1, half, half));
      }),
    );
  });
});

describe("The last service line of a text without a line end", () => {
  for (const lineEnd of ["\n", "\r\n"]) {
    it(`takes the comments along that silence rules for it, and leaves ${JSON.stringify(lineEnd)} nowhere behind`, () => {
      const comments = ["# therapy-claims-disable-next-line kx-crossing -- one", "# therapy-claims-disable-next-line"];
      const text = ["97110 GP x2", ...comments, "97112 GP x1"].join(lineEnd);
      assert.equal(
        write(text, (line) => ({ kind: "removal", line }), 1),
        "97110 GP x2",
      );
      assert.equal(
        write(text, (line) => ({ kind: "removal", line }), 0),
        text.slice("97110 GP x2".length + lineEnd.length),
      );
    });
  }
});

function linesOf(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}
