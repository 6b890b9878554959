import assert from "node:assert/strict";
import type { FeeSchedule } from "../../server/src/ledger/fee-schedule.ts";
import { show } from "./account.ts";
import { answered, claim, decided, line, told, yearsOf } from "./papers.ts";

describe("A service that several papers tell of", () => {
  it("counts once where a superbill and the claim that was sent both hold it", () => {
    const noted = claim("superbill", [line({ allowed: 20_00 })]);
    const sent = claim("claim", [line({ modifiers: ["GP", "KX"], charge: 78_00 })]);
    assert.equal(told({ claims: [noted, sent] }), "20.00 · allowed 20.00");
  });

  it("counts twice where two superbills of one day hold it, a physical and an occupational therapist's", () => {
    const visits = ["GP", "GO"].map((modifier) =>
      claim("superbill", [line({ code: "97530", modifiers: [modifier], allowed: 20_00 })]),
    );
    assert.deepEqual(
      yearsOf({ claims: visits }).map(({ bucket, used }) => `${bucket} ${show(used)}`),
      ["PT/SLP 20.00", "OT 20.00"],
    );
  });

  it("meets its own discipline first, whichever order the papers have", () => {
    const noted = ["GP", "GO"].map((modifier, index) =>
      claim("superbill", [line({ code: "97530", modifiers: [modifier], allowed: (index + 1) * 10_00 })]),
    );
    const sent = claim(
      "claim",
      ["GO", "GP"].map((modifier) => line({ code: "97530", modifiers: [modifier], charge: 50_00 })),
    );
    assert.deepEqual(
      yearsOf({ claims: [...noted, sent] }).map(({ bucket, used }) => `${bucket} ${show(used)}`),
      ["PT/SLP 10.00", "OT 20.00"],
    );
  });

  it("counts once where two files hold the same claim, and twice where one file does", () => {
    const first = claim("claim", [line({ allowed: 20_00 })], { claimId: "1" });
    assert.equal(told({ claims: [first, { ...first, file: "copy.837" }] }), "20.00 · allowed 20.00");
    assert.equal(
      told({ claims: [first, { ...first, place: first.place + 1 }] }),
      "40.00 · allowed 20.00 · allowed 20.00",
    );
  });

  it("counts no more once the claim that was sent for it is void, in the superbill neither", () => {
    const noted = claim("superbill", [line({ allowed: 20_00 })]);
    const sent = claim("claim", [line()], { claimId: "1" });
    const taken = claim("claim", [line()], { claimId: "1", action: "void", file: "later.837" });
    assert.equal(told({ claims: [noted, sent] }), "20.00 · allowed 20.00");
    assert.deepEqual(yearsOf({ claims: [noted, sent, taken] }), []);
  });

  it("counts no more where a replacement leaves it out, and once where the replacement keeps it", () => {
    const noted = claim("superbill", [line({ allowed: 20_00 }), line({ code: "97140", allowed: 5_00 })]);
    const sent = claim("claim", [line(), line({ code: "97140" })], { claimId: "1" });
    const replacement = claim("claim", [line()], { claimId: "1", action: "replacement" });
    assert.equal(told({ claims: [noted, sent, replacement] }), "20.00 · allowed 20.00");
  });

  it("counts no more where a replacement under another number leaves it out, if one claim of that day is like it", () => {
    const sent = claim("claim", [line({ allowed: 20_00 }), line({ code: "97140", allowed: 5_00 })], { claimId: "1" });
    const replacement = claim("claim", [line({ allowed: 20_00 })], { claimId: "1R", action: "replacement" });
    assert.equal(told({ claims: [sent, replacement] }), "20.00 · allowed 20.00");
    const another = claim("claim", [line({ allowed: 20_00 })], { claimId: "2" });
    assert.equal(told({ claims: [sent, another, replacement] }).split(" · ")[0], "65.00", "which of two can't be told");
    const occupational = claim("claim", [line({ modifiers: ["GO"] })], { claimId: "3R", action: "replacement" });
    assert.equal(told({ claims: [sent, occupational] }).split(" · ")[0], "25.00");
  });

  it("may still count where its claim was taken back after the payer decided it, until the payer takes it back too", () => {
    const sent = claim("claim", [line()], { claimId: "1" });
    const taken = claim("claim", [line()], { claimId: "1", action: "void", file: "later.837" });
    const paid = decided({});
    const [year] = yearsOf({ claims: [sent, taken], decided: [paid] });
    assert.equal(show(year?.used), "0.00 to 30.00");
    assert.match(year?.steps.at(-1)?.doubts[0] ?? "", /taken back/);
    const reversed = decided({ allowed: -30_00, isReversal: true, file: "second.835", payment: "q" });
    assert.equal(told({ claims: [sent, taken], decided: [paid, reversed] }).split(" · ")[0], "0.00");
  });

  it("counts once where two lines of a superbill were sent and decided as one of as many units", () => {
    const noted = claim("superbill", [line({ allowed: 15_00 }), line({ allowed: 15_00 })]);
    const sent = claim("claim", [line({ units: 2 })], { claimId: "1" });
    assert.equal(told({ claims: [noted, sent] }).split(" · ")[0], "30.00");
    assert.equal(told({ claims: [noted, sent], decided: [decided({ allowed: 28_00 })] }), "28.00 · remittance 28.00");
    const more = claim("superbill", [line({ allowed: 15_00 }), line({ allowed: 15_00, units: 2 })]);
    assert.equal(told({ claims: [more, sent], decided: [decided({ allowed: 28_00 })] }).split(" · ")[0], "43.00");
  });

  it("counts nothing with a notice on the claim that was sent, unless a payer allowed an amount", () => {
    const noted = claim("superbill", [line({ allowed: 20_00 })]);
    const sent = claim("claim", [line({ modifiers: ["GP", "GA"] })], { claimId: "1" });
    assert.equal(told({ claims: [noted, sent] }), "0.00 · allowed 0.00");
    assert.equal(told({ claims: [noted, sent], decided: [decided({})] }), "30.00 · remittance 30.00");
  });
});

describe("What a payer decided", () => {
  const sent = claim("claim", [line({ allowed: 20_00, charge: 78_00 }), line({ code: "97140", charge: 44_00 })], {
    claimId: "1",
  });

  it("takes the place of the estimate of its line", () => {
    assert.equal(
      told({ claims: [sent], decided: [decided({}), decided({ code: "97140", allowed: 12_00 })] }),
      "42.00 · remittance 30.00 · remittance 12.00",
    );
  });

  it("is found by the line's number where the payer decided another code, and by the sent code else", () => {
    const numbered = claim("claim", [line({ lineNumber: "L7", charge: 78_00 })], { claimId: "1" });
    assert.equal(
      told({ claims: [numbered], decided: [decided({ code: "97150", lineNumber: "L7" })] }),
      "30.00 · remittance 30.00",
    );
    const bySent = decided({ code: "97150", sentCode: "97110" });
    assert.equal(told({ claims: [numbered], decided: [bySent] }), "30.00 · remittance 30.00");
  });

  it("is found by date and code where the office's claim has another id", () => {
    const other = claim("superbill", [line({ charge: 78_00 })], { claimId: "1042" });
    assert.equal(told({ claims: [other], decided: [decided({})] }), "30.00 · remittance 30.00");
  });

  it("is the sum of the decision, what takes it back, and the next decision", () => {
    const corrected = [
      decided({}),
      decided({ isReversal: true, allowed: -30_00, payment: "q", file: "b.835" }),
      decided({ allowed: 25_00, payment: "q", file: "b.835" }),
    ];
    const one = claim("claim", [line({ charge: 78_00 })], { claimId: "1" });
    assert.equal(told({ claims: [one], decided: corrected }), "25.00 · remittance 25.00");
    assert.equal(told({ decided: corrected }), "25.00 · remittance 25.00");
  });

  it("counts once where two files hold the same payment", () => {
    assert.equal(told({ decided: [decided({}), decided({ file: "copy.835" })] }), "30.00 · remittance 30.00");
  });

  it("counts nothing where it was denied", () => {
    assert.equal(
      told({ claims: [sent], decided: [decided({ allowed: 0 })] }),
      "0.00 to 44.00 · remittance 0.00 · charge 0.00 to 44.00",
    );
  });

  it("does not count what a second insurer makes of it", () => {
    const second = decided({ isOfMedicare: false, allowed: 6_00, payment: "second", bucket: "unknown" });
    const one = claim("claim", [line()], { claimId: "1" });
    assert.equal(told({ claims: [one], decided: [decided({}), second] }), "30.00 · remittance 30.00");
  });

  it("on a claim as a whole is shared out by what its lines charge, the last one taking the rest", () => {
    const whole = decided({ isWholeClaim: true, code: "", bucket: "unknown", allowed: 61_00 });
    assert.equal(told({ claims: [sent], decided: [whole] }), "61.00 · remittance 39.00 · remittance 22.00");
    const [year] = yearsOf({ claims: [sent], decided: [whole] });
    assert.match(year?.steps[1]?.doubts.join() ?? "", /claim as a whole/);
  });

  it("on a claim as a whole is only a doubt where the lines count against two amounts, or no claim is known", () => {
    const both = claim("claim", [line({ allowed: 20_00 }), line({ modifiers: ["GO"] })], { claimId: "1" });
    const whole = decided({ isWholeClaim: true, code: "", bucket: "unknown" });
    const [year] = yearsOf({ claims: [both], decided: [whole] });
    assert.equal(show(year?.used), "20.00");
    assert.match(year?.doubts.join() ?? "", /as a whole/);
    assert.deepEqual(yearsOf({ decided: [whole] }), []);
  });
});

describe("A balance", () => {
  const visits = claim("superbill", [line({ allowed: 20_00 }), line({ date: "2026-03-09", allowed: 5_00 })]);

  it("of an eligibility answer replaces what it covers, and the next lines count on from it", () => {
    assert.equal(
      told({ claims: [visits], balances: [answered(500_00, "2026-03-02")] }),
      "505.00 · allowed 20.00 · eligibility 500.00 · allowed 5.00",
    );
  });

  it("of an eligibility answer stands before one that a claim states for the same day", () => {
    const stated = { ...visits, balances: [answered(100_00, "2026-03-02", { source: "stated" })] };
    assert.match(told({ claims: [stated], balances: [answered(500_00, "2026-03-02")] }), /^505\.00/);
  });

  it("with nothing left says only how much was used at least", () => {
    const atLeast = answered(2_480_00, "2026-03-02", { isAtLeast: true });
    assert.match(told({ claims: [visits], balances: [atLeast] }), /^2485\.00 or more/);
  });

  it("is passed on to the year's course by itself, where no line is known", () => {
    assert.equal(told({ balances: [answered(500_00, "2026-03-02")] }), "500.00 · eligibility 500.00");
  });
});

describe("A fee schedule", () => {
  const fees: FeeSchedule = { allowedAmounts: (lines) => lines.map((_one, index) => (index === 0 ? 30_00 : 15_00)) };

  it("tells what lines without an allowed amount come to, those of one day together", () => {
    const day = claim("superbill", [line({ charge: 78_00 }), line({ code: "97140", charge: 44_00 })]);
    const next = claim("superbill", [line({ date: "2026-03-09", charge: 78_00 })]);
    assert.equal(
      told({ claims: [day, next] }, fees),
      "75.00 · fee-schedule 30.00 · fee-schedule 15.00 · fee-schedule 30.00",
    );
  });

  it("leaves a line alone that says what is allowed, or that has no units", () => {
    const day = claim("superbill", [
      line({ allowed: 20_00 }),
      line({ code: "97140", units: undefined, charge: 44_00 }),
    ]);
    assert.equal(told({ claims: [day] }, fees), "20.00 to 64.00 · allowed 20.00 · charge 0.00 to 44.00");
  });
});
