import type { AssistantShare } from "../model/assistant-share.ts";
import { type Change, modifiersWithout } from "../model/change.ts";
import { type ServiceLine, assistantModifiersOf, hasModifier, planModifiersOf } from "../model/claim.ts";
import { type AssistantModifier, planModifierOfAssistant } from "../model/discipline.ts";
import type { Span } from "../text/span.ts";
import { type Fix, defineRule } from "./rule.ts";
import {
  type SharedService,
  goesWholeWith,
  involvesAssistant,
  mayTakeAssistantModifier,
  minutesInWords,
  sharedServiceOf,
} from "./support/assistant-minutes.ts";
import { splitBetween } from "./support/assistant-split.ts";
import { needsNoAssistantModifier } from "./support/assistant.ts";
import { attestedByRemoving } from "./support/attestation.ts";
import { offerToAdd } from "./support/modifier-fix.ts";

export const assistantUnitsSplit = defineRule({
  id: "assistant-units-split",
  severity: "warning",
  asks: "assistant-modifiers",
  codes: mayTakeAssistantModifier,
  docs: {
    summary: "By the minutes of therapist and assistant, other units go with CQ or CO than are billed with it.",
    why:
      "A code that therapist and assistant both gave on one day is divided: each full quarter of an hour goes to whoever gave it. One unit " +
      "that is left goes without the modifier if the therapist alone gave at least eight minutes of it, with it if the assistant did and " +
      "the therapist did not, and by the one-tenth test if neither did; two that are left, with 9 to 14 minutes of each, go one and one. " +
      "Minutes that both treated together are the therapist's. Untimed services go whole, with the modifier if the assistant alone gave more " +
      "than a tenth of the time. Medicare takes two ways of computing that tenth; where they differ nothing is reported.",
    remedy:
      "Bill the units with the modifier on a line of their own. A day's units of one code stand on one line otherwise; this is the exception.",
    applies:
      "Services from 2022-01-01 for Medicare Part B and other payers that ask for CQ and CO; in 2020 and 2021 without the eight-minute part, so " +
      "that a tenth of the last unit decides. Only where the file gives the minutes of therapist and assistant, and units and minutes agree. " +
      "Not for evaluations, for monitoring-device supply, nor for critical access hospitals (bill type 85X).",
    incorrect: "DOS: 2026-03-02\nCode   Mods   Units  PT min  PTA min\n97110  GP     2      15      13",
    correct:
      "DOS: 2026-03-02\nCode   Mods   Units  PT min  PTA min\n97110  GP     1      15\n97110  GP CQ  1              13",
    sources: [
      { title: "42 USC 1395m(v)" },
      { title: "CMS, billing examples for CQ and CO" },
      { title: "CY 2022 Physician Fee Schedule final rule, on services that assistants furnish in part" },
    ],
  },

  checkLine(line, context, report) {
    if (!involvesAssistant(line, context) || needsNoAssistantModifier(line, context)) return;
    const service = sharedServiceOf(line, context);
    if (service?.share === undefined || !isConsistent(service)) return;
    const { lines, share, units, unitsWith, modifier } = service;
    // The lines of one service have one finding; one that lacks the modifier as a whole has another rule's.
    if (unitsWith === share.with || lines.find((one) => involvesAssistant(one, context)) !== line) return;
    if (lines.some((one) => goesWholeWith(one, service))) return;
    const wrong = lineToMend(service, share);
    const billed = unitsInWords({ with: unitsWith, without: units - unitsWith }, modifier);
    const message = `${line.procedure.value}: ${reasonOf(service, share)}; billed: ${billed}`;
    report(placeOf(wrong ?? line, modifier), message, { fixes: fixesFor(service, share, wrong) });
  },
});

/** The modifiers of plan and assistant contradict neither each other nor the minutes; else other rules speak. */
function isConsistent({ lines, modifier }: SharedService): boolean {
  const plan = planModifierOfAssistant(modifier);
  return lines.every(
    (line) =>
      planModifiersOf(line).every(({ value }) => value === plan) &&
      assistantModifiersOf(line).every(({ value }) => value === modifier),
  );
}

/** `PT 15 + PTA 13 minutes → 1 unit without CQ, 1 with`. */
function reasonOf(service: SharedService, share: AssistantShare): string {
  const tenth = service.isTimed ? "" : `, ${share.with > 0 ? "" : "not "}more than a tenth by the assistant`;
  return `${minutesInWords(service)}${tenth} → ${unitsInWords(share, service.modifier)}`;
}

function unitsInWords({ without, with: withModifier }: AssistantShare, modifier: AssistantModifier): string {
  const counted = (count: number): string => `${String(count)} ${count === 1 ? "unit" : "units"}`;
  if (withModifier === 0) return `${counted(without)} without ${modifier}`;
  if (without === 0) return `${counted(withModifier)} with ${modifier}`;
  return `${counted(without)} without ${modifier}, ${String(withModifier)} with`;
}

/** The line whose modifier alone is wrong; of several the one that therapist or assistant gave alone. */
function lineToMend(
  { lines, minutesOfLines, modifier, unitsWith }: SharedService,
  share: AssistantShare,
): ServiceLine | undefined {
  const fitting = lines.filter((line) => {
    const own = line.units?.value ?? 0;
    return (hasModifier(line, modifier) ? unitsWith - own : unitsWith + own) === share.with;
  });
  if (fitting.length < 2) return fitting[0];
  const [only, ...others] = fitting.filter((line) => {
    const minutes = minutesOfLines[lines.indexOf(line)];
    return (hasModifier(line, modifier) ? minutes?.assistant : minutes?.therapist) === 0;
  });
  return others.length === 0 ? only : undefined;
}

function placeOf(line: ServiceLine, modifier: AssistantModifier): Span {
  return assistantModifiersOf(line).find(({ value }) => value === modifier) ?? line.units ?? line.procedure;
}

function fixesFor(service: SharedService, share: AssistantShare, wrong: ServiceLine | undefined): readonly Fix[] {
  const { lines, modifier } = service;
  const marked = lines.filter((line) => hasModifier(line, modifier));
  if (share.with === 0) return [removeFrom(marked, modifier)];
  if (wrong !== undefined)
    return [marked.includes(wrong) ? removeFrom([wrong], modifier) : offerToAdd(modifier, wrong)];
  const [line, ...others] = lines;
  return line === undefined || others.length > 0 ? [] : [splitBetween(line, service, share)];
}

function removeFrom(lines: readonly ServiceLine[], modifier: AssistantModifier): Fix {
  const changes = lines.map((line): Change => ({ kind: "modifiers", line, to: modifiersWithout(line, [modifier]) }));
  return { title: `Remove ${modifier}`, safety: "review", changes, ...attestedByRemoving(modifier) };
}
