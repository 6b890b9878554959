/** Where a box of the CMS-1500 is printed, and what it is called here. Lines and columns of the form count from 1; the last are included. */
export interface Box {
  /** The item's number on the form; empty for what stands above its boxes. */
  readonly item: string;
  readonly name: string;
  readonly note?: string;
  readonly line: number;
  readonly lastLine?: number;
  readonly from: number;
  readonly to: number;
}

/** How many service lines a page has. */
export const rowCount = 6;

/** Diagnoses stand four in a line. */
const diagnosisColumns: readonly (readonly [from: number, to: number])[] = [
  [1, 14],
  [15, 27],
  [28, 40],
  [41, 49],
];

const diagnosisLines: readonly number[] = [38, 39, 40];

/** The lower line of service line `row`, of which the first is 1; the shaded line above it belongs to it. */
export function lineOfRow(row: number): number {
  return 42 + 2 * row;
}

/** The last line on which a box stands. */
export const footLine = 61;

/** The X of box 1, by the column that it stands in, and X12's code for such a payer. */
export const payerMarks: readonly { readonly column: number; readonly filingIndicator: string | undefined }[] = [
  { column: 1, filingIndicator: "MB" },
  { column: 8, filingIndicator: "MC" },
  { column: 15, filingIndicator: "CH" },
  { column: 24, filingIndicator: "CH" },
  { column: 31, filingIndicator: "CI" },
  { column: 39, filingIndicator: "WC" },
  { column: 45, filingIndicator: undefined },
];

const taxonomyNote = "A taxonomy code stands behind ZZ or PXC.";

/**
 * The form of 02/12, as the NUCC lays it out at ten characters and six lines an inch: the places are those to which OpenEMR prints. Each
 * box goes on to the next one, since offices print a column further left or right.
 */
export const boxes = {
  payerName: { item: "", name: "payer's name and address", line: 1, lastLine: 6, from: 36, to: 79 },
  payerMark: {
    item: "1",
    name: "kind of payer",
    note: "One X: Medicare, Medicaid, TRICARE, CHAMPVA, group health plan, FECA or black lung, other.",
    line: 8,
    from: 1,
    to: 48,
  },
  beneficiaryId: {
    item: "1a",
    name: "insured's id",
    note: "At Medicare the beneficiary's MBI.",
    line: 8,
    from: 49,
    to: 79,
  },
  patient: { item: "2", name: "patient's name", line: 10, from: 1, to: 29 },
  birthDate: { item: "3", name: "patient's birth date", note: "MM DD YYYY.", line: 10, from: 30, to: 41 },
  sex: { item: "3", name: "patient's sex", line: 10, from: 42, to: 48 },
  insured: { item: "4", name: "insured's name", line: 10, from: 49, to: 79 },
  patientAddress: { item: "5", name: "patient's address and telephone", line: 12, lastLine: 16, from: 1, to: 29 },
  relationship: { item: "6", name: "patient's relationship to the insured", line: 12, from: 30, to: 48 },
  insuredAddress: { item: "7", name: "insured's address and telephone", line: 12, lastLine: 16, from: 49, to: 79 },
  otherInsured: { item: "9", name: "other insured's name", line: 18, from: 1, to: 29 },
  group: {
    item: "11",
    name: "insured's policy or group number",
    note: "NONE where Medicare pays first.",
    line: 18,
    from: 49,
    to: 79,
  },
  otherPolicy: { item: "9a", name: "other insured's policy or group number", line: 20, from: 1, to: 29 },
  employment: { item: "10a", name: "related to employment", line: 20, from: 30, to: 48 },
  insuredBirthDate: { item: "11a", name: "insured's birth date and sex", line: 20, from: 49, to: 79 },
  autoAccident: { item: "10b", name: "related to an auto accident, and its state", line: 22, from: 30, to: 48 },
  otherClaimId: { item: "11b", name: "other claim id", line: 22, from: 49, to: 79 },
  otherAccident: { item: "10c", name: "related to another accident", line: 24, from: 30, to: 48 },
  planName: { item: "11c", name: "plan's or program's name", line: 24, from: 49, to: 79 },
  otherPlan: { item: "9d", name: "other insured's plan", line: 26, from: 1, to: 29 },
  claimCodes: { item: "10d", name: "claim codes", line: 26, from: 30, to: 48 },
  otherBenefits: { item: "11d", name: "another health benefit plan", line: 26, from: 49, to: 79 },
  patientSignature: { item: "12", name: "patient's signature", line: 29, from: 1, to: 48 },
  insuredSignature: { item: "13", name: "insured's signature", line: 29, from: 49, to: 79 },
  onset: {
    item: "14",
    name: "date of the illness or injury",
    note: "A qualifier behind it says which date it is.",
    line: 32,
    from: 1,
    to: 29,
  },
  otherDate: { item: "15", name: "other date, behind its qualifier", line: 32, from: 30, to: 48 },
  unableToWork: { item: "16", name: "dates unable to work", line: 32, from: 49, to: 79 },
  otherReferringId: { item: "17a", name: "referring provider's other id", line: 33, from: 29, to: 48 },
  referringQualifier: {
    item: "17",
    name: "which provider is named",
    note: "DN refers, DK orders, DQ supervises.",
    line: 34,
    from: 1,
    to: 3,
  },
  referring: { item: "17", name: "referring or ordering provider", line: 34, from: 4, to: 31 },
  referringNpi: { item: "17b", name: "referring or ordering provider's NPI", line: 34, from: 32, to: 48 },
  hospitalization: { item: "18", name: "dates in hospital", line: 34, from: 49, to: 79 },
  note: { item: "19", name: "additional claim information", line: 36, from: 1, to: 49 },
  outsideLab: { item: "20", name: "outside lab and its charge", line: 36, from: 50, to: 79 },
  codeSet: { item: "21", name: "ICD indicator", note: "0 for ICD-10-CM, 9 for ICD-9-CM.", line: 37, from: 41, to: 46 },
  resubmission: {
    item: "22",
    name: "resubmission code",
    note: "7 replaces a claim, 8 takes it back.",
    line: 38,
    from: 50,
    to: 61,
  },
  originalReference: { item: "22", name: "payer's number of the original claim", line: 38, from: 62, to: 79 },
  authorization: { item: "23", name: "prior authorization", line: 40, from: 50, to: 79 },
  taxId: { item: "25", name: "federal tax id", line: 56, from: 1, to: 16 },
  taxIdKind: { item: "25", name: "SSN or EIN", line: 56, from: 17, to: 21 },
  account: {
    item: "26",
    name: "patient's account number",
    note: "The claim's id, as the practice keeps it.",
    line: 56,
    from: 22,
    to: 37,
  },
  assignment: { item: "27", name: "accepts assignment", line: 56, from: 38, to: 49 },
  total: { item: "28", name: "total charge", note: "The sum of box 24F.", line: 56, from: 50, to: 61 },
  paid: { item: "29", name: "amount paid", line: 56, from: 62, to: 79 },
  phone: { item: "33", name: "billing provider's telephone", line: 57, from: 50, to: 79 },
  signature: { item: "31", name: "signature of who answers for the services", line: 59, lastLine: 60, from: 1, to: 22 },
  signatureDate: { item: "31", name: "date of the signature", line: 61, from: 1, to: 22 },
  facility: { item: "32", name: "place where the services were given", line: 58, lastLine: 60, from: 23, to: 49 },
  facilityNpi: { item: "32a", name: "that place's NPI", line: 61, from: 23, to: 35 },
  facilityOtherId: { item: "32b", name: "that place's other id", line: 61, from: 36, to: 49 },
  billing: { item: "33", name: "billing provider's name", line: 58, from: 50, to: 79 },
  billingAddress: { item: "33", name: "billing provider's address", line: 59, lastLine: 60, from: 50, to: 79 },
  billingNpi: { item: "33a", name: "billing provider's NPI", line: 61, from: 50, to: 61 },
  billingOtherId: { item: "33b", name: "billing provider's other id", note: taxonomyNote, line: 61, from: 62, to: 79 },
} as const satisfies Readonly<Record<string, Box>>;

/** The boxes of one service line: on its lower line, which counts as 0, and on the shaded one above it. */
export const rowBoxes = {
  note: { item: "24", name: "shaded line", note: "What describes the service further.", line: -1, from: 1, to: 64 },
  otherIdQualifier: { item: "24I", name: "kind of other id", line: -1, from: 65, to: 67 },
  otherId: { item: "24J", name: "rendering provider's other id", note: taxonomyNote, line: -1, from: 68, to: 79 },
  dateOfService: { item: "24A", name: "first date of service", note: "MM DD YY.", line: 0, from: 1, to: 9 },
  dateThrough: { item: "24A", name: "last date of service", note: "MM DD YY.", line: 0, from: 10, to: 18 },
  placeOfService: { item: "24B", name: "place of service", line: 0, from: 19, to: 21 },
  emergency: { item: "24C", name: "emergency", line: 0, from: 22, to: 23 },
  procedure: { item: "24D", name: "procedure", note: "CPT or HCPCS.", line: 0, from: 24, to: 31 },
  modifiers: { item: "24D", name: "modifiers", note: "Room for four.", line: 0, from: 32, to: 44 },
  pointers: {
    item: "24E",
    name: "diagnosis pointers",
    note: "Letters of box 21, four at most.",
    line: 0,
    from: 45,
    to: 49,
  },
  charge: { item: "24F", name: "charge", note: "Of all units of the line.", line: 0, from: 50, to: 58 },
  units: { item: "24G", name: "days or units", line: 0, from: 59, to: 62 },
  familyPlan: { item: "24H", name: "EPSDT and family plan", line: 0, from: 63, to: 64 },
  qualifier: { item: "24I", name: "kind of id", line: 0, from: 65, to: 67 },
  renderingNpi: { item: "24J", name: "rendering provider's NPI", line: 0, from: 68, to: 79 },
} as const satisfies Readonly<Record<string, Box>>;

/** The column behind an amount's cents, where the form's first column is 0. */
export const behindCents = { charge: 57, total: 59 } as const;

/** `A` to `L`, line by line. */
export const diagnosisBoxes: readonly (Box & { readonly letter: string })[] = diagnosisLines.flatMap((line, row) =>
  diagnosisColumns.map(([from, to], column) => {
    const letter = "ABCDEFGHIJKL".charAt(row * diagnosisColumns.length + column);
    return { letter, item: `21${letter}`, name: "diagnosis", line, from, to };
  }),
);
