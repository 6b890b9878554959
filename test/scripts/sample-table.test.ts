import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sample, checkSample, checkSamples, renderSamples } from "../../scripts/sample-table.ts";

const superbill = "Patient: Rivera, Ana\nPayer: Medicare Part B\nDOS: 2026-03-02\n97110 x2\n97140 GP x1\n";
const x12 = [
  "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*P*:",
  "GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1",
  "ST*837*0001*005010X222A1",
  "HL*1**20*1",
  "NM1*85*2*RIVERBEND*****XX*1234567893",
  "HL*2*1*22*0",
  "SBR*P*18*******CI",
  "NM1*IL*1*RIVERA*ANA****MI*W123",
  "CLM*A*60***11:B:1*Y*A*Y*Y",
  "HI*ABK:M5450",
  "LX*1",
  "SV1*HC:97110:GP*60*UN*2***1",
  "DTP*472*D8*20260302",
  "SE*7*0001",
  "GE*1*1",
  "IEA*1*000000001",
]
  .map((segment) => `${segment}~\n`)
  .join("");

describe("A sample's line", () => {
  it("counts claims, service lines and what each rule found", () => {
    const { kind, claims, serviceLines, findings, failures } = checkSample("visit.superbill", superbill);
    assert.deepEqual(
      { kind, claims, serviceLines, failures },
      { kind: "superbill", claims: 1, serviceLines: 2, failures: [] },
    );
    assert.equal(findings.get("therapy-modifier-missing"), 1);
  });

  it("names the transactions of an X12 file, whatever its name", () => {
    const { kind, claims, findings } = checkSample("claims.txt", x12);
    assert.deepEqual([kind, claims, findings.get("x12-envelope")], ["837P (005010X222A1)", 1, 1]);
    assert.equal(
      checkSample("two.txt", x12 + x12.replaceAll("005010X222A1", "005010X224A2")).kind.split(", ").length,
      2,
    );
  });

  it("tells that nothing was found in an empty file", () => {
    const empty = checkSample("empty.superbill", "");
    assert.deepEqual([empty.claims, empty.findings.size, empty.failures], [0, 0, []]);
  });
});

describe("The samples of a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "therapy-claims-samples-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("are all text files in it, in order of path, but not what tells of them", () => {
    mkdirSync(join(folder, "b"));
    writeFileSync(join(folder, "b", "1.837"), x12);
    writeFileSync(join(folder, "a.superbill"), superbill);
    writeFileSync(join(folder, "image.837"), Buffer.from([0x89, 0x50, 0, 0]));
    for (const name of ["MANIFEST.csv", "LICENSE", "README.md"]) writeFileSync(join(folder, name), "about them");
    assert.deepEqual(
      checkSamples(folder).map(({ path }) => path),
      ["a.superbill", join("b", "1.837")],
    );
  });
});

describe("The table of samples", () => {
  const sample: Sample = {
    path: "a.837",
    kind: "837P (005010X222A1)",
    claims: 2,
    serviceLines: 5,
    amounts: 0,
    findings: new Map([
      ["npi-invalid", 1],
      ["kx-mixed", 3],
      ["abn-on-ma", 1],
    ]),
    failures: [],
  };

  it("tells findings by rule, most frequent first, and ends with the sum", () => {
    const failed = {
      ...sample,
      path: "b.837",
      failures: [{ where: "rule kx-mixed", error: "TypeError, kx-mixed.ts:1:2" }],
    };
    assert.deepEqual(renderSamples([sample, failed, { ...sample, path: "c.835", findings: new Map() }]).split("\n"), [
      "| File    | Kind                | Claims | Lines | Amounts | Findings |",
      "| ------- | ------------------- | ------ | ----- | ------- | -------- |",
      "| a.837   | 837P (005010X222A1) | 2      | 5     | 0       | kx-mixed 3, abn-on-ma 1, npi-invalid 1 |",
      "| b.837   | 837P (005010X222A1) | 2      | 5     | 0       | 1 FAILED, kx-mixed 3, abn-on-ma 1, npi-invalid 1 |",
      "| c.835   | 837P (005010X222A1) | 2      | 5     | 0       | none     |",
      "| 3 files |                     | 6      | 15    | 0       | 1 FAILED, kx-mixed 6, abn-on-ma 2, npi-invalid 2 |",
    ]);
  });

  it("holds nothing of a claim's text", () => {
    const table = renderSamples([checkSample("claims.837", x12), checkSample("visit.superbill", superbill)]);
    for (const value of ["RIVERA", "Rivera", "Ana", "W123", "RIVERBEND", "1234567893"]) {
      assert.ok(!table.includes(value), value);
    }
  });
});
