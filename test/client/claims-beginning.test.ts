import assert from "node:assert/strict";
import fc from "fast-check";
import { beginningLength, beginsInterchange, endsLine, mayHoldClaims } from "../../client/src/claims-beginning.ts";
import { recognizeLanguage } from "../../server/src/formats/registry.ts";
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
      "claim|charge|units",
    ]) {
      assert.ok(mayHoldClaims(`${header}\n`), header);
    }
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
