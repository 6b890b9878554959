import type { NamedPayer } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import { PartyCollector, nameOf } from "./parties.ts";
import { type Segment, type SegmentedPart, segmentId, segmentsOf } from "./segment.ts";
import { readDate, readText } from "./values.ts";

const bht = segmentId("BHT");
const n1 = segmentId("N1");
const ref = segmentId("REF");

/** Who pays or answers: loop 1000A of a remittance, 2000A of an eligibility answer. */
export class PayerLoop {
  readonly part: SegmentedPart;
  #reading: PayerReading | undefined;

  constructor(part: SegmentedPart) {
    this.part = part;
  }

  get reading(): PayerReading {
    return (this.#reading ??= readPayer(this.part));
  }
}

export type PayerReading = Pick<NamedPayer, "name" | "payerId">;

/** What stands before the levels of an eligibility answer. */
export class AnswerHeader {
  readonly part: SegmentedPart;

  constructor(part: SegmentedPart) {
    this.part = part;
  }

  /** BHT04: the day on which the payer answered. */
  get date(): Field<CalendarDate> | undefined {
    const header = segmentsOf(this.part).find((segment) => segment.id === bht);
    return header && readDate(header.part, header.element(4));
  }
}

function readPayer(part: SegmentedPart): PayerReading {
  const segments = segmentsOf(part);
  const name = segments.find((segment) => segment.id === n1);
  return name === undefined ? readNamedPayer(segments) : readRemittancePayer(name, segments);
}

/** The payer's number stands beside its name, or in REF*2U. */
function readRemittancePayer(name: Segment, segments: readonly Segment[]): PayerReading {
  const { part } = name;
  const [, , words, , id] = name.elements(4);
  const other = segments.find((segment) => segment.id === ref && segment.has(1, "2U"));
  return { name: readText(part, words), payerId: readText(part, id) ?? readText(part, other?.element(2)) };
}

function readNamedPayer(segments: readonly Segment[]): PayerReading {
  const parties = new PartyCollector();
  for (const segment of segments) parties.add(segment);
  const [first] = parties.parties;
  return { name: nameOf(first), payerId: first && readText(first.name.part, first.name.element(9)) };
}
