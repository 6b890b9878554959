import { adjustmentElements } from "./billing-codes.ts";
import {
  amountKinds,
  dateKinds,
  diagnosisKinds,
  diagnosisLetters,
  entities,
  filingIndicators,
  frequencies,
  levelKinds,
  nameIdKinds,
  noteKinds,
  otherCodeKinds,
  payerPlaces,
  placesOfService,
  pointerCodes,
  procedureKinds,
  providerRoles,
  quantityKinds,
  references,
  relationships,
  yesNo,
} from "./claim-codes.ts";
import { type ElementText, type SegmentText, dateForms, names } from "./element-text.ts";
import {
  amountSegment,
  city,
  contactSegment,
  dateSegment,
  demographics,
  levelSegment,
  nameSegment,
  referenceSegment,
  street,
} from "./several-guides.ts";

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
  NM1: nameSegment(entities, nameIdKinds),
  N3: street,
  N4: city,
  REF: referenceSegment(references),
  PER: contactSegment({ IC: "contact for information" }, { TE: "telephone", EM: "e-mail", FX: "fax", EX: "extension" }),
  HL: levelSegment(levelKinds),
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
  DMG: demographics,
  CLM: { name: "claim", elements: claimElements("The sum of the lines' charges (SV102).", professionalPlace) },
  DTP: dateSegment(dateKinds),
  AMT: amountSegment(amountKinds),
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
