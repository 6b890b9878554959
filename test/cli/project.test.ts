import assert from "node:assert/strict";
import { buildCommand, folderWith, removeFolders, therapyClaims } from "./command.ts";

const visit = "Payer: Blue Valley Health\nDOS: 2026-03-02\n97110 x2\n";
const asksForPlans = JSON.stringify({
  payers: [{ id: "blue-valley", name: "Blue Valley Health", planModifiers: "required" }],
});

describe("therapy-claims.json", () => {
  before(buildCommand);
  after(removeFolders);

  const check = (cwd: string, ...flags: string[]) =>
    therapyClaims(["check", "--quiet", "--rule", "therapy-modifier-missing", "--fail-on", "warning", ...flags], {
      cwd,
    });

  it("holds for every file below its folder, and for no other", async () => {
    const cwd = folderWith({
      "office/therapy-claims.json": asksForPlans,
      "office/2026/march/visit.superbill": visit,
      "elsewhere/visit.superbill": visit,
    });
    const { status, stdout } = await check(cwd);
    assert.equal(status, 1);
    assert.match(stdout, /^office\/2026\/march\/visit\.superbill:3:1: warning: 97110 needs GN, GO or GP/);
    assert.ok(!stdout.includes("elsewhere"));
  });

  it("gives way to a nearer one", async () => {
    const cwd = folderWith({
      "therapy-claims.json": asksForPlans,
      "clinic/therapy-claims.json": "{}",
      "clinic/visit.superbill": visit,
    });
    assert.equal((await check(cwd)).status, 0);
  });

  it("sets severities, unless a flag says otherwise", async () => {
    const project = { ...(JSON.parse(asksForPlans) as object), rules: { "therapy-modifier-missing": "hint" } };
    const cwd = folderWith({ "therapy-claims.json": JSON.stringify(project), "visit.superbill": visit });
    assert.match((await check(cwd)).stdout, /: hint: /);
    assert.match((await check(cwd, "--severity", "therapy-modifier-missing=error")).stdout, /: error: /);
  });

  it("holds for what is read from standard input under a name in its folder", async () => {
    const cwd = folderWith({ "therapy-claims.json": asksForPlans });
    const { stdout } = await therapyClaims(
      ["check", "--quiet", "--rule=therapy-modifier-missing", "--stdin-filename=visit.superbill", "-"],
      { cwd, input: visit },
    );
    assert.match(stdout, /needs GN, GO or GP/);
  });

  it("is told of once where something in it is wrong, and the files are checked all the same", async () => {
    const cwd = folderWith({ "therapy-claims.json": "{ Rivera", "a.superbill": visit, "b.superbill": visit });
    const { status, stderr } = await check(cwd);
    assert.equal(status, 2);
    assert.equal(stderr, "therapy-claims: therapy-claims.json: it is not JSON.\n");
  });

  it("names tables of CMS in place of the built-in ones", async () => {
    const rows = "Column1/Column2 Edits\n97110\t97535\t\t20260101\t*\t1\tInvented for this test\n";
    const cwd = folderWith({
      "therapy-claims.json": JSON.stringify({ data: { ncci: ["cms/ccipra.txt"] } }),
      "cms/ccipra.txt": rows,
      "visit.superbill": "Payer: Medicare\nDOS: 2026-03-02\n97110 GP x2\n97535 GP x1\n",
    });
    const { stdout } = await therapyClaims(["check", "--quiet", "--rule=ncci-pair"], { cwd });
    assert.match(stdout, /97535 .*2026-01-01/);
  });

  it("names the fee schedule, whose faults are told of once", async () => {
    const superbill =
      "Payer: Medicare\nDate        Code   Mods  Units  Charge\n2026-03-02  97110  GP    2      45.00\n";
    const cwd = folderWith({
      "therapy-claims.json": JSON.stringify({ feeSchedule: ["lists/fees.csv", "lists/none.csv"] }),
      "lists/fees.csv": "Code,Amount\n97110,29.29\n",
      "a.superbill": superbill,
      "b.superbill": superbill,
    });
    const { status, stdout, stderr } = await therapyClaims(["check", "--quiet", "--rule=charge-below-allowed"], {
      cwd,
    });
    assert.equal(status, 2);
    assert.match(stdout, /a\.superbill:3:.*45\.00 is charged and 58\.58 allowed by the fee schedule/);
    assert.equal(stderr, "therapy-claims: none.csv could not be read.\n");
  });
});
