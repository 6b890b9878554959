import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "papaparse";
import { csvRecord } from "../../server/src/cli/csv-record.ts";
import { withoutPersons } from "../../server/src/cli/persons.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";

const patient = "SUPERBILL 1042\nPatient: O'Brien-Çelik, Ana   DOB: 1948-02-11\nMedicare ID: 1EG4-TE5-MK73\n97110 GP\n";

describe("What somebody wrote, without persons", () => {
  const claims: Claim[] = [];
  for (const part of formatOf("superbill")?.read(sourceText(patient)).parts ?? []) claims.push(...part.claims);

  for (const [written, shown] of [
    ["Ana was seen by O'Brien, ÇELIK", "··· was seen by O'···, ···"],
    ["id 1EG4-TE5-MK73, 1EG4 TE5 MK73, 1eg4te5mk73", "id ···, ··· ··· ···, ···"],
    ["call 555-0199 or (440) 555.0199, account #1042", "call ··· or (440) ···, account #···"],
    ["born 1948-02-11. Or 02/11/1948", "born ···. Or ···"],
    ["97110 and G0283 with 59 and XE on 2026-03-12, 2 units", "97110 and G0283 with 59 and XE on 2026-03-12, 2 units"],
    ["paid $1,310.40 of 2480.00, agreed.", "paid $1,310.40 of 2480.00, agreed."],
    ["\u001b[2J\u202Eover", "\uFFFD[2J\uFFFDover"],
    ["", ""],
  ] as const) {
    it(`is ${JSON.stringify(shown)} for ${JSON.stringify(written)}`, () => {
      assert.equal(claims.length, 1);
      assert.equal(withoutPersons(written, claims), shown);
    });
  }

  it("takes no longer than its length, whatever it is", () => {
    for (const text of ["a".repeat(300_000), `1${".".repeat(300_000)}a`, "1,".repeat(150_000), "1 ".repeat(150_000)]) {
      const began = performance.now();
      withoutPersons(text, claims);
      assert.ok(performance.now() - began < 2000, text.slice(0, 4));
    }
  });
});

describe("A record for a spreadsheet", () => {
  it("is read back as it was, and no cell begins a formula", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("=1+1", "+1", "-1.5", "-a", "@x", "\t=1", " =1", 'a"b', "a,b", "\r\n"),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
        const [read = []] = parse<string[]>(csvRecord(cells), { delimiter: ",", newline: "\r\n" }).data;
        assert.deepEqual(
          read.map((text, place) => (text === `'${cells[place] ?? ""}` ? text.slice(1) : text)),
          cells,
        );
        for (const text of read) assert.doesNotMatch(text, /^\s*[=+@]|^\s*-(?![\d.]+$)/);
      }),
    );
  });
});
