import assert from "node:assert/strict";
import { formatOf } from "../../server/src/formats/registry.ts";
import type { BilledClaim, Sources } from "../../server/src/ledger/source.ts";
import { billedClaimOf, formOf } from "../../server/src/lint/billed.ts";
import { type Elsewhere, noSources } from "../../server/src/lint/elsewhere.ts";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { rangeOfPlace } from "../../server/src/lint/place-range.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { show } from "../ledger/account.ts";
import { replaced, told } from "./check-text.ts";

const environment: Environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" };

const visit = [
  "SUPERBILL #2",
  "MBI: 1EG4-TE5-MK73",
  "Date        Code   Mods   Units  Charge  Allowed",
  "2026-03-16  97110  GP     2      98.00   10.00",
  "",
].join("\n");

const earlierVisit = [
  "SUPERBILL #1",
  "MBI: 1EG4-TE5-MK73",
  "YTD PT/SLP: 2,400.00",
  "Date        Code   Mods   Units  Charge  Allowed",
  "2026-03-12  97110  GP KX  2      98.00   88.24",
  "",
].join("\n");

/** What a file tells of the one beneficiary, without its text. */
function readElsewhere(text: string, file: string): Sources {
  const snapshot = openSuperbill(text);
  const placeOf = (span: Parameters<Snapshot["rangeOf"]>[0]): { file: string; line: number } => ({
    file,
    line: snapshot.rangeOf(span).start.line,
  });
  const form = formOf("superbill");
  const claims = snapshot.claims.map((claim, place): BilledClaim =>
    billedClaimOf(claim, place, { file, form, placeOf }, environment),
  );
  return { ...noSources, claims };
}

function openSuperbill(text: string, elsewhere?: Elsewhere): Snapshot {
  const format = formatOf("superbill");
  assert.ok(format);
  return openSnapshot(Document.create("file:///b", "superbill", 0, text), format, environment, elsewhere);
}

/** A folder whose other file may change. */
class Folder implements Elsewhere {
  readonly file = "file:///b";
  sources: Sources = noSources;

  sourcesOf(beneficiaryId: string): Sources {
    return beneficiaryId === "1EG4TE5MK73" ? this.sources : noSources;
  }
}

describe("A claim whose beneficiary another file tells of", () => {
  it("is judged by both, and names the other file's line", () => {
    const folder = new Folder();
    folder.sources = readElsewhere(earlierVisit, "file:///a");
    const snapshot = openSuperbill(visit, folder);
    assert.deepEqual(told(snapshot), ["4: kx-missing-above-threshold"]);
    const [related] = snapshot.findings[0]?.related ?? [];
    assert.ok(related && "file" in related.at);
    assert.equal(related.at.file, "file:///a");
    assert.deepEqual(rangeOfPlace(related.at, snapshot).start, { line: 4, character: 0 });
  });

  it("is looked at again once the other file has changed, and no other claim is", () => {
    const folder = new Folder();
    const others = visit.replace("#2", "#3").replace("1EG4-TE5-MK73", "2FH5-UF6-NM84");
    const before = openSuperbill(`${visit}\n${others}`, folder);
    const quiet = ["4: used-amount-missing", "9: used-amount-missing"];
    assert.deepEqual(told(before), quiet);
    folder.sources = readElsewhere(earlierVisit, "file:///a");
    const waiting = before.afterElsewhere(["1EG4TE5MK73", "not in this document"]);
    assert.equal(waiting.left, 1);
    const after = waiting.checkedOn(undefined, () => false);
    assert.deepEqual(told(after), ["4: kx-missing-above-threshold", "9: used-amount-missing"]);
    assert.equal(after.claims[1], before.claims[1]);
    folder.sources = noSources;
    const again = after.afterElsewhere(["1EG4TE5MK73"]).checkedOn(undefined, () => false);
    assert.deepEqual(told(again), quiet);
  });

  it("keeps what other files tell while its own document is edited", () => {
    const folder = new Folder();
    folder.sources = readElsewhere(earlierVisit, "file:///a");
    const edited = replaced(openSuperbill(visit, folder), "GP  ", "GP KX");
    assert.deepEqual(told(edited), []);
    const [year] = edited.claims[0] === undefined ? [] : edited.ledgerOf(edited.claims[0]);
    assert.equal(show(year?.used), "2498.24");
    assert.deepEqual(
      [...edited.ledgers()].map((years) => years.map(({ bucket }) => bucket)),
      [["PT/SLP"]],
    );
  });
});

const remittance = [
  "ISA*00*          *00*          *ZZ*PAYER          *ZZ*OFFICE         *260401*1200*^*00501*000000001*0*P*:~",
  "GS*HP*PAYER*OFFICE*20260401*1200*1*X*005010X221A1~",
  "ST*835*0001~",
  "BPR*I*100*C*CHK************20260401~",
  "TRN*1*12345*1512345678~",
  "N1*PR*MEDICARE PART B~",
  "LX*1~",
  "CLP*A1*1*98*46.59*11.65*MB*ICN1~",
  "NM1*QC*1*RIVERA*ANA****MI*1EG4TE5MK73~",
  "SVC*HC:97110:GP*98*46.59**2~",
  "DTM*472*20260312~",
  "CAS*CO*45*39.76~",
  "CAS*PR*2*11.65~",
  "AMT*B6*58.24~",
  "SE*13*0001~",
  "GE*1*1~",
  "IEA*1*000000001~",
].join("\n");

describe("A document that holds a payer's answers alone", () => {
  const open = (text: string): Snapshot => {
    const format = formatOf("x12");
    assert.ok(format);
    return openSnapshot(Document.create("file:///r", "x12", 0, text), format, environment);
  };
  const usedIn = (snapshot: Snapshot): readonly string[] =>
    [...snapshot.ledgers()]
      .flat()
      .map(({ beneficiaryId, bucket, used }) => `${beneficiaryId ?? ""} ${bucket} ${show(used)}`);

  it("has an account for each beneficiary that it names, in every version", () => {
    const first = open(remittance);
    assert.deepEqual(usedIn(first), ["1EG4TE5MK73 PT/SLP 58.24 or more"]);
    const edited = replaced(first, "B6*58.24", "B6*60.00");
    assert.deepEqual(usedIn(edited), ["1EG4TE5MK73 PT/SLP 60.00 or more"]);
    const renamed = replaced(edited, "MI*1EG4TE5MK73", "MI*2FH5UF6NM84");
    assert.deepEqual(usedIn(renamed), ["2FH5UF6NM84 PT/SLP 60.00 or more"]);
  });

  it("leaves out what a payer decided who keeps no such account", () => {
    const secondary = remittance.replace("MEDICARE PART B", "AETNA").replace("*MB*", "*12*");
    assert.deepEqual(usedIn(open(secondary)), []);
  });

  it("names the payment that each decision belongs to", () => {
    const [amount] = [...open(remittance).reading.parts].flatMap(({ amounts }) => amounts);
    assert.equal(amount?.source === "remittance" && amount.payment, "12345 1512345678 20260401");
  });
});
