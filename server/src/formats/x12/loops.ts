import type { NamedPayer, Provider } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import { keepAtHand } from "../at-hand.ts";
import type { AnswerHeader, PayerLoop } from "./answer-loops.ts";
import { Parties, type Party, providerOf } from "./parties.ts";
import type { SegmentedPart } from "./place.ts";
import { SegmentWalk, segmentId } from "./segment.ts";
import { asMemberId, readText, readUpperCase } from "./values.ts";

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
    return (this.#reading = readPatient(this.part, this.#role));
  }
}

export interface PersonReading {
  readonly name: Field<string> | undefined;
  readonly birthDate: Field<CalendarDate> | undefined;
  readonly memberId: Field<string> | undefined;
}

/** The specialty stands before the name that it belongs to. */
function readBillingProvider(part: SegmentedPart): Provider {
  const parties = new Parties();
  let taxonomy: Field<string> | undefined;
  for (const walk = new SegmentWalk(part); walk.next();) {
    parties.add(walk);
    if (walk.id === prv && walk.has(1, "BI")) taxonomy ??= readText(walk, 3);
  }
  const billing = parties.find("85");
  return providerOf(billing, taxonomy ?? billing?.taxonomy);
}

function readSubscriber(part: SegmentedPart): SubscriberReading {
  const parties = new Parties();
  let filingIndicator: Field<string> | undefined;
  for (const walk = new SegmentWalk(part); walk.next();) {
    parties.add(walk);
    if (walk.id === sbr) filingIndicator ??= readUpperCase(walk, 9);
  }
  const payer = parties.find("PR");
  const { name, birthDate, memberId } = personOf(parties.find("IL"));
  return { name, birthDate, memberId, payer: { name: payer?.name, filingIndicator, payerId: payer?.id } };
}

function readPatient(part: SegmentedPart, role: string): PersonReading {
  const parties = new Parties();
  for (const walk = new SegmentWalk(part); walk.next();) parties.add(walk);
  return personOf(parties.find(role));
}

function personOf(party: Party | undefined): PersonReading {
  return { name: party?.name, birthDate: party?.birthDate, memberId: party?.id && asMemberId(party.id) };
}
