import assert from "node:assert/strict";
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { buildCommand, folderWith, removeFolders, therapyClaims } from "./command.ts";

const segments = [
  "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*CLEARHOUSE     *260301*0930*^*00501*000000001*0*T*:~",
  "GS*HC*CLINIC*CLEARHOUSE*20260301*0930*1*X*005010X222A1~",
  "ST*837*0001*005010X222A1~",
  "BHT*0019*00*BÄTCH*20260301*0930*CH~",
  "SE*3*0001~",
  "GE*1*1~",
  "IEA*1*000000001~",
];
const compact = segments.join("");
const readable = segments.map((segment) => `${segment}\n`).join("");
const ragged = "Date        Code   Mods  Units\n2026-03-12    97110  GP 2\n2026-03-12  97140  GP    1\n";
const aligned = "Date        Code   Mods  Units\n2026-03-12  97110  GP    2\n2026-03-12  97140  GP    1\n";

describe("format on the command line", () => {
  before(buildCommand);
  after(removeFolders);

  const format = (cwd: string, ...args: string[]) => therapyClaims(["format", ...args], { cwd });
  const fileIn = (cwd: string, name: string) => readFileSync(join(cwd, name));

  it("lays files out in their place, and names those that it changed", async () => {
    const cwd = folderWith({ "a.837": compact, "b.837": readable, "c.superbill": ragged, "notes.txt": ragged });
    assert.deepEqual(await format(cwd, "."), { status: 0, stdout: "a.837\nc.superbill\n", stderr: "" });
    assert.equal(fileIn(cwd, "a.837").toString(), readable);
    assert.equal(fileIn(cwd, "b.837").toString(), readable);
    assert.equal(fileIn(cwd, "c.superbill").toString(), aligned);
    assert.equal(fileIn(cwd, "notes.txt").toString(), ragged);
    assert.deepEqual(await format(cwd, "."), { status: 0, stdout: "", stderr: "" });
    assert.deepEqual(readdirSync(cwd).sort(), ["a.837", "b.837", "c.superbill", "notes.txt"]);
  });

  it("takes X12's line ends away with --compact, and leaves superbills alone", async () => {
    const cwd = folderWith({ "a.837": readable, "c.superbill": ragged });
    assert.deepEqual(await format(cwd, "--compact", "."), { status: 0, stdout: "a.837\n", stderr: "" });
    assert.equal(fileIn(cwd, "a.837").toString(), compact);
    assert.equal(fileIn(cwd, "c.superbill").toString(), ragged);
  });

  it("writes nothing with --check, and ends with 1 where something would change", async () => {
    const cwd = folderWith({ "a.837": compact, "b.837": readable });
    assert.deepEqual(await format(cwd, "--check", "."), { status: 1, stdout: "a.837\n", stderr: "" });
    assert.equal(fileIn(cwd, "a.837").toString(), compact);
    assert.equal((await format(cwd, "--check", "b.837")).status, 0);
    assert.equal((await format(cwd, "--check", "--compact", "b.837")).status, 1);
  });

  it("goes from standard input to standard output with -", async () => {
    const x12 = await therapyClaims(["format", "-"], { input: compact });
    assert.deepEqual(x12, { status: 0, stdout: readable, stderr: "" });
    const same = await therapyClaims(["format", "-"], { input: readable });
    assert.deepEqual(same, { status: 0, stdout: readable, stderr: "" });
    const table = await therapyClaims(["format", "--stdin-filename", "a.superbill", "-"], { input: ragged });
    assert.equal(table.stdout, aligned);
    const check = await therapyClaims(["format", "--check", "-"], { input: compact });
    assert.deepEqual(check, { status: 1, stdout: "-\n", stderr: "" });
    assert.deepEqual(await therapyClaims(["format", "-"]), { status: 0, stdout: "", stderr: "" });
  });

  for (const [name, encode] of Object.entries({
    "UTF-8 with a byte-order mark": (text: string) => Buffer.from(`\uFEFF${text}`),
    "UTF-16": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"),
    "UTF-16 the other way round": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
    "Windows-1252": (text: string) => Buffer.from(text.replace("Ä", "Ä\u0081"), "latin1"),
  })) {
    it(`keeps ${name}`, async () => {
      const cwd = folderWith({ "a.837": encode(compact), "c.superbill": encode(ragged) });
      assert.equal((await format(cwd, "a.837", "c.superbill")).status, 0);
      assert.deepEqual(fileIn(cwd, "a.837"), encode(readable));
      assert.deepEqual(fileIn(cwd, "c.superbill"), encode(aligned));
    });
  }

  it("refuses what it could not write back byte for byte", async () => {
    const half = Buffer.concat([Buffer.from(`\uFEFF${compact}`, "utf16le"), Buffer.from([0x00, 0xd8])]);
    const cwd = folderWith({ "a.837": half });
    const { status, stderr } = await format(cwd, "a.837");
    assert.equal(status, 2);
    assert.match(stderr, /^therapy-claims: a\.837: holds bytes that are no utf-16le/);
    assert.deepEqual(fileIn(cwd, "a.837"), half);
  });

  it("keeps a file's mode, and a link a link", async () => {
    const cwd = folderWith({ "real/a.837": compact });
    chmodSync(join(cwd, "real/a.837"), 0o640);
    symlinkSync("real/a.837", join(cwd, "link.837"));
    assert.equal((await format(cwd, "link.837")).status, 0);
    assert.ok(lstatSync(join(cwd, "link.837")).isSymbolicLink());
    assert.equal(fileIn(cwd, "real/a.837").toString(), readable);
    assert.equal(statSync(join(cwd, "real/a.837")).mode & 0o777, 0o640);
  });

  it("ends with 2 where a file could not be handled, and does the others", async () => {
    const cwd = folderWith({ "a.837": compact, "b.837": Buffer.from([0, 1, 2]) });
    const { status, stdout, stderr } = await format(cwd, "missing.837", "b.837", "a.837");
    assert.equal(status, 2);
    assert.equal(stdout, "a.837\n");
    assert.match(stderr, /missing\.837: no such file or folder\n.*b\.837: binary, not text\n$/s);
    assert.equal(fileIn(cwd, "a.837").toString(), readable);
  });

  it("takes no files that are not named, and no flags that it does not know", async () => {
    for (const args of [[], ["--check"], ["--stdin-filename", "a.837", "b.837"], ["--tabs", "-"]]) {
      const { status, stderr } = await therapyClaims(["format", ...args]);
      assert.equal(status, 2, args.join(" "));
      assert.match(stderr, /^therapy-claims: .*\n$/);
    }
  });
});
