import type { RemittanceCode } from "../model/tables.ts";
import { recalled, verified } from "./source.ts";

const list = verified("Claim adjustment reason codes and remittance advice remark codes (code lists)");
const contractors = verified("Medicare contractors' pages on therapy denials");
const paired = recalled("medium", "Which remark goes with which reason; the codes themselves stand in the code lists");
const copied = recalled(
  "high",
  "Claim adjustment reason codes and remittance advice remark codes, read in copies of the lists",
);
const uncertain = recalled("low", "Lists and blogs that name the remark beside a missing therapy modifier");

const carc = codesOf("CARC");
const rarc = codesOf("RARC");

/** The reasons and remarks that a therapy claim meets on a remittance, in the project's own words. */
export const remittanceCodes: readonly RemittanceCode[] = [
  carc("1", "The deductible of the year", copied, {
    inTherapy: "The patient pays it. It is part of what is allowed, so it counts against the year's amount.",
    rules: [],
  }),
  carc("2", "The coinsurance of the service", copied, {
    inTherapy: "The patient's share, 20 percent at Medicare. It counts against the year's amount.",
    rules: [],
  }),
  carc("3", "The copayment of the visit", copied, {
    inTherapy: "The patient's fixed share of a visit. It is part of what is allowed.",
    rules: [],
  }),
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
  carc("22", "Another payer may have to pay first", copied, {
    inTherapy: "Ask the patient for other insurance, and send the claim to the first payer.",
    rules: [],
  }),
  carc("23", "What payers before this one paid and adjusted, in one sum", copied, {
    inTherapy: "No fault: it stands on the remittance of a second or third payer.",
    rules: [],
  }),
  carc("24", "The service is covered by a capitation or managed care plan", copied, {
    inTherapy: "The patient has a Medicare Advantage plan on that day. Send the claim to it.",
    rules: [],
  }),
  carc("26", "The service lies before the coverage", copied, {
    inTherapy: "Look at the date of service and at the eligibility answer.",
    rules: [],
  }),
  carc("27", "The service lies after the end of the coverage", copied, {
    inTherapy: "Look at the date of service and at the eligibility answer.",
    rules: [],
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
  carc("45", "The charge is over the fee schedule or the contract", copied, {
    inTherapy: "No fault: the difference between charge and allowed amount, which the provider writes off.",
    rules: [],
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
  carc("59", "Reduced by the rules for several procedures on one day", copied, {
    inTherapy:
      "No fault: of all always-therapy services of a day one is paid in full, and of the others the practice expense by half.",
    rules: [],
  }),
  carc("94", "More was paid than was charged", copied, {
    inTherapy: "Mostly a negative amount, where the allowed amount is over the charge.",
    rules: ["charge-below-allowed"],
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
  carc("109", "Not this payer's to pay", copied, {
    inTherapy: "Often a Medicare Advantage member billed to Medicare itself. Send the claim to the right payer.",
    rules: [],
  }),
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
  carc("144", "An incentive of a program", copied, {
    inTherapy: "No fault: it changes the payment and not what is allowed.",
    rules: [],
  }),
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
  carc("197", "An authorization or a notice beforehand is missing", copied, {
    inTherapy: "Many plans want therapy authorized after some visits. Look for the number and its dates.",
    rules: [],
  }),
  carc("204", "Not covered by the patient's plan", copied, {
    inTherapy: "With group PR the patient pays. Look at the plan's therapy benefit.",
    rules: [],
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
  carc("237", "A penalty of law or regulation", copied, {
    inTherapy: "It lowers the payment and not what is allowed; the remark says which program it is.",
    rules: [],
  }),
  carc("242", "The provider is not in the plan's network", copied, {
    inTherapy: "Look at the contract, and at which of the practice's numbers was billed.",
    rules: [],
  }),
  carc("253", "Sequestration: federal payments are reduced", copied, {
    inTherapy: "No fault: it lowers Medicare's payment and not what is allowed, and the patient does not owe it.",
    rules: [],
  }),

  rarc("M15", "Bundled: the services are parts of one procedure", copied, {
    inTherapy: "It stands beside reason 97. See the pair of codes.",
    rules: ["ncci-pair", "code-bundled"],
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
  rarc("M80", "Not covered in the same session or on the same day as another service", copied, {
    inTherapy: "See the pairs of codes of that day, on other claims too.",
    rules: ["ncci-pair", "ncci-pair-hard"],
  }),
  rarc("M141", "The doctor's certified plan of care is missing", list, {
    inTherapy: "The record that was asked for held no certified plan for the date.",
    rules: ["cert-overdue", "initial-cert-late", "service-outside-plan"],
  }),
  rarc("MA01", "An alert: the decision can be appealed", copied, {
    inTherapy: "It says how to appeal, and nothing about the claim.",
    rules: [],
  }),
  rarc("MA07", "An alert: the claim was forwarded to Medicaid", copied, {
    inTherapy: "Do not send it there again.",
    rules: [],
  }),
  rarc("MA13", "An alert: only what stands in group PR may be billed to the patient", copied, {
    inTherapy: "What stands in group CO is the provider's to bear.",
    rules: [],
  }),
  rarc("MA18", "An alert: the claim was forwarded to the supplemental insurer", copied, {
    inTherapy: "Do not send it there again.",
    rules: [],
  }),
  rarc("MA27", "The beneficiary's number or name is missing, incomplete or not valid", list, {
    inTherapy: "Compare both with the card.",
    rules: ["mbi-invalid"],
  }),
  rarc("MA63", "The first diagnosis is missing, incomplete or not valid", list, {
    inTherapy: "The first diagnosis is a billable code in full.",
    rules: ["icd10-format", "icd10-not-billable"],
  }),
  rarc("MA67", "It corrects an earlier claim", copied, {
    inTherapy: "A claim that takes the earlier payment back stands beside it.",
    rules: [],
  }),
  rarc("MA130", "The claim could not be processed; there is no appeal, mend it and send it again", list, {
    inTherapy: "It stands beside reason 16. A corrected claim is a new one, within the time for filing.",
    rules: [],
  }),
  rarc("N115", "Decided by a local coverage determination", copied, {
    inTherapy: "The contractor's policy names diagnoses and limits for the code; it is on its website.",
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
