import { assistantModifiersOf } from "../model/claim.ts";
import { assistantModifiers } from "../model/discipline.ts";
import { holdsAt } from "../model/tables.ts";
import { defineRule } from "./rule.ts";
import { removeAssistantModifiers } from "./support/assistant.ts";
import { deviceSupplies } from "./support/remote-monitoring.ts";

export const assistantOnRtmSupply = defineRule({
  id: "assistant-on-rtm-supply",
  severity: "warning",
  asks: "assistant-modifiers",
  modifiers: assistantModifiers,
  codes: (code) => deviceSupplies.has(code),
  docs: {
    summary: "An assistant modifier stands on the supply of a remote-monitoring device.",
    why:
      "Setting up remote therapeutic monitoring and managing it (98975, 98979, 98980, 98981) can be an assistant's work, and then needs " +
      "CQ or CO. Supplying the device is nobody's time: CMS exempts 98976 and 98977, and from 2026 also 98984 and 98985, from the " +
      "assistant rule. The modifier there lowers the payment for no reason.",
    applies:
      "98976 and 98977 from 2022-01-01, 98984 and 98985 from 2026-01-01, for Medicare Part B and other payers that ask for CQ and CO.",
    incorrect: "DOS: 2026-03-02\n98977 GP CQ x1",
    correct: "DOS: 2026-03-02\n98977 GP x1",
    sources: [
      { title: "CMS, CY 2026 physician fee schedule final rule and CR 14250, as summarised by a practice adviser" },
      { title: "42 USC 1395m(v)" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const [found] = assistantModifiersOf(line);
    if (date === undefined || procedure === undefined || found === undefined) return;
    if (!holdsAt(procedure.exists, date)) return;
    report(found, `${found.value} on ${procedure.code}, the supply of a device, which takes no assistant modifier`, {
      fixes: [removeAssistantModifiers(line)],
    });
  },
});
