import type { RemittanceCode } from "../model/tables.ts";
import { recalled, verified } from "./source.ts";

const list = verified("Claim adjustment reason codes and remittance advice remark codes (code lists)");
const contractors = verified("Medicare contractors' pages on therapy denials");
const paired = recalled("medium", "Which remark goes with which reason; the codes themselves stand in the code lists");
const uncertain = recalled("low", "Lists and blogs that name the remark beside a missing therapy modifier");

const carc = codesOf("CARC");
const rarc = codesOf("RARC");

/** The reasons and remarks that a therapy claim meets on a remittance, in the project's own words. */
export const remittanceCodes: readonly RemittanceCode[] = [
  carc("4", "The modifier does not fit the code, or one that it needs is missing", contractors, {
    inTherapy:
      "With group CO: an always-therapy code without GN, GO or GP, with more than one of them, or with another discipline's. Mend the " +
      "modifier and send the claim again.",
    rules: [
      "therapy-modifier-missing",
      "therapy-modifier-duplicate",
      "therapy-modifier-wrong-discipline",
      "assistant-modifier-mismatch",
      "assistant-modifier-without-plan",
      "assistant-modifier-both",
      "kx-without-plan",
    ],
  }),
  carc("5", "The code does not fit the place of service", list, {
    inTherapy: "The place of service and the code, or the type of bill, tell different stories.",
    rules: ["pos-private-practice"],
  }),
  carc("11", "The diagnosis does not fit the procedure", list, {
    inTherapy: "Look at the diagnoses that the line points to.",
    rules: ["diagnosis-pointer"],
  }),
  carc("14", "The service lies before the birth date", list, {
    inTherapy: "One of the two dates is wrong, mostly the birth date.",
    rules: ["service-before-birth"],
  }),
  carc("16", "The claim lacks something, or something on it can't be read; the remark says what", list, {
    inTherapy: "Nothing was judged yet: with MA130 there is no appeal, the claim is mended and sent again.",
    rules: ["npi-invalid", "icd10-format", "certifying-npi-missing", "units-not-whole", "items-missing"],
  }),
  carc("18", "An exact duplicate of another claim or line", list, {
    inTherapy: "The same code, modifiers and date twice. Units of one timed code belong on one line.",
    rules: ["duplicate-line", "same-code-two-lines"],
  }),
  carc("29", "The time for filing has passed", list, {
    inTherapy: "Medicare takes claims for twelve months from the service; after that the provider bears it.",
    rules: ["timely-filing"],
  }),
  carc("31", "The patient is not known as insured here", list, {
    inTherapy:
      "Compare the beneficiary's number with the card; the old number with its suffix is not taken since 2020.",
    rules: ["mbi-invalid"],
  }),
  carc("50", "Not held to be medically necessary", contractors, {
    inTherapy:
      "With group PR after GA: the patient was warned and pays. With group CO after GZ, or with neither: the provider bears it.",
    rules: ["gz-auto-deny", "kx-with-abn", "abn-conflict"],
  }),
  carc("58", "The place of service is not a valid one for this claim", list, {
    inTherapy: "See the place of service and who bills for patients of a hospital or a nursing facility.",
    rules: ["pos-private-practice"],
  }),
  carc("96", "Not covered", recalled("high", "Denials of lines with GY or GX"), {
    inTherapy:
      "With group PR after GY or GX, as meant: Medicare never covers the service, and the patient or another payer pays.",
    rules: ["code-not-medicare"],
  }),
  carc("97", "Contained in the payment for another service", list, {
    inTherapy: "A bundled code, or the second code of a pair. It has nothing to do with modifier 97.",
    rules: ["code-bundled", "ncci-pair"],
  }),
  carc(
    "107",
    "The service that this one belongs to is not there, or was not paid",
    recalled("low", "Its use for add-on codes"),
    {
      inTherapy: "An add-on without its base on the same day and claim.",
      rules: ["addon-without-base"],
    },
  ),
  carc("110", "Billed before the date of service", list, {
    inTherapy: "The date of service lies after the day on which the claim came in.",
    rules: ["service-in-future"],
  }),
  carc(
    "119",
    "The most that is paid for this period or occurrence is reached",
    verified("National Government Services, article 1860421"),
    {
      inTherapy:
        "The year's amount was used up and the line carried no KX. The provider bears it unless a valid notice was signed before.",
      rules: ["kx-missing-above-threshold", "kx-crossing", "kx-dropped"],
    },
  ),
  carc("146", "The diagnosis was not valid on the date of service", list, {
    inTherapy: "The code had ended or had not begun on that day; diagnoses change on 1 October.",
    rules: ["icd10-not-billable"],
  }),
  carc("151", "The payer finds that so many or so frequent services are not supported", list, {
    inTherapy:
      "Units over the limit of the day. Where the record bears them out and the limit is not absolute, appeal with it.",
    rules: ["mue-exceeded", "units-exceed-minutes"],
  }),
  carc("181", "The procedure code was not valid on the date of service", list, {
    inTherapy: "The code had ended or had not begun.",
    rules: ["code-deleted", "code-too-early"],
  }),
  carc("182", "The modifier was not valid on the date of service", list, {
    inTherapy: "The modifier had ended or had not begun.",
    rules: ["modifier-unknown", "modifier-out-of-date"],
  }),
  carc("222", "More than the most that is agreed for so many hours, days or units", list, {
    inTherapy: "Sometimes given in place of 151 for units over a limit.",
    rules: ["mue-exceeded"],
  }),
  carc("234", "Not paid by itself", recalled("low", "Its use for add-on codes"), {
    inTherapy: "An add-on or bundled code without what it belongs to.",
    rules: ["addon-without-base", "code-bundled"],
  }),
  carc("236", "The two codes do not go together on one day without a modifier that says they were separate", list, {
    inTherapy:
      "An NCCI pair. Where its indicator is 1 and the services were truly separate, 59 or an X modifier opens it.",
    rules: ["ncci-pair", "ncci-pair-hard", "eval-with-reeval"],
  }),

  rarc("M20", "The procedure code is missing or not valid", paired, {
    inTherapy: "Look at the code on the line and its dates.",
    rules: ["code-deleted", "code-too-early"],
  }),
  rarc("M51", "The procedure code is missing, incomplete or not valid", paired, {
    inTherapy: "Look at the code on the line and its dates.",
    rules: ["code-deleted", "code-too-early"],
  }),
  rarc("M53", "The days or units of service are missing or not valid", list, {
    inTherapy: "Units are whole and at least one.",
    rules: ["units-invalid", "units-not-whole"],
  }),
  rarc("M64", "A further diagnosis is missing, incomplete or not valid", list, {
    inTherapy: "Look at the diagnoses behind the first.",
    rules: ["icd10-format", "icd10-not-billable"],
  }),
  rarc("M76", "The diagnosis or condition is missing, incomplete or not valid", list, {
    inTherapy: "Look at the diagnosis codes and at the letters that the lines point to.",
    rules: ["icd10-format", "icd10-not-billable", "diagnosis-pointer"],
  }),
  rarc("M77", "The place of service is missing, incomplete or not valid", list, {
    inTherapy: "Two digits that stand in the published list.",
    rules: ["items-missing"],
  }),
  rarc("M78", "A modifier is missing, incomplete or not valid", paired, {
    inTherapy: "A mistyped or outdated modifier.",
    rules: ["modifier-unknown"],
  }),
  rarc("M141", "The doctor's certified plan of care is missing", list, {
    inTherapy: "The record that was asked for held no certified plan for the date.",
    rules: ["cert-overdue", "initial-cert-late", "service-outside-plan"],
  }),
  rarc("MA27", "The beneficiary's number or name is missing, incomplete or not valid", list, {
    inTherapy: "Compare both with the card.",
    rules: ["mbi-invalid"],
  }),
  rarc("MA63", "The first diagnosis is missing, incomplete or not valid", list, {
    inTherapy: "The first diagnosis is a billable code in full.",
    rules: ["icd10-format", "icd10-not-billable"],
  }),
  rarc("MA130", "The claim could not be processed; there is no appeal, mend it and send it again", list, {
    inTherapy: "It stands beside reason 16. A corrected claim is a new one, within the time for filing.",
    rules: [],
  }),
  rarc("N122", "The add-on code can't be billed by itself", list, {
    inTherapy: "The base code is missing on that day and claim.",
    rules: ["addon-without-base"],
  }),
  rarc("N238", "The doctor's signed plan or certification is incomplete or not valid", list, {
    inTherapy: "Something of the certification was missing in the record that was sent.",
    rules: ["cert-overdue", "initial-cert-late"],
  }),
  rarc("N257", "The billing provider's number is missing, incomplete or not valid", list, {
    inTherapy: "The NPI of the practice.",
    rules: ["npi-invalid", "items-missing"],
  }),
  rarc("N265", "The ordering provider's number is missing, incomplete or not valid", list, {
    inTherapy: "The NPI of who ordered or certified.",
    rules: ["npi-invalid", "certifying-npi-missing"],
  }),
  rarc("N285", "The referring provider's name is missing, incomplete or not valid", list, {
    inTherapy: "Whoever reviews the plan is named on the claim, with the NPI.",
    rules: ["certifying-npi-missing"],
  }),
  rarc("N286", "The referring provider's number is missing, incomplete or not valid", list, {
    inTherapy: "The NPI of who reviews the plan.",
    rules: ["npi-invalid", "certifying-npi-missing"],
  }),
  rarc("N290", "The rendering provider's number is missing, incomplete or not valid", list, {
    inTherapy: "The NPI of the therapist. An assistant has none of this kind and can't stand there.",
    rules: ["npi-invalid", "assistant-as-rendering"],
  }),
  rarc("N362", "The days or units are more than the payer takes as the most", paired, {
    inTherapy: "Units over the limit of the day.",
    rules: ["mue-exceeded"],
  }),
  rarc("N382", "The patient's number is missing, incomplete or not valid", list, {
    inTherapy: "The Medicare number has eleven characters of fixed kinds.",
    rules: ["mbi-invalid"],
  }),
  rarc("N430", "The code does not fit the units that are billed", list, {
    inTherapy: "More than one unit of an untimed code, or units that the minutes do not bear.",
    rules: ["untimed-units", "units-exceed-minutes"],
  }),
  rarc("N473", "The certification is missing", list, {
    inTherapy: "The record held no certification for the date.",
    rules: ["cert-overdue", "initial-cert-late"],
  }),
  rarc("N485", "The physical therapy certification is missing", list, {
    inTherapy: "The plan was not certified for the date, or the signature was not sent.",
    rules: ["cert-overdue", "initial-cert-late"],
  }),
  rarc("N486", "The physical therapy certification is incomplete or not valid", list, {
    inTherapy: "Something of the certification was missing: the signature, its date, the period.",
    rules: ["cert-overdue", "initial-cert-late"],
  }),
  rarc("N519", "Two modifiers do not go together", uncertain, {
    inTherapy: "Seen beside a wrong therapy modifier.",
    rules: ["therapy-modifier-duplicate", "assistant-modifier-mismatch", "abn-conflict"],
  }),
  ...["N565", "N566", "N572"].map((code) =>
    rarc(code, "An edit of the functional reporting that ended with 2018", list, {
      inTherapy: "Only on services before 2019: the functional G codes are asked for no more.",
      rules: ["functional-reporting-obsolete"],
    }),
  ),
  rarc("N793", "An alert about the new Medicare number", list, {
    inTherapy: "Claims from 2020-01-01 carry the Medicare Beneficiary Identifier, and not the old number.",
    rules: ["mbi-invalid"],
  }),
  rarc("N822", "A modifier that is needed is missing", uncertain, {
    inTherapy: "Seen where GN, GO or GP is missing.",
    rules: ["therapy-modifier-missing"],
  }),
  rarc("N823", "The modifiers are incomplete or not valid", uncertain, {
    inTherapy: "Seen where GN, GO or GP is wrong.",
    rules: ["therapy-modifier-wrong-discipline", "therapy-modifier-duplicate"],
  }),
  rarc("N851", "Paid less, since an assistant gave the service", list, {
    inTherapy: "No fault: CQ or CO brings 85 percent since 2022.",
    rules: [],
  }),
];

const byCode: ReadonlyMap<string, RemittanceCode> = new Map(remittanceCodes.map((code) => [code.code, code]));

/** A reason or a remark as it may be written: `119`, `CO-119`, `CARC 119`, `n851`. */
export function findRemittanceCode(written: string): RemittanceCode | undefined {
  const [, code] =
    /^(?:(?:CARC|RARC|CO|PR|OA|PI|CR)[\s-]*)?([A-Z]{0,2}\d{1,3})$/.exec(written.trim().toUpperCase()) ?? [];
  return code === undefined ? undefined : byCode.get(code);
}

type Meaning = Pick<RemittanceCode, "inTherapy" | "rules">;

function codesOf(kind: RemittanceCode["kind"]) {
  return (code: string, meaning: string, source: RemittanceCode["source"], rest: Meaning): RemittanceCode => ({
    code,
    kind,
    meaning,
    source,
    ...rest,
  });
}
