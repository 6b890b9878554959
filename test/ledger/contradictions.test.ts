import assert from "node:assert/strict";
import type { Balance, DecidedAmount } from "../../server/src/ledger/source.ts";
import type { UsedAmount } from "../../server/src/model/used-amount.ts";
import { show, usedIn } from "./account.ts";
import { buildClaim } from "./build-claim.ts";

function answered(amount: number, asOf: Balance["asOf"], isAtLeast = false): Balance {
  const at = { file: "answer.271", line: 3 };
  const of = { year: 2026, bucket: "PT/SLP", amount, asOf, isAtLeast, assumed: undefined } as const;
  return { at, file: "answer.271", source: "eligibility", ...of };
}

function paid(date: DecidedAmount["date"], allowed: number): DecidedAmount {
  return {
    ...{ at: { file: "paid.835", line: 9 }, file: "paid.835", place: 0, claimId: "1", lineNumber: undefined, date },
    ...{ code: "97530", sentCode: undefined, modifiers: ["GP"], bucket: "PT/SLP", isOfMedicare: true, allowed },
    ...{ charge: undefined, isStated: true, isReversal: false, isWholeClaim: false, payment: "p" },
    ...{ isForAnother: false, wasForAnother: false },
  };
}

/** The first line of a claim that states an amount as of 10 March and has a line on the 12th. */
function usedWith(
  stated: number,
  told: { balances?: readonly Balance[]; decided?: readonly DecidedAmount[] },
): UsedAmount {
  const claim = buildClaim({
    stated: [{ bucket: "PT/SLP", cents: stated, asOf: "2026-03-10" }],
    lines: [{ date: "2026-03-12", allowed: 10_00 }],
  });
  const [used] = usedIn([claim], told)[0] ?? [];
  assert.ok(used);
  return used;
}

describe("A stated amount", () => {
  it("contradicts an eligibility answer of the same day that differs by more than a cent", () => {
    const balances = [answered(500_00, "2026-03-10")];
    assert.equal(usedWith(500_01, { balances }).contradiction, undefined);
    const { contradiction } = usedWith(500_02, { balances });
    assert.equal(contradiction?.stated.amount, 500_02);
    assert.equal(show(contradiction.ledger), "500.00");
  });

  it("does not contradict an answer that nothing is left, where it says more", () => {
    assert.equal(usedWith(2_600_00, { balances: [answered(2_480_00, "2026-03-10", true)] }).contradiction, undefined);
  });

  it("contradicts an earlier answer and remittances that certainly come to more by then", () => {
    const told = { balances: [answered(500_00, "2026-03-01")], decided: [paid("2026-03-05", 30_00)] };
    assert.equal(usedWith(530_00, told).contradiction, undefined);
    assert.equal(show(usedWith(500_00, told).contradiction?.ledger), "530.00 or more");
  });

  it("may be more than the office's own lines: other providers count too", () => {
    assert.equal(usedWith(900_00, { decided: [paid("2026-03-05", 30_00)] }).contradiction, undefined);
  });

  it("is not contradicted by what the office only expects", () => {
    const expecting = buildClaim({ lines: [{ date: "2026-03-05", allowed: 300_00 }] });
    const stating = buildClaim({
      stated: [{ bucket: "PT/SLP", cents: 10_00, asOf: "2026-03-10" }],
      lines: [{ date: "2026-03-12", allowed: 10_00 }],
    });
    assert.equal(usedIn([expecting, stating])[1]?.[0]?.contradiction, undefined);
  });
});

describe("Who tells the used amount", () => {
  it("is a payer, where an answer or a stated amount does", () => {
    assert.equal(usedWith(100_00, {}).isFromPayer, true);
    const [[answeredOf] = []] = usedIn([buildClaim({ lines: [{ date: "2026-03-12" }] })], {
      balances: [answered(500_00, "2026-03-10")],
    });
    assert.equal(answeredOf?.isFromPayer, true);
    assert.equal(answeredOf.isMissing, false);
    assert.equal(answeredOf.restsOn?.source, "eligibility");
  });

  it("is a payer, where remittances tell every earlier visit; still the amount is missing, since others bill too", () => {
    const [[used] = []] = usedIn([buildClaim({ lines: [{ date: "2026-03-12" }] })], {
      decided: [paid("2026-03-05", 30_00)],
    });
    assert.equal(used?.isFromPayer, true);
    assert.equal(used.isMissing, true);
  });

  it("is the office alone, where an earlier visit is only expected", () => {
    const lines = [{ date: "2026-03-09", allowed: 5_00 }, { date: "2026-03-12" }] as const;
    const [[, used] = []] = usedIn([buildClaim({ lines })], { decided: [paid("2026-03-05", 30_00)] });
    assert.equal(used?.isFromPayer, false);
  });
});

describe("KX on every line", () => {
  it("is told from the first date on, lines with a notice left out", () => {
    const kx = ["GP", "KX"];
    const lines = [
      { date: "2026-01-05", modifiers: kx },
      { date: "2026-01-07", modifiers: ["GP", "GA"] },
      { date: "2026-01-09", modifiers: kx },
      { date: "2026-01-09", modifiers: ["GO"] },
    ] as const;
    const [used = []] = usedIn([buildClaim({ lines })]);
    assert.deepEqual(
      used.map((one) => one?.attested?.from),
      ["2026-01-05", "2026-01-05", "2026-01-05", undefined],
    );
    const [broken = []] = usedIn([buildClaim({ lines: [...lines, { date: "2026-02-02" }] })]);
    assert.equal(broken[0]?.attested, undefined);
  });
});

describe("The last visit", () => {
  it("is what the latest earlier date of the amount came to", () => {
    const lines = [
      { date: "2026-01-05", allowed: 40_00 },
      { date: "2026-01-07", allowed: 20_00 },
      { date: "2026-01-07", charge: 30_00 },
      { date: "2026-01-08", allowed: 99_00, modifiers: ["GO"] },
      { date: "2026-01-09", allowed: 10_00 },
    ] as const;
    const [used = []] = usedIn([buildClaim({ lines })]);
    assert.deepEqual(
      used.map((one) => show(one?.lastVisit)),
      ["none", "40.00", "40.00", "none", "20.00 to 50.00"],
    );
  });
});
