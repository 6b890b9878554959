import fc from "fast-check";
import { type Elements, type Layout, layout, textOf } from "./x12-texts.ts";

/** A service line as a payer decided it, in cents, and how the remittance writes it. */
export interface Decided {
  readonly code: string;
  readonly modifier: "GP" | "GO" | "GN";
  readonly date: string;
  readonly paid: number;
  readonly deductible: number;
  readonly coinsurance: number;
  readonly sequestered: number;
  readonly writtenOff: number;
  readonly isDenied: boolean;
  readonly isStated: boolean;
  /** Whether each reason has a CAS segment of its own. */
  readonly isSpread: boolean;
}

export interface DecidedClaim {
  readonly beneficiaryId: string;
  readonly isReversal: boolean;
  /** Some payers take back without a sign. */
  readonly isSigned: boolean;
  readonly lines: readonly Decided[];
}

export interface Payment {
  readonly payer: string;
  readonly claims: readonly DecidedClaim[];
  readonly takenOff: readonly number[];
}

const cents = fc.oneof(fc.constant(0), fc.nat(30_000));

const line: fc.Arbitrary<Decided> = fc.record({
  code: fc.constantFrom("97110", "97530", "92507", "G0283"),
  modifier: fc.constantFrom("GP", "GO", "GN"),
  date: fc.constantFrom("20251230", "20260105", "20260312"),
  paid: cents,
  deductible: cents,
  coinsurance: cents,
  sequestered: fc.nat(200),
  writtenOff: cents,
  isDenied: fc.boolean(),
  isStated: fc.boolean(),
  isSpread: fc.boolean(),
});

const claim: fc.Arbitrary<DecidedClaim> = fc.record({
  beneficiaryId: fc.constantFrom("1EG4TE5MK73", "2EG5TE6MK74", "3EG6TE7MK75"),
  isReversal: fc.boolean(),
  isSigned: fc.boolean(),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});

/** The payments of one file. */
export const payments: fc.Arbitrary<readonly Payment[]> = fc.array(
  fc.record({
    payer: fc.constantFrom("MEDICARE PART B", "SOME INSURER"),
    claims: fc.array(claim, { maxLength: 4 }),
    takenOff: fc.array(cents, { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** What a line was charged at. */
export function chargeOf({ paid, deductible, coinsurance, sequestered, writtenOff }: Decided): number {
  return paid + deductible + coinsurance + sequestered + writtenOff;
}

/** The segments of a group that holds the payments, each in a transaction of its own. */
export function segmentsOfPayments(some: readonly Payment[]): readonly Elements[] {
  return [
    ["GS", "HP", "PAYER", "CLINIC", "20260320", "0615", "1", "X", "005010X221A1"],
    ...some.flatMap(segmentsOfPayment),
    ["GE", String(some.length), "1"],
  ];
}

function segmentsOfPayment({ payer, claims, takenOff }: Payment, index: number): readonly Elements[] {
  const control = String(index + 1).padStart(4, "0");
  const inside: readonly Elements[] = [
    ["ST", "835", control],
    ["BPR", "I", "1", "C", "ACH"],
    ["N1", "PR", payer],
    ["N1", "PE", "ELM STREET REHAB", "XX", "1234567893"],
    ["LX", "1"],
    ...claims.flatMap(segmentsOfClaim),
    ...takenOff.map((amount): Elements => ["PLB", "1234567893", "20261231", "WO:A1", money(amount)]),
  ];
  return [...inside, ["SE", String(inside.length + 1), control]];
}

function segmentsOfClaim({ beneficiaryId, isReversal, isSigned, lines }: DecidedClaim): readonly Elements[] {
  const sign = isReversal && isSigned ? -1 : 1;
  const charge = lines.reduce((sum, one) => sum + chargeOf(one), 0);
  return [
    ["CLP", "A1", isReversal ? "22" : "1", money(sign * charge), "0", "", "MB", "26", "11", "1"],
    ["NM1", "QC", "1", "DOE", "JANE", "", "", "", "MI", beneficiaryId],
    ...lines.flatMap((one) => segmentsOfLine(one, sign)),
  ];
}

function segmentsOfLine(decided: Decided, sign: number): readonly Elements[] {
  const { code, modifier, date, isDenied, isStated, isSpread } = decided;
  const charge = chargeOf(decided);
  const { paid, deductible, coinsurance, sequestered, writtenOff } = decided;
  const owed: Elements = ["1", money(sign * deductible), "", "2", money(sign * coinsurance)];
  const borne: Elements = ["45", money(sign * writtenOff), "", "253", money(sign * sequestered)];
  const together: readonly Elements[] = [
    ["CAS", "PR", ...owed],
    ["CAS", "CO", ...borne],
  ];
  const spread: readonly Elements[] = [
    ["CAS", "CO", ...borne.slice(0, 2)],
    ["CAS", "PR", ...owed.slice(3)],
    ["CAS", "CO", ...borne.slice(3)],
    ["CAS", "PR", ...owed.slice(0, 2)],
  ];
  const reasons: readonly Elements[] = isSpread ? spread : together;
  return [
    ["SVC", `HC:${code}:${modifier}`, money(sign * charge), money(isDenied ? 0 : sign * paid), "", "1"],
    ["DTM", "472", date],
    ...(isDenied ? [["CAS", "CO", "119", money(sign * charge)]] : reasons),
    ...(isStated ? [["AMT", "B6", money(sign * (paid + deductible + coinsurance + sequestered))]] : []),
  ];
}

/** As X12 writes an amount: `12.5`, `.05`, `-3`. */
function money(amount: number): string {
  const text = (Math.abs(amount) / 100)
    .toFixed(2)
    .replace(/\.?0+$/, "")
    .replace(/^0\./, ".");
  return amount < 0 ? `-${text}` : text;
}

/** One benefit: its elements, and what it says of a year's amount, if anything. */
export interface Told {
  readonly elements: Elements;
  readonly message: string | undefined;
  readonly year: number;
  readonly balance: readonly [bucket: string, kind: string, amount: number] | undefined;
}

const told: fc.Arbitrary<Told> = fc
  .record({
    service: fc.constantFrom(["AD", "OT"] as const, ["AE", "PT/SLP"] as const, ["AF", "PT/SLP"] as const),
    form: fc.constantFrom("used", "used by words", "remaining", "shifted", "limit"),
    amount: fc.nat(300_000),
    year: fc.constantFrom(2025, 2026),
  })
  .map(({ service: [type, bucket], form, amount, year }) => {
    const kind = form.startsWith("used") ? "used" : "remaining";
    return {
      elements: ["EB", ...elementsOf(form, type, money(amount))],
      message: form === "used by words" ? "Used Amount" : undefined,
      year,
      balance: form === "limit" ? undefined : ([bucket, kind, amount] as const),
    };
  });

function elementsOf(form: string, type: string, amount: string): Elements {
  if (form === "shifted") return ["F", "IND", type, "MB", "", "", "29", amount];
  if (form === "remaining") return ["F", "IND", type, "MB", "", "29", amount];
  if (form === "limit") return ["F", "IND", type, "MB", "", "23", amount];
  return [form === "used" ? "D" : "F", "IND", type, "MB", "", "", amount];
}

export interface AnsweredPerson {
  readonly memberId: string;
  readonly told: readonly Told[];
}

export const people: fc.Arbitrary<readonly AnsweredPerson[]> = fc.array(
  fc.record({ memberId: fc.constantFrom("1EG4TE5MK73", "2EG5TE6MK74"), told: fc.array(told, { maxLength: 4 }) }),
  { maxLength: 3 },
);

export function segmentsOfAnswer(some: readonly AnsweredPerson[]): readonly Elements[] {
  const inside: readonly Elements[] = [
    ["ST", "271", "0001", "005010X279A1"],
    ["BHT", "0022", "11", "Q1", "20260316", "0801"],
    ["HL", "1", "", "20", "1"],
    ["NM1", "PR", "2", "CMS", "", "", "", "", "PI", "CMS"],
    ["HL", "2", "1", "21", "1"],
    ["NM1", "1P", "2", "ELM STREET REHAB", "", "", "", "", "XX", "1234567893"],
    ...some.flatMap(({ memberId, told: benefits }, index): readonly Elements[] => [
      ["HL", String(index + 3), "2", "22", "0"],
      ["NM1", "IL", "1", "DOE", "JANE", "", "", "", "MI", memberId],
      ...benefits.flatMap(segmentsOfBenefit),
    ]),
  ];
  return [
    ["GS", "HB", "PAYER", "CLINIC", "20260316", "0801", "1", "X", "005010X279A1"],
    ...inside,
    ["SE", String(inside.length + 1), "0001"],
    ["GE", "1", "1"],
  ];
}

function segmentsOfBenefit({ elements, message, year }: Told): readonly Elements[] {
  const date: Elements = ["DTP", "292", "RD8", `${year}0101-${year}1231`];
  return [elements, date, ...(message === undefined ? [] : [["MSG", message]])];
}

/** Segments of a remittance or of an eligibility answer. */
export const answerSegments: fc.Arbitrary<readonly Elements[]> = fc.oneof(
  payments.map(segmentsOfPayments),
  people.map(segmentsOfAnswer),
);

/** One file, or two that were joined, each in a layout of its own. */
export const answers: fc.Arbitrary<string> = fc
  .array(fc.tuple(answerSegments, layout), { minLength: 1, maxLength: 2 })
  .map((files) => files.map(([some, how]) => textOf(some, joinable(how))).join(""));

/** A byte-order mark may stand at the beginning of a file, but not amid one. */
function joinable(how: Layout): Layout {
  return { ...how, start: how.start.replace("\uFEFF", "") };
}
