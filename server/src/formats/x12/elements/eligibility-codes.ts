import type { CodeMeaning, Codes } from "./element-text.ts";
import { meaningIn } from "./element-text.ts";

/** EB01. */
export const benefitKinds: Codes = {
  "1": "active coverage",
  "2": "active, fully capitated",
  "3": "active, capitated to the primary care provider",
  "4": "active, pending investigation",
  "5": "active, pending update",
  "6": "inactive",
  "7": "inactive, pending update",
  "8": "inactive, pending investigation",
  A: "coinsurance",
  B: "copayment",
  C: "deductible",
  CB: "coverage basis",
  D: "benefit description",
  E: "exclusions",
  F: "limitations",
  G: "out of pocket, at most",
  H: "unlimited",
  I: "not covered",
  J: "cost containment",
  K: "reserve",
  L: "primary care provider",
  M: "pre-existing condition",
  MC: "managed care coordinator",
  N: "restricted to these services",
  O: "not deemed a medical necessity",
  P: "benefit disclaimer",
  Q: "second opinion required",
  R: "another or additional payer",
  S: "earlier years' history",
  T: "card reported lost or stolen",
  U: "contact this party for details",
  V: "cannot process",
  W: "another source of data",
  X: "health care facility",
  Y: "spend down",
};

/** EB03: those that an office asks about most. */
const serviceTypes: Codes = {
  "1": "medical care",
  "2": "surgery",
  "3": "consultation",
  "4": "diagnostic x-ray",
  "5": "diagnostic laboratory",
  "12": "equipment, purchase",
  "18": "equipment, rental",
  "30": "plan coverage in general",
  "33": "chiropractic",
  "35": "dental care",
  "42": "home health care",
  "45": "hospice",
  "47": "hospital",
  "48": "hospital, inpatient",
  "50": "hospital, outpatient",
  "86": "emergency services",
  "88": "pharmacy",
  "98": "office visit",
  A9: "rehabilitation",
  AA: "rehabilitation, room and board",
  AB: "rehabilitation, inpatient",
  AC: "rehabilitation, outpatient",
  AD: "occupational therapy",
  AE: "physical medicine",
  AF: "speech therapy",
  AG: "skilled nursing care",
  AL: "vision",
  BB: "partial hospitalization",
  BF: "pulmonary rehabilitation",
  BG: "cardiac rehabilitation",
  MH: "mental health",
  PT: "physical therapy",
  UC: "urgent care",
};

/** The types of an EB03; some files repeat with a character that their ISA11 does not name, but types are letters and digits. */
export function serviceTypesIn(element: string): readonly string[] {
  return element.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
}

/** The types by name, the first that have one; the others are counted. */
export function serviceTypeNames(types: readonly string[]): string {
  const known = types.map((type) => meaningIn(serviceTypes, type)).filter((name) => name !== undefined);
  const shown = known.slice(0, mostNames);
  const others = types.length - shown.length;
  if (others === 0) return shown.join(", ");
  return shown.length === 0 ? counted(others) : `${shown.join(", ")} and ${others} more`;
}

/** All types of an EB03 by name; undefined where none has one here. */
export function serviceTypesMeaning(element: string): CodeMeaning | undefined {
  const names = serviceTypesIn(element).map((type) => meaningIn(serviceTypes, type));
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : { words: `${known.join(", ")}.` };
}

const mostNames = 3;

function counted(count: number): string {
  return `${count} ${count === 1 ? "kind" : "kinds"} of service`;
}

/** EB06. */
export const periods: Codes = {
  "6": "hour",
  "7": "day",
  "13": "24 hours",
  "21": "years",
  "22": "service year",
  "23": "calendar year",
  "24": "year to date",
  "25": "contract",
  "26": "episode",
  "27": "visit",
  "28": "outlier",
  "29": "remaining",
  "30": "exceeded",
  "31": "not exceeded",
  "32": "lifetime",
  "33": "lifetime, remaining",
  "34": "month",
  "35": "week",
  "36": "admission",
};

/** EB04: Medicare's own, and those that stand beside it. */
export const insuranceTypes: Codes = {
  "12": "Medicare second, working aged",
  "13": "Medicare second, kidney failure",
  "14": "Medicare second, automobile insurance",
  "15": "Medicare second, workers' compensation",
  "41": "Medicare second, black lung",
  "42": "Medicare second, Veterans Affairs",
  "43": "Medicare second, disability",
  "47": "Medicare second, another liability insurance",
  C1: "commercial",
  CP: "Medicare conditionally first",
  GP: "group policy",
  HM: "health maintenance organization (HMO)",
  HN: "Medicare Advantage HMO",
  IN: "indemnity",
  MA: "Medicare Part A",
  MB: "Medicare Part B",
  MC: "Medicaid",
  MP: "Medicare first",
  OT: "another kind",
  PR: "preferred provider organization (PPO)",
  PS: "point of service plan",
  QM: "qualified Medicare beneficiary",
  SP: "supplemental policy",
  WC: "workers' compensation",
};

export const eligibilityDates: Codes = {
  "096": "discharge",
  "193": "period begins",
  "194": "period ends",
  "290": "coordination of benefits",
  "291": "plan",
  "292": "benefit",
  "304": "latest visit",
  "307": "eligibility",
  "318": "added",
  "346": "plan begins",
  "347": "plan ends",
  "348": "benefit begins",
  "349": "benefit ends",
  "356": "eligibility begins",
  "357": "eligibility ends",
  "435": "admission",
  "472": "service",
  "636": "last update",
};

/** NM101 of an eligibility answer. */
export const eligibilityRoles: Codes = {
  "03": "dependent",
  "13": "contracted provider",
  "1P": "provider who asks",
  "2B": "third-party administrator",
  "36": "employer",
  "73": "another physician",
  FA: "facility",
  GP: "gateway provider",
  IL: "subscriber",
  LR: "legal representative",
  P3: "primary care provider",
  P5: "plan sponsor",
  PR: "payer",
  PRP: "payer that pays first",
  SEP: "payer that pays second",
  TTP: "payer that pays third",
  VN: "vendor",
  X3: "utilization management",
};

/** AAA03. */
export const rejections: Codes = {
  "15": "application data that is needed is missing",
  "42": "the payer can't answer now",
  "43": "the provider's number is missing or not valid",
  "45": "the provider's specialty is missing or not valid",
  "47": "the provider's state is missing or not valid",
  "48": "the referring provider's number is missing or not valid",
  "50": "the provider may not ask",
  "51": "the provider is not on file",
  "52": "the service dates are not within the provider's plan",
  "56": "the date is not right",
  "57": "the date of service is missing or not valid",
  "58": "the birth date is missing or not valid",
  "60": "the birth date lies after the date of service",
  "61": "the date of death lies before the date of service",
  "62": "the date of service is too long ago or too far ahead",
  "63": "the date of service lies in the future",
  "64": "the patient's id is missing or not valid",
  "65": "the patient's name is missing or not valid",
  "66": "the patient's sex is missing or not valid",
  "67": "the patient is not found",
  "68": "the patient's number is there twice",
  "71": "the birth date is not the one on file",
  "72": "the subscriber's id is missing or not valid",
  "73": "the subscriber's name is missing or not valid",
  "74": "the subscriber's sex is missing or not valid",
  "75": "the subscriber is not found",
  "76": "the subscriber's number is there twice",
  "77": "the subscriber is found, the patient is not",
  "78": "the subscriber is not in the group or plan named",
  "79": "the participant's number is not valid",
};
