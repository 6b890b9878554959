import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { environmentOfProject, readProject } from "../../server/src/config/project.ts";
import { findPayer, payerAnswer } from "../../server/src/data/payers.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import type { Payer } from "../../server/src/model/tables.ts";

function read(value: unknown): ReturnType<typeof readProject> {
  return readProject(JSON.stringify(value));
}

function profile(value: unknown): Payer {
  const { payers, problems } = read({ payers: [value] });
  assert.deepEqual(problems, []);
  return payers[0] ?? assert.fail("no profile was read");
}

describe("therapy-claims.json", () => {
  it("may name a payer that is not built in, and what it asks for", () => {
    const blueValley = profile({
      id: "blue-valley",
      name: "Blue Valley Health",
      aliases: ["BVH", "BV001"],
      planModifiers: "required",
      kx: [{ answer: "required", from: "2026-01-01" }],
      unitCounting: "eight-minute-rule",
    });
    assert.equal(findPayer({ name: "Blue Valley Health" }, [blueValley]), blueValley);
    assert.equal(findPayer({ name: "bvh" }, [blueValley]), blueValley);
    assert.equal(findPayer({ payerId: "BV001" }, [blueValley]), blueValley);
    assert.equal(payerAnswer(blueValley, "plan-modifiers", "2020-05-05"), "required");
    assert.equal(payerAnswer(blueValley, "kx", "2025-12-31"), "unknown");
    assert.equal(payerAnswer(blueValley, "kx", "2026-01-01"), "required");
    assert.equal(payerAnswer(blueValley, "abn", "2026-01-01"), "unknown");
    assert.equal(blueValley.unitCounting, "eight-minute-rule");
  });

  it("may build a payer upon another", () => {
    const plan = profile({ id: "sun-advantage", name: "Sun Advantage", basedOn: "medicare-advantage", kx: "ignored" });
    assert.equal(payerAnswer(plan, "kx", "2026-03-01"), "ignored");
    assert.equal(payerAnswer(plan, "plan-modifiers", "2026-03-01"), "required");
    assert.equal(plan.unitCounting, "eight-minute-rule");
  });

  it("may change a built-in payer, which keeps its names and the answers that are not given", () => {
    const aetna = profile({ id: "aetna", planModifiers: "required" });
    assert.equal(findPayer({ name: "Aetna" }, [aetna]), aetna);
    assert.equal(findPayer({ payerId: "60054" }, [aetna]), aetna);
    assert.equal(payerAnswer(aetna, "plan-modifiers", "2026-03-01"), "required");
  });

  it("goes before the editor's settings, and leaves the rest as they are", () => {
    const project = read({
      payer: "medicare-b",
      rules: { "kx-crossing": "off" },
      thresholds: { 2027: { kxThreshold: 2550 } },
      approaching: { dollars: 150 },
    });
    assert.deepEqual(project.problems, []);
    const settings = {
      ...defaultSettings,
      payer: "aetna",
      severities: { "kx-crossing": "error", "kx-with-abn": "hint" },
    } as const;
    const { settings: own } = environmentOfProject({ settings, today: "2026-03-01" }, project);
    assert.equal(own.payer, "medicare-b");
    assert.deepEqual(own.severities, { "kx-crossing": "off", "kx-with-abn": "hint" });
    assert.deepEqual(own.thresholds, { 2027: { kxThreshold: 255_000 } });
    assert.deepEqual(own.approaching, { within: 150_00 });
  });

  it("names its own payers as the payer of claims that name none", () => {
    const project = read({ payer: "blue-valley", payers: [{ id: "blue-valley", name: "Blue Valley Health" }] });
    assert.deepEqual(project.problems, []);
    assert.equal(project.settings.payer, "blue-valley");
  });

  const wrong: readonly (readonly [unknown, RegExp])[] = [
    [{ payers: {} }, /payers must be a list/],
    [{ payers: [{ name: "Blue Valley" }] }, /payers\[0\]\.id must be a word/],
    [{ payers: [{ id: "blue-valley" }] }, /payers\[0\]\.name must be/],
    [{ payers: [{ id: "bv", name: "Blue Valley", basedOn: "nobody" }] }, /basedOn is not/],
    [{ payers: [{ id: "bv", name: "Blue Valley", kx: "always" }] }, /payers\[0\]\.kx must be required/],
    [
      { payers: [{ id: "bv", name: "Blue Valley", kx: { answer: "required", from: "1/1/2026" } }] },
      /kx must be required/,
    ],
    [{ payers: [{ id: "bv", name: "Blue Valley", unitCounting: "guess" }] }, /unitCounting must be/],
    [{ payers: [{ id: "bv", name: "Blue Valley", aliases: "BV" }] }, /aliases must be a list/],
    [{ payer: "nobody" }, /payer is not the id/],
    [{ rules: { "no-such-rule": "off" } }, /rules names a rule that does not exist/],
    [{ data: { ncci: 3 } }, /data\.ncci must be a list of paths/],
    [{ feeSchedule: { file: "fees.csv" } }, /feeSchedule must be a list of paths/],
    [{ feeLocality: 5 }, /feeLocality must be a carrier and locality/],
    [
      { pairs: [] },
      /a name is none of payer, payers, rules, thresholds, approaching, data, feeSchedule, feeLocality, fee/,
    ],
    [[], /the file must be an object/],
  ];
  for (const [value, problem] of wrong) {
    it(`tells of ${JSON.stringify(value)}`, () => {
      const { problems } = read(value);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? "", problem);
    });
  }

  it("is read without a complaint as the README shows it", () => {
    const readme = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");
    const [, text = ""] = /```json\n(.*?)```/s.exec(readme) ?? [];
    const { payers, problems } = readProject(text);
    assert.deepEqual(problems, []);
    assert.equal(payers.length, 1);
  });

  it("tells that it is not JSON, and repeats nothing of it", () => {
    assert.deepEqual(readProject("{ Rivera").problems, ["therapy-claims.json: it is not JSON."]);
  });
});
