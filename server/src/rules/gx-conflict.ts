import { modifierOn } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { offerToRemove } from "./support/modifier-fix.ts";
import { andList } from "./support/words.ts";

/** GX begins, and with it the edit. */
const begin: CalendarDate = "2010-04-01";

const never = ["EY", "GA", "GL", "GZ", "KB", "QL", "TQ"];

export const gxConflict = defineRule({
  id: "gx-conflict",
  severity: "error",
  asks: "abn",
  modifiers: ["GX"],
  docs: {
    summary: "GX stands on one line with a modifier that it can't be combined with.",
    why:
      "GX says that a notice was given that nobody asked for, of something that Medicare never covers. It goes with GY. With " +
      "GA or GZ, which expect a denial as not necessary, and with EY, GL, KB, QL or TQ, Medicare returns the line.",
    remedy: "Remove GX, unless it is the other one that is the slip.",
    applies: "Every line for Medicare Part B and other payers that ask for these modifiers, services from 2010-04-01.",
    incorrect: "DOS: 2026-03-12\n97110 GP GA GX x2 $78.00",
    correct: "DOS: 2026-03-12\n97110 GP GX GY x2 $78.00",
    sources: [{ title: "CMS Change Request 6563 (GX from 2010-04-01)" }],
  },

  checkLine(line, _context, report) {
    const date = line.dateOfService?.value;
    const gx = modifierOn(line, "GX");
    if (date === undefined || date < begin || gx === undefined) return;
    const others = [...new Set(line.modifiers.map(({ value }) => value).filter((value) => never.includes(value)))];
    if (others.length === 0) return;
    report(gx, `GX can't stand with ${andList(others)} on one line`, { fixes: [offerToRemove(["GX"], line)] });
  },
});
