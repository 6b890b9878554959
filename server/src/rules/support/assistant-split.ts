import { type AssistantShare, type TreatedMinutes, restOf } from "../../model/assistant-share.ts";
import { type Share, modifiersWith, modifiersWithout } from "../../model/change.ts";
import { type Minutes, type ServiceLine, hasModifier } from "../../model/claim.ts";
import type { Cents } from "../../model/money.ts";
import type { Fix } from "../rule.ts";
import type { SharedService } from "./assistant-minutes.ts";
import { isAssistant } from "./assistant.ts";
import { attestedByAdding, attestedByRemoving } from "./attestation.ts";
import { whereRoomFor } from "./modifier-fix.ts";

/** The fix that puts the units with the assistant's modifier on a second line. */
export function splitBetween(line: ServiceLine, service: SharedService, share: AssistantShare): Fix {
  const { modifier } = service;
  const isMarked = hasModifier(line, modifier);
  const marked = isMarked ? line.modifiers.map(({ value }) => value) : modifiersWith(line, modifier);
  const minutes = minutesOfShares(service, share);
  const charge = portionsOf(line.charge?.value, service.units, share);
  const allowed = portionsOf(line.allowedAmount?.value, service.units, share);
  const shareOf = (index: 0 | 1, units: number, modifiers: readonly string[]): Share => ({
    modifiers,
    units,
    charge: charge?.[index],
    ...(allowed !== undefined && { allowedAmount: allowed[index] }),
    minutes: minutesFor(line, minutes[index]),
  });
  const into = [shareOf(0, share.without, modifiersWithout(line, [modifier])), shareOf(1, share.with, marked)] as const;
  return whereRoomFor(isMarked ? 0 : 1, line, {
    title: `Split in ${String(share.without)} without ${modifier} and ${String(share.with)} with it`,
    safety: "review",
    changes: [{ kind: "split", line, into }],
    ...(isMarked ? attestedByRemoving(modifier) : attestedByAdding(modifier)),
  });
}

/** In proportion to the units; the cent that can't be divided stays with the assistant's. */
function portionsOf(
  amount: Cents | undefined,
  units: number,
  share: AssistantShare,
): readonly [Cents, Cents] | undefined {
  if (amount === undefined) return undefined;
  const first = Math.trunc((amount * share.without) / units);
  return [first, amount - first];
}

/** What both have left behind their full quarters goes with the last unit, which they gave together. */
function minutesOfShares(
  { minutes, units }: SharedService,
  share: AssistantShare,
): readonly [TreatedMinutes, TreatedMinutes] {
  const { therapist, assistant } = minutes;
  const rest = restOf(minutes);
  const quartersOfTherapist = (therapist - rest.therapist) / 15;
  const quartersOfAssistant = (assistant - rest.assistant) / 15;
  const isOneLeft = units - quartersOfTherapist - quartersOfAssistant === 1;
  if (isOneLeft && share.with > quartersOfAssistant) {
    return [
      { therapist: therapist - rest.therapist, assistant: 0 },
      { therapist: rest.therapist, assistant },
    ];
  }
  const moved = isOneLeft ? rest.assistant : 0;
  return [
    { therapist, assistant: moved },
    { therapist: 0, assistant: assistant - moved },
  ];
}

function minutesFor(line: ServiceLine, { therapist, assistant }: TreatedMinutes): Share["minutes"] {
  const valueOf = ({ clinician }: Minutes): number => {
    if (clinician === undefined) return therapist + assistant;
    if (isAssistant(clinician)) return assistant;
    return therapist;
  };
  return line.minutes.map((of) => ({ of, value: of.value === 0 ? 0 : valueOf(of) }));
}
