import type { Minutes } from "../../model/claim.ts";

export type ColumnKind =
  | "date"
  | "dateThrough"
  | "code"
  | "modifiers"
  | "units"
  | "minutes"
  | "pointers"
  | "charge"
  | "allowed"
  | "clinician"
  | "rendering"
  | "renderingNpi"
  | "place"
  | "revenue"
  | "note"
  | "subject"
  | "payer"
  | "ignored";

export interface ColumnName {
  readonly kind: ColumnKind;
  /** Whose minutes stand in the column. */
  readonly clinician?: Minutes["clinician"];
}

/** What a column is called in a description, what it holds, and how its name may be spelled. */
export interface ColumnText {
  readonly kind: ColumnKind;
  readonly title: string;
  readonly text: string;
  readonly names: readonly string[];
}

export const columnTexts: readonly ColumnText[] = [
  {
    kind: "date",
    title: "Date of service (CMS-1500 item 24A)",
    text: "The day of the service. A row without one takes the date that stands above it.",
    names: list(
      "Date, DOS, Service date, Date of service, From, Visit date, 24A, From date, DOS from, Date from, Service date from, From date of service, From date of svc, Svc date, Visit, Serv date, Serv from date, FL45, FL 45 serv date",
    ),
  },
  {
    kind: "dateThrough",
    title: "Last date of service (CMS-1500 item 24A, to)",
    text: "The last day of a line that covers several.",
    names: list(
      "To, To date, DOS to, Date to, Through, Thru, Service date to, Service end date, End date, To date of service, To date of svc",
    ),
  },
  {
    kind: "code",
    title: "Procedure code (CMS-1500 item 24D)",
    text: "The CPT or HCPCS code; modifiers may stand behind it.",
    names: list(
      "Code, CPT, HCPCS, CPT/HCPCS, HCPCS/CPT, Procedure, Proc, 24D, CPT code, HCPCS code, CPT/HCPCS code, Procedure code, Proc code, Service code, Procedures, Codes, CPT codes, CPT/Mod, Code/Mod, CPT/Modifier, Code/Modifier, HCPCS/Mod, CPT/Mods, HCPCS/Mods, Code/Mods, HCPCS/Modifier, CPT/Modifiers, HCPCS/Modifiers, Proc ID, Procedure/CPT, Proc/CPT, CPT/Procedure, HCPCS/Rate, HCPCS/Rates, HCPCS/Rate/HIPPS code, HCPCS/Rate/HIPPS, HCPCS/CPT code, FL44, FL 44 HCPCS",
    ),
  },
  {
    kind: "modifiers",
    title: "Modifiers (CMS-1500 item 24D)",
    text: "Up to four modifiers, in one column or one a column.",
    names: list("Mod, Mods, Modifier, Modifiers, Mod(s), Modifier(s), Modif"),
  },
  {
    kind: "units",
    title: "Units (CMS-1500 item 24G)",
    text: "How many units of the code are billed: a whole number.",
    names: list(
      "Units, Unit, Qty, Quantity, Days/Units, Days or units, 24G, Service units, Units of service, Billed units, Svc units, Serv units, # of units, No of units, Number of units, Total units, FL46",
    ),
  },
  {
    kind: "minutes",
    title: "Minutes",
    text: "Minutes of treatment under the code, of one kind of clinician where the column's name says so.",
    names: list(
      "Min, Mins, Minutes, Time, Min., Treatment minutes, Treatment time, Total min, Total mins, Total minutes, Time min, Tx min, Tx time, Timed minutes",
    ),
  },
  {
    kind: "pointers",
    title: "Diagnosis pointer (CMS-1500 item 24E)",
    text: "The letters, or the numbers, of the diagnoses that the service is for.",
    names: list(
      "Dx, Ptr, Pointer, Pointers, Dx ptr, Dx pointer, Dx pointers, Diagnosis, Diagnosis pointer, Diagnosis pointers, Diag, Diag ptr, Diag pointer, ICD, ICD-10, 24E",
    ),
  },
  {
    kind: "charge",
    title: "Charge (CMS-1500 item 24F)",
    text: "What is billed for the whole line.",
    names: list(
      "Charge, Charges, Fee, Fees, Billed, Amount, 24F, $ Charges, Billed amount, Charge amount, Line charge, Total charge, Total charges, Total fee, Amt, Total line item fee, Billed charge, Total, $, FL47",
    ),
  },
  {
    kind: "allowed",
    title: "Allowed amount",
    text: "What the payer allows for the whole line; it is what counts against the yearly threshold.",
    names: list("Allowed, Allowed amount, Allowed amt, Allowable, Allow, MPFS, MPFS amount, Fee schedule"),
  },
  {
    kind: "clinician",
    title: "Therapist",
    text: "Who treated: a credential such as PT, PTA, OTR/L or COTA, with or without a name.",
    names: list(
      "Therapist, By, Rendered by, Provider, Clinician, Treated by, Treating, Performed by, Signed, Treating therapist, Provided by, Provider name, Therapist name, Treating provider, Clinician name",
    ),
  },
  {
    kind: "rendering",
    title: "Rendering provider (CMS-1500 item 24J)",
    text: "Who answers for the service and bills it, and need not have treated; an assistant cannot, and so is who treated.",
    names: list(
      "Rendering, Rendering provider, Rendering provider name, Rendering therapist, Rend provider, Rend prov",
    ),
  },
  {
    kind: "renderingNpi",
    title: "Rendering provider's NPI (CMS-1500 item 24J)",
    text: "The ten digits of who rendered the service.",
    names: list("Rendering NPI, NPI, 24J, Rendering provider NPI, Provider NPI, Therapist NPI"),
  },
  {
    kind: "place",
    title: "Place of service (CMS-1500 item 24B)",
    text: "Two digits, or a word such as office or home.",
    names: list("POS, Place, Place of service, 24B, Setting"),
  },
  {
    kind: "revenue",
    title: "Revenue code (UB-04 form locator 42)",
    text: "The four digits of the hospital's revenue center, such as 0420.",
    names: list("Rev, Rev code, Revenue, Revenue code, Rev cd, FL42, FL 42 rev cd"),
  },
  { kind: "note", title: "Note", text: "Free text.", names: list("Note, Notes, Remarks, Comment, Comments") },
  {
    kind: "subject",
    title: "Patient",
    text: "Whose line it is, by name or number: lines of different patients are not judged together.",
    names: list(
      "Patient, Patient name, Name, Client, Client name, Acct, Account, Acct #, Account number, Acct no, Account no, Patient ID, Patient no, Patient account, Patient acct, Client ID, MBI, Member ID, MRN, Chart, Chart no, Chart number, Beneficiary, Beneficiary ID, Medicare ID, Medicare no, Resident, Resident name, Subscriber ID, Last name, Patient last name",
    ),
  },
  {
    kind: "payer",
    title: "Payer",
    text: "Who pays for the line. It is the claim's payer where all lines say the same; where they do not, the payer is not known.",
    names: list(
      "Payer, Insurance, Plan, Payor, Ins, Carrier, Insurance name, Insurance company, Insurance plan, Payer name, Primary payer, Primary insurance, Primary, Health plan, Ins name",
    ),
  },
  {
    kind: "ignored",
    title: "Not read",
    text: "Nothing in this column is checked.",
    names: list(
      "Description, Desc, Service, Services, Service description, Procedure description, Treatment, Line, Ln, No, EMG, EPSDT, 24C, 24H, 24I, ID qual, Qual, Status, Paid, Balance, Non covered amt, Non covered",
    ),
  },
];

const minutesOf: readonly NonNullable<Minutes["clinician"]>[] = ["PT", "PTA", "OT", "OTA", "SLP"];

const nameByKey: ReadonlyMap<string, ColumnName> = new Map([
  ...columnTexts.flatMap(({ kind, names }) => names.map((name): [string, ColumnName] => [keyOf(name), { kind }])),
  ...minutesOf.flatMap((clinician) =>
    ["min", "mins", "minutes", "time"].map((word): [string, ColumnName] => [
      `${clinician.toLowerCase()}${word}`,
      { kind: "minutes", clinician },
    ]),
  ),
  ...["m", "mod", "modifier"].flatMap((word) =>
    ["1", "2", "3", "4", "one", "two", "three", "four"].map((number): [string, ColumnName] => [
      word + number,
      { kind: "modifiers" },
    ]),
  ),
]);

/** The most words that a column's name has. */
export const longestName = 5;

/** By its name in any spelling: `Service date`, `service_date`, `SERVICE-DATE`; an item number, or a form locator, may stand before it. */
export function findColumnName(name: string): ColumnName | undefined {
  if (name.length > 40) return undefined;
  const key = keyOf(name);
  return nameByKey.get(key) ?? nameByKey.get(key.replace(/^(?:24[a-j]|(?:fl)?4[2-8])/, ""));
}

function keyOf(name: string): string {
  return name === "$" ? name : name.toLowerCase().replace(/[\s_.:#$"'-]/g, "");
}

/** Spellings, the most common first. */
function list(spellings: string): readonly string[] {
  return spellings.split(", ");
}
