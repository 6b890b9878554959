import type { Codes } from "./element-text.ts";

export const yesNo: Codes = { Y: "yes", N: "no" };

export const entities: Codes = {
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

export const dateKinds: Codes = {
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

export const payerPlaces: Codes = {
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

export const diagnosisKinds: Codes = {
  ABK: "principal diagnosis, ICD-10-CM",
  ABF: "further diagnosis, ICD-10-CM",
  BK: "principal diagnosis, ICD-9-CM",
  BF: "further diagnosis, ICD-9-CM",
};

export const otherCodeKinds: Codes = {
  BG: "condition code",
  BP: "anesthesia procedure",
  BO: "further anesthesia procedure",
};

export const procedureKinds: Codes = {
  HC: "HCPCS, which CPT is part of",
  ER: "jurisdiction's own code",
  IV: "home infusion code",
  WK: "advanced billing concept",
  N4: "national drug code",
};

export const quantityKinds: Codes = { UN: "units", MJ: "minutes", F2: "international units", DA: "days" };

export const providerRoles: Codes = {
  AT: "specialty of the attending provider",
  BI: "specialty of the billing provider",
  PE: "specialty of the rendering provider",
  PT: "specialty of the pay-to provider",
  RF: "specialty of the referring provider",
};

export const amountKinds: Codes = {
  A8: "amount not covered",
  D: "amount that this payer paid",
  EAF: "what the patient still owes",
  F4: "postage",
  F5: "amount that the patient paid",
  T: "tax",
};

export const noteKinds: Codes = {
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

export const levelKinds: Codes = {
  "20": "billing provider",
  "22": "subscriber",
  "23": "patient who is not the subscriber",
};

export const diagnosisLetters = Array.from("ABCDEFGHIJKL");

export const pointerCodes: Codes = Object.fromEntries(
  diagnosisLetters.map((letter, index) => [String(index + 1), `diagnosis ${letter} of the claim's HI segment`]),
);

/** SV101 and SVD03: a code with its modifiers. */
