import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTables } from "../../server/src/config/edit-tables.ts";
import { readLimitRow, readPairRow, settingOfTable } from "../../server/src/config/published-edits.ts";
import { pairKey } from "../../server/src/data/edits.ts";

describe("a row of CMS's table of pairs", () => {
  it("is read from tabs and from commas, quoted or not", () => {
    const pair = {
      column1: "97150",
      column2: "97110",
      indicator: 1,
      inForce: { from: "1996-04-01", to: null },
      deletedOn: null,
    };
    assert.deepEqual(readPairRow("97150\t97110\t\t19960401\t*\t1\tMutually exclusive procedures"), pair);
    assert.deepEqual(readPairRow('"97150","97110",,"19960401","*","1","Mutually exclusive, by nature"'), pair);
    assert.deepEqual(readPairRow("97150,97110,,19960401,*,1,Mutually exclusive"), pair);
  });

  it("ends where it was deleted, and never held where it was withdrawn as if it had not been", () => {
    assert.deepEqual(readPairRow("97530\t97116\t\t19960101\t20191231\t1\tMisuse")?.inForce, {
      from: "1996-01-01",
      to: "2019-12-31",
    });
    const withdrawn = readPairRow("97530\t97116\t\t20201001\t20201001\t9\tMisuse");
    assert.equal(withdrawn?.inForce, null);
    assert.equal(withdrawn.deletedOn, "2020-10-01");
  });

  it("is none where it is a heading, or a cell is something else", () => {
    for (const row of [
      "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
      "",
      "97150\t97110\t\t19961301\t*\t1\t",
      "97150\t97110\t\t19960401\tsoon\t1\t",
      "97150\t97110\t\t19960401\t*\t2\t",
    ]) {
      assert.equal(readPairRow(row), undefined, row);
    }
  });
});

describe("a row of CMS's table of unit limits", () => {
  it("is read with its adjudication indicator", () => {
    assert.deepEqual(readLimitRow('97110,6,3 Date of Service Edit: Clinical,"Clinical: Data, and more"'), {
      code: "97110",
      units: 6,
      indicator: 3,
    });
    assert.equal(readLimitRow('"HCPCS/\nCPT Code","Practitioner Services MUE Values"'), undefined);
    assert.equal(readLimitRow("97110,6,4 unknown,"), undefined);
  });
});

describe("a table of CMS", () => {
  it("says by its name or its headings whom it judges", () => {
    assert.equal(settingOfTable("ccipra-v323r0-f1.txt", ""), "practitioner");
    assert.equal(settingOfTable("ccioph-v323r0-f1.txt", ""), "outpatient-hospital");
    assert.equal(
      settingOfTable("mue.csv", "HCPCS/CPT Code,Outpatient Hospital Services MUE Values"),
      "outpatient-hospital",
    );
    assert.equal(settingOfTable("edits.txt", "Column 1,Column 2"), undefined);
  });
});

describe("the user's own tables", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "therapy-claims-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("take the place of the built-in ones for the setting that they are of, and say from when", async () => {
    const pairs = join(folder, "ccipra-v323r0-f1.txt");
    writeFileSync(
      pairs,
      "Column1/Column2 Edits\r\n97140\t97530\t\t20261001\t*\t1\tNew\r\n00100\t01996\t\t20270101\t*\t0\tNo therapy\r\n",
    );
    const limits = join(folder, "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv");
    writeFileSync(
      limits,
      "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n97110,5,3 Date of Service,x\n",
    );
    const { tables, problems } = await loadTables({ ncci: [pairs], mue: [limits] }, "2026-11-22");
    assert.deepEqual(problems, []);
    assert.equal(tables.pairs?.snapshot, "2027-01-01");
    const practitioner = tables.pairs.edits.practitioner;
    assert.deepEqual([...practitioner.keys()], [pairKey("97140", "97530")]);
    assert.ok(tables.pairs.edits["outpatient-hospital"].size > 400, "the hospitals' table stays the built-in one");
    assert.equal(tables.limits?.snapshot, "2026-10-01");
    assert.equal(tables.limits.edits.practitioner.get("97110")?.units, 5);
  });

  it("are told of where they can't be used, by their name and not by their folder", async () => {
    const odd = join(folder, "edits.txt");
    writeFileSync(odd, "97140\t97530\t\t20261001\t*\t1\tNew\n");
    const empty = join(folder, "ccipra.txt");
    writeFileSync(empty, "nothing of the kind\n");
    const { tables, problems } = await loadTables(
      { ncci: [odd, empty, join(folder, "missing.txt")], mue: [] },
      "2026-11-22",
    );
    assert.deepEqual(tables, {});
    assert.deepEqual(problems, [
      "edits.txt does not say whether it is the practitioners' table or the outpatient hospitals'.",
      "ccipra.txt holds no row of CMS's table, as text or CSV.",
      "missing.txt could not be read.",
    ]);
  });
});
