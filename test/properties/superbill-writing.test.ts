import assert from "node:assert/strict";
import fc from "fast-check";
import type { SettableField } from "../../server/src/model/change.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { type Span, textOf } from "../../server/src/text/span.ts";
import { anyText } from "./superbill-any-text.ts";
import { driftedLine, someModifiers, textOfClaim, writtenClaim } from "./superbill-claims.ts";
import { applied, claimIn, meantBy, read, summaryOf, withLine, write } from "./superbill-summary.ts";

/** A claim and the line of it that is changed. */
const claimAndLine = fc.tuple(writtenClaim, fc.nat()).map(([claim, at]) => ({ claim, at: at % claim.lines.length }));

describe("A claim that is written down", () => {
  it("is read back as it was meant, in every layout", () => {
    fc.assert(
      fc.property(writtenClaim, (claim) => {
        const reading = read(textOfClaim(claim));
        assert.deepEqual(
          reading.parts.flatMap((part) => part.problems),
          [],
        );
        assert.deepEqual(summaryOf(reading), meantBy(claim));
      }),
      { numRuns: 300 },
    );
  });

  it("is read as it was meant, or reported, where a row drifts beside its columns", () => {
    fc.assert(
      fc.property(driftedLine, ({ text, meant }) => {
        const [part] = read(text).parts;
        const line = claimIn(text).serviceLines[0];
        assert.ok(part !== undefined && line !== undefined);
        if (part.problems.length > 0) return;
        const said = (...fields: readonly (Span | undefined)[]): string =>
          fields.map((span) => (span === undefined ? "" : textOf(span))).join("");
        assert.deepEqual(
          [said(line.procedure), said(...line.modifiers), said(line.units), said(...line.minutes), said(line.charge)],
          [meant.code, meant.modifiers?.replace(/[ ,]/, ""), meant.units, meant.minutes ?? "", meant.charge].map(
            (value) => value ?? "",
          ),
        );
        assert.equal(said(...line.diagnosisPointers), meant.pointers?.replace(",", "") ?? "");
        assert.equal(said(line.dateOfService), meant.date ?? "");
      }),
      { numRuns: 300 },
    );
  });

  it("reads as changed once its modifiers are, and as before once they are changed back", () => {
    fc.assert(
      fc.property(claimAndLine, someModifiers, ({ claim, at }, to) => {
        const text = textOfClaim(claim);
        const changed = write(text, (line) => ({ kind: "modifiers", line, to }), at);
        if (changed === undefined) return;
        assert.deepEqual(summaryOf(read(changed)), withLine(meantBy(claim), at, { modifiers: to }));
        const old = claim.lines[at]?.modifiers ?? [];
        const back = write(changed, (line) => ({ kind: "modifiers", line, to: old }), at);
        assert.ok(back !== undefined);
        assert.deepEqual(summaryOf(read(back)), meantBy(claim));
        // One modifier alone does not tell how two are parted.
        const keepsSeparator = claim.style.separator === " " || Math.min(old.length, to.length) > 1;
        if (keepsSeparator && hadRoom(text, changed, at)) assert.equal(back, text);
      }),
      { numRuns: 500 },
    );
  });

  it("has a place for four modifiers wherever it has one for any", () => {
    fc.assert(
      fc.property(claimAndLine, ({ claim, at }) => {
        const to = ["GP", "CQ", "59", "KX"];
        assert.ok(write(textOfClaim(claim), (line) => ({ kind: "modifiers", line, to }), at) !== undefined);
      }),
    );
  });

  it("reads as changed once units or a code are", () => {
    fc.assert(
      fc.property(claimAndLine, fc.integer({ min: 0, max: 99 }), ({ claim, at }, to) => {
        const text = textOfClaim(claim);
        const units = write(text, (line) => ({ kind: "units", line, to }), at);
        assert.ok(units !== undefined);
        assert.deepEqual(summaryOf(read(units)), withLine(meantBy(claim), at, { units: to }));
        const code = write(text, (line) => ({ kind: "procedure", line, to: "97112" }), at);
        assert.ok(code !== undefined);
        assert.deepEqual(summaryOf(read(code)), withLine(meantBy(claim), at, { code: "97112" }));
      }),
    );
  });

  it("takes a payer and used amounts, with its own line ends, and lets go of what stood there", () => {
    const field = fc.constantFrom<SettableField>("payer", "usedAmountPtSlp", "usedAmountOt");
    const value = fc.constantFrom("1,900.00", "310.40 as of 2026-03-10");
    fc.assert(
      fc.property(writtenClaim, fc.array(fc.tuple(field, value), { maxLength: 5 }), (claim, steps) => {
        let text = textOfClaim(claim);
        for (const [name, to] of steps) {
          text = writeField(text, name, to);
          assert.equal(fieldText(claimIn(text), name), to.split(" ")[0]);
        }
        assert.deepEqual(summaryOf(read(text)), meantBy(claim));
        assert.equal(text.replaceAll(claim.style.lineEnd, "").search(/[\r\n]/), -1);
      }),
    );
  });
});

describe("Any service line", () => {
  it("reads as changed, and the others as before, or says that it cannot be changed", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        someModifiers,
        fc.integer({ min: 0, max: 20 }),
        (text, number, modifiers, units) => {
          const before = summaryOf(read(text));
          if (before.length === 0) return;
          const at = number % before.length;
          const other = write(text, (line) => ({ kind: "modifiers", line, to: modifiers }), at);
          if (other !== undefined) assert.deepEqual(summaryOf(read(other)), withLine(before, at, { modifiers }));
          const more = write(text, (line) => ({ kind: "units", line, to: units }), at);
          if (more !== undefined) assert.deepEqual(summaryOf(read(more)), withLine(before, at, { units }));
        },
      ),
    );
  });
});

function writeField(text: string, field: SettableField, to: string): string {
  const reading = read(text);
  const claim = reading.parts.flatMap((part) => part.claims)[0];
  assert.ok(claim !== undefined);
  const changed = applied(text, reading, { kind: "field", claim, field, to });
  assert.ok(changed !== undefined);
  return changed;
}

/** Nothing was pushed out of its place: the units stand where they stood, and the line is as long as before. */
function hadRoom(before: string, after: string, at: number): boolean {
  const [unitsBefore, unitsAfter] = [before, after].map((text) => claimIn(text).serviceLines[at]?.units?.start);
  return before.length === after.length && unitsBefore === unitsAfter;
}

function fieldText(claim: Claim, field: SettableField): string | undefined {
  if (field === "payer") return claim.payer.name?.value.split(" ")[0];
  const bucket = field === "usedAmountOt" ? "OT" : "PT/SLP";
  const amount = claim.statedAmounts.find((stated) => stated.bucket === bucket)?.amount;
  return amount === undefined ? undefined : amount.part.text.slice(amount.start, amount.end);
}
