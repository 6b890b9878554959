import { billedProcedure } from "./billing-codes.ts";
import { nameIdKinds, references, relationships } from "./claim-codes.ts";
import { procedureComponents } from "./claims.ts";
import {
  benefitKinds,
  eligibilityDates,
  eligibilityRoles,
  insuranceTypes,
  periods,
  rejections,
  serviceTypesMeaning,
} from "./eligibility-codes.ts";
import { type Codes, type SegmentText, names } from "./element-text.ts";
import {
  city,
  contactSegment,
  dateSegment,
  demographics,
  levelSegment,
  nameSegment,
  street,
} from "./several-guides.ts";

const yesNo: Codes = { Y: "yes", N: "no", U: "not known", W: "not applicable" };

export const eligibilitySegments: Readonly<Record<string, SegmentText>> = {
  BHT: {
    name: "beginning of the answer",
    elements: [
      { name: "order of the levels", codes: { "0022": "source, receiver, subscriber, dependent" } },
      { name: "purpose", codes: { "06": "confirmation", "11": "response" } },
      { name: "number of the question" },
      { name: "date of the answer", note: "CCYYMMDD." },
      { name: "time of the answer" },
    ],
  },
  HL: levelSegment({ "20": "who answers", "21": "who asked", "22": "subscriber", "23": "dependent" }),
  TRN: {
    name: "trace of the question",
    elements: [
      { name: "whose number", codes: { "1": "the payer's", "2": "the one that the question had" } },
      ...names("number", "who gave it", "supplement"),
    ],
  },
  NM1: nameSegment(eligibilityRoles, { ...nameIdKinds, SV: "provider's number" }),
  N3: street,
  N4: city,
  REF: {
    name: "reference",
    namedBy: 1,
    elements: [
      {
        name: "kind of reference",
        codes: { ...references, "18": "plan number", "6P": "group number", N6: "plan's network number" },
      },
      { name: "reference", namedBy: 1 },
      { name: "words" },
    ],
  },
  PER: contactSegment(
    { IC: "contact for information" },
    { TE: "telephone", EM: "e-mail", FX: "fax", EX: "extension", UR: "web page" },
  ),
  AAA: {
    name: "rejection",
    note: "Why the question could not be answered.",
    elements: [
      { name: "the question was in order", codes: yesNo },
      { name: "not used" },
      { name: "reason", codes: rejections },
      {
        name: "what to do",
        codes: {
          C: "correct it and ask again",
          N: "do not ask again",
          P: "ask again later",
          R: "ask again",
          S: "do not ask again before the answer to this",
          W: "wait 30 days and ask again",
          X: "wait 10 days and ask again",
          Y: "do not ask again; the payer answers later",
        },
      },
    ],
  },
  DMG: demographics,
  INS: {
    name: "relation to the subscriber",
    elements: [
      { name: "is the subscriber", codes: yesNo },
      { name: "relation", codes: relationships },
    ],
  },
  DTP: dateSegment(eligibilityDates),
  EB: {
    name: "benefit",
    namedBy: 1,
    note: "What is said of it, its dates and its messages stand down to the next EB.",
    elements: [
      { name: "what is told", codes: benefitKinds },
      {
        name: "whom it holds for",
        codes: {
          CHD: "children",
          DEP: "dependents",
          ECH: "employee and children",
          EMP: "employee",
          ESP: "employee and spouse",
          FAM: "family",
          IND: "this person",
          SPC: "spouse and children",
          SPO: "spouse",
        },
      },
      { name: "kind of service", note: "Several may stand here.", meaning: serviceTypesMeaning },
      { name: "kind of insurance", codes: insuranceTypes },
      { name: "plan, in words" },
      { name: "period", codes: periods },
      { name: "amount", note: "With period 29 what is left; else the messages say what it is." },
      { name: "share", note: "0.2 is 20 percent." },
      { name: "what EB10 counts", codes: { VS: "visits", DY: "days", HS: "hours", MN: "months", P6: "services" } },
      { name: "number" },
      { name: "authorization needed", codes: yesNo },
      { name: "within the plan's network", codes: yesNo },
      { name: "procedure", components: billedProcedure(procedureComponents) },
    ],
  },
  HSD: { name: "how often", elements: names("what is counted", "number", "period", "number of periods") },
  MSG: { name: "message", elements: names("words of the payer") },
  III: { name: "further condition", elements: names("kind of code", "code") },
  LS: { name: "begin of further parties", elements: names("number of the loop") },
  LE: { name: "end of further parties", elements: names("number of the loop") },
  PRV: {
    name: "provider",
    elements: [
      { name: "role", codes: { PE: "performing", RF: "referring", BI: "billing", PC: "primary care" } },
      { name: "kind of code", codes: { PXC: "taxonomy code" } },
      { name: "code" },
    ],
  },
};
