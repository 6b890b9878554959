import assert from "node:assert/strict";
import { afters, befores, show, usedBy, usedIn } from "./account.ts";
import { buildClaim } from "./build-claim.ts";

describe("the used amount", () => {
  describe("stated as of a date", () => {
    const lines = [
      { date: "2026-03-09", allowed: 10_00 },
      { date: "2026-03-10", allowed: 20_00 },
      { date: "2026-03-11", allowed: 40_00 },
    ] as const;

    it("includes the services of that date and limits those before it from above", () => {
      const used = usedBy({ stated: [{ bucket: "PT/SLP", cents: 500_00, asOf: "2026-03-10" }], lines });
      assert.deepEqual(befores(used), ["0.00 to 500.00", "10.00 to 500.00", "500.00"]);
      assert.deepEqual(afters(used), ["10.00 to 500.00", "30.00 to 500.00", "540.00"]);
    });

    it("holds the lines before it down to what it says, where they come to more", () => {
      const used = usedBy({ stated: [{ bucket: "PT/SLP", cents: 15_00, asOf: "2026-03-10" }], lines });
      assert.deepEqual(afters(used), ["10.00 to 15.00", "15.00", "55.00"]);
    });

    it("is replaced by a later one, and not added to it", () => {
      const used = usedBy({
        stated: [
          { bucket: "PT/SLP", cents: 300_00, asOf: "2026-03-10" },
          { bucket: "PT/SLP", cents: 100_00, asOf: "2026-03-08" },
        ],
        lines,
      });
      assert.deepEqual(afters(used), ["110.00", "130.00", "340.00"]);
    });

    it("says nothing about another year", () => {
      const [used] = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 2_300_00, asOf: "2025-12-31" }],
        lines: [{ date: "2026-01-05", allowed: 10_00 }],
      });
      assert.equal(show(used?.after), "10.00 or more");
      assert.equal(used?.restsOn, undefined);
      assert.equal(used?.isMissing, true);
    });

    it("lies between the two where two amounts are stated for one date", () => {
      const used = usedBy({
        stated: [
          { bucket: "PT/SLP", cents: 300_00, asOf: "2026-03-08" },
          { bucket: "PT/SLP", cents: 100_00, asOf: "2026-03-08" },
        ],
        lines: [{ date: "2026-03-09", allowed: 10_00 }],
      });
      assert.deepEqual(afters(used), ["110.00 to 310.00"]);
    });
  });

  describe("stated without a date", () => {
    it("means before the claim's first date of service, in the year of that date", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 100_00 }],
        lines: [
          { date: "2026-01-01", allowed: 10_00 },
          { date: "2027-01-01", allowed: 10_00 },
        ],
      });
      assert.deepEqual(afters(used), ["110.00", "10.00 or more"]);
    });

    it("belongs to the earliest claim where one place governs several", () => {
      const first = buildClaim({
        stated: [{ bucket: "PT/SLP", cents: 100_00 }],
        lines: [{ date: "2026-03-12", allowed: 10_00 }],
      });
      const second = {
        ...buildClaim({ lines: [{ date: "2026-03-09", allowed: 5_00 }] }),
        statedAmounts: first.statedAmounts,
      };
      assert.deepEqual(usedIn([first, second]).map(afters), [["115.00"], ["105.00"]]);
    });

    it("is no amount at all on a claim without dates", () => {
      const undated = buildClaim({ stated: [{ bucket: "PT/SLP", cents: 100_00 }], lines: [{ allowed: 10_00 }] });
      const dated = buildClaim({ lines: [{ date: "2026-03-09", allowed: 5_00 }] });
      assert.deepEqual(usedIn([undated, dated]).map(afters), [["none"], ["5.00 or more"]]);
    });
  });

  describe("that nobody states", () => {
    const lines = [{ date: "2026-03-12", allowed: 10_00 }] as const;

    it("is at least what the lines themselves come to", () => {
      const [used] = usedBy({ lines });
      assert.equal(show(used?.before), "0.00 or more");
      assert.equal(show(used?.after), "10.00 or more");
      assert.equal(used?.isMissing, true);
    });

    it("starts from the opening amount where there is one", () => {
      const [used] = usedBy({ lines }, { openingAmounts: { "PT/SLP": 200_00 } });
      assert.equal(show(used?.after), "210.00");
      assert.equal(used?.restsOn, undefined);
      assert.equal(used?.isMissing, false);
    });

    it("starts anew in every year", () => {
      const used = usedBy(
        { lines: [...lines, { date: "2027-01-04", allowed: 5_00 }] },
        { openingAmounts: { "PT/SLP": 0 } },
      );
      assert.deepEqual(afters(used), ["10.00", "5.00"]);
    });

    it("is not missing where its label is left empty, in any year of the claim, even with an opening amount", () => {
      const used = usedBy(
        { stated: [{ bucket: "PT/SLP" }], lines: [...lines, { date: "2027-01-04", allowed: 5_00 }] },
        { openingAmounts: { "PT/SLP": 0 } },
      );
      assert.deepEqual(afters(used), ["10.00 or more", "5.00 or more"]);
      assert.deepEqual(
        used.map((amount) => amount?.isMissing),
        [false, false],
      );
    });

    it("takes no opening amount into a year with a stated one", () => {
      const used = usedBy(
        { stated: [{ bucket: "PT/SLP", cents: 500_00, asOf: "2026-03-12" }], lines },
        { openingAmounts: { "PT/SLP": 0 } },
      );
      assert.deepEqual(befores(used), ["0.00 to 500.00"]);
    });
  });
});
