import assert from "node:assert/strict";
import fc from "fast-check";
import { formatOf } from "../../server/src/formats/registry.ts";
import type { Sources } from "../../server/src/ledger/source.ts";
import { type Elsewhere, noSources } from "../../server/src/lint/elsewhere.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { rangeOfPlace } from "../../server/src/lint/place-range.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { isInOtherFile } from "../../server/src/model/place.ts";
import { Document } from "../../server/src/text/document.ts";
import { told } from "./check-text.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" } as const;
const id = "1EG4TE5MK73";

/** A folder of which one file is at hand; the others may be written anew at any time. */
class Folder implements Elsewhere {
  readonly file = "test:///at-hand";
  #others: readonly Snapshot[] = [];

  write(...others: readonly (readonly [language: string, text: string])[]): void {
    this.#others = others.map(([language, text], place) => open(language, text, otherFile(place)));
  }

  sourcesOf(beneficiaryId: string): Sources {
    const all = this.#others.map(({ records }) => records.sourcesOf(beneficiaryId));
    return {
      claims: all.flatMap(({ claims }) => claims),
      decided: all.flatMap(({ decided }) => decided),
      balances: all.flatMap(({ balances }) => balances),
    };
  }

  openAtHand(language: string, text: string): Snapshot {
    return open(language, text, this);
  }
}

function otherFile(place: number): Elsewhere {
  return { file: `test:///other-${String(place)}`, sourcesOf: () => noSources };
}

function open(language: string, text: string, elsewhere: Elsewhere): Snapshot {
  const format = formatOf(language);
  assert.ok(format);
  return openSnapshot(Document.create(elsewhere.file, language, 0, text), format, environment, elsewhere);
}

function afterElsewhere(snapshot: Snapshot): Snapshot {
  return snapshot.afterElsewhere([id]).checkedOn(undefined, () => false);
}

/** Everything that a reader sees of the findings, the places in other files too. */
function seen(snapshot: Snapshot): unknown {
  return snapshot.findings.map(({ rule, severity, message, span, related, fixes }) => ({
    rule,
    severity,
    message,
    at: snapshot.rangeOf(span),
    related: related.map((place) => [
      isInOtherFile(place.at) ? place.at.file : "here",
      rangeOfPlace(place.at, snapshot),
      place.message,
    ]),
    fixes: fixes.map(({ title }) => title),
  }));
}

const header = "Date        Code   Mods   Units  Charge  Allowed";
const march16 = `MBI: ${id}\n${header}\n2026-03-16  97110  GP     2      98.00   58.24\n`;

function superbill(rows: readonly string[], used = ""): string {
  return `MBI: ${id}\n${used === "" ? "" : `YTD PT/SLP: ${used}\n`}${header}\n${rows.join("\n")}\n`;
}

function professional(rows: readonly (readonly [date: string, code: string])[]): string {
  const lines = rows.map(
    ([date, code], place) => `LX*${String(place + 1)}~\nSV1*HC:${code}*78*UN*2***1~\nDTP*472*D8*${date}~\n`,
  );
  return (
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~\n" +
    "GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1~\nST*837*0001*005010X222A1~\nBHT*0019*00*1*20260302*1200*CH~\n" +
    "HL*1**20*1~\nNM1*85*2*RIVERBEND THERAPY*****XX*1234567893~\nHL*2*1*22*0~\nSBR*P*18*******MB~\n" +
    `NM1*IL*1*VALE*ROBIN****MI*${id}~\nCLM*A1*${String(78 * rows.length)}***11:B:1*Y*A*Y*Y~\nHI*ABK:M5450~\n` +
    `${lines.join("")}SE*${String(10 + 3 * rows.length)}*0001~\nGE*1*1~\nIEA*1*000000001~\n`
  );
}

function eligibility(date: string, used: string): string {
  return (
    `ISA*00*          *00*          *ZZ*CMS            *ZZ*RIVERBENDTHERPY*${date.slice(2)}*0930*^*00501*000000271*0*T*:~\n` +
    `GS*HB*CMS*RIVERBENDTHERPY*${date}*0930*271*X*005010X279A1~\nST*271*0001*005010X279A1~\nBHT*0022*11*QB1*${date}*0930~\n` +
    "HL*1**20*1~\nNM1*PR*2*CMS*****PI*CMS~\nHL*2*1*21*1~\nNM1*1P*2*RIVERBEND THERAPY*****XX*1234567893~\nHL*3*2*22*0~\n" +
    `NM1*IL*1*VALE*ROBIN****MI*${id}~\nEB*D*IND*AE*MB***${used}~\nDTP*292*RD8*20260101-20261231~\nMSG*USED AMOUNT~\n` +
    "SE*12*0001~\nGE*1*271~\nIEA*1*000000271~\n"
  );
}

describe("a claim's findings about KX, when another file changes", () => {
  it("follow at once, and name the line of the other file with which the amount was passed", () => {
    const folder = new Folder();
    folder.write(["superbill", superbill(["2026-03-12  97110  GP     2      98.00   58.24"], "2,300.00")]);
    const atHand = folder.openAtHand("superbill", march16);
    assert.deepEqual(told(atHand), ["3: threshold-approaching"]);

    folder.write(["superbill", superbill(["2026-03-12  97110  GP KX  2      198.00  188.24"], "2,300.00")]);
    const passed = afterElsewhere(atHand);
    assert.deepEqual(told(passed), ["3: kx-missing-above-threshold"]);
    const [missing] = passed.findings;
    assert.deepEqual(missing?.related, [{ at: { file: "test:///other-0", line: 3 }, message: "passed here" }]);

    folder.write();
    assert.deepEqual(told(afterElsewhere(passed)), ["3: used-amount-missing"]);
  });

  it("take an eligibility answer for the sum, and name it", () => {
    const folder = new Folder();
    const text = superbill(["2026-03-16  97110  GP KX  2      98.00   58.24"]);
    const atHand = folder.openAtHand("superbill", text);
    assert.deepEqual(told(atHand), ["3: used-amount-missing"]);
    folder.write(["x12", eligibility("20260310", "310.4")]);
    const answered = afterElsewhere(atHand);
    assert.deepEqual(
      answered.findings.map(({ severity, message }) => `${severity}: ${message}`),
      [
        "warning: PT/SLP: KX, but only 368.64 of 2,480.00 used in 2026 with this line, by the eligibility answer of 2026-03-10",
      ],
    );
    assert.deepEqual(
      answered.findings[0]?.related.map(({ at }) => isInOtherFile(at) && at.file),
      ["test:///other-0"],
    );
    folder.write(["x12", eligibility("20260310", "2510.4")]);
    assert.deepEqual(told(afterElsewhere(answered)), []);
  });

  it("stand in a claim of X12 as in a superbill", () => {
    const folder = new Folder();
    const atHand = folder.openAtHand("x12", professional([["20260316", "97110:GP"]]));
    const rulesOf = ({ findings }: Snapshot) => findings.map(({ rule }) => rule).filter((rule) => rule.includes("kx"));
    assert.deepEqual(rulesOf(atHand), []);
    folder.write(["x12", eligibility("20260310", "2510.4")]);
    const answered = afterElsewhere(atHand);
    assert.deepEqual(rulesOf(answered), ["kx-missing-above-threshold"]);
    assert.match(answered.findings.at(-1)?.message ?? "", /by the eligibility answer of 2026-03-10; KX is missing$/);
  });

  it("are those of a document that is opened afresh, whatever the others become", () => {
    const day = fc.constantFrom("2026-01-05", "2026-02-09", "2026-03-12", "2026-03-16", "2026-03-20");
    const modifiers = fc.constantFrom("GP   ", "GP KX", "GN KX", "GO KX", "GP GA");
    const row = fc
      .tuple(day, modifiers, fc.constantFrom("   58.24", "  900.00", " 2400.00", "        "))
      .map(([date, mods, allowed]) => `${date}  97110  ${mods}  2      98.00${allowed}`);
    const rows = fc.array(row, { minLength: 1, maxLength: 4 });
    const used = fc.constantFrom("", "310.40", "2,400.00", "2,512.40 as of 2026-03-10");
    const superbills = fc.tuple(rows, used).map(([own, stated]) => ["superbill", superbill(own, stated)] as const);
    const sent = fc
      .array(
        fc.tuple(
          day.map((date) => date.replaceAll("-", "")),
          fc.constantFrom("97110:GP", "97110:GP:KX"),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((lines) => ["x12", professional(lines)] as const);
    const answers = fc
      .tuple(fc.constantFrom("20260101", "20260310", "20260315"), fc.constantFrom("0", "310.4", "2390", "2510.4"))
      .map(([date, amount]) => ["x12", eligibility(date, amount)] as const);
    const states = fc.array(fc.array(fc.oneof(superbills, sent, answers), { maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.oneof(superbills, sent), states, ([language, text], written) => {
        const folder = new Folder();
        let atHand = folder.openAtHand(language, text);
        for (const others of written) {
          folder.write(...others);
          atHand = afterElsewhere(atHand);
          assert.deepEqual(seen(atHand), seen(folder.openAtHand(language, text)));
        }
      }),
      { numRuns: 120 },
    );
  });
});
