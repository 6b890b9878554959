import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildCommand, folderWith, removeFolders, root, therapyClaims } from "./command.ts";

/** A superbill full of faults, in which every field of a person, in order and out of order, is a word of its own. */
const superbill = `SUPERBILL #QANUM44001
Account: QANUM44002
Practice: Riverbend Therapy            NPI: 1234567890
Patient:  QALAST, QAFIRST              DOB: 13/45/1977
Pateint: QATYPO
Patient name: QASECOND                 Birth date: 1977-02-31
Medicare ID: QAMBI44003                 Payer: Medicare Part B   POS: 11
Member ID: QAMEM44004
Address: 12 QASTREET Road, QATOWN
Phone: 4405550199
Therapist: QATHERAPIST, PTA
Referring: QAREFERRER                  NPI: 1245319599
Plan of care: 2026-02-30 to QAPLAN     Certified: QACERT
YTD PT/SLP: QAMONEY as of 2026-03-10
Dx A: QADX
Note: QANOTE saw 97110 on 2026-03-12
QAFREE 97110 2026-03-12 $78.00 called QATALK
# therapy-claims-disable-next-line no-such-rule -- QAREASON

Date        Code   Mods    Units  Min  Dx  Charge  Allowed  By         Note
2026-03-12  97110  GP GP   0      30   Z   78.0.0  58.24    QABY, PTA  QACELL
2026-03-12  97530          1      15   A   46.00   36.02    QABY, PT   QACELL
2026-13-12  97112  GO CQ   1.5    15   A   42.00   QAALLOW  QABY, PT
2026-03-12  97001  QQ      1      30   A   90.00            QABY
3/12        97140  PG      x      30   A   90.00            QABY       QAROW QASLIP
`;

const batch = `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*0930*^*00501*000000001*0*T*:~
GS*HC*SENDER*RECEIVER*20260401*0930*1*X*005010X222A1~
ST*837*0001*005010X222A1~
BHT*0019*00*QABATCH*20260401*0930*CH~
NM1*41*2*PRACTICE*****46*SENDER~
HL*1**20*1~
NM1*85*2*PRACTICE*****XX*1234567893~
HL*2*1*22*1~
SBR*P*18*QAGROUP******MB~
NM1*IL*1*QALAST*QAFIRST*QAMIDDLE***MI*QAMBI44003~
N3*12 QASTREET~
N4*QATOWN*OH*45402~
DMG*D8*19771345*F~
REF*SY*QASSN44006~
NM1*PR*2*MEDICARE PART B*****PI*12502~
HL*3*2*23*0~
PAT*19~
NM1*QC*1*QACHILD*QACHILDFIRST~
DMG*D8*QABIRTH*F~
CLM*QANUM44001*252.0.0***11:B:1*Y*A*Y*Y~
REF*EA*QAMEM44004~
NTE*ADD*QANOTE~
HI*ABK:QADX~
NM1*82*1*QATHERAPIST*QATHERAPISTFIRST****XX*1234567890~
LX*1~
SV1*HC:97110:GP:GP*78.0.0*UN*0***1~
DTP*472*D8*20261345~
REF*6R*QALINE~
LX*2~
SV1*HC:97530*44*UN*1.5***1~
DTP*472*D8*20260312~
NTE*ADD*QALINENOTE~
SE*99*0001~
GE*1*1~
IEA*1*000000001~
`;

const person = /QA[A-Z]*\d*|4405550199|19770|1977|13\/45|44001|44002|44003|44004|44006/i;

describe("Nothing of a person", () => {
  before(buildCommand);
  after(removeFolders);

  for (const [name, text] of [
    ["faults.superbill", superbill],
    ["faults.837", batch],
  ] as const) {
    for (const flags of [[], ["--quiet"], ["--format=json"]]) {
      it(`leaves ${name} through the output of check ${flags.join(" ")}`, async () => {
        const cwd = folderWith({ [name]: text });
        const { status, stdout, stderr } = await therapyClaims(["check", ...flags], { cwd, env: { FORCE_COLOR: "1" } });
        assert.equal(status, 1, "the file must have findings for this to say anything");
        const telling = `${stdout}${stderr}`.split("\n").filter((line) => person.test(line));
        assert.deepEqual(telling, []);
      });
    }
  }
});

describe("Nothing of a person in what is told beside findings", () => {
  before(buildCommand);
  after(removeFolders);

  // KX and a notice on a line, so that there is something to tell; what was written as a reason is shown as far as it names no patient.
  const told = {
    "a.superbill": superbill.replace("GP GP", "GP KX").replace("QAREASON", "QAFIRST"),
    "b.837": batch.replace("GP:GP", "GP:KX"),
  };

  for (const args of [["audit"], ["audit", "--format=json"], ["audit", "--format=csv"]]) {
    it(`leaves through ${args.join(" ")}`, async () => {
      const { stdout, stderr } = await therapyClaims(args, { cwd: folderWith(told) });
      assert.match(stdout, /KX[^]*KX/);
      assert.deepEqual(
        `${stdout}${stderr}`.split("\n").filter((line) => person.test(line)),
        [],
      );
    });
  }

  for (const name of ["a.superbill", "b.837"]) {
    it(`leaves through checklist ${name}`, async () => {
      const { stdout, stderr } = await therapyClaims(["checklist", name], { cwd: folderWith(told) });
      assert.match(stdout, /- \[ \]/);
      assert.deepEqual(
        `${stdout}${stderr}`.split("\n").filter((line) => person.test(line)),
        [],
      );
    });
  }
});

describe("The command line", () => {
  before(buildCommand);
  after(removeFolders);

  it("has no way to a network but the transports of the protocol's library, which only lsp opens", () => {
    // The threads of --jobs run this very bundle.
    const ways = ["http", "https", "http2", "tls", "dgram", "dns", "net", "child_process", "cluster"];
    for (const [name, allowed] of [
      ["cli", []],
      ["engine", []],
      ["server", ["net", "child_process"]],
    ] as const) {
      const code = readFileSync(join(root, "dist", `${name}.cjs`), "utf8");
      const modules = [...code.matchAll(/require\("(?:node:)?([a-z0-9_/]+)"\)/g)].map(([, module = ""]) => module);
      assert.deepEqual(
        ways.filter((way) => modules.includes(way)),
        allowed,
        name,
      );
      assert.doesNotMatch(code, /\b(fetch\(|WebSocket|XMLHttpRequest|EventSource)/);
    }
  });

  it("writes no file", async () => {
    const cwd = folderWith({ "a.superbill": superbill, "b.837": batch });
    const state = () => readdirSync(cwd).map((name) => [name, statSync(join(cwd, name)).mtimeMs]);
    const before = state();
    for (const args of [
      ["check"],
      ["check", "--format=json"],
      ["audit"],
      ["checklist", "b.837"],
      ["explain"],
      ["explain", "GP"],
    ]) {
      await therapyClaims(args, { cwd });
    }
    assert.deepEqual(state(), before);
  });
});
