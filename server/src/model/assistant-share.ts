import type { CalendarDate } from "./date.ts";

/**
 * One service's minutes on one day, by who gave them. The assistant's are those that he gave alone: minutes that both treated together
 * are the therapist's.
 */
export interface TreatedMinutes {
  readonly therapist: number;
  readonly assistant: number;
}

/** How many units go with CQ or CO, and how many without. */
export interface AssistantShare {
  readonly without: number;
  readonly with: number;
}

/** CQ and CO are required on services from this date on (42 USC 1395m(v)). */
export const assistantModifiersFrom: CalendarDate = "2020-01-01";

/** From this date on a therapist who alone gave at least eight minutes of the last unit gave that unit, whatever the assistant did. */
const midpointRuleFrom: CalendarDate = "2022-01-01";

/**
 * How the units billed for one 15-minute code divide. Full quarters of an hour go to whoever gave them. One unit that is left goes by
 * the midpoint rule, before 2022 by the one-tenth test of the time that remains; two that are left go one to each. Undefined where the
 * minutes can't make so many units, and where Medicare's ways of computing disagree.
 */
export function shareTimedUnits(
  minutes: TreatedMinutes,
  units: number,
  date: CalendarDate,
): AssistantShare | undefined {
  if (!areWhole(minutes, units)) return undefined;
  if (date < assistantModifiersFrom) return { without: units, with: 0 };
  const without = Math.floor(minutes.therapist / quarter);
  const withAssistant = Math.floor(minutes.assistant / quarter);
  const rest = restOf(minutes);
  switch (units - without - withAssistant) {
    case 0:
      return { without, with: withAssistant };
    case 1: {
      const isAssistants = takesLastUnit(rest, date);
      if (isAssistants === undefined) return undefined;
      return isAssistants ? { without, with: withAssistant + 1 } : { without: without + 1, with: withAssistant };
    }
    case 2:
      return isOneEach(rest, date) ? { without: without + 1, with: withAssistant + 1 } : undefined;
    default:
      return undefined;
  }
}

/** An untimed service, group treatment among them, goes whole: with the modifier where the assistant's share is over a tenth. */
export function shareUntimedUnits(
  minutes: TreatedMinutes,
  units: number,
  date: CalendarDate,
): AssistantShare | undefined {
  if (!areWhole(minutes, units)) return undefined;
  if (date < assistantModifiersFrom) return { without: units, with: 0 };
  const isAssistants = exceedsOneTenth(minutes);
  if (isAssistants === undefined) return undefined;
  return isAssistants ? { without: 0, with: units } : { without: units, with: 0 };
}

/** What is left of each one's minutes behind the full quarters of an hour. */
export function restOf({ therapist, assistant }: TreatedMinutes): TreatedMinutes {
  return { therapist: therapist % quarter, assistant: assistant % quarter };
}

/**
 * Whether the assistant gave more than a tenth of the time. Medicare takes two ways of computing it: the share in whole percent is at
 * least 11, or the minutes are at least a tenth of the total, rounded, and one more. Undefined where they disagree, and without time.
 */
export function exceedsOneTenth({ therapist, assistant }: TreatedMinutes): boolean | undefined {
  const total = therapist + assistant;
  if (total === 0) return undefined;
  const byPercentage = Math.floor((200 * assistant + total) / (2 * total)) >= 11;
  const bySimpleMethod = assistant >= Math.floor((total + 5) / 10) + 1;
  return byPercentage === bySimpleMethod ? byPercentage : undefined;
}

const quarter = 15;

/** The minutes from which on somebody gave the better half of a unit. */
const midpoint = 8;

function areWhole({ therapist, assistant }: TreatedMinutes, units: number): boolean {
  return [therapist, assistant, units].every((value) => Number.isInteger(value) && value >= 0);
}

function takesLastUnit(rest: TreatedMinutes, date: CalendarDate): boolean | undefined {
  if (date >= midpointRuleFrom) {
    if (rest.therapist >= midpoint) return false;
    if (rest.assistant >= midpoint) return true;
  }
  return exceedsOneTenth(rest);
}

function isOneEach({ therapist, assistant }: TreatedMinutes, date: CalendarDate): boolean {
  return date >= midpointRuleFrom && Math.min(therapist, assistant) >= 9 && therapist + assistant >= 23;
}
