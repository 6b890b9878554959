import assert from "node:assert/strict";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { claimFilesIn } from "../../server/src/files/claim-files.ts";
import { openBytes, openFile } from "../../server/src/files/read-file.ts";
import type { LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import { type FileRecords, noSources } from "../../server/src/lint/elsewhere.ts";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import { Document } from "../../server/src/text/document.ts";
import { finish } from "../../server/src/text/steps.ts";
import { readRecords } from "../../server/src/workspace/file-records.ts";
import { yearsOfPractice } from "../../server/src/workspace/practice-years.ts";
import { slowLedger } from "../ledger/oracle.ts";
import { told } from "../ledger/told.ts";
import { Practice } from "../../server/src/workspace/practice.ts";

const quarter = fileURLToPath(new URL("../../examples/quarter", import.meta.url));
const environment: Environment = { settings: defaultSettings, today: "2026-04-01" };
const anywhere = (): Environment => environment;

async function recordsOf(path: string): Promise<FileRecords> {
  const file = await openFile(path);
  assert.ok(file);
  return finish(readRecords(path, file.document, file.format, environment));
}

/** What an editor's open document tells of the same file. */
async function liveRecordsOf(path: string): Promise<FileRecords> {
  const file = await openFile(path);
  assert.ok(file);
  const elsewhere = { file: path, sourcesOf: () => ({ claims: [], decided: [], balances: [] }) };
  return openSnapshot(file.document, file.format, environment, elsewhere).records;
}

async function practiceOf(paths: readonly string[]): Promise<Practice> {
  const practice = new Practice();
  for (const path of paths) practice.replace(path, await recordsOf(path));
  return practice;
}

/** Each account's end: `QP06 PT/SLP 3415.08, passed on 2026-02-13 with 97140`. */
function endsOf(years: readonly LedgerYear[]): readonly string[] {
  return years.flatMap(({ beneficiaryId, bucket, used, passedAt }) => {
    if (used.high === 0) return [];
    const passed = passedAt === undefined ? "" : `, passed on ${passedAt.date} with ${passedAt.code ?? "a claim"}`;
    return `${beneficiaryId?.slice(-4) ?? "no id"} ${bucket} ${(used.low / 100).toFixed(2)}${passed}`;
  });
}

describe("A practice of several files", () => {
  let paths: readonly string[];
  before(async () => {
    paths = (await claimFilesIn(quarter)).map(({ path }) => path);
    assert.equal(paths.length, 10);
  });

  it("counts each service once, by its best source, as it was added up by hand", async () => {
    const years = finish(yearsOfPractice(await practiceOf(paths), anywhere));
    assert.deepEqual(endsOf(years), [
      "QP06 PT/SLP 3415.08, passed on 2026-02-13 with 97140",
      "RQ17 PT/SLP 2628.15, passed on 2026-03-19 with 92507",
      "TR28 PT/SLP 2470.68",
      "UT39 OT 396.76",
    ]);
  });

  it("comes to what a slow reading of the definitions comes to", async () => {
    const practice = await practiceOf(paths);
    const years = finish(yearsOfPractice(practice, anywhere));
    for (const id of practice.beneficiaryIds) {
      const expected = slowLedger(practice.sourcesOf(id), {}).map(told);
      assert.deepEqual(years.filter(({ beneficiaryId }) => beneficiaryId === id).map(told), expected);
    }
  });

  it("is the same whatever order its files come in", async () => {
    const years = finish(yearsOfPractice(await practiceOf(paths), anywhere));
    const reversed = await practiceOf([...paths].reverse());
    assert.deepEqual(finish(yearsOfPractice(reversed, anywhere)).map(whole), years.map(whole));
  });

  it("is told the same by an open document as by its file", async () => {
    for (const path of paths) {
      const [read, live] = [await recordsOf(path), await liveRecordsOf(path)];
      assert.deepEqual([...live.beneficiaryIds].sort(), [...read.beneficiaryIds].sort(), basename(path));
      for (const id of read.beneficiaryIds) assert.deepEqual(orderOf(live, id), orderOf(read, id), basename(path));
      assert.deepEqual(
        [...live.unnamed].map((one) => one()),
        [...read.unnamed].map((one) => one()),
      );
    }
  });

  it("forgets a file that is gone, and takes one up that came", async () => {
    const practice = await practiceOf(paths);
    const [january = ""] = paths;
    const touched = practice.replace(january, undefined);
    assert.equal(touched.size, 1);
    const [a] = endsOf(finish(yearsOfPractice(practice, anywhere)));
    assert.doesNotMatch(a ?? "", /passed/);
    practice.replace(january, await recordsOf(january));
    assert.match(endsOf(finish(yearsOfPractice(practice, anywhere)))[0] ?? "", /passed on 2026-02-13/);
  });
});

describe("An id on more claims than one person has", () => {
  const claim =
    "SUPERBILL #1\nMBI: 1EG4-TE5-MK73\nPayer: Medicare Part B\nDOS: 2026-03-12\n97110 GP x2 $78.00 allowed 58.24\n\n";

  function recordsOfText(file: string, text: string): FileRecords {
    return finish(readRecords(file, Document.create(file, "superbill", 0, text), superbillFormat, environment));
  }

  it("is no person's: each claim is an account of its own, and no file tells another of it", () => {
    const practice = new Practice();
    practice.replace("a.superbill", recordsOfText("a.superbill", claim.repeat(600)));
    practice.replace("b.superbill", recordsOfText("b.superbill", claim.repeat(400)));
    assert.equal(practice.sourcesOf("1EG4TE5MK73").claims.length, 1000);
    assert.equal(finish(yearsOfPractice(practice, anywhere)).length, 1);
    practice.replace("c.superbill", recordsOfText("c.superbill", claim));
    assert.equal(practice.sourcesOf("1EG4TE5MK73").claims.length, 0);
    assert.equal(practice.sourcesOf("1EG4TE5MK73", "a.superbill").claims.length, 0, "whoever asks");
    assert.equal(finish(yearsOfPractice(practice, anywhere)).length, 1001);
    practice.replace("c.superbill", undefined);
    assert.equal(practice.sourcesOf("1EG4TE5MK73").claims.length, 1000);
  });
});

describe("A claim whose id the payer corrected", () => {
  it("counts under the right one, by the same remittance", () => {
    const wrong = "1EG4TE5MK72";
    const right = "1EG4TE5MK73";
    const sent = segments(
      "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:",
      "GS*HC*A*B*20260401*0930*1*X*005010X222A1",
      "ST*837*0001*005010X222A1",
      "HL*1**20*1",
      "HL*2*1*22*0",
      "SBR*P*18*******MB",
      `NM1*IL*1*DOE*JANE****MI*${wrong}`,
      "NM1*PR*2*MEDICARE PART B*****PI*12502",
      "CLM*A1*120***11:B:1*Y*A*Y*Y",
      "LX*1",
      "SV1*HC:97110:GP*120*UN*2***1",
      "DTP*472*D8*20260305",
    );
    const paid = segments(
      "ISA*00*          *00*          *ZZ*B              *ZZ*A              *260401*0930*^*00501*000000001*0*T*:",
      "GS*HP*B*A*20260401*0930*1*X*005010X221A1",
      "ST*835*0001",
      "BPR*I*50*C*ACH************20260401",
      "TRN*1*T1*1512345678",
      "N1*PR*MEDICARE PART B",
      "LX*1",
      "CLP*A1*1*120*50*10*MB*1",
      `NM1*QC*1*DOE*JANE****MI*${wrong}`,
      `NM1*74*1*DOE*JANE****C*${right}`,
      "SVC*HC:97110:GP*120*50**2",
      "DTM*472*20260305",
      "CAS*PR*2*10",
      "CAS*CO*45*60",
    );
    for (const isOpen of [false, true]) {
      const practice = new Practice();
      practice.replace("sent.837", recordsOfText("sent.837", sent, isOpen));
      assert.deepEqual(
        finish(yearsOfPractice(practice, anywhere)).map(({ beneficiaryId }) => beneficiaryId),
        [wrong],
      );
      const touched = practice.replace("paid.835", recordsOfText("paid.835", paid, isOpen));
      assert.deepEqual([...touched].sort(), [wrong, right]);
      const years = finish(yearsOfPractice(practice, anywhere));
      assert.deepEqual(endsOf(years), ["MK73 PT/SLP 60.00"]);
      assert.equal(years.length, 1);
    }
  });
});

function recordsOfText(name: string, text: string, isOpen: boolean): FileRecords {
  const file = openBytes(name, Buffer.from(text));
  assert.ok(file);
  if (!isOpen) return finish(readRecords(name, file.document, file.format, environment));
  return openSnapshot(file.document, file.format, environment, { file: name, sourcesOf: () => noSources }).records;
}

function segments(...all: readonly string[]): string {
  return all.map((segment) => `${segment}~\n`).join("");
}

function whole({ beneficiaryId, steps, passedAt, doubts, used }: LedgerYear): Partial<LedgerYear> {
  return { beneficiaryId, steps, passedAt, doubts, used };
}

/** Places within a file are compared by their order alone. */
function orderOf(records: FileRecords, id: string): unknown {
  const { claims, decided, balances } = records.sourcesOf(id);
  const inOrder = <T extends { readonly place: number }>(all: readonly T[]): readonly T[] =>
    all.toSorted((one, other) => one.place - other.place).map((one, place) => ({ ...one, place }));
  return { claims: inOrder(claims), decided: inOrder(decided), balances };
}
