import assert from "node:assert/strict";
import { openSuperbill, told } from "./check-text.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { Document } from "../../server/src/text/document.ts";

describe("The rules that look at a line", () => {
  it("are found by its code and modifiers, whatever stood in the code's place on lines before", () => {
    const format = formatOf("x12");
    assert.ok(format);
    const claim = (procedure: string): string =>
      `HL*2*1*22*0~SBR*P*18*******MB~CLM*A1*78***11:B:1~LX*1~SV1*${procedure}*78*UN*30***1~DTP*472*D8*20260312~`;
    const text =
      "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~" +
      `GS*HC*A*B*20260401*0930*1*X*005010X222A1~ST*837*0001*005010X222A1~${claim("HC:97110 GP")}${claim("HC:97110:GP")}`;
    // Settings of their own: what is remembered of lines is remembered with them.
    const settings = { ...defaultSettings, only: ["units-look-like-minutes"] };
    const document = Document.create("file:///a", "x12", 0, text);
    const { findings } = openSnapshot(document, format, { settings, today: "2026-04-01" });
    assert.deepEqual(
      findings.map(({ message }) => message.slice(0, 17)),
      ["30 units of 97110"],
    );
  });

  it("are the same however many kinds of lines a file holds", () => {
    const odd = Array.from({ length: 10_500 }, (_, place) => `${String(10_000 + place)} GP x1`).join("\n");
    const snapshot = openSuperbill(`DOS: 2026-03-02\n97161 x1\n${odd}\n97161 x1\n`, {
      only: ["therapy-modifier-missing"],
    });
    assert.equal(told(snapshot).length, 2);
  });
});
