import type { NamedPayer, Provider } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import { keepAtHand } from "../at-hand.ts";
import type { AnswerHeader, PayerLoop } from "./answer-loops.ts";
import { PartyCollector, nameOf, providerOf } from "./parties.ts";
import { type Segment, type SegmentedPart, segmentId, segmentsOf } from "./segment.ts";
import { readDate, readMemberId, readText, readUpperCase } from "./values.ts";

const prv = segmentId("PRV");
const sbr = segmentId("SBR");

/** What stands above a claim, or above what a payer answers, and tells of it. Each is read when it is asked for. */
export interface Governing {
  readonly billing: BillingLoop | undefined;
  readonly subscriber: SubscriberLoop | undefined;
  readonly patient: PatientLoop | undefined;
  /** Who pays, or answers; a claim's payer is told by its subscriber. */
  readonly payer: PayerLoop | undefined;
  /** Of a remittance or an eligibility answer. */
  readonly header: AnswerHeader | undefined;
}

export const ungoverned: Governing = {
  billing: undefined,
  subscriber: undefined,
  patient: undefined,
  payer: undefined,
  header: undefined,
};

/** Loop 2000A: who bills. */
export class BillingLoop {
  readonly part: SegmentedPart;
  #provider: Provider | undefined;

  constructor(part: SegmentedPart) {
    this.part = part;
  }

  get provider(): Provider {
    return (this.#provider ??= readBillingProvider(this.part));
  }
}

/** Loop 2000B: the insured, and the payer that this claim goes to. */
export class SubscriberLoop {
  readonly part: SegmentedPart;
  #reading: SubscriberReading | undefined;

  constructor(part: SegmentedPart) {
    this.part = part;
  }

  get reading(): SubscriberReading {
    return this.#reading ?? this.#read();
  }

  /** Nearly every claim has a subscriber of its own. */
  drop(): void {
    this.#reading = undefined;
  }

  #read(): SubscriberReading {
    keepAtHand(this);
    return (this.#reading = readSubscriber(this.part));
  }
}

export interface SubscriberReading extends PersonReading {
  readonly payer: NamedPayer;
}

/** Loop 2000C of claims, 2000D of eligibility answers: a patient who is not the subscriber. */
export class PatientLoop {
  readonly part: SegmentedPart;
  /** NM101 of the patient's name. */
  readonly #role: "QC" | "03";
  #reading: PersonReading | undefined;

  constructor(part: SegmentedPart, role: "QC" | "03" = "QC") {
    this.part = part;
    this.#role = role;
  }

  get reading(): PersonReading {
    return this.#reading ?? this.#read();
  }

  drop(): void {
    this.#reading = undefined;
  }

  #read(): PersonReading {
    keepAtHand(this);
    return (this.#reading = readPerson(collectParties(segmentsOf(this.part)), this.#role));
  }
}

export interface PersonReading {
  readonly name: Field<string> | undefined;
  readonly birthDate: Field<CalendarDate> | undefined;
  readonly memberId: Field<string> | undefined;
}

function readBillingProvider(part: SegmentedPart): Provider {
  const segments = segmentsOf(part);
  // The specialty stands before the name that it belongs to.
  const specialty = segments.find((segment) => segment.id === prv && segment.has(1, "BI"));
  return providerOf(collectParties(segments).find("85"), specialty);
}

function readSubscriber(part: SegmentedPart): SubscriberReading {
  const segments = segmentsOf(part);
  const parties = collectParties(segments);
  const insurance = segments.find((segment) => segment.id === sbr);
  const payer = parties.find("PR");
  return {
    ...readPerson(parties, "IL"),
    payer: {
      name: nameOf(payer),
      filingIndicator: insurance && readUpperCase(part, insurance.element(9)),
      payerId: payer && readText(part, payer.name.element(9)),
    },
  };
}

function readPerson(parties: PartyCollector, code: string): PersonReading {
  const party = parties.find(code);
  const birth = party?.demographics;
  return {
    name: nameOf(party),
    birthDate: birth && readDate(birth.part, birth.element(2)),
    memberId: party && readMemberId(party.name.part, party.name.element(9)),
  };
}

function collectParties(segments: readonly Segment[]): PartyCollector {
  const parties = new PartyCollector();
  for (const segment of segments) parties.add(segment);
  return parties;
}
