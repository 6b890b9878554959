import fc from "fast-check";

/** How a text is cut and laid out. */
export interface Layout {
  readonly element: string;
  readonly component: string;
  readonly terminator: string;
  /** Between segments. */
  readonly lineEnd: string;
  /** Before the first. */
  readonly start: string;
}

export const plainLayout: Layout = { element: "*", component: ":", terminator: "~", lineEnd: "\n", start: "" };

/** A segment as its elements, the id first; `:` separates components. */
export type Elements = readonly string[];

/** The text of segments; the ISA is put before them, and IEA behind. */
export function textOf(segments: readonly Elements[], layout: Layout): string {
  const { element, component, terminator, lineEnd, start } = layout;
  const isa = ["ISA", "00", " ".repeat(10), "00", " ".repeat(10), "ZZ", "CLINIC         ", "ZZ", "CLEARHOUSE     "];
  const header = [...isa, "260301", "0930", "^", "00501", "000000001", "0", "T", ":"];
  const written = [header, ...segments, ["IEA", "1", "000000001"]].map(
    (elements) => elements.join(element).replaceAll(":", component) + terminator,
  );
  return start + written.join(lineEnd) + lineEnd;
}

/** The same segments with the counts that they come to. */
export function counted(segments: readonly Elements[]): readonly Elements[] {
  let [start, transactions] = [0, 0];
  return segments.map((segment, index) => {
    const [id = "", , ...rest] = segment;
    if (id === "ST") start = index;
    if (id === "ST") transactions++;
    if (id === "SE") return [id, String(index - start + 1), ...rest];
    return id === "GE" ? [id, String(transactions), ...rest] : segment;
  });
}

const word = fc.stringMatching(/^[A-Z]{2,8}$/);
const digits = (count: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));

/** Mostly right values, and some that can't be read. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[1-9][0-9]{0,3}(\.[0-9]{1,2})?$/) },
  fc.constantFrom("", "x", "1,5", "-3"),
);
const date = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("20260302", "20260303", "20261231") },
  fc.constantFrom("20260230", "2026", ""),
);
const modifier = fc.constantFrom("GP", "GO", "GN", "CQ", "CO", "KX", "59", "GA");
const modifiers = fc.array(modifier, { maxLength: 4 });
const code = fc.constantFrom("97110", "97530", "92507", "G0283", "97161");
const pointer = fc.constantFrom("1", "2", "1:2", "2:1:3", "12", "");

/** Written as a professional's claim, or as an institution's. */
type Written = (isInstitutional: boolean) => readonly Elements[];

const revenueCode = fc.constantFrom("0420", "420", "0430", "0424", "0510", "x", "");

const serviceLine: fc.Arbitrary<Written> = fc
  .record({
    code,
    revenueCode,
    modifiers,
    charge: amount,
    units: amount,
    pointer,
    date,
    hasNote: fc.boolean(),
    hasDescription: fc.boolean(),
    hasProvider: fc.boolean(),
  })
  .map((line) => (isInstitutional) => [
    ["LX", "1"],
    isInstitutional
      ? ["SV2", line.revenueCode, composite(line), line.charge, "UN", line.units]
      : ["SV1", composite(line), line.charge, "UN", line.units, "", "", line.pointer],
    ["DTP", "472", "D8", line.date],
    ...(line.hasNote ? [["NTE", "ADD", "30 MINUTES"]] : []),
    ...(line.hasProvider
      ? [
          ["NM1", "82", "1", "POE", "PAULA", "", "", "", "XX", "1888888885"],
          ["PRV", "PE", "PXC", "225100000X"],
        ]
      : []),
  ]);

/** SV101; a description stands behind the four places of modifiers. */
function composite(line: { code: string; modifiers: readonly string[]; hasDescription: boolean }): string {
  const places = line.hasDescription
    ? [0, 1, 2, 3].map((index) => line.modifiers[index] ?? "").concat("SPLINT")
    : line.modifiers;
  return ["HC", line.code, ...places].join(":");
}

const otherPayer: readonly Elements[] = [
  ["SBR", "S", "18", "", "", "", "", "", "", "CI"],
  ["NM1", "IL", "1", "OTHER", "PERSON", "", "", "", "MI", "X9"],
  ["NM1", "PR", "2", "SUPPLEMENT", "", "", "", "", "PI", "7"],
];

/** What an institution says in the place of a place of service. */
const institution: fc.Arbitrary<readonly Elements[]> = fc
  .record({
    from: date,
    through: date,
    occurrences: fc.array(fc.tuple(fc.constantFrom("11", "29", "35", "32"), date), { maxLength: 3 }),
  })
  .map(({ from, through, occurrences }) => [
    ["DTP", "434", "RD8", `${from}-${through}`],
    ["CL1", "3", "1", "30"],
    ["HI", "ABK:M5450"],
    ["HI", "APR:M545"],
    ...(occurrences.length === 0 ? [] : [["HI", ...occurrences.map(([what, day]) => `BH:${what}:D8:${day}`)]]),
    ["HI", "BE:50:::7"],
    ["NM1", "71", "1", "ROE", "RICHARD", "", "", "", "XX", "1999999984"],
  ]);

const claim: fc.Arbitrary<Written> = fc
  .record({
    id: word,
    total: amount,
    frequency: fc.constantFrom("1", "7", "8"),
    hasReference: fc.boolean(),
    facility: fc.constantFrom("13", "74", "013", ""),
    institution,
    hasOtherPayer: fc.boolean(),
    lines: fc.array(serviceLine, { maxLength: 3 }),
  })
  .map((one) => (isInstitutional) => [
    ["CLM", one.id, one.total, "", "", `${isInstitutional ? `${one.facility}:A` : "11:B"}:${one.frequency}`, "Y", "A"],
    ...(one.hasReference ? [["REF", "F8", "2026061000123"]] : []),
    ...(isInstitutional ? one.institution : professionalHead),
    ...(one.hasOtherPayer ? otherPayer : []),
    ...one.lines.flatMap((line) => line(isInstitutional)),
  ]);

const professionalHead: readonly Elements[] = [
  ["HI", "ABK:M5450", "ABF:M25561"],
  ["NM1", "DN", "1", "ROE", "RICHARD", "", "", "", "XX", "1999999984"],
];

const subscriber: fc.Arbitrary<Written> = fc
  .record({
    indicator: fc.constantFrom("MB", "CI", "16", ""),
    name: word,
    id: digits(9),
    birth: date,
    hasPatient: fc.boolean(),
    claims: fc.array(claim, { minLength: 1, maxLength: 3 }),
  })
  .map(({ indicator, name, id, birth, hasPatient, claims }) => (isInstitutional) => [
    ["HL", "2", "1", "22", hasPatient ? "1" : "0"],
    ["SBR", "P", "18", "", "", "", "", "", "", indicator],
    ["NM1", "IL", "1", name, "JANE", "", "", "", "MI", id],
    ["DMG", "D8", birth, "F"],
    ["NM1", "PR", "2", "SOME PAYER", "", "", "", "", "PI", "12502"],
    ...(hasPatient
      ? [
          ["HL", "3", "2", "23", "0"],
          ["PAT", "19"],
          ["NM1", "QC", "1", name, "JIMMY"],
          ["DMG", "D8", birth, "M"],
        ]
      : []),
    ...claims.flatMap((one) => one(isInstitutional)),
  ]);

const guide = fc.constantFrom("005010X222A1", "005010X222A1", "004010X098A1", "005010X223A2", "004010X096A1", "005010");

const transaction: fc.Arbitrary<readonly Elements[]> = fc
  .record({
    version: guide,
    // Seldom of the other kind than the version says.
    isInstitutional: fc.constantFrom(undefined, undefined, undefined, true, false),
    subscribers: fc.array(subscriber, { maxLength: 3 }),
    count: fc.constantFrom("10", "", "7"),
  })
  .map(({ version, isInstitutional, subscribers, count }) => [
    ["ST", "837", "0001", version],
    ["HL", "1", "", "20", "1"],
    ["PRV", "BI", "PXC", "261QR0400X"],
    ["NM1", "85", "2", "ELM STREET REHAB", "", "", "", "", "XX", "1234567893"],
    ["REF", "EI", "123456789"],
    ...subscribers.flatMap((one) => one(isInstitutional ?? /X(?:223|096)/.test(version))),
    ["SE", count, "0001"],
  ]);

/** The segments of a group with some transactions, from GS to GE. */
export const segments: fc.Arbitrary<readonly Elements[]> = fc
  .tuple(fc.constantFrom("005010X222A1", "00501"), fc.array(transaction, { minLength: 1, maxLength: 2 }))
  .map(([version, transactions]) => [
    ["GS", "HC", "CLINIC", "CLEARHOUSE", "20260301", "0930", "1", "X", version],
    ...transactions.flat(),
    ["GE", "1", "1"],
  ]);

export const layout: fc.Arbitrary<Layout> = fc.record({
  element: fc.constantFrom("*", "|", "\u001d", "\t"),
  component: fc.constantFrom(":", ">", "\u001f"),
  terminator: fc.constantFrom("~", "!", "\u001e", "\n", "…"),
  lineEnd: fc.constantFrom("", "\n", "\r\n", "\n\n    "),
  start: fc.constantFrom("", "\uFEFF", "\n  "),
});

export const file: fc.Arbitrary<string> = fc.tuple(segments, layout).map(([some, how]) => textOf(some, how));

/** Where a text is changed, as a share of its length, how much of it is taken away, and what is put there. */
export interface Cut {
  readonly at: number;
  readonly length: number;
  readonly inserted: string;
}

export const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.nat(2000)),
  inserted: fc.oneof(
    fc.constantFrom(
      "",
      "~",
      "*",
      ":",
      "\n",
      "CLM*",
      "~clm*X*1~",
      "~se*1*1~",
      "~CLM*X*1~",
      "HL*1**20*1~",
      "SE",
      "ISA",
      "ST*837",
      "LX*9~",
      "~CLP*X*22*1*1~",
      "N1*PR*X~",
      "~SVC*HC:97110*1*1~",
      "~EB*D*IND*AD*MB***1~",
      "7",
      "é",
    ),
    fc.string({ maxLength: 6 }),
  ),
});

export function applyCut(
  text: string,
  { at, length, inserted }: Cut,
): { text: string; start: number; oldEnd: number; newEnd: number } {
  const start = Math.floor(at * text.length);
  const oldEnd = Math.min(text.length, start + length);
  return { text: text.slice(0, start) + inserted + text.slice(oldEnd), start, oldEnd, newEnd: start + inserted.length };
}

/** A file that something was cut out of or put into. */
export const damagedFile: fc.Arbitrary<string> = fc
  .tuple(file, fc.array(cut, { minLength: 1, maxLength: 3 }))
  .map(([text, cuts]) => cuts.reduce((damaged: string, one: Cut) => applyCut(damaged, one).text, text));
