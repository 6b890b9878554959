import assert from "node:assert/strict";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "papaparse";
import { buildCommand, clean, folderWith, removeFolders, root, therapyClaims } from "./command.ts";

interface Line {
  readonly path: string;
  readonly line: number;
  readonly date: string;
  readonly code: string | null;
  readonly amountCents: number | null;
  readonly source: string;
  readonly runningCents: number | null;
}
interface Beneficiary {
  readonly id: string;
  readonly year: number;
  readonly bucket: string;
  readonly usedCents: number | null;
  readonly bound: string;
  readonly thresholdCents: number | null;
  readonly reviewThresholdCents: number | null;
  readonly lines: readonly Line[];
}

const quarter = "examples/quarter";
const letters: Readonly<Record<string, string>> = { A: "QP06", B: "RQ17", C: "TR28", D: "UT39" };

describe("ledger on the command line", () => {
  before(buildCommand);
  after(removeFolders);

  const ledger = (...args: string[]) => therapyClaims(["ledger", "--today=2026-04-01", ...args], { cwd: root });
  const ledgerIn = (cwd: string, ...args: string[]) =>
    therapyClaims(["ledger", "--today=2026-04-01", ...args], { cwd });
  const beneficiariesIn = (stdout: string): readonly Beneficiary[] => {
    const { version, beneficiaries } = JSON.parse(stdout) as { version: number; beneficiaries: readonly Beneficiary[] };
    assert.equal(version, 1);
    return beneficiaries;
  };
  const json = async (...args: string[]): Promise<readonly Beneficiary[]> =>
    beneficiariesIn((await ledger("--format=json", ...args)).stdout);

  const text = async (format: string): Promise<string> => (await ledger(`--format=${format}`, quarter)).stdout;

  it("says how many decided lines name nobody, and names nobody", async () => {
    const line = "SVC*HC:97110:GP*78*40~\nDTM*472*20260312~\nAMT*B6*50~\n";
    const remittance = [
      "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260320*0615*^*00501*000000001*0*T*:~",
      "GS*HP*PAYER*CLINIC*20260320*0615*1*X*005010X221A1~",
      "ST*835*0001~",
      "N1*PR*MEDICARE PART B~",
      `CLP*A1*1*156*80**MB*1~\nNM1*QC*1*RIVERA*ANA~\n${line}${line}SE*10*0001~`,
      "GE*1*1~",
      "IEA*1*000000001~",
    ].join("\n");
    const { status, stderr } = await ledgerIn(folderWith({ "paid.835": remittance }));
    assert.equal(status, 0);
    assert.equal(
      stderr,
      "therapy-claims: 2 amounts that payers tell have no patient's id beside them and are not counted\n",
    );
  });

  it("comes to what the example quarter's README adds up by hand", async () => {
    const { status, stdout, stderr } = await ledger("--format=json", quarter);
    assert.deepEqual([status, stderr], [0, ""]);
    const told = beneficiariesIn(stdout);
    const figures = figuresOfReadme();
    assert.equal(figures.length, 20);
    for (const { letter, bucket, used, isCrossing } of figures) {
      const name = `…${letters[letter] ?? ""}`;
      const one = told.find(({ id, bucket: ofOne, year }) => id === name && ofOne === bucket && year === 2026);
      assert.ok(one !== undefined, name);
      assert.ok(
        one.lines.some(({ runningCents }) => runningCents === used),
        `${letter}: ${String(used)}`,
      );
      if (isCrossing)
        assert.equal(one.lines.find(({ runningCents }) => (runningCents ?? 0) > 248_000)?.runningCents, used);
    }
    for (const [letter, name] of Object.entries(letters)) {
      const last = figures.filter((figure) => figure.letter === letter).at(-1);
      const one = told.find(({ id, bucket }) => id === `…${name}` && bucket === last?.bucket);
      assert.deepEqual([one?.usedCents, one?.bound, one?.thresholdCents], [last?.used, "exact", 248_000], letter);
    }
  });

  it("has exactly the documented fields, and takes each line from a file that is there", async () => {
    for (const { lines, ...beneficiary } of await json(quarter)) {
      assert.deepEqual(Object.keys(beneficiary), [
        "id",
        "year",
        "bucket",
        "usedCents",
        "bound",
        "thresholdCents",
        "reviewThresholdCents",
      ]);
      assert.equal(lines.at(-1)?.runningCents, beneficiary.usedCents);
      for (const line of lines) {
        assert.deepEqual(Object.keys(line), ["path", "line", "date", "code", "amountCents", "source", "runningCents"]);
        const text = readFileSync(join(root, line.path), "utf8").split("\n")[line.line];
        assert.ok(
          text !== undefined && (line.code === null || text.includes(line.code)),
          `${line.path}:${String(line.line)}`,
        );
      }
    }
  });

  it("says the same as a table, as CSV and as the page", async () => {
    const told = await json(quarter);
    const [table, csv, html] = [await text("table"), await text("csv"), await text("html")];
    const records = parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    assert.equal(records.length, told.length);
    for (const [place, { id, bucket, usedCents, bound }] of told.entries()) {
      const record = records[place];
      const used = (usedCents ?? 0) / 100;
      assert.deepEqual(
        [record?.["beneficiary"], record?.["bucket"], record?.["used"], record?.["bound"]],
        [id.replace("…", "..."), bucket, used.toFixed(2), bound],
      );
      const shown = used.toLocaleString("en-US", { minimumFractionDigits: 2 });
      assert.match(table, new RegExp(`${id} +${bucket} +${shown} `));
      assert.ok(html.includes(shown) && html.includes(id), `${id}: ${shown}`);
    }
    assert.match(html, /^<!DOCTYPE html>/);
    assert.doesNotMatch(html, /<script|https?:/);
  });

  it("does not depend on the order of the files, on their line ends, nor on a file that is named twice", async () => {
    const files = readdirSync(join(root, quarter)).filter((name) => !name.endsWith(".md"));
    const expected = (await ledgerIn(join(root, quarter), "--format=json", ...files)).stdout;
    const same = [files.toReversed(), [...files, ...files], ["."]];
    for (const args of same)
      assert.equal((await ledgerIn(join(root, quarter), "--format=json", ...args)).stdout, expected);
    const crlf = folderWith(
      Object.fromEntries(
        files.map((name) => [name, readFileSync(join(root, quarter, name), "utf8").replaceAll("\n", "\r\n")]),
      ),
    );
    assert.equal((await ledgerIn(crlf, "--format=json")).stdout, expected);
  });

  it("counts what stands in two copies once", async () => {
    const cwd = folderWith({ "a.superbill": clean });
    const one = beneficiariesIn((await ledgerIn(cwd, "--format=json")).stdout);
    copyFileSync(join(cwd, "a.superbill"), join(cwd, "b.superbill"));
    const two = beneficiariesIn((await ledgerIn(cwd, "--format=json")).stdout);
    assert.deepEqual(
      two.map(({ usedCents }) => usedCents),
      one.map(({ usedCents }) => usedCents),
    );
    assert.deepEqual(
      one.map(({ usedCents }) => usedCents),
      [131_040 + 5_824 + 3_602],
    );
  });

  it("reads standard input, which takes the place of the file whose name it is given", async () => {
    const cwd = folderWith({ "a.superbill": clean });
    const run = async (...args: string[]): Promise<(number | null)[]> => {
      const { stdout } = await therapyClaims(["ledger", "--format=json", ...args], {
        cwd,
        input: clean.replace("36.02", "40.02"),
      });
      return beneficiariesIn(stdout).map(({ usedCents }) => usedCents);
    };
    const changed = [131_040 + 5_824 + 4_002];
    assert.deepEqual(await run("-"), changed);
    assert.deepEqual(await run("--stdin-filename=a.superbill", ".", "-"), changed);
    assert.deepEqual(await run("."), [131_040 + 5_824 + 3_602]);
  });

  it("takes a folder without files, and a file without claims, for nothing to count", async () => {
    const cwd = folderWith({ "a/notes.superbill": "", "b/none.txt": "" });
    const empty = await ledgerIn(cwd, "--format=json", "b");
    assert.deepEqual([empty.status, beneficiariesIn(empty.stdout)], [0, []]);
    assert.match(empty.stderr, /no claim file was found/);
    const none = await ledgerIn(cwd, "a");
    assert.deepEqual(none, { status: 0, stdout: "No therapy services were found.\n", stderr: "" });
  });

  it("tells of files that can't be read, and counts the others", async () => {
    const cwd = folderWith({ "a.superbill": clean, "b.superbill": Uint8Array.of(0, 1, 2) });
    const { status, stdout, stderr } = await ledgerIn(cwd, "--format=json", ".", "missing.837");
    assert.equal(status, 2);
    assert.equal(beneficiariesIn(stdout).length, 1);
    assert.equal(
      stderr,
      "therapy-claims: b.superbill: binary, not text\ntherapy-claims: missing.837: no such file or folder\n",
    );
  });

  it("shows nothing of a person unless it is asked to", async () => {
    const sent = readFileSync(join(root, quarter, "sent-2026-03-05.837"), "utf8");
    const hostile = sent.replaceAll("SV1*HC:97140:", "SV1*HC:RIVERA:");
    assert.notEqual(hostile, sent);
    const cwd = folderWith({ "a.superbill": clean, "b.837": hostile });
    for (const format of ["table", "json", "csv", "html"]) {
      const { stdout, stderr } = await ledgerIn(cwd, `--format=${format}`);
      assert.doesNotMatch(stdout + stderr, /Rivera|RIVERA|Ana|1EG4|TE5|1245319599/, format);
      assert.match((await ledgerIn(cwd, `--format=${format}`, "--show-ids")).stdout, /1EG4TE5MK73/);
    }
  });

  it("keeps to a year, and to the payer of claims that name none", async () => {
    assert.deepEqual(await json("--year=2025", quarter), []);
    assert.deepEqual(await json("--year=2026", quarter), await json(quarter));
    const cwd = folderWith({ "a.superbill": clean.replace("Payer: Medicare Part B", "") });
    const bounds = async (...args: string[]): Promise<readonly string[]> =>
      beneficiariesIn((await ledgerIn(cwd, "--format=json", ...args)).stdout).map(({ bound }) => bound);
    assert.deepEqual(await bounds("--payer=medicare-b"), ["exact"]);
    assert.notDeepEqual(await bounds(), ["exact"]);
  });

  it("counts a charge as the most that may be used, and only where that is asked for", async () => {
    const cwd = folderWith({ "a.superbill": clean.replace("36.02", "     ") });
    const used = async (...args: string[]) =>
      beneficiariesIn((await ledgerIn(cwd, "--format=json", ...args)).stdout).map(({ usedCents, bound }) => [
        usedCents,
        bound,
      ]);
    assert.deepEqual(await used(), [[131_040 + 5_824, "at-least"]]);
    assert.deepEqual(await used("--count-charges"), [[131_040 + 5_824 + 4_600, "at-most"]]);
  });

  it("takes no flag or value that it does not know", async () => {
    for (const args of [["--format=xml"], ["--year=26"], ["--today=soon"], ["--stdin-filename=a"], ["--jobs=2"]]) {
      const { status, stdout, stderr } = await therapyClaims(["ledger", ...args]);
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.match(stderr, /^therapy-claims: .+\n$/);
    }
  });

  it("judges each beneficiary by the settings of the folder that tells of it, and says where several folders do", async () => {
    const visit = (id: string): string =>
      `Payer: Medicare\nMBI: ${id}\nDate of service: 2031-03-02\n97110 GP x1 allowed 100.00\n`;
    const thresholds = (kx: number): string =>
      JSON.stringify({ thresholds: { "2031": { kxThreshold: kx, reviewThreshold: kx + 50 } } });
    const folder = folderWith({
      "east/therapy-claims.json": thresholds(90),
      "east/a.superbill": visit("1EG4TE5MK73"),
      "west/therapy-claims.json": thresholds(200),
      "west/b.superbill": visit("2EG5TE6MK74"),
    });
    const apart = await ledgerIn(folder, "--format=json", "east", "west");
    assert.deepEqual([apart.status, apart.stderr], [0, ""]);
    assert.deepEqual(
      beneficiariesIn(apart.stdout).map((one) => [one.id, one.thresholdCents, one.reviewThresholdCents]),
      [
        ["…MK73", 90_00, 140_00],
        ["…MK74", 200_00, 250_00],
      ],
    );
    writeFileSync(join(folder, "west/c.superbill"), visit("1EG4TE5MK73"));
    const both = await ledgerIn(folder, "--format=json", "east", "west");
    assert.equal(both.status, 2);
    assert.match(
      both.stderr,
      /^therapy-claims: some beneficiaries stand in files of several folders .*this folder\.\n$/,
    );
    assert.deepEqual(
      beneficiariesIn(both.stdout).map((one) => [one.id, one.thresholdCents]),
      [
        ["…MK74", 200_00],
        ["…MK73", null],
      ],
    );
  });
});

/** Of its last table: what is used with a line or a day. */
function figuresOfReadme(): { letter: string; bucket: string; used: number; isCrossing: boolean }[] {
  let who = "";
  const [, table = ""] = readFileSync(join(root, quarter, "README.md"), "utf8").split("## What it comes to");
  return [...table.matchAll(/^\| ([^|]*)\|.*\| +(\**)([\d,]+\.\d\d)\** +\|$/gm)].map(
    ([, named = "", bold, used = ""]) => {
      who = named.trim() || who;
      const [letter = "", bucket = ""] = who.split(/, | 2026/);
      return { letter, bucket, used: Math.round(Number(used.replaceAll(",", "")) * 100), isCrossing: bold !== "" };
    },
  );
}
