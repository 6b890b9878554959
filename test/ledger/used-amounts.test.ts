import assert from "node:assert/strict";
import { afters, befores, show, usedBy, usedIn } from "./account.ts";
import { type ClaimText, buildClaim } from "./build-claim.ts";

describe("the used amount", () => {
  describe("of one claim", () => {
    it("starts from the stated amount and adds each allowed amount", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 2_310_40 }],
        lines: [
          { date: "2026-03-12", allowed: 58_24 },
          { date: "2026-03-12", allowed: 27_10 },
        ],
      });
      assert.deepEqual(befores(used), ["2310.40", "2368.64"]);
      assert.deepEqual(afters(used), ["2368.64", "2395.74"]);
    });

    it("counts by date of service, not by place", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 0 }],
        lines: [
          { date: "2026-03-16", allowed: 10_00 },
          { date: "2026-03-12", allowed: 5_00 },
        ],
      });
      assert.deepEqual(befores(used), ["5.00", "0.00"]);
    });

    it("keeps PT and SLP together, and OT apart", () => {
      const used = usedBy({
        stated: [
          { bucket: "PT/SLP", cents: 100_00 },
          { bucket: "OT", cents: 7_00 },
        ],
        lines: [
          { date: "2026-03-12", allowed: 10_00, modifiers: ["GP"] },
          { date: "2026-03-12", allowed: 20_00, modifiers: ["GO"] },
          { date: "2026-03-12", allowed: 40_00, modifiers: ["GN"] },
        ],
      });
      assert.deepEqual(afters(used), ["110.00", "27.00", "150.00"]);
      assert.deepEqual(
        used.map((amount) => amount?.bucket),
        ["PT/SLP", "OT", "PT/SLP"],
      );
    });

    it("takes the charge for the most that a line without an allowed amount can add", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 100_00 }],
        lines: [{ date: "2026-03-12", charge: 80_00 }, { date: "2026-03-13", allowed: 10_00 }, { date: "2026-03-14" }],
      });
      assert.deepEqual(afters(used), ["100.00 to 180.00", "110.00 to 190.00", "110.00 or more"]);
    });

    it("does not believe the allowed amount of units that no line can have", () => {
      for (const units of [0, -1, 1.5]) {
        const used = usedBy({
          stated: [{ bucket: "PT/SLP", cents: 0 }],
          lines: [{ date: "2026-03-12", allowed: 30_00, charge: 80_00, units }],
        });
        assert.deepEqual(afters(used), ["0.00 to 80.00"], `${String(units)} units`);
      }
    });

    it("lets a negative charge take back at most as much", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 100_00 }],
        lines: [{ date: "2026-03-12", charge: -44_00 }],
      });
      assert.deepEqual(afters(used), ["56.00 to 100.00"]);
    });

    it("counts nothing for a line with GA, GX, GY or GZ", () => {
      for (const notice of ["GA", "GX", "GY", "GZ"]) {
        const used = usedBy({
          stated: [{ bucket: "PT/SLP", cents: 100_00 }],
          lines: [
            { date: "2026-03-12", allowed: 30_00, modifiers: ["GP", notice] },
            { date: "2026-03-12", modifiers: ["GP", notice] },
          ],
        });
        assert.deepEqual(afters(used), ["100.00", "100.00"], notice);
      }
    });

    it("counts nothing for a line that is not therapy, and gives it no amount", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 100_00 }],
        lines: [
          { date: "2026-03-12", code: "none", charge: 500_00 },
          { date: "2026-03-12", allowed: 10_00 },
        ],
      });
      assert.deepEqual(afters(used), ["none", "110.00"]);
    });

    it("adds a line of an unknown bucket to the most of both buckets from its date on", () => {
      const used = usedBy({
        stated: [
          { bucket: "PT/SLP", cents: 0 },
          { bucket: "OT", cents: 0 },
        ],
        lines: [
          { date: "2026-03-11", allowed: 10_00 },
          { date: "2026-03-12", allowed: 50_00, modifiers: [] },
          { date: "2026-03-13", allowed: 10_00 },
          { date: "2026-03-13", allowed: 10_00, modifiers: ["GO"] },
        ],
      });
      assert.deepEqual(afters(used), ["10.00", "none", "20.00 to 70.00", "10.00 to 60.00"]);
    });

    it("adds a line without a date to the most of every date", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 0, asOf: "2026-03-01" }],
        lines: [{ date: "2026-03-11", allowed: 10_00 }, { allowed: 50_00 }, { date: "2026-03-13", allowed: 10_00 }],
      });
      assert.deepEqual(afters(used), ["10.00 to 60.00", "none", "20.00 to 70.00"]);
    });

    it("tells what the claim as a whole and each visit come to", () => {
      const used = usedBy({
        stated: [{ bucket: "PT/SLP", cents: 100_00 }],
        lines: [
          { date: "2026-03-12", allowed: 10_00 },
          { date: "2026-03-12", allowed: 20_00 },
          { date: "2026-03-14", allowed: 40_00 },
        ],
      });
      assert.deepEqual(
        used.map((amount) => show(amount?.beforeClaim)),
        ["100.00", "100.00", "100.00"],
      );
      assert.deepEqual(
        used.map((amount) => show(amount?.afterClaim)),
        ["170.00", "170.00", "170.00"],
      );
      assert.deepEqual(
        used.map((amount) => show(amount?.afterVisit)),
        ["130.00", "130.00", "170.00"],
      );
    });
  });

  describe("of several claims", () => {
    const first: ClaimText = {
      id: "A1",
      stated: [{ bucket: "PT/SLP", cents: 100_00 }],
      lines: [{ date: "2026-03-02", allowed: 10_00 }],
    };

    it("goes on from one claim to the next", () => {
      const second: ClaimText = { lines: [{ date: "2026-03-09", allowed: 5_00 }] };
      assert.deepEqual(usedIn([buildClaim(second), buildClaim(first)]).map(afters), [["115.00"], ["110.00"]]);
    });

    it("orders lines of one date by their place", () => {
      const [one, other] = [5_00, 10_00].map((allowed): ClaimText => ({ lines: [{ date: "2026-03-02", allowed }] }));
      assert.ok(one && other);
      const opening = { openingAmounts: { "PT/SLP": 100_00 } };
      assert.deepEqual(usedIn([other, one].map(buildClaim), opening).map(befores), [["100.00"], ["110.00"]]);
    });

    it("orders those of claims with an id by it, behind those without", () => {
      const lines = [{ date: "2026-03-02", allowed: 10_00 }] as const;
      const claims = [{ id: "B", lines }, { id: "A", lines }, { lines }].map(buildClaim);
      const opening = { openingAmounts: { "PT/SLP": 100_00 } };
      assert.deepEqual(usedIn(claims, opening).map(befores), [["120.00"], ["110.00"], ["100.00"]]);
    });

    it("leaves void claims out, and the claims that they take back", () => {
      const claims = [
        first,
        { ...first, frequency: "8" },
        { lines: [{ date: "2026-03-09", allowed: 5_00 }] } as ClaimText,
      ];
      assert.deepEqual(usedIn(claims.map(buildClaim)).map(afters), [["none"], ["none"], ["5.00 or more"]]);
    });

    it("lets a replacement take its original's place", () => {
      const replacement: ClaimText = { ...first, frequency: "7", lines: [{ date: "2026-03-02", allowed: 30_00 }] };
      const later: ClaimText = { lines: [{ date: "2026-03-09", allowed: 5_00 }] };
      assert.deepEqual(usedIn([first, replacement, later].map(buildClaim)).map(afters), [
        ["none"],
        ["130.00"],
        ["135.00"],
      ]);
    });

    it("replaces the claim of the same visit where an id stands on several", () => {
      const visits = (["2026-03-02", "2026-03-04"] as const).map((date): ClaimText => ({
        id: "A1",
        lines: [{ date, allowed: 10_00 }],
      }));
      const replacement: ClaimText = { id: "A1", frequency: "7", lines: [{ date: "2026-03-02", allowed: 30_00 }] };
      const used = usedIn([...visits, replacement].map(buildClaim), { openingAmounts: { "PT/SLP": 0 } });
      assert.deepEqual(used.map(afters), [["none"], ["40.00"], ["30.00"]]);
    });

    it("replaces the latest claim of the id where the replacement corrects the date", () => {
      const visits = (["2026-03-02", "2026-03-04"] as const).map((date): ClaimText => ({
        id: "A1",
        lines: [{ date, allowed: 10_00 }],
      }));
      const replacement: ClaimText = { id: "A1", frequency: "7", lines: [{ date: "2026-03-05", allowed: 30_00 }] };
      const used = usedIn([...visits, replacement].map(buildClaim), { openingAmounts: { "PT/SLP": 0 } });
      assert.deepEqual(used.map(afters), [["10.00"], ["none"], ["40.00"]]);
    });

    it("counts a claim that was sent anew after a void", () => {
      const claims = [first, { ...first, frequency: "8" }, first].map(buildClaim);
      assert.deepEqual(usedIn(claims).map(afters), [["none"], ["none"], ["110.00"]]);
    });

    it("replaces nothing without an id", () => {
      const { id, ...nameless } = first;
      assert.equal(id, "A1");
      const claims = [nameless, { ...nameless, frequency: "7", stated: [] }].map(buildClaim);
      assert.deepEqual(usedIn(claims).map(afters), [["110.00"], ["120.00"]]);
    });
  });
});
