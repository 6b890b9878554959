import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { buildCommand, root, therapyClaims } from "./command.ts";

const folder = join(root, "examples/quarter");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const names = readdirSync(folder).sort();
const segmentsOf = (name: string): string[][] =>
  read(name)
    .split("~")
    .map((segment) => segment.trim().split("*"));
const cents = (text = ""): number => Math.round(Number(text.replaceAll(",", "")) * 100);

/** A line that a remittance decides, in cents. */
interface Decided {
  readonly claim: Claim;
  readonly code: string;
  readonly charge: number;
  readonly paid: number;
  date: string;
  adjusted: number;
  owed: number;
  allowed: number;
}

interface Claim {
  /** Charged, paid and owed by the patient. */
  readonly totals: readonly number[];
  readonly lines: Decided[];
  beneficiary: string;
}

/** By hand, and not by the reader that is under test. */
function claimsIn(name: string): Claim[] {
  const claims: Claim[] = [];
  for (const [id = "", ...elements] of segmentsOf(name)) {
    if (id === "CLP") claims.push({ totals: elements.slice(2, 5).map(cents), lines: [], beneficiary: "" });
    const claim = claims.at(-1);
    if (claim === undefined) continue;
    if (id === "NM1" && elements[0] === "QC") claim.beneficiary = elements[8] ?? "";
    if (id === "SVC") claim.lines.push(lineOf(elements, claim));
    const line = claim.lines.at(-1);
    if (line !== undefined) addToLine(line, id, elements);
  }
  return claims;
}

function lineOf([procedure = "", charge, paid]: readonly string[], claim: Claim): Decided {
  const [, code = ""] = procedure.split(":");
  return { claim, code, charge: cents(charge), paid: cents(paid), date: "", adjusted: 0, owed: 0, allowed: 0 };
}

function addToLine(line: Decided, id: string, [first = "", ...others]: readonly string[]): void {
  if (id === "DTM") line.date = dashed(others[0] ?? "");
  if (id === "AMT") line.allowed = cents(others[0]);
  if (id !== "CAS") return;
  // Reason, amount and quantity, again and again.
  const adjusted = sumOf(others.filter((_element, at) => at % 3 === 1).map(cents));
  line.adjusted += adjusted;
  if (first === "PR") line.owed += adjusted;
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}

function dashed(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
}

describe("The quarter among the examples", () => {
  before(buildCommand);

  it("reads without a problem, and each file by itself lacks nothing but what others know", async () => {
    const found = await foundIn("--alone", "examples/quarter");
    assert.deepEqual([...new Set(found.map(([, , rule]) => rule))], ["used-amount-missing"]);
  });

  it("shows where the year's amount is passed once its files are counted together, whatever they are named by", async () => {
    const crossings: readonly Found[] = [
      ["a-2026-02.superbill", 29, "kx-crossing"],
      ["a-2026-03.superbill", 14, "review-threshold-exceeded"],
      ["b-2026-03.superbill", 14, "kx-crossing"],
      ["b-2026-03.superbill", 15, "kx-missing-above-threshold"],
      ["c-2026-03.superbill", 11, "threshold-approaching"],
      ["sent-2026-03-05.837", 69, "kx-crossing"],
      ["sent-2026-03-05.837", 106, "threshold-approaching"],
    ];
    assert.deepEqual(await foundIn("examples/quarter"), crossings);
    assert.deepEqual(await foundIn("--jobs=3", "examples/quarter"), crossings);
    const [name, ...others] = ["b-2026-03.superbill", "eligibility-2026-03-05.271"].map((one) => join(folder, one));
    const ofB = crossings.filter(([file]) => file === "b-2026-03.superbill");
    assert.deepEqual(await foundIn(...others, name ?? ""), ofB);
    assert.deepEqual(await foundIn(name ?? "", "--with", folder), ofB);
  });

  it("names the lines of other files on which a finding rests", async () => {
    const { stdout } = await therapyClaims(["check", "--today=2026-04-01", "examples/quarter"]);
    assert.match(stdout, /eligibility-2026-03-05\.271, line \d+: /);
    assert.match(stdout, /a-2026-01\.superbill, line \d+: /);
  });

  for (const name of names.filter((one) => one.endsWith(".835"))) {
    it(`adds up in ${name}`, () => {
      const claims = claimsIn(name);
      for (const { totals, lines } of claims) {
        for (const { charge, paid, adjusted, code } of lines) assert.equal(paid, charge - adjusted, code);
        assert.deepEqual(totals, [
          sumOf(lines.map(({ charge }) => charge)),
          sumOf(lines.map(({ paid }) => paid)),
          sumOf(lines.map(({ owed }) => owed)),
        ]);
      }
      const [, , sent] = segmentsOf(name).find(([id]) => id === "BPR") ?? [];
      assert.equal(cents(sent), sumOf(claims.map(({ totals }) => totals[1] ?? 0)));
    });
  }

  it("sends what stands in the superbills, with the totals of its claims", () => {
    const rows = new Set(
      superbills()
        .flatMap(rowsIn)
        .map(({ key }) => key),
    );
    const claims = sentClaims("sent-2026-03-05.837");
    assert.deepEqual(
      claims.map(({ keys }) => keys.length),
      [4, 3, 3, 3, 2, 2],
    );
    for (const { total, charges, keys } of claims) {
      assert.equal(total, charges);
      for (const key of keys) assert.ok(rows.has(key), key);
    }
  });

  it("comes to what its README says", () => {
    const openings: Readonly<Record<string, readonly [string, number]>> = {
      A: ["", 0],
      B: ["2026-03-05", 221_240],
      C: ["2026-02-28", 230_000],
      D: ["", 0],
    };
    const decided = names
      .filter((one) => one.endsWith(".835"))
      .flatMap(claimsIn)
      .flatMap(({ lines }) => lines);
    const told = tableOfReadme();
    for (const [letter, [asOf, opening]] of Object.entries(openings)) {
      let used = opening;
      const rows = names.filter((one) => one.startsWith(`${letter.toLowerCase()}-`)).flatMap(rowsIn);
      const course = rows.flatMap(({ date, code, beneficiary, allowed }) => {
        if (date <= asOf) return [];
        const own = decided.filter(
          (one) => one.claim.beneficiary === beneficiary && one.date === date && one.code === code,
        );
        used += own.length === 0 ? allowed : sumOf(own.map((one) => one.allowed));
        return [{ date, code, used }];
      });
      const figures = told.filter((one) => one.letter === letter);
      assert.equal(figures.at(-1)?.used, used, letter);
      const sums = new Set([opening, ...course.map((one) => one.used)]);
      for (const figure of figures) assert.ok(sums.has(figure.used), `${letter}: ${String(figure.used)}`);
      const crossing = course.find((one) => one.used > 248_000);
      assert.deepEqual(
        figures.filter(({ isCrossing }) => isCrossing).map((one) => one.used),
        crossing === undefined ? [] : [crossing.used],
      );
    }
  });
});

type Found = readonly [name: string, line: number, rule: string];

/** What `check` finds, lines from 1. */
async function foundIn(...args: readonly string[]): Promise<readonly Found[]> {
  const { stdout } = await therapyClaims(["check", "--format=json", "--today=2026-04-01", ...args]);
  const { files } = JSON.parse(stdout) as {
    files: { path: string; findings: { rule: string; range: { start: { line: number } } }[] }[];
  };
  if (args.at(-1) === "examples/quarter") {
    assert.equal(files.length, names.length - 1, "every file but the README is one of ours");
  }
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, range }): Found => [basename(path), range.start.line + 1, rule]),
  );
}

interface SentClaim {
  readonly total: number;
  charges: number;
  /** Of its lines, as of a superbill's rows. */
  readonly keys: string[];
}

function sentClaims(name: string): SentClaim[] {
  const claims: SentClaim[] = [];
  let beneficiary = "";
  let procedure = "";
  for (const [id, first = "", second, third, ...others] of segmentsOf(name)) {
    if (id === "NM1" && first === "IL") beneficiary = others.at(-1) ?? "";
    if (id === "CLM") claims.push({ total: cents(second), charges: 0, keys: [] });
    const claim = claims.at(-1);
    if (claim === undefined) continue;
    if (id === "SV1") {
      procedure = first;
      claim.charges += cents(second);
    }
    if (id === "DTP") claim.keys.push([beneficiary, dashed(third ?? ""), ...procedure.split(":").slice(1)].join(" "));
  }
  return claims;
}

function superbills(): readonly string[] {
  return names.filter((name) => name.endsWith(".superbill"));
}

interface SuperbillRow {
  readonly key: string;
  readonly beneficiary: string;
  readonly date: string;
  readonly code: string;
  readonly allowed: number;
}

function rowsIn(name: string): SuperbillRow[] {
  const text = read(name);
  const beneficiary = (/Medicare ID: (\S+)/.exec(text)?.[1] ?? "").replaceAll("-", "");
  return [...text.matchAll(/^(2026-\S+) +(\d{5}) +([A-Z]{2}(?: [A-Z]{2})?) .* ([\d.]+) +(?:PT|OT|SLP)$/gm)].map(
    ([, date = "", code = "", modifiers = "", allowed]) => ({
      key: [beneficiary, date, code, modifiers].join(" "),
      beneficiary,
      date,
      code,
      allowed: cents(allowed),
    }),
  );
}

function tableOfReadme(): { letter: string; used: number; isCrossing: boolean }[] {
  let letter = "";
  const [, table = ""] = read("README.md").split("## What it comes to");
  return [...table.matchAll(/^\| ([^|]*)\|.*\| +(\**)([\d,]+\.\d\d)\** +\|$/gm)].map(([, who = "", bold, used]) => {
    letter = who.trim().charAt(0) || letter;
    return { letter, used: cents(used), isCrossing: bold !== "" };
  });
}
