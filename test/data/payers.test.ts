import assert from "node:assert/strict";
import fc from "fast-check";
import { findPayer, payerAnswer, payers, unknownPayer } from "../../server/src/data/payers.ts";
import type { PayerAnswer, PayerQuestion } from "../../server/src/model/tables.ts";
import { assertApart } from "./dated-rows.ts";

describe("The table of payers", () => {
  it("has every id, alias and filing indicator once", () => {
    for (const values of [
      [unknownPayer.id, ...payers.map(({ id }) => id)],
      payers.flatMap(({ aliases }) => aliases),
      payers.flatMap(({ filingIndicators }) => filingIndicators),
    ]) {
      assert.deepEqual(
        values.filter((value, index) => values.indexOf(value) !== index),
        [],
      );
    }
  });

  it("writes aliases as they are compared: lower case, single spaces, no punctuation", () => {
    for (const alias of payers.flatMap(({ aliases }) => aliases)) assert.match(alias, /^[a-z0-9]+(?: [a-z0-9]+)*$/);
  });

  it("finds each payer by its name and by each alias", () => {
    for (const payer of payers) {
      for (const name of [payer.name, ...payer.aliases]) assert.equal(findPayer({ name }).id, payer.id, name);
    }
  });

  it("finds each payer by its filing indicators", () => {
    for (const payer of payers) {
      for (const filingIndicator of payer.filingIndicators)
        assert.equal(findPayer({ filingIndicator }).id, payer.id, filingIndicator);
    }
  });

  it("has answers that do not overlap, each with a source", () => {
    for (const { id, answers } of payers) {
      for (const [question, rows] of Object.entries(answers)) {
        assertApart(rows, `${id}, ${question}`);
        for (const { source } of rows) assert.notEqual(source.title, "", id);
      }
    }
  });
});

describe("A payer's name", () => {
  const names: readonly (readonly [name: string, id: string])[] = [
    ["Medicare", "medicare-b"],
    ["MEDICARE PART B", "medicare-b"],
    ["Medicare - Part B", "medicare-b"],
    ["Medicare B NJ", "medicare-b"],
    ["Railroad Medicare", "medicare-b"],
    ["Palmetto GBA Railroad Medicare", "medicare-b"],
    ["Medicare of Illinois", "medicare-b"],
    ["Medicare NY", "medicare-b"],
    ["Novitas Medicare", "medicare-b"],
    ["Noridian Medicare", "medicare-b"],
    ["NGS Medicare", "medicare-b"],
    ["Medicare - NGS", "medicare-b"],
    ["NGS Part B", "medicare-b"],
    ["WPS Medicare", "medicare-b"],
    ["WPS Medicare Companion", "unknown"],
    ["WPS", "unknown"],
    ["CGS Medicare", "medicare-b"],
    ["Palmetto GBA", "medicare-b"],
    ["Palmetto GBA TRICARE", "tricare"],
    ["First Coast", "medicare-b"],
    ["First Coast Medicare", "medicare-b"],
    ["First Coast Advantage", "unknown"],
    ["FCSO Medicare", "medicare-b"],
    ["RRB Medicare", "medicare-b"],
    ["Medicare PartB", "medicare-b"],
    ["Medicare Pt. B", "medicare-b"],
    ["Medicare (Part B)", "medicare-b"],
    ["Medicare Part A & B", "medicare-b"],
    ["Medicare A/B", "medicare-b"],
    ["MCR", "medicare-b"],
    ["MCR B", "medicare-b"],
    ["MCR FL", "medicare-b"],
    ["Medicare FFS", "medicare-b"],
    ["Original Medicare", "medicare-b"],
    ["Traditional Medicare", "medicare-b"],
    ["Medicare / Medicaid", "medicare-b"],
    ["Medicare/Texas Medicaid", "medicare-b"],
    ["Medicare and Medi-Cal", "medicare-b"],
    ["Medicare + Medigap", "medicare-b"],
    ["Medicare, supplement", "medicare-b"],
    ["Medicare w/ supplement Plan G", "medicare-b"],
    ["Medicare with Mutual of Omaha", "medicare-b"],
    ["Medicare & AARP supplement", "medicare-b"],
    ["MCR w/BCBS supp", "medicare-b"],
    ["Medicare primary, Aetna secondary", "medicare-b"],
    ["Medicare A & B, Medigap", "medicare-b"],
    ["Novitas Medicare / Medigap", "medicare-b"],
    ["Medicare / Medicaid Plan", "medicaid"],
    ["Medicare-Medicaid Plan", "medicaid"],
    ["Medicare / Aetna Better Health Medicaid", "medicaid"],
    ["Medicare / Acme Life", "unknown"],
    ["Medicare / AARP", "unknown"],
    ["Medicare / BCBS", "unknown"],
    ["Medicare, Aetna", "unknown"],
    ["Medicare and more", "unknown"],
    ["Medicare Part B Supplement", "unknown"],
    ["Acme Medicare Part B Savings HMO", "unknown"],
    ["Humana Medicare Part B Giveback", "medicare-advantage"],
    ["MA", "unknown"],
    ["Medicare MA", "unknown"],
    ["Medicare Advantage", "medicare-advantage"],
    ["UHC Medicare Advantage", "medicare-advantage"],
    ["AARP Medicare Advantage", "medicare-advantage"],
    ["AARP MedicareComplete", "medicare-advantage"],
    ["Humana Gold Plus HMO", "medicare-advantage"],
    ["Aetna Medicare PPO", "medicare-advantage"],
    ["Aetna Medicare", "medicare-advantage"],
    ["Aetna MCR PPO", "medicare-advantage"],
    ["MCR Advantage", "medicare-advantage"],
    ["Medicare HMO", "medicare-advantage"],
    ["Medicare Advantage/Medicaid", "medicare-advantage"],
    ["Medicare Advantage with supplement", "medicare-advantage"],
    ["Medicare / Medicaid Dual Complete", "medicare-advantage"],
    ["Medicare/Advantage", "medicare-advantage"],
    ["Medicare Part C", "medicare-advantage"],
    ["United Healthcare Medicare Solutions", "medicare-advantage"],
    ["BCBS of Michigan Medicare Plus Blue", "medicare-advantage"],
    ["Priority Health Medicare", "medicare-advantage-priority-health"],
    ["AARP Medicare Supplement", "medicare-supplement"],
    ["Medicare Supplement", "medicare-supplement"],
    ["Medicare Supplemental Plan G", "medicare-supplement"],
    ["Medigap", "medicare-supplement"],
    ["Some Local Medicare Plan", "unknown"],
    ["Illinois Medicaid", "medicaid-illinois"],
    ["Texas Medicaid", "medicaid"],
    ["UHC Community Plan of Ohio", "medicaid"],
    ["TRICARE East", "tricare"],
    ["Humana Military", "tricare"],
    ["VA", "va"],
    ["VA Community Care Network", "va"],
    ["Optum VA CCN", "va"],
    ["Optum VA", "va"],
    ["Optum", "unknown"],
    ["TriWest", "va"],
    ["TriWest Healthcare Alliance", "va"],
    ["TriWest TRICARE West", "tricare"],
    ["VACCN", "va"],
    ["VA CCN", "va"],
    ["Anthem BCBS VA", "bcbs"],
    ["Workers' Comp", "workers-compensation"],
    ["State Workers’ Compensation Fund", "workers-compensation"],
    ["No-Fault", "auto"],
    ["UnitedHealthcare", "unitedhealthcare"],
    ["United Healthcare Insurance Company", "unitedhealthcare"],
    ["UHC", "unitedhealthcare"],
    ["Humana Inc.", "humana"],
    ["Horizon BCBSNJ", "horizon-bcbsnj"],
    ["Horizon Blue Cross Blue Shield of New Jersey", "horizon-bcbsnj"],
    ["BCBS of Illinois", "bcbs"],
    ["Aetna US Healthcare", "aetna"],
    ["Cigna", "cigna"],
    ["Cignature Care", "unknown"],
    ["Self pay", "unknown"],
    ["", "unknown"],
  ];
  for (const [name, id] of names) {
    it(`"${name}" is ${id}`, () => {
      assert.equal(findPayer({ name }).id, id);
    });
  }

  it("of any kind finds some payer and never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string({ maxLength: 3 }), { nil: undefined }), (name, filingIndicator) => {
        assert.ok([...payers, unknownPayer].includes(findPayer({ name, filingIndicator })));
      }),
    );
  });

  it("never means Medicare Part B where it says Medicare Advantage, whatever stands beside", () => {
    const words = fc.constantFrom("Medicare", "MCR", "Part B", "NGS", "Medicaid", "Medigap", "AARP", "/", "with", "NJ");
    fc.assert(
      fc.property(fc.array(words), fc.array(words), (before, after) => {
        const name = [...before, "Medicare Advantage", ...after].join(" ");
        assert.notEqual(findPayer({ name }).id, "medicare-b", name);
      }),
    );
  });
});

describe("A filing indicator", () => {
  const filed: readonly (readonly [indicator: string, name: string, id: string])[] = [
    ["MB", "NORIDIAN", "medicare-b"],
    ["mb", "", "medicare-b"],
    ["MA", "MEDICARE", "medicare-b"],
    ["16", "HUMANA", "medicare-advantage"],
    ["16", "PRIORITY HEALTH MEDICARE", "medicare-advantage-priority-health"],
    ["CI", "MEDICARE", "commercial"],
    ["CI", "ACME LIFE", "commercial"],
    ["CI", "UHC", "unitedhealthcare"],
    ["HM", "AETNA MEDICARE HMO", "medicare-advantage"],
    ["BL", "HORIZON BCBSNJ", "horizon-bcbsnj"],
    ["MC", "ILLINOIS MEDICAID", "medicaid-illinois"],
    ["MC", "AETNA BETTER HEALTH", "medicaid"],
    ["WC", "AETNA", "workers-compensation"],
    ["ZZ", "MEDICARE", "unknown"],
    ["ZZ", "HORIZON BCBSNJ", "horizon-bcbsnj"],
    ["ZZ", "", "unknown"],
    ["", "MEDICARE", "medicare-b"],
  ];
  for (const [filingIndicator, name, id] of filed) {
    it(`${filingIndicator || "left empty"} with "${name}" is ${id}`, () => {
      assert.equal(findPayer({ name, filingIndicator }).id, id);
    });
  }

  it("or the payer id tells where the name does not", () => {
    assert.equal(findPayer({ name: "UNTD HLTHCR", filingIndicator: "CI", payerId: "87726" }).id, "unitedhealthcare");
    assert.equal(findPayer({ payerId: "60054" }).id, "aetna");
    assert.equal(findPayer({}).id, "unknown");
  });
});

describe("What a payer asks", () => {
  const asked: readonly (readonly [
    id: string,
    question: PayerQuestion,
    date: `${number}-${number}-${number}`,
    answer: PayerAnswer,
  ])[] = [
    ["medicare-b", "plan-modifiers", "2005-01-01", "required"],
    ["medicare-b", "plan-modifiers", "2026-03-02", "required"],
    ["medicare-b", "assistant-modifiers", "2018-12-31", "unknown"],
    ["medicare-b", "assistant-modifiers", "2019-12-31", "optional"],
    ["medicare-b", "assistant-modifiers", "2020-01-01", "required"],
    ["medicare-b", "kx", "2005-12-31", "unknown"],
    ["medicare-b", "kx", "2006-01-01", "required"],
    ["medicare-advantage", "plan-modifiers", "2026-03-02", "required"],
    ["medicare-advantage", "assistant-modifiers", "2026-03-02", "unknown"],
    ["medicare-advantage", "kx", "2026-03-02", "optional"],
    ["medicare-advantage-priority-health", "kx", "2020-12-31", "optional"],
    ["medicare-advantage-priority-health", "kx", "2021-01-01", "required"],
    ["unitedhealthcare", "plan-modifiers", "2019-08-31", "unknown"],
    ["unitedhealthcare", "plan-modifiers", "2019-09-01", "required"],
    ["unitedhealthcare", "plan-modifiers", "2020-04-01", "required"],
    ["va", "plan-modifiers", "2026-03-02", "required"],
    ["tricare", "plan-modifiers", "2026-03-02", "required"],
    ["medicaid-illinois", "plan-modifiers", "2014-05-20", "unknown"],
    ["medicaid-illinois", "plan-modifiers", "2014-05-21", "required"],
    ["medicaid", "plan-modifiers", "2026-03-02", "unknown"],
    ["horizon-bcbsnj", "assistant-modifiers", "2022-06-26", "unknown"],
    ["horizon-bcbsnj", "assistant-modifiers", "2022-06-27", "required"],
    ["commercial", "kx", "2026-03-02", "unknown"],
    ["unknown", "plan-modifiers", "2026-03-02", "unknown"],
  ];
  for (const [id, question, date, answer] of asked) {
    it(`${id} says ${answer} to ${question} on ${date}`, () => {
      const payer = [...payers, unknownPayer].find((payer) => payer.id === id);
      assert.ok(payer);
      assert.equal(payerAnswer(payer, question, date), answer);
    });
  }

  it("and how it counts units: Medicare pools minutes", () => {
    const counting = (name: string) => findPayer({ name }).unitCounting;
    assert.equal(counting("Medicare Part B"), "eight-minute-rule");
    assert.equal(counting("Medicare Advantage"), "eight-minute-rule");
    assert.equal(counting("Aetna"), "rule-of-eights");
    assert.equal(counting("Texas Medicaid"), "unknown");
  });
});
