import assert from "node:assert/strict";
import { formatOf } from "../../server/src/formats/registry.ts";
import type { PublishedFee } from "../../server/src/ledger/fees/fee-tables.ts";
import { feeScheduleOf } from "../../server/src/ledger/fees/schedule.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { replaced, told } from "./check-text.ts";

function fee(code: string, full: number, reduced: number, isNational: boolean): PublishedFee {
  const units = { full, reduced };
  return { code, modifiers: [], from: "2026-01-01", nonFacility: units, facility: units, isNational };
}

function open(text: string, isNational = false): Snapshot {
  const format = formatOf("superbill");
  assert.ok(format);
  const published = [fee("97110", 2929, 2230, isNational), fee("97530", 3662, 2580, isNational)];
  const fees = feeScheduleOf({ own: [], published, reducesForAssistants: false });
  const settings = { ...defaultSettings, payer: "medicare-b", only: ["charge-below-allowed"] };
  return openSnapshot(Document.create("file:///a", "superbill", 0, text), format, {
    settings,
    today: "2026-04-01",
    fees,
  });
}

const twoDisciplines = [
  "SUPERBILL #1",
  "MBI: 1EG4-TE5-MK73",
  "Date        Code   Mods   Units  Charge",
  "2026-03-12  97110  GP     1      25.00",
  "",
  "SUPERBILL #2",
  "MBI: 1EG4-TE5-MK73",
  "Date        Code   Mods   Units  Charge",
  "2026-03-13  97530  GO     1      60.00",
  "",
].join("\n");

describe("A line's fee", () => {
  it("is that of all that the beneficiary had on its day, and another once a claim joins it there", () => {
    const apart = open(twoDisciplines);
    assert.deepEqual(told(apart), ["4: charge-below-allowed"]);
    const together = replaced(apart, "2026-03-13", "2026-03-12");
    assert.deepEqual(told(together), []);
    assert.deepEqual(told(replaced(together, "2026-03-12  97530", "2026-03-13  97530")), ["4: charge-below-allowed"]);
  });

  it("leaves aside what is denied, what another payer pays, and what another person had", () => {
    const together = twoDisciplines.replace("2026-03-13", "2026-03-12");
    assert.deepEqual(told(open(together)), []);
    const others = [
      together.replace("GO  ", "GO GA"),
      together.replace("SUPERBILL #2", "SUPERBILL #2\nPayer: Aetna"),
      together.replace("#2\nMBI: 1EG4-TE5-MK73", "#2\nMBI: 2FH5-UF6-NM84"),
    ];
    for (const text of others) assert.deepEqual(told(open(text)), ["4: charge-below-allowed"], text);
  });

  it("is not known where only the national amount is", () => {
    assert.deepEqual(told(open(twoDisciplines, true)), []);
  });
});
