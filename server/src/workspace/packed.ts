import type { Balance, BilledClaim, BilledLine, DecidedAmount, Sources } from "../ledger/source.ts";
import type { Place } from "../model/place.ts";

/**
 * What a file tells of one beneficiary, as one text: of a folder of claims everything is kept for as long as it is open, and as objects
 * it would take many times the room. It stays in memory, and is unpacked when somebody asks.
 */
export type Packed = string;

/** Each record is a line of JSON, so that another is added by appending it. */
export function pack({ claims, decided, balances }: Sources): Packed {
  const records: (PackedClaim | PackedDecision | PackedBalance)[] = [
    ...claims.map(packClaim),
    ...decided.map(packDecision),
    ...balances.map(packBalance),
  ];
  return records.map((record) => JSON.stringify(record)).join("\n");
}

/** `packed` is what `pack` gave, or several of that with a line break between each two. */
export function unpack(packed: Packed, file: string): Sources {
  const claims: BilledClaim[] = [];
  const decided: DecidedAmount[] = [];
  const balances: Balance[] = [];
  for (const text of packed.split("\n")) {
    const record = JSON.parse(text) as PackedClaim | PackedDecision | PackedBalance;
    if (record[0] === "claim") claims.push(unpackClaim(record, file));
    else if (record[0] === "decided") decided.push(unpackDecision(record, file));
    else balances.push(unpackBalance(record, file));
  }
  return { claims, decided, balances };
}

/** How many claims there are in it. */
export function countClaims(packed: Packed): number {
  return packed.split("\n").filter((record) => record.startsWith('["claim"')).length;
}

/** What a file tells of one beneficiary. */
export interface PackedSources {
  readonly file: string;
  readonly packed: Packed;
}

/** What several files tell of one beneficiary. */
export function unpackSources(sources: readonly PackedSources[]): Sources {
  const all = sources.map(({ packed, file }) => unpack(packed, file));
  return {
    claims: all.flatMap(({ claims }) => claims),
    decided: all.flatMap(({ decided }) => decided),
    balances: all.flatMap(({ balances }) => balances),
  };
}

/** JSON knows no undefined. */
type Packable<T> = T extends undefined ? null : T;

type PackedClaim = readonly [
  kind: "claim",
  form: BilledClaim["form"],
  place: number,
  claimId: Packable<BilledClaim["claimId"]>,
  action: BilledClaim["action"],
  lines: readonly PackedLine[],
  balances: readonly PackedBalance[],
];

function packClaim({ form, place, claimId, action, lines, balances }: BilledClaim): PackedClaim {
  return ["claim", form, place, claimId ?? null, action, lines.map(packLine), balances.map(packBalance)];
}

function unpackClaim([, form, place, claimId, action, lines, balances]: PackedClaim, file: string): BilledClaim {
  return {
    form,
    file,
    place,
    claimId: claimId ?? undefined,
    action,
    lines: unpackLines(lines, file),
    balances: balances.map((balance) => unpackBalance(balance, file)),
  };
}

/** What the lines of a claim mostly share stands last, and is left out where it is that of the line before. */
type PackedLine = readonly [
  at: number,
  code: string,
  modifiers: string,
  units: Packable<BilledLine["units"]>,
  charge: Packable<BilledLine["charge"]>,
  lineNumber: Packable<BilledLine["lineNumber"]>,
  allowed: Packable<BilledLine["allowed"]>,
  date?: Packable<BilledLine["date"]>,
  bucket?: Packable<BilledLine["bucket"]>,
  placeOfService?: Packable<BilledLine["placeOfService"]>,
];

function packLine(line: BilledLine, index: number, lines: readonly BilledLine[]): PackedLine {
  const { date, bucket, placeOfService } = line;
  const own = [
    lineOf(line.at),
    line.code,
    line.modifiers.join(" "),
    line.units ?? null,
    line.charge ?? null,
    line.lineNumber ?? null,
    line.allowed ?? null,
  ] as const;
  const before = lines[index - 1];
  return before !== undefined && sharesRest(line, before)
    ? own
    : [...own, date ?? null, bucket ?? null, placeOfService ?? null];
}

function sharesRest(line: BilledLine, other: BilledLine): boolean {
  return line.date === other.date && line.bucket === other.bucket && line.placeOfService === other.placeOfService;
}

function unpackLines(packed: readonly PackedLine[], file: string): readonly BilledLine[] {
  let before: BilledLine | undefined;
  return packed.map((line) => (before = unpackLine(line, file, before)));
}

function unpackLine(packed: PackedLine, file: string, before: BilledLine | undefined): BilledLine {
  const [line, code, modifiers, units, charge, lineNumber, allowed] = packed;
  const { date, bucket, placeOfService } =
    packed.length === ownFields && before !== undefined
      ? before
      : { date: packed[7], bucket: packed[8], placeOfService: packed[9] };
  return {
    at: { file, line },
    date: date ?? undefined,
    code,
    lineNumber: lineNumber ?? undefined,
    modifiers: listOf(modifiers),
    units: units ?? undefined,
    allowed: allowed ?? undefined,
    charge: charge ?? undefined,
    bucket: bucket ?? undefined,
    placeOfService: placeOfService ?? undefined,
  };
}

const ownFields = 7;

type PackedDecision = readonly [
  kind: "decided",
  at: number,
  place: number,
  claimId: Packable<DecidedAmount["claimId"]>,
  lineNumber: Packable<DecidedAmount["lineNumber"]>,
  date: Packable<DecidedAmount["date"]>,
  code: string,
  sentCode: Packable<DecidedAmount["sentCode"]>,
  modifiers: string,
  bucket: Packable<DecidedAmount["bucket"]>,
  charge: Packable<DecidedAmount["charge"]>,
  allowed: Packable<DecidedAmount["allowed"]>,
  flags: number,
  payment: Packable<DecidedAmount["payment"]>,
];

const flags = ["isOfMedicare", "isStated", "isReversal", "isWholeClaim", "isForAnother", "wasForAnother"] as const;

function packDecision(amount: DecidedAmount): PackedDecision {
  return [
    "decided",
    lineOf(amount.at),
    amount.place,
    amount.claimId ?? null,
    amount.lineNumber ?? null,
    amount.date ?? null,
    amount.code,
    amount.sentCode ?? null,
    amount.modifiers.join(" "),
    amount.bucket ?? null,
    amount.charge ?? null,
    amount.allowed ?? null,
    flags.reduce((sum, flag, place) => sum + (amount[flag] ? 1 << place : 0), 0),
    amount.payment ?? null,
  ];
}

function unpackDecision(packed: PackedDecision, file: string): DecidedAmount {
  const [, line, place, claimId, lineNumber, date, code, sentCode, modifiers, bucket, charge, allowed, set, payment] =
    packed;
  const isSet = (flag: (typeof flags)[number]): boolean => (set & (1 << flags.indexOf(flag))) !== 0;
  return {
    at: { file, line },
    file,
    place,
    claimId: claimId ?? undefined,
    lineNumber: lineNumber ?? undefined,
    date: date ?? undefined,
    code,
    sentCode: sentCode ?? undefined,
    modifiers: listOf(modifiers),
    bucket: bucket ?? undefined,
    charge: charge ?? undefined,
    allowed: allowed ?? undefined,
    isOfMedicare: isSet("isOfMedicare"),
    isStated: isSet("isStated"),
    isReversal: isSet("isReversal"),
    isWholeClaim: isSet("isWholeClaim"),
    isForAnother: isSet("isForAnother"),
    wasForAnother: isSet("wasForAnother"),
    payment: payment ?? undefined,
  };
}

type PackedBalance = readonly [
  kind: Balance["source"],
  at: number,
  year: number,
  bucket: Balance["bucket"],
  amount: Packable<Balance["amount"]>,
  isAtLeast: boolean,
  asOf: Balance["asOf"],
  assumed: Packable<Balance["assumed"]>,
];

function packBalance(balance: Balance): PackedBalance {
  const { source, at, year, bucket, amount, isAtLeast, asOf, assumed } = balance;
  return [source, lineOf(at), year, bucket, amount ?? null, isAtLeast, asOf, assumed ?? null];
}

function unpackBalance(
  [source, line, year, bucket, amount, isAtLeast, asOf, assumed]: PackedBalance,
  file: string,
): Balance {
  return {
    at: { file, line },
    file,
    source,
    year,
    bucket,
    amount: amount ?? undefined,
    isAtLeast,
    asOf,
    assumed: assumed ?? undefined,
  };
}

/** Modifiers hold no space, whatever stands in a file. */
function listOf(words: string): readonly string[] {
  return words === "" ? none : words.split(" ");
}

const none: readonly never[] = [];

/** Of a record of a file that is not held. */
function lineOf(at: BilledLine["at"] | Place): number {
  if (!("file" in at)) throw new TypeError("a span of an open document can't be packed");
  return at.line;
}
