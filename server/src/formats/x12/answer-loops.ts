import type { NamedPayer } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import { Parties } from "./parties.ts";
import type { SegmentedPart } from "./place.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { readDate, readText } from "./values.ts";

const bht = segmentId("BHT");
const bpr = segmentId("BPR");
const trn = segmentId("TRN");
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

/** What stands before the levels of an eligibility answer, or before the claims of a remittance. */
export class AnswerHeader {
  readonly part: SegmentedPart;
  #payment: { readonly name: string | undefined } | undefined;

  constructor(part: SegmentedPart) {
    this.part = part;
  }

  /** BHT04: the day on which the payer answered. */
  get date(): Field<CalendarDate> | undefined {
    const header = segmentsOf(this.part).find((segment) => segment.id === bht);
    return header && readDate(header, 4);
  }

  /** Of a remittance: its trace number, who pays (TRN02, TRN03) and the day (BPR16); undefined without a number. */
  get payment(): string | undefined {
    this.#payment ??= { name: paymentNameIn(segmentsOf(this.part)) };
    return this.#payment.name;
  }
}

function paymentNameIn(segments: readonly Segment[]): string | undefined {
  const trace = segments.find((segment) => segment.id === trn);
  const number = trace && readText(trace, 2)?.value;
  if (trace === undefined || number === undefined) return undefined;
  const payer = readText(trace, 3)?.value;
  const payment = segments.find((segment) => segment.id === bpr);
  const day = payment && readText(payment, 16)?.value;
  return [number, payer, day].filter((word) => word !== undefined).join(" ");
}

function readPayer(part: SegmentedPart): PayerReading {
  const segments = segmentsOf(part);
  const name = segments.find((segment) => segment.id === n1);
  return name === undefined ? readNamedPayer(segments) : readRemittancePayer(name, segments);
}

/** The payer's number stands beside its name, or in REF*2U. */
function readRemittancePayer(name: Segment, segments: readonly Segment[]): PayerReading {
  const other = segments.find((segment) => segment.id === ref && segment.has(1, "2U"));
  return { name: readText(name, 2), payerId: readText(name, 4) ?? (other && readText(other, 2)) };
}

function readNamedPayer(segments: readonly Segment[]): PayerReading {
  const parties = new Parties();
  for (const segment of segments) parties.add(segment);
  return { name: parties.first?.name, payerId: parties.first?.id };
}
