import { adjustmentElements } from "./billing-codes.ts";
import { type Codes, type ElementText, type SegmentText, dateForms, names } from "./element-text.ts";

const yesNo: Codes = { Y: "yes", N: "no" };

const entities: Codes = {
  "40": "receiver of the file",
  "41": "submitter of the file",
  "45": "drop-off place",
  "71": "attending provider",
  "72": "operating physician",
  "77": "service facility",
  "82": "rendering provider",
  "85": "billing provider",
  "87": "address to pay to",
  DK: "ordering provider",
  DN: "referring provider",
  DQ: "supervising provider",
  IL: "subscriber",
  P3: "primary care provider",
  PE: "plan to pay to",
  PR: "payer",
  PW: "pick-up place",
  QB: "purchased service provider",
  QC: "patient",
  ZZ: "other operating physician",
};

export const nameIdKinds: Codes = {
  "24": "employer's tax number",
  "34": "social security number",
  "46": "electronic sender's number",
  FI: "federal tax number",
  II: "unique health id",
  MI: "member id",
  PI: "payer id",
  XV: "plan id of CMS",
  XX: "NPI",
};

export const references: Codes = {
  "0B": "state licence number",
  "1C": "provider number of Medicare",
  "1D": "provider number of Medicaid",
  "1G": "UPIN",
  "1W": "member id",
  "2U": "payer id",
  "4N": "reason for service without authorization",
  "6R": "line control number",
  "87": "implementation guide of this transaction",
  "9A": "repriced claim number",
  "9F": "referral number",
  D9: "number that the clearinghouse gave the claim",
  EA: "medical record number",
  EI: "employer's tax number",
  EW: "mammography certification number",
  F5: "version of Medicare's special pricing",
  F8: "payer's number of the original claim",
  FY: "claim office number",
  G1: "prior authorization number",
  G2: "provider number that the payer gave",
  LU: "location number",
  P4: "demonstration project",
  SY: "social security number",
  X4: "laboratory certification number",
  Y4: "property and casualty claim number",
};

const dateKinds: Codes = {
  "050": "date received",
  "090": "date that care was taken over",
  "091": "date that care was handed on",
  "096": "discharge date",
  "297": "last day worked",
  "296": "day back at work",
  "304": "date last seen",
  "314": "disability period",
  "360": "disability began",
  "361": "disability ended",
  "431": "onset of the illness",
  "434": "statement period",
  "435": "admission date",
  "439": "accident date",
  "444": "date of first contact",
  "453": "acute manifestation",
  "454": "start of treatment",
  "455": "last x-ray",
  "461": "last certification",
  "463": "start of therapy",
  "471": "prescription date",
  "472": "date of service",
  "484": "last menstrual period",
  "573": "date that the payer decided",
  "607": "recertification date",
};

export const filingIndicators: Codes = {
  "11": "another program that is not federal",
  "12": "preferred provider organization (PPO)",
  "13": "point of service plan",
  "14": "exclusive provider organization (EPO)",
  "15": "indemnity insurance",
  "16": "Medicare Advantage HMO",
  "17": "dental maintenance organization",
  AM: "automobile insurance",
  BL: "Blue Cross Blue Shield",
  CH: "TRICARE",
  CI: "commercial insurance",
  DS: "disability insurance",
  FI: "federal employees' program",
  HM: "health maintenance organization",
  LM: "liability insurance",
  MA: "Medicare Part A",
  MB: "Medicare Part B",
  MC: "Medicaid",
  OF: "another federal program",
  TV: "Title V",
  VA: "Veterans Affairs",
  WC: "workers' compensation",
  ZZ: "as the partners agreed",
};

const payerPlaces: Codes = {
  P: "pays first",
  S: "pays second",
  T: "pays third",
  A: "pays fourth",
  B: "pays fifth",
  C: "pays sixth",
  D: "pays seventh",
  E: "pays eighth",
  F: "pays ninth",
  G: "pays tenth",
  H: "pays eleventh",
  U: "place among the payers not known",
};

export const relationships: Codes = {
  "01": "spouse",
  "18": "self",
  "19": "child",
  "20": "employee",
  "21": "relation not known",
  "39": "organ donor",
  "40": "cadaver donor",
  "53": "life partner",
  G8: "another relation",
};

export const placesOfService: Codes = {
  "02": "telehealth, not at the patient's home",
  "10": "telehealth at the patient's home",
  "11": "office",
  "12": "home",
  "13": "assisted living",
  "14": "group home",
  "19": "off-campus outpatient hospital",
  "21": "inpatient hospital",
  "22": "on-campus outpatient hospital",
  "31": "skilled nursing facility",
  "32": "nursing facility",
  "33": "custodial care facility",
  "49": "independent clinic",
  "50": "federally qualified health center",
  "61": "inpatient rehabilitation facility",
  "62": "outpatient rehabilitation facility (CORF)",
  "72": "rural health clinic",
  "99": "another place",
};

export const frequencies: Codes = {
  "1": "original claim",
  "6": "correction of a claim",
  "7": "replaces an earlier claim",
  "8": "voids an earlier claim",
};

const diagnosisKinds: Codes = {
  ABK: "principal diagnosis, ICD-10-CM",
  ABF: "further diagnosis, ICD-10-CM",
  BK: "principal diagnosis, ICD-9-CM",
  BF: "further diagnosis, ICD-9-CM",
};

const otherCodeKinds: Codes = {
  BG: "condition code",
  BP: "anesthesia procedure",
  BO: "further anesthesia procedure",
};

const procedureKinds: Codes = {
  HC: "HCPCS, which CPT is part of",
  ER: "jurisdiction's own code",
  IV: "home infusion code",
  WK: "advanced billing concept",
  N4: "national drug code",
};

export const quantityKinds: Codes = { UN: "units", MJ: "minutes", F2: "international units", DA: "days" };

const providerRoles: Codes = {
  AT: "specialty of the attending provider",
  BI: "specialty of the billing provider",
  PE: "specialty of the rendering provider",
  PT: "specialty of the pay-to provider",
  RF: "specialty of the referring provider",
};

const amountKinds: Codes = {
  A8: "amount not covered",
  D: "amount that this payer paid",
  EAF: "what the patient still owes",
  F4: "postage",
  F5: "amount that the patient paid",
  T: "tax",
};

const noteKinds: Codes = {
  ADD: "additional information",
  ALG: "allergies",
  CER: "certification",
  DCP: "goals, rehabilitation potential or discharge plans",
  DGN: "diagnosis description",
  DME: "equipment and supplies",
  MED: "medications",
  NTR: "nutritional requirements",
  ODT: "orders for disciplines and treatments",
  PMT: "payment",
  RHB: "functional limits, or why the patient stays at home",
  RLH: "reasons that the patient leaves home",
  RNH: "times and reasons that the patient is not at home",
  SET: "unusual home or social surroundings",
  SFM: "safety measures",
  SPT: "supplementary plan of treatment",
  TPO: "third party organization's note",
  UPI: "updated information",
};

const levelKinds: Codes = { "20": "billing provider", "22": "subscriber", "23": "patient who is not the subscriber" };

const diagnosisLetters = Array.from("ABCDEFGHIJKL");

const pointerCodes: Codes = Object.fromEntries(
  diagnosisLetters.map((letter, index) => [String(index + 1), `diagnosis ${letter} of the claim's HI segment`]),
);

/** SV101 and SVD03: a code with its modifiers. */
export const procedureComponents: readonly ElementText[] = [
  { name: "kind of code", codes: procedureKinds },
  { name: "procedure code" },
  {
    name: "modifier 1",
    note: "The first of four modifiers of the procedure; the plan modifier (GN, GO, GP) usually stands here.",
  },
  { name: "modifier 2" },
  { name: "modifier 3" },
  { name: "modifier 4", note: "There is no room for a fifth." },
  { name: "description", note: "Tells what a code without meaning of its own stands for." },
];

const insuranceElements: readonly ElementText[] = [
  { name: "order of payment", codes: payerPlaces },
  { name: "patient's relation to the subscriber", codes: relationships },
  { name: "group or policy number" },
  { name: "group's name" },
  { name: "reason that Medicare pays second", note: "Only where Medicare is not the first payer." },
  ...names("not used", "not used", "not used"),
  { name: "claim filing indicator", note: "Says which kind of payer this is.", codes: filingIndicators },
];

const professionalPlace: ElementText = {
  name: "place of service and frequency",
  components: [
    { name: "place of service", codes: placesOfService },
    { name: "kind of place", codes: { A: "type of bill", B: "place of service" } },
    { name: "frequency", codes: frequencies },
  ],
};

/** CLM, whose fifth element an institution writes in its own way. */
export function claimElements(totalNote: string, place: ElementText): readonly ElementText[] {
  return [
    { name: "patient account number", note: "The office's own number of the claim; remittances repeat it." },
    { name: "total charge", note: totalNote },
    ...names("not used", "not used"),
    place,
    { name: "provider's signature on file", codes: yesNo },
    { name: "assignment", codes: { A: "accepted", B: "accepted for laboratory services only", C: "not accepted" } },
    { name: "benefits assigned to the provider", codes: { ...yesNo, W: "not applicable" } },
    { name: "release of information", codes: { Y: "signed", I: "consented to by law" } },
    { name: "patient's signature", codes: { P: "the provider signed for the patient" } },
    {
      name: "accident",
      components: [
        { name: "cause 1", codes: { AA: "automobile accident", EM: "employment", OA: "another accident" } },
        { name: "cause 2", codes: { AA: "automobile accident", EM: "employment", OA: "another accident" } },
        { name: "cause 3" },
        { name: "state" },
        { name: "country" },
      ],
    },
    {
      name: "special program",
      codes: {
        "02": "physically handicapped children",
        "03": "special federal funding",
        "05": "disability",
        "09": "second opinion",
      },
    },
    ...names("not used", "not used", "not used", "not used", "not used", "not used", "not used"),
    { name: "reason for delay" },
  ];
}

/** An SBR behind CLM tells of another payer than the one the claim goes to. */
export const otherPayerText: SegmentText = { name: "another payer of this claim", elements: insuranceElements };

/** An HI with the diagnoses of a professional claim. */
export const diagnosesText: SegmentText = {
  name: "diagnoses",
  note: "Lines point to them by number: 1 is the first.",
  elements: diagnosisLetters.map((letter) => ({
    name: `diagnosis ${letter}`,
    components: [
      { name: "kind of code", codes: diagnosisKinds },
      { name: `diagnosis ${letter}`, note: "Written without a dot." },
    ],
  })),
};

/** An HI that holds no diagnoses. */
export const otherCodesText: SegmentText = {
  name: "conditions and procedures",
  elements: diagnosisLetters.map((_letter, index) => ({
    name: `code ${index + 1}`,
    components: [{ name: "kind of code", codes: otherCodeKinds }, { name: `code ${index + 1}` }],
  })),
};

export const claimSegments: Readonly<Record<string, SegmentText>> = {
  BHT: {
    name: "beginning of the batch",
    elements: [
      { name: "order of the levels", codes: { "0019": "billing provider, subscriber, patient" } },
      { name: "purpose", codes: { "00": "original", "18": "sent again" } },
      { name: "batch number" },
      { name: "date of the batch", note: "CCYYMMDD." },
      { name: "time of the batch" },
      {
        name: "what the batch holds",
        codes: { CH: "claims to be paid", RP: "reports of encounters", "31": "subrogation demands" },
      },
    ],
  },
  NM1: {
    name: "name",
    namedBy: 1,
    elements: [
      { name: "role", codes: entities },
      { name: "person or organization", codes: { "1": "person", "2": "organization" } },
      { name: "last name, or the organization's name" },
      ...names("first name", "middle name", "prefix", "suffix"),
      { name: "kind of id", codes: nameIdKinds },
      { name: "id", namedBy: 8 },
    ],
  },
  N3: { name: "street address", elements: names("street", "second line of the street") },
  N4: { name: "city, state and ZIP code", elements: names("city", "state", "ZIP code", "country") },
  REF: {
    name: "reference",
    namedBy: 1,
    elements: [
      { name: "kind of reference", codes: references },
      { name: "reference", namedBy: 1 },
    ],
  },
  PER: {
    name: "contact",
    elements: [
      { name: "role", codes: { IC: "contact for information" } },
      { name: "name" },
      ...[1, 2, 3].flatMap((index) => [
        { name: `kind of number ${index}`, codes: { TE: "telephone", EM: "e-mail", FX: "fax", EX: "extension" } },
        { name: `number ${index}` },
      ]),
    ],
  },
  HL: {
    name: "level",
    namedBy: 3,
    note: "Everything down to the next HL belongs to this level.",
    elements: [
      { name: "number of this level" },
      { name: "number of the level above" },
      { name: "kind of level", codes: levelKinds },
      { name: "levels below", codes: { "0": "none", "1": "at least one" } },
    ],
  },
  PRV: {
    name: "specialty",
    namedBy: 1,
    elements: [
      { name: "role", codes: providerRoles },
      { name: "kind of code", codes: { PXC: "taxonomy code", ZZ: "taxonomy code (version 4010)" } },
      { name: "taxonomy code" },
    ],
  },
  SBR: {
    name: "subscriber and payer",
    note: "Governs every claim of this level: SBR09 says which kind of payer they go to.",
    elements: insuranceElements,
  },
  PAT: {
    name: "patient",
    elements: [
      { name: "relation to the subscriber", codes: relationships },
      ...names("not used", "not used", "not used"),
      { name: "form of the date", codes: dateForms },
      { name: "date of death" },
      { name: "unit of weight", codes: { "01": "pounds" } },
      { name: "weight" },
      { name: "pregnant", codes: yesNo },
    ],
  },
  DMG: {
    name: "birth date and sex",
    elements: [
      { name: "form of the date", codes: dateForms },
      { name: "birth date" },
      { name: "sex", codes: { F: "female", M: "male", U: "not known" } },
    ],
  },
  CLM: { name: "claim", elements: claimElements("The sum of the lines' charges (SV102).", professionalPlace) },
  DTP: {
    name: "date",
    namedBy: 1,
    elements: [
      { name: "kind of date", codes: dateKinds },
      { name: "form of the date", codes: dateForms },
      { name: "date", namedBy: 1 },
    ],
  },
  AMT: {
    name: "amount",
    namedBy: 1,
    elements: [
      { name: "kind of amount", codes: amountKinds },
      { name: "amount", namedBy: 1 },
    ],
  },
  MOA: {
    name: "outpatient decision of another payer",
    elements: [
      { name: "share that was reimbursed" },
      { name: "HCPCS payable amount" },
      ...[1, 2, 3, 4, 5].map((index) => ({ name: `remark code ${index}` })),
      ...names("end-stage renal disease payment", "professional part, not payable"),
    ],
  },
  K3: { name: "information in a form of its own", note: "Only where a payer asks for it.", elements: names("text") },
  PWK: {
    name: "paperwork",
    elements: [
      {
        name: "kind of report",
        codes: { "77": "support data", CT: "certification", OZ: "support data for the claim" },
      },
      {
        name: "how it is sent",
        codes: { AA: "on request at the provider's", BM: "by mail", EL: "electronically", EM: "e-mail", FX: "by fax" },
      },
      ...names("not used", "not used"),
      { name: "kind of id", codes: { AC: "attachment control number" } },
      { name: "attachment control number" },
    ],
  },
  NTE: { name: "note", elements: [{ name: "kind of note", codes: noteKinds }, { name: "note" }] },
  LX: { name: "service line", elements: names("number of the line") },
  SV1: {
    name: "professional service",
    elements: [
      { name: "procedure", components: procedureComponents },
      { name: "charge" },
      { name: "what SV104 counts", codes: quantityKinds },
      { name: "units" },
      { name: "place of service", note: "Only where it differs from the claim's (CLM05).", codes: placesOfService },
      { name: "not used" },
      {
        name: "diagnosis pointers",
        components: ["first", "second", "third", "fourth"].map((order) => ({
          name: `${order} diagnosis pointer`,
          codes: pointerCodes,
        })),
      },
      { name: "not used" },
      { name: "emergency", codes: yesNo },
      { name: "not used" },
      { name: "early screening of a child (EPSDT)", codes: yesNo },
      { name: "family planning", codes: yesNo },
      ...names("not used", "not used"),
      { name: "no copayment", codes: { "0": "copayment waived" } },
    ],
  },
  SVD: {
    name: "what another payer decided on this line",
    elements: [
      { name: "payer id" },
      { name: "amount paid" },
      { name: "procedure that was paid", components: procedureComponents },
      { name: "revenue code" },
      { name: "units paid" },
      { name: "line that it was bundled into" },
    ],
  },
  CAS: {
    name: "adjustment",
    note: "Why another payer paid less than was charged.",
    elements: adjustmentElements,
  },
  OI: {
    name: "another payer's terms",
    elements: [
      ...names("not used", "not used"),
      { name: "benefits assigned to the provider", codes: { ...yesNo, W: "not applicable" } },
      { name: "patient's signature", codes: { P: "the provider signed for the patient" } },
      { name: "not used" },
      { name: "release of information", codes: { Y: "signed", I: "consented to by law" } },
    ],
  },
};
