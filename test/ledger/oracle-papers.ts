import type { BilledClaim, BilledLine, DecidedAmount } from "../../server/src/ledger/source.ts";

export interface Billed {
  readonly claim: BilledClaim;
  readonly line: BilledLine;
  readonly index: number;
}

export interface Service {
  readonly sent?: Billed;
  readonly noted?: Billed;
  readonly copies: Billed[];
  readonly decisions: DecidedAmount[];
  /** Its claim was voided, or replaced without it. */
  readonly isTakenBack?: boolean;
  share?: number;
  /** Another file of the same form may tell of the same service. */
  mayBeAnother?: boolean;
}

export interface Once {
  readonly standing: readonly BilledClaim[];
  readonly copies: readonly { readonly kept: BilledClaim; readonly copy: BilledClaim }[];
  /** Lines that went with a void, or that a replacement left out. */
  readonly gone: readonly Billed[];
}

export function countOnce(claims: readonly BilledClaim[]): Once {
  const ordered = [...claims].sort((a, b) => (a.file === b.file ? a.place - b.place : a.file < b.file ? -1 : 1));
  const identity = (claim: BilledClaim): string =>
    claim.claimId === undefined
      ? JSON.stringify([
          claim.action,
          claim.lines.map((line) => [line.date, line.code, line.modifiers, line.units, line.charge, line.allowed]),
        ])
      : `${claim.action} ${claim.claimId} ${firstDate(claim) ?? ""}`;
  const numberInFile = (claim: BilledClaim): number =>
    ordered.filter((other) => other.file === claim.file && identity(other) === identity(claim)).indexOf(claim);
  const copies: { kept: BilledClaim; copy: BilledClaim }[] = [];
  const kept: BilledClaim[] = [];
  for (const claim of ordered) {
    const first = kept.find(
      (other) =>
        other.file !== claim.file && identity(other) === identity(claim) && numberInFile(other) === numberInFile(claim),
    );
    if (first === undefined) kept.push(claim);
    else copies.push({ kept: first, copy: claim });
  }
  const taken = new Map<BilledClaim, BilledClaim>();
  const isTaken = (claim: BilledClaim): boolean => [...taken.values()].includes(claim);
  const takers = kept.filter((claim) => claim.action !== "original" && claim.claimId !== undefined);
  for (const taker of takers) {
    const before = kept.filter(
      (other) =>
        other.file === taker.file &&
        other.place < taker.place &&
        other.claimId === taker.claimId &&
        other.action !== "void" &&
        !isTaken(other),
    );
    const original = before.findLast((other) => firstDate(other) === firstDate(taker)) ?? before.at(-1);
    if (original !== undefined) taken.set(taker, original);
  }
  takeElsewhere(takers, kept, taken);
  const standing = kept.filter((claim) => claim.action !== "void" && !isTaken(claim));
  const gone: Billed[] = [];
  for (const last of kept.filter((claim) => !isTaken(claim))) gone.push(...leftOut(last, taken));
  return { standing, copies, gone };
}

/** Those that found no original in their own file look in the others, and then for the one claim that is like them. */
function takeElsewhere(
  takers: readonly BilledClaim[],
  kept: readonly BilledClaim[],
  taken: Map<BilledClaim, BilledClaim>,
): void {
  const isTaken = (claim: BilledClaim): boolean => [...taken.values()].includes(claim);
  for (const taker of takers) {
    if (taken.has(taker)) continue;
    const before = kept.filter(
      (other) =>
        other.file !== taker.file &&
        other.claimId === taker.claimId &&
        (taker.action === "void" ? other.action !== "void" : other.action === "original") &&
        !isTaken(other),
    );
    const original = before.findLast((other) => firstDate(other) === firstDate(taker)) ?? before.at(-1);
    const alike = kept.filter((other) => other.action === "original" && !isTaken(other) && isLike(other, taker));
    const found = original ?? (alike.length === 1 ? alike[0] : undefined);
    if (found !== undefined) taken.set(taker, found);
  }
}

/** Of one first date, and with a service of one date, code and bucket. */
function isLike(other: BilledClaim, taker: BilledClaim): boolean {
  if (other === taker || firstDate(taker) === undefined || firstDate(other) !== firstDate(taker)) return false;
  return other.lines.some((one) =>
    taker.lines.some((own) => own.date === one.date && own.code === one.code && own.bucket === one.bucket),
  );
}

function leftOut(claim: BilledClaim, taken: ReadonlyMap<BilledClaim, BilledClaim>): readonly Billed[] {
  const original = taken.get(claim);
  if (original === undefined) return [];
  let left: readonly Billed[] = [...linesOf(original), ...leftOut(original, taken)];
  if (claim.action === "void") return left;
  const now = linesOf(claim);
  for (const key of new Set(now.map(keyOf))) {
    const before = left.filter((one) => keyOf(one) === key);
    const met = meet(
      before,
      now.filter((one) => keyOf(one) === key),
      (one) => one.line.bucket,
      (one) => one.line.bucket,
    );
    left = left.filter((one) => !met.has(one));
  }
  return left;
}

function linesOf(claim: BilledClaim): readonly Billed[] {
  return claim.lines.map((line, index) => ({ claim, line, index }));
}

function keyOf({ line }: Billed): string {
  return `${line.date ?? ""} ${line.code}`;
}

export function firstDate(claim: BilledClaim): string | undefined {
  return claim.lines.flatMap((line) => line.date ?? []).sort()[0];
}

/** Who meets whom: first where the buckets are equal, then in order. */
export function meet<A, B>(
  first: readonly A[],
  second: readonly B[],
  ofA: (one: A) => string | undefined,
  ofB: (one: B) => string | undefined,
): Map<A, B> {
  const met = new Map<A, B>();
  for (const mustBeEqual of [true, false]) {
    for (const one of first) {
      if (met.has(one)) continue;
      const other = second.find(
        (candidate) => ![...met.values()].includes(candidate) && (!mustBeEqual || ofA(one) === ofB(candidate)),
      );
      if (other !== undefined) met.set(one, other);
    }
  }
  return met;
}

export function pairForms(sent: Once, noted: Once): Service[] {
  const sentLines = sent.standing.flatMap(linesOf).sort(inOrder);
  const notedLines = noted.standing.flatMap(linesOf).sort(inOrder);
  const partner = new Map<Billed, Billed>();
  const vanished = new Set<Billed>();
  for (const key of new Set(notedLines.filter(({ line }) => line.date !== undefined).map(keyOf))) {
    const own = notedLines.filter((one) => keyOf(one) === key);
    const bucket = (one: Billed): string | undefined => one.line.bucket;
    const met = meet(
      own,
      sentLines.filter((one) => keyOf(one) === key),
      bucket,
      bucket,
    );
    for (const [one, other] of met) partner.set(other, one);
    const left = own.filter((one) => !met.has(one));
    const gone = sent.gone.filter((one) => keyOf(one) === key);
    for (const one of meet(left, gone, bucket, bucket).keys()) vanished.add(one);
  }
  const paired = new Set(partner.values());
  return [
    ...sentLines.map((line): Service => {
      const other = partner.get(line);
      return { sent: line, ...(other && { noted: other }), copies: [], decisions: [] };
    }),
    ...notedLines
      .filter((line) => !paired.has(line) && !vanished.has(line))
      .map((line): Service => ({ noted: line, copies: [], decisions: [] })),
  ];
}

export function addCopy(services: readonly Service[], kept: BilledClaim, copy: BilledClaim): void {
  const own = services.filter((one) => one.sent?.claim === kept || one.noted?.claim === kept);
  const ofKept = (one: Service): Billed | undefined => (one.sent?.claim === kept ? one.sent : one.noted);
  const lines = linesOf(copy);
  for (const key of new Set(lines.map(keyOf))) {
    const met = meet(
      lines.filter((one) => keyOf(one) === key),
      own.filter((one) => keyOf(ofKept(one) as Billed) === key).sort((a, b) => indexOf(ofKept(a)) - indexOf(ofKept(b))),
      (one) => one.line.bucket,
      (one) => ofKept(one)?.line.bucket,
    );
    for (const [line, service] of met) service.copies.push(line);
  }
}

function indexOf(one: Billed | undefined): number {
  return one?.index ?? 0;
}

function inOrder(a: Billed, b: Billed): number {
  return compare(
    [a.line.date ?? "", a.claim.claimId ?? "", a.claim.file, a.claim.place, a.index],
    [b.line.date ?? "", b.claim.claimId ?? "", b.claim.file, b.claim.place, b.index],
  );
}

export function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [place, value] of a.entries()) {
    const other = b[place] ?? "";
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
