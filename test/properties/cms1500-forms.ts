import fc from "fast-check";
import { type PrintedForm, type PrintedRow, printedPage } from "../formats/printed-form.ts";

const code = fc.constantFrom("97110", "97140", "97161", "92507", "G0283", "97530");
const modifier = fc.constantFrom("GP", "GO", "GN", "KX", "CQ", "59", "GA");
export const someModifiers = fc.uniqueArray(modifier, { maxLength: 4 });
const day = fc.constantFrom("03 12 26", "03 14 26", "12 31 25");
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((some) => some.join(""));
const amount = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom(" ", "."))
  .map(([dollars, cents, separator]) => `${String(dollars)}${separator}${String(cents).padStart(2, "0")}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const row: fc.Arbitrary<PrintedRow> = fc.record({
  from: day,
  to: maybe(day),
  place: fc.constantFrom("11", "12", "62"),
  code,
  modifiers: someModifiers.map((some) => some.join(" ")),
  pointers: fc.constantFrom("A", "AB", "BA", ""),
  charge: amount,
  units: fc.constantFrom("1", "2", "12", " 1", "  3", "1.5"),
  npi: maybe(digits(10)),
  taxonomy: fc.constantFrom(undefined, "225100000X"),
  note: fc.constantFrom(undefined, "ZZ HOME PROGRAM", "N400000000000"),
});

const name = fc.constantFrom("RIVERA, ANA", "OKAFOR, BEN, J", "ROE, JO");

/** A form with at least a service line, an X in box 1 and a billing provider, by which it is known. */
export const form: fc.Arbitrary<PrintedForm> = fc.record({
  mark: fc.constantFrom("Medicare", "Medicaid", "Tricare", "Group", "Other"),
  payer: fc.constantFrom(undefined, "MEDICARE PART B", "AETNA"),
  insuredId: fc.constantFrom("1EG4TE5MK73", "W123456789"),
  patient: name,
  birthDate: fc.constantFrom("02 11 1948", undefined),
  group: fc.constantFrom("NONE", undefined),
  onset: fc.constantFrom("03 02 2026", undefined),
  referring: maybe(fc.constantFrom("RUTH OAKLEY MD", "SAM LEE")),
  referringNpi: maybe(digits(10)),
  note: fc.constantFrom(undefined, "HOME PROGRAM REVIEWED"),
  diagnoses: fc.uniqueArray(fc.constantFrom("M5450", "R2689", "M25561", "R262", "Z9181", "M542"), {
    minLength: 1,
    maxLength: 6,
  }),
  resubmission: fc.constantFrom(undefined, "7", "8"),
  originalReference: fc.constantFrom(undefined, "2026061000123"),
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  taxId: fc.constant("123456789"),
  account: fc.constantFrom("A1042", "7", undefined),
  total: maybe(amount),
  signature: fc.constantFrom(undefined, "ROSE HILL PT", "SIGNATURE ON FILE"),
  billing: fc.constant("RIVERBEND THERAPY"),
  billingNpi: digits(10),
  billingTaxonomy: fc.constantFrom(undefined, "261QP2000X"),
});

/** How a printer sets it. */
export const setting = fc.record({
  down: fc.integer({ min: 0, max: 5 }),
  right: fc.integer({ min: 0, max: 4 }),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  feed: fc.constantFrom("\f", "", "\f\n"),
});

export const image: fc.Arbitrary<string> = fc
  .tuple(fc.array(form, { minLength: 1, maxLength: 4 }), setting)
  .map(([forms, how]) => forms.map((one) => printedPage(one, how)).join(""));

const piece = fc.oneof(
  fc.constantFrom(
    ...["\n", "\r\n", "\f", "\t", " ", "   ", "X", "97110", "GP KX", "03 12 26", "031226", "A", "78 00", "1538208798"],
    ...["\x1BE", "\x1B&l6D", "\uFEFF", "\ud800", "ä", "03 12 26 03 12 26 11    97110   GP          A       78 00 2\n"],
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const typed: fc.Arbitrary<string> = fc.array(piece, { maxLength: 4 }).map((some) => some.join(""));

/** A replacement in a text: where, by the share of the text that lies before it, how many characters go, and what comes. */
export const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(12), fc.nat(400)),
  newText: fc.oneof(typed, image),
});

export function applyCut(
  text: string,
  { at, length, newText }: { at: number; length: number; newText: string },
): { text: string; start: number; oldEnd: number; newEnd: number } {
  const start = Math.floor(at * text.length);
  const oldEnd = Math.min(text.length, start + length);
  return {
    text: text.slice(0, start) + newText + text.slice(oldEnd),
    start,
    oldEnd,
    newEnd: start + newText.length,
  };
}

/** Any text, and print images with damage. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 60, size: "max" }).map((some) => some.join("")) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(image, fc.array(cut, { maxLength: 4 }))
      .map(([text, cuts]) => cuts.reduce((now, one) => applyCut(now, one).text, text)),
  },
);
