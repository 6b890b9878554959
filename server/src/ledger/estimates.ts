import type { Cents } from "../model/money.ts";
import { type Bounds, hasNoticeAmong } from "../model/used-amount.ts";
import { atMostAllOf, exactly, unknown, upTo } from "./bounds.ts";
import { groupBy } from "./compare.ts";
import { totalOf } from "./decisions.ts";
import type { FeeLine, FeeSchedule } from "./fee-schedule.ts";
import type { AmountSource } from "./ledger-year.ts";
import { type Service, bucketOf, leadOf } from "./services.ts";
import type { BilledLine } from "./source.ts";

/** What a service adds to the year's amount, and who says so. */
export interface Counted {
  readonly amount: Bounds;
  readonly source: AmountSource;
  /** In words for the user. */
  readonly doubts: readonly string[];
}

interface Fee {
  readonly amount: Cents;
  readonly doubts: readonly string[];
}

/** What a fee schedule told so far, day by day. */
interface KnownFees {
  readonly byDay: ReadonlyMap<Service["date"], readonly Service[]>;
  readonly of: Map<Service, Fee>;
  readonly asked: Set<Service["date"]>;
}

/** Works out what services add, the best source first. Those of one day belong together for a fee schedule. */
export class Estimates {
  readonly #services: readonly Service[];
  readonly #fees: FeeSchedule | undefined;
  #known: KnownFees | undefined;

  constructor(services: readonly Service[], fees: FeeSchedule | undefined) {
    this.#services = services;
    this.#fees = fees;
  }

  of(service: Service): Counted {
    const counted = decidedOn(service) ?? this.#estimated(service);
    const { amount, source, doubts } = counted;
    if (!service.isToldTwice || (amount.low === 0 && amount.high === 0)) return counted;
    return { amount: atMostAllOf(amount), source, doubts: [...doubts, ...toldTwice] };
  }

  /** A line without a known amount is limited by its charge alone. A negative charge takes back up to that much. */
  #estimated(service: Service): Counted {
    if (hasNotice(service)) return nothing;
    const doubts = service.decisions.length > 0 ? notTold : none;
    const allowed = allowedOn(service);
    if (allowed !== undefined) return { amount: exactly(allowed), source: "allowed", doubts };
    const fee = this.#feeOf(service);
    if (fee !== undefined)
      return { amount: exactly(fee.amount), source: "fee-schedule", doubts: [...doubts, ...fee.doubts] };
    const charge = chargeOn(service);
    if (charge === undefined) return { amount: unknown, source: "unknown", doubts };
    return { amount: upTo(charge), source: "charge", doubts };
  }

  #feeOf(service: Service): Fee | undefined {
    if (this.#fees === undefined || service.date === undefined) return undefined;
    const known = (this.#known ??= {
      byDay: groupBy(this.#services, ({ date }) => date),
      of: new Map<Service, Fee>(),
      asked: new Set(),
    });
    if (!known.asked.has(service.date)) askFor(service.date, this.#fees, known);
    return known.of.get(service);
  }
}

function askFor(date: NonNullable<Service["date"]>, fees: FeeSchedule, known: KnownFees): void {
  known.asked.add(date);
  const billed = (known.byDay.get(date) ?? []).flatMap((service) => {
    const line = feeLineOf(service, date);
    return line === undefined ? [] : [{ service, line }];
  });
  const amounts = fees.allowedAmounts(billed.map(({ line }) => line));
  billed.forEach(({ service, line }, place) => {
    const amount = amounts[place];
    const doubt = fees.doubtOf?.(line);
    if (amount !== undefined) known.of.set(service, { amount, doubts: doubt === undefined ? none : [doubt] });
  });
}

const none: readonly never[] = [];
const nothing: Counted = {
  amount: exactly(0),
  source: "allowed",
  doubts: ["it carries a notice that no payment is expected"],
};
const notTold: readonly string[] = ["a remittance decided it without telling what it allowed"];
const shared: readonly string[] = ["its part, by what was charged, of what was decided on the claim as a whole"];
const unanswered: readonly string[] = [
  "its claim was taken back, and no remittance says yet that the payer did so too",
];
const toldTwice: readonly string[] = [
  "the same code on the same day stands in another file too, and may be the same service",
];
const orphaned: readonly string[] = ["a remittance takes back a decision that none of the files holds"];

/** As the claim says it that was sent, else the superbill. */
export function hasNotice(service: Service): boolean {
  const line = leadOf(service)?.line;
  return hasNoticeAmong(line?.modifiers ?? service.decisions[0]?.modifiers ?? none);
}

export function hasKx(service: Service): boolean {
  const modifiers = leadOf(service)?.line.modifiers ?? service.decisions[0]?.modifiers;
  return modifiers?.includes("KX") === true;
}

/** Undefined where no remittance tells an amount. */
function decidedOn({ decisions: all, share, isTakenBack }: Service): Counted | undefined {
  if (all.length === 0) return share && { amount: exactly(share.amount), source: "remittance", doubts: shared };
  const ofMedicare = all.filter(({ isOfMedicare }) => isOfMedicare);
  const decisions = ofMedicare.length > 0 ? ofMedicare : all;
  const total = totalOf(decisions);
  if (total === undefined) return undefined;
  const amount = exactly(total.amount);
  if (total.isOrphaned) return { amount, source: "remittance", doubts: orphaned };
  if (isTakenBack && total.amount > 0) return { amount: atMostAllOf(amount), source: "remittance", doubts: unanswered };
  return { amount, source: "remittance", doubts: none };
}

function allowedOn({ tellers }: Service): Cents | undefined {
  for (const { line } of tellers) if (line.allowed !== undefined && hasPossibleUnits(line)) return line.allowed;
  return undefined;
}

function chargeOn({ tellers, decisions }: Service): Cents | undefined {
  for (const { line } of tellers) if (line.charge !== undefined) return line.charge;
  for (const { charge } of decisions) if (charge !== undefined) return charge;
  return undefined;
}

function hasPossibleUnits({ units }: BilledLine): boolean {
  return units === undefined || (Number.isInteger(units) && units > 0);
}

/** Undefined for what no schedule can tell of, or what is paid nothing. */
function feeLineOf(service: Service, date: NonNullable<Service["date"]>): FeeLine | undefined {
  const line = leadOf(service)?.line;
  const { units, charge = 0 } = line ?? {};
  if (line === undefined || units === undefined || !hasPossibleUnits(line) || charge < 0) return undefined;
  if (bucketOf(service) === undefined || hasNotice(service)) return undefined;
  return { date, code: line.code, modifiers: line.modifiers, units, placeOfService: line.placeOfService };
}
