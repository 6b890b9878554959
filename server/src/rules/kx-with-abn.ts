import { modifierOn } from "../model/claim.ts";
import { countsAsTherapy, noticeModifiers } from "../model/used-amount.ts";
import { defineRule } from "./rule.ts";
import { removeKx } from "./support/kx.ts";
import { offerToRemove } from "./support/modifier-fix.ts";
import { andList } from "./support/words.ts";

export const kxWithAbn = defineRule({
  id: "kx-with-abn",
  severity: "warning",
  asks: "kx",
  modifiers: ["KX"],
  docs: {
    summary: "A therapy line carries KX together with GA, GX, GY or GZ.",
    why:
      "KX says that the service is necessary and covered; GA and GZ expect a denial as not necessary, GX and GY say that Medicare never " +
      "covers it. One line can't say both. Necessary care above the year's amount has KX and no notice; care that is not necessary has a " +
      "notice signed before the service, GA, and no KX. On equipment such a line is rejected; for therapy a person must look.",
    remedy: "Decide which is true, and take the other away.",
    applies: "Therapy lines, for Medicare Part B and other payers that ask for KX.",
    incorrect: "DOS: 2026-03-12\n97110 GP KX GA x2 $78.00",
    correct: "DOS: 2026-03-12\n97110 GP GA x2 $78.00",
    sources: [
      { title: "CMS answer to the American Health Care Association on notices above the therapy amount (2014)" },
      { title: "Noridian Healthcare Solutions on KX with GA, GY and GZ (equipment)" },
    ],
    statements: ["A34", "A39"],
  },

  checkLine(line, context, report) {
    if (!countsAsTherapy(line, context.procedure(line))) return;
    const notices = line.modifiers.filter((modifier) => noticeModifiers.includes(modifier.value));
    const kx = modifierOn(line, "KX");
    if (notices.length === 0 || kx === undefined) return;
    const named = [...new Set(notices.map((notice) => notice.value))];
    report(kx, `KX contradicts ${andList(named)} on the same line`, {
      fixes: [removeKx(line), offerToRemove(named, line)],
    });
  },
});
