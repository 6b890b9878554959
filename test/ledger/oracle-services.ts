import type { DecidedAmount } from "../../server/src/ledger/source.ts";
import type { CalendarDate } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import type { Bounds } from "../../server/src/model/used-amount.ts";
import { type Billed, type Service, compare } from "./oracle-papers.ts";

export function dateOf(service: Service): CalendarDate | undefined {
  const billed = service.sent ?? service.noted;
  return billed === undefined ? service.decisions[0]?.date : billed.line.date;
}

export function codeOf(service: Service): string | undefined {
  return (service.sent ?? service.noted)?.line.code ?? service.decisions[0]?.code;
}

export function bucketOf({ sent, noted, decisions }: Service): Bucket | "unknown" | undefined {
  const decided = decisions.map(({ bucket }) => bucket).find(isKnown);
  const own = (sent ?? noted)?.line.bucket;
  if (isKnown(own)) return own;
  if (sent !== undefined && own === "unknown" && isKnown(noted?.line.bucket)) return noted.line.bucket;
  if (decided !== undefined) return decided;
  return sent === undefined && noted === undefined ? decisions[0]?.bucket : own;
}

function isKnown(bucket: string | undefined): bucket is Bucket {
  return bucket === "OT" || bucket === "PT/SLP";
}

export function modifiersOf(service: Service): readonly string[] {
  return (service.sent ?? service.noted)?.line.modifiers ?? service.decisions[0]?.modifiers ?? [];
}

export function hasNotice(service: Service): boolean {
  return modifiersOf(service).some((modifier) => ["GA", "GX", "GY", "GZ"].includes(modifier));
}

export function amountOf(service: Service): { readonly amount: Bounds; readonly source: string } {
  const { amount, source } = amountOfOne(service);
  if (service.mayBeAnother !== true) return { amount, source };
  return { amount: { low: Math.min(0, amount.low), high: Math.max(0, amount.high) }, source };
}

/** Of the services of two files, not of one that was sent or decided by itself, every one may be the other of its date, code and place. */
export function doubtRepeated(services: readonly Service[]): void {
  for (const service of services) {
    service.mayBeAnother = (["sent", "noted"] as const).some((form) =>
      services.some((other) => mayBeRepeatedBy(service, other, form, services)),
    );
  }
}

function mayBeRepeatedBy(
  service: Service,
  other: Service,
  form: "sent" | "noted",
  services: readonly Service[],
): boolean {
  const [own, others] = [service[form], other[form]];
  if (own === undefined || others === undefined || own.claim.file === others.claim.file) return false;
  const stands = (one: Service): boolean =>
    one.decisions.length > 0 || one.share !== undefined || (form === "noted" && one.sent !== undefined);
  if (stands(service)) return false;
  const isEqual = (one: Billed): boolean =>
    own.line.date !== undefined &&
    one.line.date === own.line.date &&
    one.line.code === own.line.code &&
    one.line.bucket === own.line.bucket;
  const ids = [own.claim.claimId, others.claim.claimId];
  if (!isEqual(others) || (!ids.includes(undefined) && ids[0] !== ids[1])) return false;
  const numberOf = (one: Billed): number =>
    services.filter(
      (counted) =>
        counted[form]?.claim.file === one.claim.file &&
        isEqual(counted[form]) &&
        compare([counted[form].claim.place, counted[form].index], [one.claim.place, one.index]) < 0,
    ).length;
  if (numberOf(own) !== numberOf(others)) return false;
  return stands(other) || others.claim.file < own.claim.file;
}

function amountOfOne(service: Service): { readonly amount: Bounds; readonly source: string } {
  const certain = service.decisions.filter((one) => one.isOfMedicare);
  const decisions = certain.length > 0 ? certain : service.decisions;
  const total = totalOf(decisions);
  if (decisions.length > 0 && total !== undefined) {
    return { amount: { low: service.isTakenBack === true ? 0 : total, high: total }, source: "remittance" };
  }
  if (decisions.length === 0 && service.share !== undefined) {
    return { amount: { low: service.share, high: service.share }, source: "remittance" };
  }
  if (hasNotice(service)) return { amount: { low: 0, high: 0 }, source: "allowed" };
  const lines = linesTelling(service).map(({ line }) => line);
  const [allowed] = lines.filter(({ units = 1 }) => [1, 2].includes(units)).flatMap((one) => one.allowed ?? []);
  if (allowed !== undefined) return { amount: { low: allowed, high: allowed }, source: "allowed" };
  const [charge] = [...lines, ...service.decisions].flatMap((one) => one.charge ?? []);
  if (charge === undefined) return { amount: { low: 0, high: Infinity }, source: "unknown" };
  return { amount: { low: Math.min(0, charge), high: Math.max(0, charge) }, source: "charge" };
}

export function linesTelling({ sent, noted, copies }: Service): readonly Billed[] {
  return [sent, noted, ...copies].flatMap((one) => one ?? []);
}

export function byPlace(a: Service, b: Service): number {
  return compare(placeOf(a), placeOf(b));
}

function placeOf(service: Service): readonly (string | number)[] {
  const billed = service.sent ?? service.noted;
  const of = billed?.claim ?? service.decisions[0];
  const day = dateOf(service) ?? "";
  return of === undefined ? [day] : [day, of.claimId ?? "", of.file, of.place, billed?.index ?? 0];
}
/** Undefined where an amount is not told. Less than nothing: what was taken back is in none of the files. */
export function totalOf(decisions: readonly DecidedAmount[]): number | undefined {
  if (decisions.some((one) => one.allowed === undefined)) return undefined;
  const sum = (of: readonly DecidedAmount[]): number => of.reduce((total, one) => total + (one.allowed ?? 0), 0);
  return sum(decisions) >= 0 ? sum(decisions) : Math.max(0, sum(decisions.filter((one) => !one.isReversal)));
}
