import { quantityKinds } from "./claim-codes.ts";
import { claimElements, procedureComponents } from "./claims.ts";
import { type Codes, type SegmentText, names } from "./element-text.ts";

/** The first two digits of a type of bill. */
const facilities: Codes = {
  "11": "hospital, inpatient, Part A",
  "12": "hospital, inpatient, Part B",
  "13": "hospital, outpatient",
  "14": "hospital, laboratory for other than patients",
  "18": "hospital, swing bed",
  "21": "skilled nursing, inpatient, Part A",
  "22": "skilled nursing, inpatient, Part B",
  "23": "skilled nursing, outpatient",
  "32": "home health under a plan of care",
  "34": "home health outside a plan of care",
  "71": "rural health clinic",
  "72": "dialysis facility",
  "74": "outpatient rehabilitation facility (ORF), rehabilitation agency",
  "75": "comprehensive outpatient rehabilitation facility (CORF)",
  "76": "community mental health center",
  "77": "federally qualified health center",
  "81": "hospice, not in a hospital",
  "82": "hospice, in a hospital",
  "83": "ambulatory surgery in a hospital",
  "85": "critical access hospital",
};

const frequencies: Codes = {
  "0": "no payment is asked for",
  "1": "from admission to discharge, or the one claim of the visits",
  "2": "first claim of a course",
  "3": "continuing claim of a course",
  "4": "last claim of a course",
  "5": "late charges alone",
  "7": "replaces an earlier claim",
  "8": "voids an earlier claim",
  "9": "last claim of a home health payment period",
};

/** By the first three digits of four; the fourth says which of its services. */
const departments: Codes = {
  "042": "physical therapy",
  "043": "occupational therapy",
  "044": "speech-language pathology",
};

const services: Codes = {
  "0": "general",
  "1": "by the visit",
  "2": "by the hour",
  "3": "group",
  "4": "evaluation or re-evaluation",
  "9": "other",
};

const revenueCodes: Codes = {
  "0250": "pharmacy",
  "0270": "medical supplies",
  "0274": "prosthetics and orthotics",
  "0450": "emergency room",
  "0470": "audiology",
  "0471": "audiology, diagnostic",
  "0510": "clinic",
  "0636": "drugs with detailed codes",
  "0940": "other therapy",
  "0943": "cardiac rehabilitation",
  "0948": "pulmonary rehabilitation",
  "0001": "total of the claim, no service",
  ...Object.fromEntries(
    Object.entries(departments).flatMap(([digits, department]) =>
      Object.entries(services).map(([digit, service]) => [digits + digit, `${department}, ${service}`]),
    ),
  ),
};

const admissionKinds: Codes = {
  "1": "emergency",
  "2": "urgent",
  "3": "elective",
  "4": "newborn",
  "5": "trauma",
  "9": "not known",
};

const admissionSources: Codes = {
  "1": "no health care facility",
  "2": "clinic or physician's office",
  "4": "another hospital",
  "5": "skilled nursing, intermediate or assisted living facility",
  "6": "another health care facility",
  "8": "court or law enforcement",
  "9": "not known",
  D: "another unit of the same hospital",
  E: "ambulatory surgery center",
  F: "hospice",
};

const patientStatuses: Codes = {
  "01": "discharged home",
  "02": "to another hospital",
  "03": "to a skilled nursing facility",
  "04": "to custodial care",
  "05": "to a cancer center or children's hospital",
  "06": "to home health care",
  "07": "left against advice",
  "20": "died",
  "30": "still a patient",
  "50": "hospice at home",
  "51": "hospice in a facility",
  "62": "to inpatient rehabilitation",
  "63": "to a long-term care hospital",
};

const quantities: Codes = {
  CA: "covered days, actual",
  CD: "coinsured days, actual",
  LA: "lifetime reserve days, actual",
  NA: "days not covered, actual",
  PT: "patients",
  FL: "units",
};

/** What an institution's claim says in other words than a professional's. */
export const institutionalSegments: Readonly<Record<string, SegmentText>> = {
  CLM: {
    name: "claim",
    elements: claimElements("The sum of the lines' charges (SV203).", {
      name: "type of bill",
      components: [
        { name: "facility and kind of care", note: "The first two digits of the type of bill.", codes: facilities },
        { name: "kind of place", codes: { A: "type of bill" } },
        { name: "frequency", note: "The third digit of the type of bill.", codes: frequencies },
      ],
    }),
  },
  CL1: {
    name: "admission",
    elements: [
      { name: "kind of admission", codes: admissionKinds },
      { name: "where the patient came from", codes: admissionSources },
      { name: "patient's status at the end of the period", codes: patientStatuses },
    ],
  },
  SV2: {
    name: "institutional service",
    elements: [
      { name: "revenue code", note: "The department that gave the service.", codes: revenueCodes },
      { name: "procedure", components: procedureComponents },
      { name: "charge" },
      { name: "what SV205 counts", codes: quantityKinds },
      { name: "units" },
      { name: "price of a unit", note: "Of accommodations, in version 4010." },
      { name: "not covered", note: "What of the charge the provider knows not to be covered." },
    ],
  },
  QTY: {
    name: "quantity",
    namedBy: 1,
    elements: [{ name: "kind of quantity", codes: quantities }, { name: "quantity" }],
  },
  MIA: { name: "inpatient decision of another payer", elements: names("covered days or visits") },
};
