import { adjustmentElements, billedProcedure, remarkMeaning } from "./billing-codes.ts";
import { filingIndicators, frequencies, nameIdKinds, placesOfService } from "./claim-codes.ts";
import { procedureComponents } from "./claims.ts";
import { type ElementText, type SegmentText, names } from "./element-text.ts";
import { amountSegment, city, contactSegment, nameSegment, referenceSegment, street } from "./several-guides.ts";
import {
  adjustmentReasons,
  claimStatuses,
  paymentMethods,
  remittanceAmounts,
  remittanceDates,
  remittanceReferences,
  remittanceRoles,
} from "./remittance-codes.ts";

const procedure = billedProcedure(procedureComponents, { NU: "revenue code" });

const providerAdjustments: readonly ElementText[] = [1, 2, 3, 4, 5, 6].flatMap((index) => [
  {
    name: `adjustment ${index}`,
    components: [{ name: `reason ${index}`, codes: adjustmentReasons }, { name: "reference" }],
  },
  { name: `amount ${index}`, note: "Taken off the payment; a negative amount adds to it." },
]);

function remark(name: string): ElementText {
  return { name, note: "A remittance advice remark code (RARC).", meaning: remarkMeaning };
}

function remarks(count: number): readonly ElementText[] {
  return Array.from({ length: count }, (_one, index) => remark(`remark ${index + 1}`));
}

const accountKinds = { DA: "checking account", SG: "savings account" };
const numberKinds = { "01": "routing number of the bank", "04": "Canadian bank number" };
const contactNumbers = { TE: "telephone", EM: "e-mail", FX: "fax", EX: "extension", UR: "web page" };

const bankElements: readonly ElementText[] = [
  { name: "kind of bank number", codes: numberKinds },
  { name: "bank" },
  { name: "kind of account", codes: accountKinds },
  { name: "account" },
];

export const remittanceSegments: Readonly<Record<string, SegmentText>> = {
  BPR: {
    name: "payment",
    note: "What is paid for the whole transaction: the claims' payments (CLP04) less the provider adjustments (PLB).",
    elements: [
      {
        name: "what is done",
        codes: {
          C: "payment with the remittance",
          D: "payment alone",
          H: "notice without payment",
          I: "remittance alone; the payment comes by another way",
          P: "test of the payment",
          U: "split payment and remittance",
          X: "the partners choose",
        },
      },
      { name: "amount paid" },
      { name: "credit or debit", codes: { C: "credit", D: "debit" } },
      { name: "way of payment", codes: paymentMethods },
      {
        name: "form of the payment",
        codes: { CCP: "bank transfer with one addendum", CTX: "bank transfer with data" },
      },
      ...bankElements.map((element) => ({ ...element, name: `payer's ${element.name}` })),
      ...names("payer's number", "payer's supplement"),
      ...bankElements.map((element) => ({ ...element, name: `payee's ${element.name}` })),
      { name: "date of the payment", note: "CCYYMMDD." },
    ],
  },
  TRN: {
    name: "trace of the payment",
    elements: [
      { name: "kind of trace", codes: { "1": "this payment" } },
      { name: "check or transfer number", note: "Ties this remittance to the payment." },
      ...names("payer's tax number", "payer's supplement"),
    ],
  },
  CUR: { name: "currency", elements: [{ name: "role", codes: { PR: "payer" } }, { name: "currency" }] },
  DTM: {
    name: "date",
    namedBy: 1,
    elements: [
      { name: "kind of date", codes: remittanceDates },
      { name: "date", namedBy: 1, note: "CCYYMMDD." },
    ],
  },
  N1: {
    name: "name",
    namedBy: 1,
    elements: [
      { name: "role", codes: remittanceRoles },
      { name: "name" },
      { name: "kind of id", codes: { FI: "federal tax number", XV: "plan id of CMS", XX: "NPI" } },
      { name: "id", namedBy: 3 },
    ],
  },
  N3: street,
  N4: city,
  PER: contactSegment(
    { BL: "technical contact", CX: "contact for claims", IC: "contact for information" },
    contactNumbers,
  ),
  REF: referenceSegment(remittanceReferences),
  LX: { name: "group of claims", elements: names("number of the group") },
  TS3: {
    name: "sums of a provider",
    note: "Of the claims in this group.",
    elements: [
      { name: "provider's number" },
      { name: "place of service or type of bill" },
      { name: "end of the fiscal year", note: "CCYYMMDD." },
      { name: "number of claims" },
      { name: "sum of the charges" },
    ],
  },
  TS2: { name: "inpatient sums of a provider", elements: [] },
  CLP: {
    name: "claim as it was decided",
    elements: [
      { name: "patient account number", note: "The office's own number of the claim, as CLM01 sent it." },
      { name: "status of the claim", codes: claimStatuses },
      { name: "charge of the claim" },
      { name: "amount paid", note: "The charge less all adjustments of the claim and its lines." },
      { name: "what the patient owes", note: "The adjustments of group PR." },
      { name: "claim filing indicator", note: "Says which kind of payer this is.", codes: filingIndicators },
      { name: "payer's number of the claim" },
      { name: "place of service", codes: placesOfService, note: "For an institution, the type of bill." },
      { name: "frequency", codes: frequencies },
      ...names("patient's status", "diagnosis group (DRG)", "weight of the group", "share of the discharge"),
    ],
  },
  CAS: {
    name: "adjustment",
    note: "Why less, or more, was paid than was charged: who bears it, and up to six reasons with their amounts.",
    elements: adjustmentElements,
  },
  NM1: nameSegment(remittanceRoles, {
    ...nameIdKinds,
    C: "corrected number of the insured",
    HN: "former Medicare number (HICN)",
  }),
  MIA: {
    name: "inpatient decision",
    elements: [
      ...names("days covered", "outlier amount", "lifetime psychiatric days", "group's amount"),
      remark("remark 1"),
      ...Array.from({ length: 14 }, () => ({ name: "inpatient amount" })),
      ...remarks(5).slice(1),
    ],
  },
  MOA: {
    name: "outpatient decision",
    elements: [...names("rate", "amount by HCPCS"), ...remarks(5), ...names("end-stage renal amount", "unpaid amount")],
  },
  AMT: amountSegment(remittanceAmounts),
  QTY: { name: "quantity", elements: names("kind of quantity", "quantity") },
  SVC: {
    name: "service line as it was decided",
    elements: [
      { name: "procedure", components: procedure },
      { name: "charge" },
      { name: "amount paid", note: "The charge less the adjustments of this line." },
      { name: "revenue code" },
      { name: "units paid", note: "One where it is empty." },
      { name: "procedure as it was sent", components: procedure },
      { name: "units as they were sent" },
    ],
  },
  LQ: {
    name: "remark",
    elements: [
      { name: "kind of code", codes: { HE: "remark code (RARC)", RX: "pharmacy reject code" } },
      remark("remark code"),
    ],
  },
  PLB: {
    name: "provider adjustments",
    note: "What is settled beside the claims of this transaction. It changes the payment (BPR02), and no claim's amounts.",
    elements: [
      { name: "provider's number" },
      { name: "end of the fiscal year", note: "CCYYMMDD." },
      ...providerAdjustments,
    ],
  },
};
