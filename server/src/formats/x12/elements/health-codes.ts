import { type Codes, type ElementText, type SegmentText, dateForms } from "./element-text.ts";

/** The days that a claim tells of, as far as therapy meets them. */
const occurrences: Codes = {
  "01": "accident, with medical coverage",
  "02": "accident, no-fault insurance",
  "03": "accident, liability",
  "04": "accident at work",
  "05": "accident, no other insurance",
  "06": "crime victim",
  "11": "onset of symptoms or of the illness",
  "16": "last day of therapy",
  "17": "plan of occupational therapy set up or last reviewed",
  "18": "patient's retirement",
  "19": "spouse's retirement",
  "21": "notice that a utilization review ended the stay",
  "22": "active care ended",
  "24": "other insurance denied",
  "25": "other insurance ended",
  "27": "hospice certified or recertified",
  "28": "plan of a CORF set up or last reviewed",
  "29": "plan of outpatient physical therapy set up or last reviewed",
  "30": "plan of outpatient speech-language pathology set up or last reviewed",
  "31": "beneficiary told that accommodations will not be covered",
  "32": "beneficiary told that the service may not be covered (advance notice)",
  "35": "treatment begun, physical therapy",
  "44": "treatment begun, occupational therapy",
  "45": "treatment begun, speech-language pathology",
  "46": "treatment begun, cardiac rehabilitation",
  "50": "assessment date",
  A1: "birth date of the first insured",
  A2: "first day of the first payer's policy",
  A3: "benefits of the first payer exhausted",
  B1: "birth date of the second insured",
  B2: "first day of the second payer's policy",
  B3: "benefits of the second payer exhausted",
};

const spans: Codes = {
  "70": "qualifying stay before skilled nursing",
  "71": "earlier stay",
  "72": "first and last visit, where the claim does not tell them otherwise",
  "74": "leave of absence, or a level of care that is not covered",
  "76": "days for which the patient is liable",
  "77": "days for which the provider is liable",
  "78": "earlier stay in skilled nursing",
};

const values: Codes = {
  "01": "usual price of a semi-private room",
  "09": "coinsurance amount, first year",
  "12": "another payer first: working beneficiary's employer plan",
  "13": "another payer first: end-stage renal disease",
  "14": "another payer first: no-fault insurance",
  "15": "another payer first: workers' compensation",
  "16": "another payer first: federal program",
  "41": "another payer first: black lung program",
  "43": "another payer first: disabled beneficiary's employer plan",
  "44": "amount that the provider agreed to accept from the first payer",
  "47": "another payer first: liability insurance",
  "50": "physical therapy visits",
  "51": "occupational therapy visits",
  "52": "speech-language pathology visits",
  "53": "cardiac rehabilitation visits",
  "80": "covered days",
  "81": "days not covered",
  "82": "coinsurance days",
  A1: "deductible of the first payer",
  A2: "coinsurance of the first payer",
  B1: "deductible of the second payer",
  B2: "coinsurance of the second payer",
};

const conditions: Codes = {
  "01": "military service",
  "02": "connected with the patient's work",
  "04": "information only, such as for a patient in a Medicare Advantage plan",
  "05": "lien filed",
  "06": "end-stage renal disease in its first months of employer coverage",
  "07": "care not connected with the terminal illness, under hospice",
  "08": "patient would not tell of other insurance",
  "09": "neither patient nor spouse works",
  "10": "patient or spouse works, without an employer plan",
  "11": "disabled beneficiary without a large employer plan",
  "17": "patient is homeless",
  "20": "beneficiary asked for this bill",
  "21": "billed to be denied, for another payer",
  "28": "patient's or spouse's employer plan is second to Medicare",
  "29": "disabled beneficiary's plan is second to Medicare",
  "41": "partial hospitalization",
  "44": "inpatient admission changed to outpatient",
  D0: "changed: dates of service",
  D1: "changed: charges",
  D2: "changed: revenue, procedure or other billing codes",
  D4: "changed: diagnosis or procedure",
  D5: "cancelled: wrong beneficiary or provider number",
  D6: "cancelled: paid twice or in error",
  D7: "changed: Medicare pays second",
  D8: "changed: Medicare pays first",
  D9: "another change",
  E0: "changed: patient status",
  W2: "duplicate of an original bill",
};

const present: Codes = {
  Y: "present on admission",
  N: "not present on admission",
  U: "not documented",
  W: "can't be told by the provider",
};

interface Kind {
  /** Of the segment: `occurrences`. */
  readonly name: string;
  /** Of one code: `occurrence code`. */
  readonly code: string;
  readonly kinds: Codes;
  readonly codes?: Codes;
  readonly note?: string;
  /** What stands behind the code. */
  readonly behind: readonly ElementText[];
}

const nothing: readonly ElementText[] = [];
const notUsed: ElementText = { name: "not used" };
const dated: readonly ElementText[] = [{ name: "form of the date", codes: dateForms }, { name: "date" }];
const onAdmission: readonly ElementText[] = [
  ...Array.from({ length: 6 }, () => notUsed),
  { name: "present on admission", codes: present },
];

const diagnosisNote = "Written without a dot.";
const principal: Codes = { ABK: "principal diagnosis, ICD-10-CM", BK: "principal diagnosis, ICD-9-CM" };
const further: Codes = { ABF: "further diagnosis, ICD-10-CM", BF: "further diagnosis, ICD-9-CM" };

const kinds: readonly Kind[] = [
  {
    name: "principal diagnosis",
    code: "principal diagnosis",
    kinds: principal,
    note: diagnosisNote,
    behind: onAdmission,
  },
  { name: "further diagnoses", code: "diagnosis", kinds: further, note: diagnosisNote, behind: onAdmission },
  {
    name: "admitting diagnosis",
    code: "admitting diagnosis",
    kinds: { ABJ: "admitting diagnosis, ICD-10-CM", BJ: "admitting diagnosis, ICD-9-CM" },
    note: diagnosisNote,
    behind: nothing,
  },
  {
    name: "reason for the visit",
    code: "patient's reason for the visit",
    kinds: { APR: "reason for the visit, ICD-10-CM", PR: "reason for the visit, ICD-9-CM" },
    note: diagnosisNote,
    behind: nothing,
  },
  {
    name: "external cause of injury",
    code: "external cause",
    kinds: { ABN: "external cause, ICD-10-CM", BN: "external cause, ICD-9-CM" },
    note: diagnosisNote,
    behind: onAdmission,
  },
  { name: "diagnosis related group", code: "diagnosis related group", kinds: { DR: "DRG" }, behind: nothing },
  {
    name: "principal procedure",
    code: "procedure",
    kinds: { BBR: "principal procedure, ICD-10-PCS", BR: "principal procedure, ICD-9-CM" },
    behind: dated,
  },
  {
    name: "further procedures",
    code: "procedure",
    kinds: { BBQ: "further procedure, ICD-10-PCS", BQ: "further procedure, ICD-9-CM" },
    behind: dated,
  },
  {
    name: "periods that the claim tells of",
    code: "occurrence span code",
    kinds: { BI: "occurrence span code" },
    codes: spans,
    behind: dated,
  },
  {
    name: "days that the claim tells of",
    code: "occurrence code",
    kinds: { BH: "occurrence code" },
    codes: occurrences,
    behind: dated,
  },
  {
    name: "amounts and numbers that the claim tells of",
    code: "value code",
    kinds: { BE: "value code" },
    codes: values,
    behind: [notUsed, notUsed, { name: "amount or number" }],
  },
  {
    name: "conditions",
    code: "condition code",
    kinds: { BG: "condition code" },
    codes: conditions,
    behind: nothing,
  },
  { name: "treatment codes", code: "treatment code", kinds: { TC: "treatment code" }, behind: nothing },
];

/** An HI segment of an institution by the qualifier of its first code: each kind of code stands in segments of its own. */
export const healthCodes: Readonly<Record<string, SegmentText>> = Object.fromEntries(
  kinds.flatMap((kind) => Object.keys(kind.kinds).map((qualifier) => [qualifier, segmentText(kind)])),
);

function segmentText({ name, code, kinds: qualifiers, codes, note, behind }: Kind): SegmentText {
  const components = [
    { name: "kind of code", codes: qualifiers },
    { name: code, ...(codes && { codes }), ...(note !== undefined && { note }) },
    ...behind,
  ];
  return {
    name,
    elements: Array.from({ length: 12 }, (_none, index) => ({ name: `${code} ${index + 1}`, components })),
  };
}
