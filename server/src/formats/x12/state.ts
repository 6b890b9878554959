import { type Delimiters, sameDelimiters } from "./delimiters.ts";
import { type Guide, guideOf, namesGuide, readsClaims } from "./guides.ts";
import { AnswerHeader, PayerLoop } from "./answer-loops.ts";
import { BillingLoop, type Governing, PatientLoop, SubscriberLoop, ungoverned } from "./loops.ts";
import { type Segment, type SegmentId, type SegmentedPart, firstSegmentOf, segmentId, segmentsOf } from "./segment.ts";
import { textAt } from "./values.ts";

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
    first.governing.billing === second.governing.billing &&
    first.governing.subscriber === second.governing.subscriber &&
    first.governing.patient === second.governing.patient &&
    first.governing.payer === second.governing.payer &&
    first.governing.header === second.governing.header &&
    sameDelimiters(first.delimiters, second.delimiters)
  );
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
  [segmentId("HL"), (part) => ({ ...part.before, governing: governingBehind(part) })],
  [segmentId("SE"), ({ before }) => ({ ...before, guide: undefined, governing: ungoverned })],
  [segmentId("GE"), ({ delimiters }) => ({ ...outside, delimiters })],
  [segmentId("IEA"), () => outside],
]);

const ref = segmentId("REF");

/** The text of an element; empty where there is none. */
export function textOf(segment: Segment, n: number): string {
  const place = segment.element(n);
  return place === undefined ? "" : textAt(segment.part, place);
}

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
  const governing = guide === "271" ? { ...ungoverned, header: new AnswerHeader(part) } : ungoverned;
  return { ...part.before, guide, governing };
}

/** The payer of a remittance holds up to the next that is named. */
function stateBehindName(part: StatedPart): State {
  const { before } = part;
  if (before.guide !== "835" || !firstSegmentOf(part).has(1, "PR")) return before;
  return { ...before, governing: { ...before.governing, payer: new PayerLoop(part) } };
}

/** A level of an unknown kind governs nothing: what stood before it no longer holds either. */
function governingBehind(part: StatedPart): Governing {
  const { governing, guide } = part.before;
  if (guide === "271") return answeringBehind(part, governing);
  if (!readsClaims(guide)) return governing;
  const level = firstSegmentOf(part);
  if (level.has(3, "20")) return { ...ungoverned, billing: new BillingLoop(part) };
  if (level.has(3, "22")) return { ...governing, subscriber: new SubscriberLoop(part), patient: undefined };
  if (level.has(3, "23")) return { ...governing, patient: new PatientLoop(part) };
  return { ...ungoverned, billing: governing.billing };
}

/** The levels of an eligibility answer: who answers, whom it answers (of which nothing is asked here), of whom it tells. */
function answeringBehind(part: StatedPart, { header, payer, subscriber }: Governing): Governing {
  const level = firstSegmentOf(part);
  if (level.has(3, "20")) return { ...ungoverned, header, payer: new PayerLoop(part) };
  if (level.has(3, "22")) return { ...ungoverned, header, payer, subscriber: new SubscriberLoop(part) };
  if (level.has(3, "23")) return { ...ungoverned, header, payer, subscriber, patient: new PatientLoop(part, "03") };
  return { ...ungoverned, header, payer };
}
