import assert from "node:assert/strict";
import { usedBy, usedIn } from "./account.ts";
import { buildClaim } from "./build-claim.ts";

describe("the used amount near the threshold", () => {
  describe("at the threshold", () => {
    it("is passed by the first line that ends above it, not by one that ends on it", () => {
      const claim = buildClaim({
        stated: [{ bucket: "PT/SLP", cents: 2_470_00 }],
        lines: [
          { date: "2026-03-12", allowed: 10_00 },
          { date: "2026-03-13", allowed: 1 },
          { date: "2026-03-14", allowed: 10_00 },
        ],
      });
      const [used = []] = usedIn([claim]);
      const [onIt, passing] = claim.serviceLines;
      assert.ok(onIt && passing);
      assert.deepEqual(
        used.map((amount) => amount?.passedAt?.line),
        [undefined, passing, passing],
      );
      assert.equal(used[2]?.passedAt?.at, passing.procedure);
    });

    it("may be crossed by every line of the date that may cross it", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 2_400_00 }],
        lines: [
          { date: "2026-03-11", allowed: 10_00 },
          { date: "2026-03-12", allowed: 10_00 },
          { date: "2026-03-12", charge: 60_01 },
          { date: "2026-03-13", allowed: 60_00 },
          { date: "2026-03-14", allowed: 60_00 },
        ],
      });
      assert.deepEqual(
        used.map((amount) => amount?.mayCross),
        [false, true, true, true, false],
      );
    });

    it("is not crossed by a line that begins on it", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 2_480_00 }],
        lines: [{ date: "2026-03-12", allowed: 10_00 }],
      });
      assert.deepEqual(
        used.map((amount) => amount?.mayCross),
        [false],
      );
    });

    it("is neither crossed nor passed where the year's amount is not known", () => {
      const [used] = usedBy(
        { stated: [{ bucket: "PT/SLP", cents: 9_000_00 }], lines: [{ date: "2027-03-12", allowed: 10_00 }] },
        { thresholdOf: () => undefined },
      );
      assert.equal(used?.mayCross, false);
      assert.equal(used.passedAt, undefined);
    });

    it("is passed anew after a later stated amount that lies below it", () => {
      const claim = buildClaim({
        stated: [
          { bucket: "PT/SLP", cents: 2_475_00, asOf: "2026-03-01" },
          { bucket: "PT/SLP", cents: 2_400_00, asOf: "2026-03-10" },
        ],
        lines: [
          { date: "2026-03-05", allowed: 10_00 },
          { date: "2026-03-12", allowed: 10_00 },
        ],
      });
      const [used = []] = usedIn([claim]);
      assert.deepEqual(
        used.map((amount) => amount?.passedAt?.line),
        [claim.serviceLines[0], undefined],
      );
    });
  });

  describe("margin", () => {
    it("is the average of the dates with known amounts", () => {
      const used = usedBy({
        lines: [
          { date: "2026-03-12", allowed: 90_00 },
          { date: "2026-03-12", allowed: 60_00 },
          { date: "2026-03-14", allowed: 101_00 },
          { date: "2026-03-16", charge: 500_00 },
          { date: "2026-03-18", allowed: 500_00, modifiers: ["GP", "GA"] },
          { date: "2026-03-18", allowed: 500_00, modifiers: ["GO"] },
          { date: "2025-03-18", allowed: 500_00 },
        ],
      });
      assert.equal(used[0]?.margin, 125_50);
    });

    it("is at least 100 dollars", () => {
      const used = usedBy({ lines: [{ date: "2026-03-12", allowed: 30_00 }] });
      assert.equal(used[0]?.margin, 100_00);
    });
  });
});
