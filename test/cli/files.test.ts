import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import {
  type Circumstances,
  buildCommand,
  copyCommand,
  clean,
  faulty,
  folderWith,
  removeFolders,
  root,
  therapyClaims,
} from "./command.ts";

/** What `check` said of each file: how many findings, or why there are none. */
async function check(args: readonly string[], circumstances: Circumstances): Promise<Record<string, number | string>> {
  const { stdout } = await therapyClaims(["check", "--format", "json", ...args], circumstances);
  const { files } = JSON.parse(stdout) as { files: { path: string; findings?: unknown[]; error?: string }[] };
  return Object.fromEntries(files.map(({ path, findings, error }) => [path, error ?? findings?.length ?? "nothing"]));
}

describe("The files that the command line checks", () => {
  before(buildCommand);
  after(removeFolders);

  describe("in a folder", () => {
    it("are those with the name of a claim file, in order of path", async () => {
      const names = [
        "b.superbill",
        "a/z.837",
        "a/claim-7.txt",
        "a.claim",
        "B.edi",
        "march superbills.txt",
        "x.claims.csv",
        "y.superbill.tsv",
      ];
      const others = ["notes.txt", "reclaimed.txt", "a/837", "a.superbill.bak"];
      const cwd = folderWith(Object.fromEntries([...names, ...others].map((name) => [name, ""])));
      assert.deepEqual(Object.keys(await check([], { cwd })), [...names].sort());
      assert.deepEqual(Object.keys(await check(["./a/"], { cwd })), ["./a/claim-7.txt", "./a/z.837"]);
    });

    it("are not those that .gitignore names, nor those of .git and node_modules", async () => {
      const cwd = folderWith({
        ".git/a.superbill": clean,
        "node_modules/a/a.superbill": clean,
        ".gitignore": "*.edi\n/old/\n",
        "old/a.superbill": clean,
        "new/old/a.superbill": clean,
        "new/a.edi": "",
        "new/.gitignore": "!kept.edi\n*.claim\n",
        "new/kept.edi": "",
        "new/a.claim": clean,
        "a.claim": clean,
      });
      assert.deepEqual(Object.keys(await check([], { cwd })), ["a.claim", "new/kept.edi", "new/old/a.superbill"]);
      assert.deepEqual(Object.keys(await check(["new"], { cwd })), ["new/kept.edi", "new/old/a.superbill"]);
    });

    it("are checked though ignored, where the folder or the file is asked for by name", async () => {
      const cwd = folderWith({ ".git/HEAD": "", ".gitignore": "old/\n", "old/a.superbill": clean });
      assert.deepEqual(await check(["old"], { cwd }), { "old/a.superbill": 0 });
      assert.deepEqual(await check(["old/a.superbill"], { cwd }), { "old/a.superbill": 0 });
    });

    it("are not behind links, so a link that leads back ends nothing", async () => {
      const cwd = folderWith({ "a/a.superbill": clean });
      symlinkSync("..", join(cwd, "a/up"));
      symlinkSync("a.superbill", join(cwd, "a/b.superbill"));
      assert.deepEqual(await check([], { cwd }), { "a/a.superbill": 0 });
      assert.deepEqual(await check(["a/b.superbill"], { cwd }), { "a/b.superbill": 0 });
    });
  });

  describe("by name", () => {
    it("are checked whatever they are called", async () => {
      const cwd = folderWith({ "visit.dat": faulty, "-n.txt": clean });
      assert.deepEqual(await check(["visit.dat", "--", "-n.txt"], { cwd }), { "visit.dat": 1, "-n.txt": 0 });
    });

    it("are checked once, in the order in which they are named", async () => {
      const cwd = folderWith({ "b.superbill": clean, "a.superbill": clean });
      const named = ["b.superbill", "./b.superbill", ".", join(cwd, "a.superbill"), "*.superbill"];
      assert.deepEqual(Object.keys(await check(named, { cwd })), ["b.superbill", "a.superbill"]);
    });

    it("may be a pattern, where a file of that name is not there", async () => {
      const cwd = folderWith({
        "v/2.dat": clean,
        "v/1.dat": faulty,
        "v/[1].dat": clean,
        "v/node_modules/3.dat": clean,
      });
      assert.deepEqual(await check(["v/?.dat"], { cwd }), { "v/1.dat": 1, "v/2.dat": 0 });
      assert.deepEqual(await check(["v/[1].dat"], { cwd }), { "v/[1].dat": 0 });
      assert.deepEqual(Object.keys(await check(["**/{1,3}.dat"], { cwd })), ["v/1.dat"]);
      assert.deepEqual(await check(["*.nothing"], { cwd }), { "*.nothing": "no file matches this pattern" });
    });
  });

  describe("that can't be read", () => {
    it("are told with the reason, and the others are checked", async () => {
      const cwd = folderWith({
        "binary.superbill": new Uint8Array([0x53, 0x00, 0x01, 0x02]),
        "picture.superbill": new Uint8Array([0xff, 0xfe, 0x00, 0x00, 0x41, 0x00]),
        "fine.superbill": faulty,
      });
      mkdirSync(join(cwd, "folder"));
      symlinkSync("loop.superbill", join(cwd, "loop.superbill"));
      symlinkSync("gone", join(cwd, "dangling.superbill"));
      const names = ["binary", "picture", "missing", "loop", "dangling", "fine"].map((name) => `${name}.superbill`);
      assert.deepEqual(await check([...names, "fine.superbill/below"], { cwd }), {
        "binary.superbill": "binary, not text",
        "picture.superbill": "binary, not text",
        "missing.superbill": "no such file or folder",
        "loop.superbill": "a link that leads back to itself",
        "dangling.superbill": "no such file or folder",
        "fine.superbill": 1,
        "fine.superbill/below": "no such file or folder",
      });
    });

    it("are told, file or folder, where the user has no permission", async function () {
      if (process.platform === "win32") this.skip();
      // The superuser may read everything, so the command runs as somebody else.
      const isSuperuser = process.getuid?.() === 0;
      const cwd = folderWith({ "closed/a.superbill": clean, "closed.superbill": clean, "fine.superbill": faulty });
      mkdirSync(join(cwd, "dist"));
      const copy = copyCommand(join(cwd, "dist"));
      copyFileSync(join(root, "package.json"), join(cwd, "package.json"));
      const open = [".", "dist", "dist/cli.cjs", "dist/engine.cjs", "package.json", "fine.superbill"];
      for (const name of open) chmodSync(join(cwd, name), 0o755);
      for (const name of ["closed.superbill", "closed"]) chmodSync(join(cwd, name), 0o000);
      const circumstances = { cwd, bundle: copy, ...(isSuperuser && { uid: 65534 }) };
      try {
        assert.deepEqual(await check([".", "closed/a.superbill"], circumstances), {
          closed: "no permission to read it",
          "closed.superbill": "no permission to read it",
          "fine.superbill": 1,
          "closed/a.superbill": "no permission to read it",
        });
      } finally {
        chmodSync(join(cwd, "closed"), 0o755);
      }
    });
  });

  describe("in any encoding", () => {
    const encodings: readonly (readonly [string, Uint8Array, string | undefined])[] = [
      ["UTF-8", Buffer.from(faulty), undefined],
      ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${faulty}`), undefined],
      ["UTF-16, little end first", Buffer.from(`\uFEFF${faulty}`, "utf16le"), "utf-16le"],
      ["UTF-16, big end first", Buffer.from(`\uFEFF${faulty}`, "utf16le").swap16(), "utf-16be"],
      ["Windows-1252", Buffer.from(faulty.replace("Rivera", "Rivi\u00E8re"), "latin1"), "windows-1252"],
    ];

    for (const [name, bytes, encoding] of encodings) {
      it(`${name} gives the same finding at the same place`, async () => {
        const json = await therapyClaims(["check", "--format=json", "-"], { input: bytes });
        const [file] = (JSON.parse(json.stdout) as { files: { encoding?: string; findings: { range: object }[] }[] })
          .files;
        assert.equal(file?.encoding, encoding);
        assert.deepEqual(
          file?.findings.map(({ range }) => range),
          [{ start: { line: 9, character: 12 }, end: { line: 9, character: 17 } }],
        );
        const { stdout } = await therapyClaims(["check", "-"], { input: bytes });
        assert.equal(stdout.includes(`read as ${encoding ?? "utf-8"}: this file is not UTF-8`), encoding !== undefined);
      });
    }

    for (const [name, lineEnd] of [
      ["CRLF", "\r\n"],
      ["CR", "\r"],
    ] as const) {
      it(`lines that end in ${name} give the same output`, async () => {
        const one = await therapyClaims(["check", "-"], { input: faulty });
        const other = await therapyClaims(["check", "-"], { input: faulty.replaceAll("\n", lineEnd) });
        assert.deepEqual(other, one);
      });
    }
  });

  describe("without claims", () => {
    it("are told on standard error, and are no failure", async () => {
      const cwd = folderWith({ "empty.superbill": "", "mark.superbill": "\uFEFF", "letter.superbill": "Dear Sir,\n" });
      for (const args of [["."], ["--quiet", "empty.superbill"], ["--format=json", "mark.superbill"]]) {
        const { status, stderr } = await therapyClaims(["check", ...args], { cwd });
        assert.deepEqual(
          { status, stderr },
          { status: 0, stderr: "therapy-claims: no claim was found in what was read\n" },
        );
      }
    });

    it("but with remittances or eligibility answers say what of those is checked", async () => {
      const remittance = readFileSync(`${import.meta.dirname}/../../examples/8-remittance.835`, "utf8");
      const cwd = folderWith({ "a.835": remittance, "letter.superbill": "Dear Sir,\n" });
      const said = "therapy-claims: no claim was found; remittances and eligibility answers";
      const one = await therapyClaims(["check", "a.835"], { cwd });
      assert.deepEqual([one.status, one.stderr], [0, `${said} are checked for their form alone\n`]);
      const both = await therapyClaims(["check", "."], { cwd });
      assert.deepEqual([both.status, both.stderr], [0, `${said} (1 of 2 files) are checked for their form alone\n`]);
    });

    it("are told apart from no files at all", async () => {
      const { status, stdout, stderr } = await therapyClaims(["check", "--format=json"], { cwd: folderWith({}) });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: "therapy-claims: no claim file was found\n" });
      assert.deepEqual((JSON.parse(stdout) as { files: unknown }).files, []);
    });
  });

  describe("on standard input", () => {
    const read = async (args: readonly string[], input: string): Promise<{ path: string; language: string }> => {
      const { stdout } = await therapyClaims(["check", "--format=json", ...args], { input });
      const [{ path, language } = { path: "", language: "" }] = (
        JSON.parse(stdout) as { files: { path: string; language: string }[] }
      ).files;
      return { path, language };
    };

    it("are taken for what --stdin-filename says, else for what they look like", async () => {
      assert.deepEqual(await read(["-"], clean), { path: "-", language: "superbill" });
      assert.deepEqual(await read(["-"], "ISA*00*"), { path: "-", language: "x12" });
      assert.deepEqual(await read(["-", "--stdin-filename", "a/b.claim"], clean), {
        path: "a/b.claim",
        language: "claim",
      });
      assert.deepEqual(await read(["--stdin-filename=b.log", "-"], clean), { path: "b.log", language: "superbill" });
      assert.deepEqual(await read(["--stdin-filename=b.csv", "-"], "CPT,Mod\n"), {
        path: "b.csv",
        language: "superbill-csv",
      });
    });

    it("may stand among others, and are read once", async () => {
      const cwd = folderWith({ "a.superbill": clean });
      assert.deepEqual(await check(["a.superbill", "-", "-"], { cwd, input: faulty }), { "a.superbill": 0, "-": 1 });
    });
  });
});
