import type { DecidedAmount } from "../../server/src/ledger/source.ts";
import { type Billed, type Service, compare, firstDate, meet } from "./oracle-papers.ts";
import { bucketOf, byPlace, codeOf, dateOf, hasNotice, totalOf } from "./oracle-services.ts";

export function tellOnce(decided: readonly DecidedAmount[]): readonly DecidedAmount[] {
  const ordered = [...decided].sort((a, b) => compare([a.file, a.place], [b.file, b.place]));
  const identity = (one: DecidedAmount): string =>
    JSON.stringify([
      one.payment,
      one.claimId,
      one.lineNumber,
      one.date,
      one.code,
      one.sentCode,
      one.isReversal,
      one.isWholeClaim,
      one.isForAnother,
    ]);
  const number = (one: DecidedAmount): number =>
    ordered.filter((other) => other.file === one.file && identity(other) === identity(one)).indexOf(one);
  return ordered.filter(
    (one) =>
      one.payment === undefined ||
      !ordered.some(
        (other) => other.file < one.file && identity(other) === identity(one) && number(other) === number(one),
      ),
  );
}

/** Gives the services their decisions, and makes services of those that are left. */
export function decide(
  services: readonly Service[],
  decided: readonly DecidedAmount[],
  gone: readonly Billed[],
): readonly Service[] {
  const ordered = [...services].sort(byPlace);
  const batch = (one: DecidedAmount): string => JSON.stringify([one.file, one.payment, one.isReversal]);
  const wasSent = (one: DecidedAmount): string => one.sentCode ?? one.code;
  const tellers = (service: Service): readonly Billed[] => [service.sent, service.noted].flatMap((one) => one ?? []);
  const ways: readonly {
    readonly fits: (one: DecidedAmount, service: Service) => boolean;
    readonly group: (one: DecidedAmount) => string | undefined;
    readonly isByClaim: boolean;
  }[] = [
    {
      isByClaim: true,
      group: (one) => one.claimId && one.lineNumber && `${one.claimId} ${one.lineNumber}`,
      fits: (one, service) =>
        tellers(service).some(({ claim, line }) => claim.claimId === one.claimId && line.lineNumber === one.lineNumber),
    },
    ...[wasSent, (one: DecidedAmount): string => one.code].map((code) => ({
      isByClaim: true,
      group: (one: DecidedAmount) => one.claimId && one.date && code(one) && `${one.claimId} ${one.date} ${code(one)}`,
      fits: (one: DecidedAmount, service: Service) =>
        dateOf(service) === one.date &&
        codeOf(service) === code(one) &&
        tellers(service).some(({ claim }) => claim.claimId === one.claimId),
    })),
    ...[wasSent, (one: DecidedAmount): string => one.code].map((code) => ({
      isByClaim: false,
      group: (one: DecidedAmount) => one.date && code(one) && `${one.date} ${code(one)}`,
      fits: (one: DecidedAmount, service: Service) => dateOf(service) === one.date && codeOf(service) === code(one),
    })),
  ];
  let left = decided;
  for (const way of ways) {
    const open = ordered.filter((service) => way.isByClaim || service.decisions.length === 0);
    const given = new Set<DecidedAmount>();
    for (const group of new Set(left.map(way.group))) {
      if (group === undefined || group === "") continue;
      const ofGroup = left.filter((one) => way.group(one) === group);
      for (const of of new Set(ofGroup.map(batch))) {
        const ofBatch = ofGroup.filter((one) => batch(one) === of);
        const free = open.filter(
          (service) =>
            ofBatch[0] !== undefined &&
            way.fits(ofBatch[0], service) &&
            !service.decisions.some((one) => batch(one) === of),
        );
        for (const [one, service] of meet(ofBatch, free, (decision) => decision.bucket, bucketOf)) {
          service.decisions.push(one);
          given.add(one);
        }
      }
    }
    left = left.filter((one) => !given.has(one));
  }
  const own: Service[] = [];
  const lineOf = (one: DecidedAmount): string => JSON.stringify([one.claimId, one.lineNumber, one.date, wasSent(one)]);
  for (const one of [...left.filter((other) => !other.isReversal), ...left.filter((other) => other.isReversal)]) {
    const same = own.filter(
      (service) =>
        service.decisions.some((other) => lineOf(other) === lineOf(one)) &&
        !service.decisions.some((other) => batch(other) === batch(one)),
    );
    const known = same.find((service) => bucketOf(service) === one.bucket) ?? same[0];
    const isTakenBack = gone.some(
      ({ claim, line }) =>
        one.claimId !== undefined &&
        claim.claimId === one.claimId &&
        line.date === one.date &&
        line.date !== undefined &&
        line.code !== "" &&
        [wasSent(one), one.code].includes(line.code),
    );
    if (known === undefined) own.push({ copies: [], decisions: [one], isTakenBack });
    else known.decisions.push(one);
  }
  return own;
}

export function shareWholeClaims(services: readonly Service[], decided: readonly DecidedAmount[]): void {
  const leads = services.flatMap((one) => (one.sent ?? one.noted)?.claim ?? []);
  const visit = (one: DecidedAmount): string => `${one.claimId ?? ""} ${one.date ?? ""}`;
  for (const key of new Set(decided.filter((one) => one.claimId !== undefined).map(visit))) {
    const ofVisit = decided.filter((one) => visit(one) === key && one.claimId !== undefined);
    const sameId = [...new Set(leads)].filter((claim) => claim.claimId === ofVisit[0]?.claimId);
    const ofDay = sameId.filter((claim) => firstDate(claim) === ofVisit[0]?.date);
    const claims = sameId.length === 1 ? sameId : ofDay;
    const total = totalOf(ofVisit);
    if (claims.length !== 1 || total === undefined) continue;
    const own = services
      .filter((one) => (one.sent ?? one.noted)?.claim === claims[0])
      .sort((a, b) => compare([dateOf(a) ?? "", leadIndex(a)], [dateOf(b) ?? "", leadIndex(b)]));
    const buckets = new Set(own.map(bucketOf));
    if (buckets.size !== 1 || buckets.has(undefined) || buckets.has("unknown")) continue;
    if (own.some((one) => one.decisions.length > 0)) continue;
    const charges = own.map((one) => (hasNotice(one) ? 0 : Math.max(0, (one.sent ?? one.noted)?.line.charge ?? 0)));
    const charged = charges.reduce((sum, charge) => sum + charge, 0);
    let given = 0;
    own.forEach((one, place) => {
      const share = charged === 0 ? 0 : Math.round((total * (charges[place] ?? 0)) / charged);
      one.share = place === own.length - 1 ? total - given : share;
      given += one.share;
    });
  }
}

function leadIndex(service: Service): number {
  return (service.sent ?? service.noted)?.index ?? 0;
}
