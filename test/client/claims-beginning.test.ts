import assert from "node:assert/strict";
import fc from "fast-check";
import { beginningLength, beginsInterchange, endsLine, mayHoldClaims } from "../../client/src/claims-beginning.ts";
import { languageOfFile, recognizeLanguage } from "../../server/src/formats/registry.ts";
import { anyCsv } from "../properties/csv-texts.ts";
import { image } from "../properties/cms1500-forms.ts";

describe("what VS Code's client asks the server about", () => {
  it("is every text that the server takes for a print image", () => {
    fc.assert(
      fc.property(image, (text) => {
        const beginning = text.slice(0, beginningLength);
        assert.equal(recognizeLanguage(beginning), "cms1500-print");
        assert.ok(mayHoldClaims(beginning));
      }),
    );
  });

  it("is a row of names at the beginning, cut by commas, semicolons, tabs or bars", () => {
    for (const header of [
      "Date,CPT,Units",
      "\uFEFFpatient;dos;cpt_code",
      "DOS\tProcedure\tMod1",
      "claim|24D|units",
      'Patient,"Date of\nservice","HCPC",Units',
      "sep=;\r\nPatient;CPT;Units",
      'Charges of March,,,\n\n"Riverbend","","",""\n,,,\nDate,CPT,Units,\n',
    ]) {
      assert.ok(mayHoldClaims(`${header}\n`), header);
    }
  });

  it("is every text that the server takes for a table of claims", () => {
    fc.assert(
      fc.property(
        anyCsv,
        fc.constantFrom("", "\uFEFF", "sep=,\n", "Charges,,,,,,,,\n", ",,,,,,,,\r\n\r\n"),
        (text, above) => {
          const beginning = (above + text).slice(0, beginningLength);
          if (recognizeLanguage(beginning) === "superbill-csv") assert.ok(mayHoldClaims(beginning));
        },
      ),
    );
  });

  it("is no prose, no code and no log", () => {
    for (const text of [
      "",
      "Dear Ms. Oakley,\n97110 is a code.\n",
      "const first = 1;\nconst second = [1, 2, 3];\n",
      "2026-03-12 10:00:01 INFO started, port 8080, pid 12\n",
      "03 12 26\n03 12 26 11\n",
    ]) {
      assert.ok(!mayHoldClaims(text), text);
      assert.ok(!beginsInterchange(text), text);
    }
  });

  it("is not what begins an interchange: that needs no server", () => {
    assert.ok(beginsInterchange("\uFEFF\nISA*00*          *00*"));
    assert.ok(!beginsInterchange("ISA, the envelope"));
  });

  it("is not what begins a group or a transaction that was cut out of its interchange", () => {
    for (const text of ["GS*HC*SENDER*RECEIVER*20260301", "\n ST*837*0001*005010X222A1~", "ST|835|0001~"]) {
      assert.ok(beginsInterchange(text), text);
      assert.equal(languageOfFile("a.txt", text), "x12", text);
    }
    for (const text of ["ST JOHN: 97110", "ST*84TH STREET", "GS-12, 97110", "GS*1*GP"]) {
      assert.ok(!beginsInterchange(text), text);
      assert.notEqual(languageOfFile("a.txt", text), "x12", text);
    }
  });
});

describe("what was typed or pasted", () => {
  it("ends a line if a line end comes behind what stands there", () => {
    for (const text of ["97110\n", "\n  97110 GP\r\n", "a\nb"]) assert.ok(endsLine(text), text);
    for (const text of ["", "\n", " \n\n", "\n97110"]) assert.ok(!endsLine(text), text);
  });

  it("is looked at once, however long its only line is", () => {
    assert.ok(!endsLine("SV1*HC:97110:GP*78*UN*2***1~".repeat(500_000)));
  }).timeout(2000);
});
