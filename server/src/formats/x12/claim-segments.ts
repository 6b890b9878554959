import type { Claim } from "../../model/claim.ts";
import { PartyCollector } from "./parties.ts";
import { type Segment, type SegmentId, componentOf, segmentId } from "./segment.ts";
import { elementsOfKind, isService } from "./service-elements.ts";
import { textAt } from "./values.ts";

const sbr = segmentId("SBR");
const lx = segmentId("LX");
const hi = segmentId("HI");
const nm1 = segmentId("NM1");
const ref = segmentId("REF");
const nte = segmentId("NTE");
const dtp = segmentId("DTP");

/** The segments of a claim by what they say. Those of other payers' loops (2320, 2330) are in none of these. */
export interface ClaimSegments {
  /** Every HI: diagnoses, and codes of other kinds. */
  readonly codes: Segment[];
  readonly notes: Segment[];
  readonly parties: PartyCollector;
  /** DTP*434. */
  statement: Segment | undefined;
  /** REF*F8. */
  originalReference: Segment | undefined;
  readonly lines: LineSegments[];
  /** Every LX. */
  readonly numbers: Segment[];
  /** Those that no service follows. */
  readonly unfinished: Segment[];
  /** The services that no LX stands before. */
  readonly unnumbered: Segment[];
  /** The services of the other kind of claim, which are not read. */
  readonly strange: Segment[];
}

/** The segments of one loop 2400 that a service line is read from. */
export interface LineSegments {
  /** The LX; the service itself where none stands before it. */
  readonly first: Segment;
  /** SV1 or SV2. */
  readonly service: Segment;
  last: Segment;
  /** DTP*472. */
  dates: Segment | undefined;
  note: Segment | undefined;
  /** REF*6R. */
  reference: Segment | undefined;
  parties: PartyCollector | undefined;
}

/** `segments` are a claim's, the CLM first. */
export function sortClaimSegments(segments: readonly Segment[], kind: Claim["kind"]): ClaimSegments {
  const sorted: ClaimSegments = {
    codes: [],
    notes: [],
    parties: new PartyCollector(),
    statement: undefined,
    originalReference: undefined,
    lines: [],
    numbers: [],
    unfinished: [],
    unnumbered: [],
    strange: [],
  };
  const service = segmentId(elementsOfKind(kind).segment);
  let isOtherPayers = false;
  let isPastHead = false;
  let opened: Segment | undefined;
  let line: LineSegments | undefined;
  for (const segment of segments) {
    if (segment.id === lx) {
      if (opened !== undefined) sorted.unfinished.push(opened);
      sorted.numbers.push(segment);
      opened = segment;
      line = undefined;
      isPastHead = true;
    } else if (isService(segment)) {
      line = addService(sorted, opened, segment, service);
      opened = undefined;
      isPastHead = true;
    } else if (isPastHead) {
      addToLine(line, segment);
    } else {
      // An SBR behind CLM begins the loops of other payers, which go on to the first service line.
      isOtherPayers ||= segment.id === sbr;
      if (!isOtherPayers) addToHead(sorted, segment);
    }
  }
  if (opened !== undefined) sorted.unfinished.push(opened);
  return sorted;
}

/** Other HI segments hold conditions, occurrences or procedures. */
export function isDiagnosisSegment(segment: Segment): boolean {
  const qualifier = componentOf(segment.part, segment.element(1), 1);
  return qualifier !== undefined && diagnosisQualifiers.has(textAt(segment.part, qualifier));
}

const diagnosisQualifiers: ReadonlySet<string> = new Set(["ABK", "ABF", "BK", "BF"]);

function addToHead(sorted: ClaimSegments, segment: Segment): void {
  if (segment.id === nte) sorted.notes.push(segment);
  else if (segment.id === hi) sorted.codes.push(segment);
  else if (segment.id === dtp && segment.has(1, "434")) sorted.statement ??= segment;
  else if (segment.id === ref && segment.has(1, "F8")) sorted.originalReference ??= segment;
  else sorted.parties.add(segment);
}

/** The line that `service` makes; undefined where it is not of the claim's kind, whose services have the id `expected`. */
function addService(
  sorted: ClaimSegments,
  opened: Segment | undefined,
  service: Segment,
  expected: SegmentId,
): LineSegments | undefined {
  if (service.id !== expected) {
    sorted.strange.push(service);
    return undefined;
  }
  if (opened === undefined) sorted.unnumbered.push(service);
  const first = opened ?? service;
  const line = {
    first,
    service,
    last: service,
    dates: undefined,
    note: undefined,
    reference: undefined,
    parties: undefined,
  };
  sorted.lines.push(line);
  return line;
}

function addToLine(line: LineSegments | undefined, segment: Segment): void {
  if (line === undefined) return;
  line.last = segment;
  if (segment.id === dtp) {
    if (segment.has(1, "472")) line.dates ??= segment;
  } else if (segment.id === nte) {
    line.note ??= segment;
  } else if (isLineNumber(segment)) {
    line.reference ??= segment;
  } else if (segment.id === nm1 || line.parties !== undefined) {
    line.parties ??= new PartyCollector();
    line.parties.add(segment);
  }
}

/** REF*6R, the provider's own. */
function isLineNumber(segment: Segment): boolean {
  return segment.id === ref && segment.has(1, "6R");
}
