import assert from "node:assert/strict";
import type { Balance, DecidedAmount } from "../../server/src/ledger/source.ts";
import { usedBy, usedIn } from "./account.ts";
import { buildClaim } from "./build-claim.ts";

const answer: Balance = {
  at: { file: "answer.271", line: 10 },
  file: "answer.271",
  source: "eligibility",
  year: 2026,
  bucket: "PT/SLP",
  amount: 1_840_20,
  isAtLeast: false,
  asOf: "2026-03-10",
  assumed: undefined,
};

const decision: DecidedAmount = {
  at: { file: "paid.835", line: 7 },
  file: "paid.835",
  place: 0,
  claimId: undefined,
  lineNumber: undefined,
  date: "2026-03-12",
  code: "97110",
  sentCode: undefined,
  modifiers: ["GP"],
  bucket: "PT/SLP",
  isOfMedicare: true,
  charge: 80_00,
  allowed: 59_24,
  isStated: true,
  isReversal: false,
  isWholeClaim: false,
  isForAnother: false,
  wasForAnother: false,
  payment: "EFT1 2026-03-20",
};

describe("what a used amount tells of its year", () => {
  it("is attested from the first line on, where every one without a notice carries KX", () => {
    const lines = [
      { date: "2026-02-10", allowed: 10_00, modifiers: ["GP", "GA"] },
      { date: "2026-02-12", allowed: 10_00, modifiers: ["GP", "KX"] },
      { date: "2026-02-12", allowed: 10_00, modifiers: ["GN", "KX"] },
      { date: "2026-02-16", allowed: 10_00, modifiers: ["GP", "KX"] },
      { date: "2026-02-16", allowed: 10_00, modifiers: ["GO"] },
    ] as const;
    const claim = buildClaim({ lines });
    const [used = []] = usedIn([claim]);
    const first = claim.serviceLines[1]?.procedure;
    for (const place of [1, 2, 3]) {
      assert.deepEqual(used[place]?.attested, { from: "2026-02-12", at: first, visits: 2 });
    }
    assert.equal(used[4]?.attested, undefined);
    const broken = usedBy({ lines: [...lines, { date: "2026-03-02", allowed: 10_00, modifiers: ["GP"] }] });
    assert.deepEqual(
      broken.map((amount) => amount?.attested),
      broken.map(() => undefined),
    );
  });

  it("is passed in the year, whichever line passes it, and not where it is reached exactly", () => {
    const passes = (cents: number) =>
      usedBy({
        stated: [{ bucket: "PT/SLP", cents: 2_400_00 }],
        lines: [
          { date: "2026-02-12", allowed: 10_00 },
          { date: "2026-02-16", allowed: cents },
        ],
      }).map((amount) => amount?.isPassedInYear);
    assert.deepEqual(passes(70_00), [false, false]);
    assert.deepEqual(passes(70_01), [true, true]);
  });

  describe("against the amount that the claim states", () => {
    const contradictionBy = (
      cents: number,
      asOf: `${number}-${number}-${number}`,
      more: { balances?: readonly Balance[]; decided?: readonly DecidedAmount[] },
    ) => {
      const claim = buildClaim({
        stated: [{ bucket: "PT/SLP", cents, asOf }],
        lines: [{ date: "2026-03-20", allowed: 10_00 }],
      });
      return usedIn([claim], more)[0]?.[0]?.contradiction;
    };

    it("is a payer's answer of the same day, with its place", () => {
      const contradiction = contradictionBy(1_480_20, "2026-03-10", { balances: [answer] });
      assert.deepEqual(contradiction?.ledger, { low: 1_840_20, high: 1_840_20 });
      const { source, asOf, amount, at } = { ...answer };
      assert.deepEqual(contradiction.by, { source, asOf, amount, at });
      for (const cents of [1_840_19, 1_840_20, 1_840_21]) {
        assert.equal(contradictionBy(cents, "2026-03-10", { balances: [answer] }), undefined);
      }
    });

    it("is an earlier answer with the remittances since, as the least", () => {
      const told = { balances: [answer], decided: [decision] };
      const contradiction = contradictionBy(1_850_00, "2026-03-15", told);
      assert.deepEqual(contradiction?.ledger, { low: 1_899_44, high: Infinity });
      assert.equal(contradiction.by.at, answer.at);
      assert.equal(contradictionBy(1_899_43, "2026-03-15", told), undefined);
      assert.equal(contradictionBy(3_000_00, "2026-03-15", told), undefined);
    });

    it("is the last of the remittances up to its day, where nothing else is known", () => {
      const later = { ...decision, place: 1, date: "2026-03-14", at: { file: "paid.835", line: 12 } } as const;
      const decided = [decision, later];
      const contradiction = contradictionBy(20_00, "2026-03-15", { decided });
      assert.deepEqual(contradiction?.ledger, { low: 118_48, high: Infinity });
      assert.deepEqual(contradiction.by, { source: "remittance", asOf: "2026-03-14", amount: 59_24, at: later.at });
      assert.deepEqual(contradictionBy(20_00, "2026-03-12", { decided })?.ledger, { low: 59_24, high: Infinity });
      assert.equal(contradictionBy(20_00, "2026-03-11", { decided }), undefined);
    });
  });
});
