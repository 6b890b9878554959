import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { text } from "node:stream/consumers";
import {
  buildCommand,
  bundle,
  clean,
  copyCommand,
  faulty,
  folderWith,
  removeFolders,
  statusOf,
  therapyClaims,
} from "./command.ts";

describe("The command line's exit status", () => {
  before(buildCommand);
  after(removeFolders);

  const check = (input: string, ...flags: string[]) => therapyClaims(["check", ...flags, "-"], { input });

  it("is 0 where nothing is wrong", async () => {
    const { status, stderr } = await check(clean);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  });

  it("is 1 where something is as severe as --fail-on, an error by default", async () => {
    assert.equal((await check(faulty)).status, 1);
    assert.equal((await check(faulty, "--fail-on", "warning")).status, 1);
    assert.equal((await check(faulty, "--fail-on", "information")).status, 1);
  });

  it("is 0 where all is less severe than --fail-on", async () => {
    const milder = ["--severity", "therapy-modifier-missing=warning"];
    assert.equal((await check(faulty, ...milder)).status, 0);
    assert.equal((await check(faulty, ...milder, "--fail-on=warning")).status, 1);
    assert.equal(
      (await check(faulty, "--severity", "therapy-modifier-missing=hint", "--fail-on=information")).status,
      0,
    );
    assert.equal((await check(faulty, "--fail-on", "never")).status, 0);
  });

  it("is 2 where a file could not be handled, and the others are still checked", async () => {
    const cwd = folderWith({ "a.superbill": faulty, "c.superbill": clean });
    const files = ["a.superbill", "b.superbill", "c.superbill"];
    const { status, stdout } = await therapyClaims(["check", "--quiet", ...files], { cwd });
    assert.equal(status, 2);
    assert.match(stdout, /^a\.superbill:10:13: error: .*\nb\.superbill: no such file or folder\n$/);
  });

  it("is 2 with one line on standard error where an argument could not be handled", async () => {
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [["chek"], /no command is called 'chek'/],
      [["check", "--formt", "json"], /--formt.*--help/],
      [["check", "--format", "sarif"], /--format takes pretty, json; not 'sarif'/],
      [["check", "--format"], /--format/],
      [["check", "--quiet=yes"], /--quiet/],
      [["check", "--fail-on", "hint"], /--fail-on takes error, warning, information, never; not 'hint'/],
      [["check", "--rule", "kx-crosing"], /no rule is called 'kx-crosing'; did you mean kx-crossing\?/],
      [["check", "--rule", "?"], /no rule is called '\?'; 'therapy-claims explain' lists them/],
      [["check", "--severity", "kx-crossing"], /--severity takes RULE=LEVEL/],
      [
        ["check", "--severity", "kx-crossing=fatal"],
        /--severity takes error, warning, information, hint, off; not 'fatal'/,
      ],
      [["check", "--severity", "nothing-known=off"], /no rule is called 'nothing-known'/],
      [["check", "--payer", "Nobody's Insurance"], /no payer is known as 'Nobody's Insurance'; known are medicare-b/],
      [["check", "--today", "3/12/2026"], /--today takes a date as 2026-03-12/],
      [["check", "--today", "2026-02-30"], /--today takes a date as 2026-03-12/],
      [["check", "--max-findings", "0"], /--max-findings takes a whole number from 1; not '0'/],
      [["check", "--max-findings", "Infinity"], /--max-findings takes a whole number from 1/],
      [["check", "--stdin-filename", "a.837"], /no - among the paths/],
      [["explain", "no-such-rule-at-all-here"], /'no-such-rule-at-all-here'/],
      [["explain", "GP", "GO"], /explain takes one/],
      [["lsp"], /lsp takes --stdio/],
      [["lsp", "--socket=1"], /lsp takes --stdio/],
    ];
    for (const [args, message] of wrong) {
      const { status, stdout, stderr } = await therapyClaims(args);
      assert.deepEqual({ args, status, stdout }, { args, status: 2, stdout: "" });
      assert.match(stderr, /^therapy-claims: [^\n]+\n$/);
      assert.match(stderr, message);
    }
  });

  it("is 2 without a command, and 0 for help and version", async () => {
    const nothing = await therapyClaims([]);
    const help = await therapyClaims(["--help"]);
    assert.deepEqual({ status: nothing.status, stdout: nothing.stdout }, { status: 2, stdout: "" });
    assert.equal(help.status, 0);
    assert.equal(help.stdout, nothing.stderr);
    assert.equal((await therapyClaims(["check", "--help"])).stdout, help.stdout);
    assert.match((await therapyClaims(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it("is 2, and nothing more is said, where the reader of the output goes away", async () => {
    const names = Array.from({ length: 400 }, (_, place) => `${place}.superbill`);
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, faulty])));
    const child = spawn(process.execPath, [bundle, "check"], { cwd });
    child.stdout.once("data", () => child.stdout.destroy());
    const [complaint, status] = await Promise.all([text(child.stderr), statusOf(child)]);
    assert.deepEqual({ status, complaint }, { status: 2, complaint: "" });
  });

  it("is 2 where the output can't be written, and says so", async function () {
    if (!existsSync("/dev/full")) this.skip();
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [bundle, "explain"], { stdio: ["ignore", full, "pipe"] });
    assert.ok(child.stderr);
    const [complaint, status] = await Promise.all([text(child.stderr), statusOf(child)]);
    closeSync(full);
    assert.deepEqual({ status, complaint }, { status: 2, complaint: "therapy-claims: can't write (ENOSPC)\n" });
  });

  it("is 2 where the command itself is at fault, which it tells by class and place alone", async () => {
    // Without the package that it came with it can't tell its version.
    const copy = copyCommand(folderWith({}));
    const { status, stdout, stderr } = await therapyClaims(["--version"], { bundle: copy });
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.match(stderr, /^therapy-claims: an error of its own: Error\n( {4}at [^\n]+\n)+$/);
  });
});
