import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { parse } from "papaparse";
import { buildCommand, folderWith, removeFolders, root, therapyClaims } from "./command.ts";

/** Two claims: one past the year's amount of PT and SLP, one of OT below its own. */
const visits = `SUPERBILL #1042
Patient:  Rivera, Ana      Medicare ID: 1EG4-TE5-MK73   Payer: Medicare Part B
YTD PT/SLP: $2,450.00 as of 2026-03-10
Date        Code   Mods      Units  Charge  Allowed
# therapy-claims-disable-next-line ncci-pair -- Rivera was seen twice, see 1EG4-TE5-MK73 and 97530 on 2026-03-12
2026-03-12  97140  GP 59     1      44.00   27.10
2026-03-12  97530  GP KX     1      46.00   36.02
2026-03-12  97112  GP GA GX  1      42.00   33.10

# therapy-claims-disable
SUPERBILL #1043
Patient:  Okafor, Ben      Medicare ID: 2FH5-UF6-NM84   Payer: Medicare Part B
YTD OT: $100.00 as of 2026-03-10
Date        Code   Mods      Units  Charge  Allowed
2026-03-12  97535  GO KX     1      44.00   32.05
`;

const table = `Date        Code   Modifier  Amount           Used before               With it         Of  Place
disable-next-line ncci-pair: ··· was seen twice, see ··· and 97530 on 2026-03-12            a.superbill:5:1
2026-03-12  97140  59                                                                       a.superbill:6:23
2026-03-12  97530  KX        PT/SLP              2,477.10              2,513.12   2,480.00  a.superbill:7:23
2026-03-12  97112  GA        PT/SLP              2,513.12              2,513.12   2,480.00  a.superbill:8:23
2026-03-12  97112  GX        PT/SLP              2,513.12              2,513.12   2,480.00  a.superbill:8:26
disable every rule: no reason given                                                         a.superbill:10:1
2026-03-12  97535  KX        OT                    100.00                132.05   2,480.00  a.superbill:15:23
Files: 1, claims: 2, service lines: 4
`;

describe("audit on the command line", () => {
  before(buildCommand);
  after(removeFolders);

  const audit = (cwd: string, ...args: string[]) => therapyClaims(["audit", ...args], { cwd });
  const input = async (text: string, ...args: string[]): Promise<string> =>
    (await therapyClaims(["audit", ...args, "-"], { input: text })).stdout;
  const rowsOf = (csv: string): Record<string, string>[] =>
    parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

  it("lists every modifier and suppression that somebody answers for, with its place and what was used there", async () => {
    const cwd = folderWith({ "a.superbill": visits });
    assert.deepEqual(await audit(cwd), { status: 0, stdout: table, stderr: "" });
  });

  it("says the same of a file with CRLF, in colour, on several threads, and a second time", async () => {
    const cwd = folderWith({ "a.superbill": visits.replaceAll("\n", "\r\n") });
    assert.equal((await audit(cwd)).stdout, table);
    assert.equal((await audit(cwd, "--jobs=2", "a.superbill", "a.superbill")).stdout, table);
    const { stdout } = await therapyClaims(["audit"], { cwd, env: { FORCE_COLOR: "1" } });
    assert.equal(stripVTControlCharacters(stdout), table);
    assert.notEqual(stdout, table);
  });

  it("tells of several files in the same order on several threads, in every format", async () => {
    const cwd = folderWith({ "a.superbill": visits, "b.superbill": visits, "c/d.superbill": "", "e.835": "ISA*" });
    for (const format of ["table", "json", "csv"]) {
      const one = await audit(cwd, "--format", format);
      assert.deepEqual(await audit(cwd, "--format", format, "--jobs", "3"), one);
      assert.equal(one.status, 0);
    }
  });

  it("gives programs the place in the file, and bounds in cents", async () => {
    const answer = JSON.parse(await input(visits, "--format=json")) as {
      files: { path: string; language: string; marks: Record<string, unknown>[] }[];
      summary: object;
    };
    const [file] = answer.files;
    assert.deepEqual(
      file?.marks.map(({ kind, modifier, directive, claim }) => [kind, modifier ?? directive, claim ?? null]),
      [
        ["suppression", "disable-next-line", null],
        ["modifier", "59", 1],
        ["modifier", "KX", 1],
        ["modifier", "GA", 1],
        ["modifier", "GX", 1],
        ["suppression", "disable", null],
        ["modifier", "KX", 2],
      ],
    );
    assert.deepEqual(file.marks[2], {
      kind: "modifier",
      modifier: "KX",
      code: "97530",
      date: "2026-03-12",
      claim: 1,
      amount: {
        year: 2026,
        bucket: "PT/SLP",
        usedBefore: { atLeastCents: 247710, atMostCents: 247710 },
        usedAfter: { atLeastCents: 251312, atMostCents: 251312 },
        thresholdCents: 248000,
      },
      range: { start: { line: 6, character: 22 }, end: { line: 6, character: 24 } },
    });
    assert.deepEqual(answer.summary, { files: 1, claims: 2, serviceLines: 4 });
  });

  it("says what is not known, and never guesses", async () => {
    const line = "Payer: Medicare Part B\nMedicare ID: 1EG4-TE5-MK73\n";
    const unknown = await input(`${line}2026-03-12 92507 GN KX $105.00\n`);
    assert.match(unknown, /92507 {2}KX {8}PT\/SLP {13}not known {13}not known {3}2,480\.00/);
    const least = await input(`${line}2026-03-12 92507 GN $105.00 allowed 83.15\n2026-03-13 92507 GN KX $105.00\n`);
    assert.match(least, /92507 {2}KX {8}PT\/SLP {8}at least 83\.15 {8}at least 83\.15/);
    const noYear = await input(`${line}2027-03-12 92507 GN KX\n`);
    assert.match(noYear, /not known {3}not known|not known {2}not known/);
    const noDate = await input(`${line}92507 GN KX x1\n`);
    assert.match(noDate, /^ {12}92507 {2}KX {27}not known {13}not known {2}not known/m);
  });

  it("reads every form of claim, and names every X modifier", async () => {
    const csv = "Date of service,CPT,Modifiers,Units\n2026-03-12,97530,GP XE,1\n2026-03-12,97140,GP XU,1\n";
    const cwd = folderWith({ "a.claims.csv": csv, "b.superbill": "2026-03-12 97530 GP XP XS\n" });
    const rows = rowsOf((await audit(cwd, "--format=csv")).stdout);
    assert.deepEqual(
      rows.map(({ file, line, modifier }) => [file, line, modifier]),
      [
        ["a.claims.csv", "2", "XE"],
        ["a.claims.csv", "3", "XU"],
        ["b.superbill", "1", "XP"],
        ["b.superbill", "1", "XS"],
      ],
    );
    const x12 = rowsOf((await audit(root, "--format=csv", "examples/quarter/sent-2026-03-05.837")).stdout);
    assert.deepEqual(
      x12.map(({ claim, date, code, modifier }) => [claim, date, code, modifier].join(" ")),
      [
        "3 2026-02-13 97112 KX",
        "4 2026-02-18 97110 KX",
        "4 2026-02-18 97140 KX",
        "4 2026-02-18 97112 KX",
        "6 2026-03-04 97140 KX",
      ],
    );
  });

  it("tells nothing of a person unless ids are asked for", async () => {
    for (const format of ["table", "json", "csv"]) {
      const masked = await input(visits, `--format=${format}`);
      assert.doesNotMatch(masked, /rivera|okafor|MK73|NM84|1042|1043/i);
      const shown = await input(visits, `--format=${format}`, "--show-ids");
      for (const id of ["1042", "1EG4TE5MK73", "1043", "Rivera was seen twice, see 1EG4-TE5-MK73"]) {
        assert.ok(shown.includes(id), `${format}: ${id}`);
      }
    }
  });

  it("shows no steering characters, no formula, and nothing but codes in a code's place", async () => {
    const hostile = [
      `# therapy-claims-disable-next-line kx-crossing -- =HYPERLINK("http://x","a"),"b"\u001b[2J`,
      "2026-03-12 97110 GP KX x1",
      "# therapy-claims-disable-next-line OKAFOR <img> -- @SUM(1)",
      "2026-03-12 97110 GP x1",
    ].join("\n");
    const csv = await input(hostile, "--format=csv");
    const reasons = rowsOf(csv).map(({ reason }) => reason);
    assert.equal(reasons[0], `'=HYPERLINK("http://x","a"),"b"\uFFFD[2J`);
    assert.equal(reasons[2], "'@SUM(1)");
    assert.doesNotMatch(csv, /OKAFOR|<img>/);
    const cwd = folderWith({ "=cmd,1.superbill": hostile });
    assert.equal(rowsOf((await audit(cwd, "--format=csv")).stdout)[0]?.["file"], "'=cmd,1.superbill");
    assert.ok(!(await audit(cwd)).stdout.includes("\u001b"));
  });

  it("ends with 2 where a file can't be read, and does the others", async () => {
    const cwd = folderWith({ "a.superbill": visits, "b.superbill": Uint8Array.of(0, 1, 2) });
    for (const format of ["table", "json", "csv"]) {
      const { status, stdout } = await audit(cwd, "--format", format, "missing.837", "b.superbill", "a.superbill");
      assert.equal(status, 2);
      assert.match(stdout, /missing\.837.*no such file or folder[^]*binary, not text[^]*97530/s);
    }
  });

  it("says that there was nothing to audit", async () => {
    const none = await therapyClaims(["audit", "--format=csv", "-"]);
    assert.deepEqual([none.status, none.stderr], [0, "therapy-claims: no claim was found in what was read\n"]);
    assert.equal(none.stdout.split("\r\n").length, 2);
    const empty = await audit(folderWith({}), "--format=json");
    assert.deepEqual([empty.status, empty.stderr], [0, "therapy-claims: no claim file was found\n"]);
    assert.deepEqual((JSON.parse(empty.stdout) as { files: unknown }).files, []);
  });

  it("takes no flags that it does not know", async () => {
    for (const flags of [["--format=html"], ["--fail-on=error"], ["--payer=nobody"], ["--jobs=0"]]) {
      const { status, stderr } = await therapyClaims(["audit", ...flags]);
      assert.equal(status, 2, flags.join(" "));
      assert.match(stderr, /^therapy-claims: .*\n$/);
    }
  });
});
