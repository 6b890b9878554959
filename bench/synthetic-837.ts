import { type Random, randomFrom } from "./random.ts";

/** What a synthetic file is to be: the same numbers give the same bytes. */
export interface SyntheticFile {
  readonly megabytes: number;
  readonly seed: number;
  /** What follows each segment's terminator. */
  readonly lineEnd: "\n" | "\r\n" | "";
}

/** Takes a piece of text, some hundred kilobytes long. */
export type Write = (text: string) => void;

const claimsPerTransaction = 2000;

const services = {
  GP: [
    ["97110", 39],
    ["97112", 42],
    ["97140", 37],
    ["97530", 48],
    ["97116", 35],
    ["97161", 128],
    ["97164", 92],
  ],
  GO: [
    ["97530", 48],
    ["97535", 44],
    ["97110", 39],
    ["97166", 131],
    ["97168", 94],
  ],
  GN: [
    ["92507", 97],
    ["92526", 104],
    ["92523", 258],
  ],
} as const;
const diagnoses = ["M5450", "M25561", "R2689", "I69351", "R1312", "S83511D", "M6281"] as const;
const taxonomies = { GP: "225100000X", GO: "225X00000X", GN: "235Z00000X" } as const;
const payers = [
  ["MB", "MEDICARE PART B"],
  ["CI", "EXAMPLE MUTUAL"],
  ["16", "EXAMPLE ADVANTAGE"],
  ["MC", "STATE MEDICAID"],
] as const;

/**
 * Writes an 837P of about so many megabytes, as a therapy practice sends it: several payers, subscribers with one to four claims,
 * claims with two to five service lines. Everybody in it is made up from the seed, and all counts are right. No more than a piece of it
 * is in memory.
 */
export function write837({ megabytes, seed, lineEnd }: SyntheticFile, write: Write): void {
  const random = randomFrom(seed);
  const file = new Segments(lineEnd, write);
  file.add("ISA*00*          *00*          *ZZ*SYNTHETIC      *ZZ*NOBODY         *260401*0930*^*00501*000000001*0*T*:");
  file.add("GS*HC*SYNTHETIC*NOBODY*20260401*0930*1*X*005010X222A1");
  let transactions = 0;
  for (let claims = 0; file.length < megabytes * 1_000_000;) {
    transactions++;
    claims = addTransaction(file, {
      random,
      control: String(transactions).padStart(4, "0"),
      claims,
      limit: megabytes * 1_000_000,
    });
  }
  file.add(`GE*${String(transactions)}*1`);
  file.add("IEA*1*000000001");
  file.end();
}

/** The same as one text. */
export function synthesize837(file: SyntheticFile): string {
  const pieces: string[] = [];
  write837(file, (piece) => pieces.push(piece));
  return pieces.join("");
}

const pieceLength = 500_000;

class Segments {
  readonly #lineEnd: string;
  readonly #write: Write;
  #piece = "";
  count = 0;
  length = 0;

  constructor(lineEnd: string, write: Write) {
    this.#lineEnd = lineEnd;
    this.#write = write;
  }

  add(segment: string): void {
    const text = `${segment}~${this.#lineEnd}`;
    this.#piece += text;
    this.count++;
    this.length += text.length;
    if (this.#piece.length > pieceLength) this.end();
  }

  end(): void {
    this.#write(this.#piece);
    this.#piece = "";
  }
}

interface Transaction {
  readonly random: Random;
  readonly control: string;
  /** How many claims stand before it. */
  readonly claims: number;
  readonly limit: number;
}

function addTransaction(file: Segments, { random, control, claims, limit }: Transaction): number {
  const first = file.count;
  file.add(`ST*837*${control}*005010X222A1`);
  file.add(`BHT*0019*00*${control}*20260401*0930*CH`);
  file.add("NM1*41*2*SYNTHETIC BILLING*****46*SYN001");
  file.add("PER*IC*DESK*TE*5555550100");
  file.add("NM1*40*2*NOBODY*****46*NOBODY");
  file.add("HL*1**20*1");
  file.add("PRV*BI*PXC*225100000X");
  file.add("NM1*85*2*SYNTHETIC THERAPY*****XX*1234567893");
  file.add("N3*1 EXAMPLE ROAD");
  file.add("N4*DAYTON*OH*454020001");
  file.add("REF*EI*123456789");
  let claim = claims;
  for (let level = 2; claim < claims + claimsPerTransaction && file.length < limit; level++) {
    claim = addSubscriber(file, random, level, claim);
  }
  file.add(`SE*${String(file.count - first + 1)}*${control}`);
  return claim;
}

function addSubscriber(file: Segments, random: Random, level: number, claims: number): number {
  const [indicator, payer] = payers[random(2) === 0 ? 0 : random(payers.length)] ?? payers[0];
  file.add(`HL*${String(level)}*1*22*0`);
  file.add(`SBR*P*18*******${indicator}`);
  file.add(`NM1*IL*1*PERSON${String(claims)}*SYNTHETIC****MI*${memberId(random)}`);
  file.add(`N3*${String(random(9999) + 1)} EXAMPLE AVENUE`);
  file.add("N4*DAYTON*OH*45402");
  file.add(`DMG*D8*19${String(35 + random(50))}0${String(1 + random(9))}1${String(random(9))}*F`);
  file.add(`NM1*PR*2*${payer}*****PI*12502`);
  const plan = (["GP", "GP", "GO", "GN"] as const)[random(4)] ?? "GP";
  const wanted = 1 + random(4);
  for (let visit = 0; visit < wanted; visit++) addClaim(file, random, plan, claims + visit);
  return claims + wanted;
}

function addClaim(file: Segments, random: Random, plan: keyof typeof services, number: number): void {
  // Codes that stand next to one another in the list, each once, as on a visit.
  const listed: readonly (readonly [string, number])[] = services[plan];
  const first = random(listed.length);
  const lines = Array.from({ length: Math.min(2 + random(4), listed.length) }, (_, place) => {
    const [code, rate] = listed[(first + place) % listed.length] ?? services[plan][0];
    const units = rate > 80 ? 1 : 1 + random(3);
    return { code, units, charge: rate * units * 2 };
  });
  const date = `2026${String(1 + random(9)).padStart(2, "0")}${String(1 + random(28)).padStart(2, "0")}`;
  file.add(
    `CLM*S${String(number).padStart(7, "0")}*${String(sum(lines.map(({ charge }) => charge)))}***11:B:1*Y*A*Y*Y`,
  );
  file.add(`REF*D9*${String(random(1_000_000_000)).padStart(12, "0")}`);
  file.add(`HI*ABK:${diagnoses[random(diagnoses.length)] ?? ""}*ABF:${diagnoses[random(diagnoses.length)] ?? ""}`);
  file.add("NM1*DN*1*REFERRER*SYNTHETIC****XX*1245319599");
  file.add("NM1*82*1*THERAPIST*SYNTHETIC****XX*1234567893");
  file.add(`PRV*PE*PXC*${taxonomies[plan]}`);
  for (const [index, { code, units, charge }] of lines.entries()) {
    file.add(`LX*${String(index + 1)}`);
    file.add(`SV1*HC:${code}:${plan}*${String(charge)}*UN*${String(units)}***1:2`);
    file.add(`DTP*472*D8*${date}`);
    file.add(`REF*6R*${String(number).padStart(7, "0")}${String(index + 1)}`);
  }
}

/** Eleven characters in the shape of a Medicare number. */
function memberId(random: Random): string {
  const letters = "ACDEFGHJKMNPQRTUVWXY";
  return "9AA9AA9AA99".replaceAll(/./g, (kind) =>
    kind === "9" ? String(1 + random(9)) : letters.charAt(random(letters.length)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
