import { type Delimiters, sameDelimiters } from "./delimiters.ts";
import { type Guide, guideOf, namesGuide, readsClaims } from "./guides.ts";
import { AnswerHeader, PayerLoop } from "./answer-loops.ts";
import { BillingLoop, type Governing, PatientLoop, SubscriberLoop, ungoverned } from "./loops.ts";
import type { SegmentedPart } from "./place.ts";
import { type Segment, type SegmentId, firstSegmentOf, segmentId, segmentsOf } from "./segment.ts";
import { textOf } from "./values.ts";

const hl = segmentId("HL");
const ref = segmentId("REF");

/** What the text before a part says about it. */
export interface State {
  /** Undefined outside an interchange. */
  readonly delimiters: Delimiters | undefined;
  /** GS08 of the group; empty outside one. */
  readonly version: string;
  /** Undefined outside a transaction. */
  readonly guide: Guide | undefined;
  readonly governing: Governing;
}

export const outside: State = { delimiters: undefined, version: "", guide: undefined, governing: ungoverned };

/** A part together with the state before it. */
export interface StatedPart extends SegmentedPart {
  readonly opener: SegmentId;
  readonly before: State;
}

export function sameState(first: State, second: State): boolean {
  if (first === second) return true;
  return (
    first.guide === second.guide &&
    first.version === second.version &&
    sameGoverning(first.governing, second.governing) &&
    sameDelimiters(first.delimiters, second.delimiters)
  );
}

function sameGoverning(first: Governing, second: Governing): boolean {
  return (
    first.billing === second.billing &&
    first.subscriber === second.subscriber &&
    first.patient === second.patient &&
    first.payer === second.payer &&
    first.header === second.header
  );
}

/**
 * What a part heeds of the state before it. A level takes the place of those of its kind and of those beneath it: what they said does
 * not matter to it, so that another name of one subscriber is nothing new to the next.
 */
export function heededBy(part: SegmentedPart & { readonly opener: SegmentId }, before: State): State {
  if (part.opener !== hl) return before;
  const governing = governingAbove(firstSegmentOf(part), before.governing);
  return sameGoverning(governing, before.governing) ? before : { ...before, governing };
}

/** The state behind a part. Parts that change nothing hand on the same object. */
export function stateBehind(part: StatedPart): State {
  return changes.get(part.opener)?.(part) ?? part.before;
}

const changes = new Map<SegmentId, (part: StatedPart) => State>([
  [segmentId("ISA"), ({ delimiters }) => ({ ...outside, delimiters })],
  [segmentId("GS"), (part) => ({ ...outside, delimiters: part.delimiters, version: textOf(firstSegmentOf(part), 8) })],
  [segmentId("ST"), (part) => stateBehindHeader(part)],
  [segmentId("N1"), (part) => stateBehindName(part)],
  [hl, (part) => ({ ...part.before, governing: governingBehind(part) })],
  [segmentId("SE"), ({ before }) => ({ ...before, guide: undefined, governing: ungoverned })],
  [segmentId("GE"), ({ delimiters }) => ({ ...outside, delimiters })],
  [segmentId("IEA"), () => outside],
]);

/** The version of a transaction: ST03 says it, else REF*87 of version 4010, else GS08 for the whole group. */
export function versionOf(part: StatedPart): string {
  const st03 = textOf(firstSegmentOf(part), 3);
  if (namesGuide(st03)) return st03;
  const reference = segmentsOf(part).find((segment) => segment.id === ref && segment.has(1, "87"));
  const ref02 = reference === undefined ? "" : textOf(reference, 2);
  return namesGuide(ref02) ? ref02 : part.before.version;
}

function guideOfTransaction(part: StatedPart): Guide {
  return guideOf(textOf(firstSegmentOf(part), 1), versionOf(part));
}

function stateBehindHeader(part: StatedPart): State {
  const guide = guideOfTransaction(part);
  const governing = guide === "271" || guide === "835" ? { ...ungoverned, header: new AnswerHeader(part) } : ungoverned;
  return { ...part.before, guide, governing };
}

/** The payer of a remittance holds up to the next that is named. */
function stateBehindName(part: StatedPart): State {
  const { before } = part;
  if (before.guide !== "835" || !firstSegmentOf(part).has(1, "PR")) return before;
  return { ...before, governing: { ...before.governing, payer: new PayerLoop(part) } };
}

/** In claims who bills, whom the payer insures, who was treated; in an eligibility answer who answers, and of whom. */
function governingBehind(part: StatedPart): Governing {
  const { governing, guide } = part.before;
  const isAnswer = guide === "271";
  if (!isAnswer && !readsClaims(guide)) return governing;
  const level = firstSegmentOf(part);
  if (level.has(3, "20")) {
    return isAnswer ? { ...governing, payer: new PayerLoop(part) } : { ...governing, billing: new BillingLoop(part) };
  }
  if (level.has(3, "22")) return { ...governing, subscriber: new SubscriberLoop(part) };
  if (level.has(3, "23")) return { ...governing, patient: new PatientLoop(part, isAnswer ? "03" : "QC") };
  return governing;
}

/** A level of an unknown kind governs nothing: what stood before it no longer holds either. */
function governingAbove(level: Segment, governing: Governing): Governing {
  const { header, payer, billing } = governing;
  if (level.has(3, "20")) return { ...ungoverned, header };
  if (level.has(3, "23")) return { ...governing, patient: undefined };
  return { ...ungoverned, header, payer, billing };
}
