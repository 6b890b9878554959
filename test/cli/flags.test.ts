import assert from "node:assert/strict";
import { buildCommand, clean, faulty, folderWith, removeFolders, therapyClaims } from "./command.ts";

const rulesIn = (stdout: string): string[] => [...stdout.matchAll(/\[([a-z0-9-]+)\]$/gm)].map(([, rule]) => rule ?? "");

/** Two faults: no plan modifier on one line, an unknown one on the other. */
const twoFaults = faulty.replace("97110  GP  ", "97110  GP QZZ").replace("GP QZZ", "PG  ");

describe("The flags of check", () => {
  before(buildCommand);
  after(removeFolders);

  const quiet = async (input: string, ...flags: string[]): Promise<string[]> =>
    rulesIn((await therapyClaims(["check", "--quiet", ...flags, "-"], { input })).stdout);

  it("--rule lets only the named rules speak", async () => {
    const all = await quiet(twoFaults);
    assert.ok(all.includes("therapy-modifier-missing") && all.includes("modifier-unknown"), all.join());
    assert.deepEqual(await quiet(twoFaults, "--rule", "modifier-unknown"), ["modifier-unknown"]);
    const both = await quiet(twoFaults, "--rule=modifier-unknown", "--rule=therapy-modifier-missing");
    assert.deepEqual(new Set(both), new Set(["modifier-unknown", "therapy-modifier-missing"]));
  });

  it("--severity makes a rule louder or softer, or switches it off", async () => {
    const { stdout } = await therapyClaims(["check", "--quiet", "--severity", "therapy-modifier-missing=hint", "-"], {
      input: faulty,
    });
    assert.match(stdout, /^-:10:13: hint: /);
    assert.deepEqual(await quiet(faulty, "--severity", "therapy-modifier-missing=off"), []);
    const last = ["--severity", "therapy-modifier-missing=off", "--severity", "therapy-modifier-missing=error"];
    assert.deepEqual(await quiet(faulty, ...last), ["therapy-modifier-missing"]);
  });

  it("--payer is the payer of claims that name none, and of no others", async () => {
    const unnamed = faulty.replace("Payer: Medicare Part B", "");
    assert.ok(!(await quiet(unnamed)).includes("therapy-modifier-missing"));
    for (const payer of ["medicare-b", "Medicare Part B"]) {
      assert.deepEqual(await quiet(unnamed, "--payer", payer), ["therapy-modifier-missing"]);
    }
    assert.deepEqual(await quiet(faulty, "--payer", "unknown"), ["therapy-modifier-missing"]);
  });

  it("--jobs checks several files at a time, and tells the same in the same order", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_none, index) => [`${index}.superbill`, [faulty, clean, twoFaults][index % 3] ?? ""]),
    );
    const cwd = folderWith({
      ...files,
      "z/binary.superbill": Uint8Array.of(0, 1, 2),
      "therapy-claims.json": '{ "payer": 7 }',
    });
    for (const flags of [[], ["--quiet"], ["--format=json"]]) {
      const one = await therapyClaims(["check", ...flags, ".", "missing.superbill"], { cwd });
      const four = await therapyClaims(["check", ...flags, "--jobs", "4", ".", "missing.superbill"], { cwd });
      assert.deepEqual(four, one);
      assert.equal(one.status, 2);
    }
    assert.match((await therapyClaims(["check", "--jobs", "0"], { cwd })).stderr, /--jobs takes a whole number from 1/);
  });

  it("--max-findings stops telling, and not counting", async () => {
    const cwd = folderWith({ "a.superbill": faulty, "b.superbill": faulty, "c.superbill": faulty });
    const pretty = await therapyClaims(["check", "--max-findings", "2"], { cwd });
    assert.equal(pretty.status, 1);
    assert.match(pretty.stdout, /in 3 files: 3 errors, .*\(1 more not shown\)\n$/);
    assert.ok(!pretty.stdout.includes("c.superbill"));
    const json = JSON.parse((await therapyClaims(["check", "--max-findings=2", "--format=json"], { cwd })).stdout) as {
      files: { findings: unknown[] }[];
      summary: { errors: number; omitted: number };
    };
    assert.deepEqual(
      json.files.map(({ findings }) => findings.length),
      [1, 1, 0],
    );
    assert.deepEqual({ ...json.summary, ...{} }.omitted, 1);
    assert.equal(json.summary.errors, 3);
  });

  it("--today is the day by which all is judged", async () => {
    const run = (today: string) => therapyClaims(["check", "--today", today, "-"], { input: clean });
    assert.equal((await run("2026-04-01")).status, 0);
    assert.deepEqual(await run("2026-04-01"), await run("2026-04-01"));
  });

  it("--quiet prints a line for each finding, that editors and grep can read, and nothing else", async () => {
    const cwd = folderWith({ "a.superbill": faulty, "b.superbill": clean });
    const { stdout } = await therapyClaims(["check", "--quiet"], { cwd });
    assert.match(stdout, /^a\.superbill:10:13: error: [^\n]+ \[therapy-modifier-missing\]\n$/);
  });

  it("--show-claim-ids prints the claims' ids in JSON, which are nowhere else", async () => {
    const shown = await therapyClaims(["check", "--format=json", "--show-claim-ids", "-"], { input: faulty });
    assert.match(shown.stdout, /"claimId": "1042"/);
    for (const flags of [["--format=json"], [], ["--quiet"], ["--show-claim-ids"]]) {
      const { stdout } = await therapyClaims(["check", ...flags, "-"], { input: faulty });
      assert.ok(!stdout.includes("1042"), stdout);
    }
  });
});
