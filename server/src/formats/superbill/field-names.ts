import { type FieldText, list } from "./field-text.ts";
import { providerTexts } from "./provider-names.ts";

export type { FieldName, FieldText } from "./field-text.ts";

/** Every field, in the order in which they are explained. */
export const fieldTexts: readonly FieldText[] = [
  {
    field: "claimId",
    title: "Claim id (CMS-1500 item 26)",
    text: "The practice's own number of the claim. Behind service lines it begins the next claim.",
    labels: list("Claim, Superbill, Account, Claim ID, Superbill ID, Account ID, Patient account, Acct, Invoice"),
    items: list("26"),
  },
  {
    field: "frequency",
    title: "Claim frequency (CMS-1500 item 22)",
    text: "1 an original, 7 a replacement of an earlier claim, 8 the void of one, which is not checked.",
    labels: list("Frequency, Resubmission code, Claim frequency, Frequency code, Resubmission"),
    items: list("22"),
  },
  {
    field: "patient",
    title: "Patient (CMS-1500 item 2)",
    text: "Who was treated.",
    labels: list("Patient, Patient name, Name, Beneficiary, Beneficiary name, Client, Client name, Pt name"),
    items: list("2"),
  },
  {
    field: "birthDate",
    title: "Birth date (CMS-1500 item 3)",
    text: "The patient's date of birth; the sex may stand beside it.",
    labels: list("DOB, Birth date, Date of birth, Patient DOB, Patient birth date, D.O.B., Born"),
    items: list("3"),
  },
  {
    field: "beneficiaryId",
    title: "Beneficiary id (CMS-1500 item 1a)",
    text: "The Medicare Beneficiary Identifier, or the member id of another payer, with or without hyphens.",
    labels: list(
      "MBI, Medicare ID, Member ID, Subscriber ID, Insured ID, Beneficiary ID, Insurance ID, Medicare No, Policy, Policy ID, HICN, Insured's ID, Medicare #, Medicare number, Ins ID, Ins ID #, Medicare Beneficiary ID, Medicare Beneficiary Identifier, HIC, HIC #, HICN/MBI, MBI/HICN, Primary ID, Primary member ID, Primary insurance ID, Primary policy, Primary subscriber ID",
    ),
    items: list("1a"),
  },
  {
    field: "uncertainId",
    title: "Beneficiary id, where it has the form of one",
    text: "An MBI; of a payer other than Medicare, a member id of six characters or more. Something else is not read.",
    labels: list(
      "ID, ID #, Subscriber, Medicare, Medicaid, Medicaid ID, Medicaid #, RIN, Sponsor ID, Cert #, Certificate, Certificate #, ICN",
    ),
    items: [],
  },
  {
    field: "payer",
    title: "Payer (CMS-1500 item 11c)",
    text: "Who pays: its name. Medicare, Medicare Part B and Railroad Medicare are Part B.",
    labels: list(
      "Payer, Insurance, Plan, Carrier, Payer name, Insurance company, Primary insurance, Primary payer, Insurance plan, Primary, Payor, Plan name, Insurer, Ins, Ins Co, Insurance Co, Primary Ins, Primary Ins Co, Ins Plan, Ins Name, Ins Company, 1st Ins, 1st Insurance, Ins 1, Insurance 1, Insurance name, Payer/Plan, Payor/Plan, Insurance/Payer, Primary coverage, Primary payor, Primary carrier, Insurance carrier, Health insurance",
    ),
    items: list("11c"),
  },
  {
    field: "coverage",
    title: "Payer, where no other field names it",
    text: "Who pays, where it is the name of a known payer.",
    labels: list("Health plan, Coverage, Bill to, Financial class, Insurance type, FC"),
    items: [],
  },
  {
    field: "payerId",
    title: "Payer id",
    text: "The payer's number in electronic claims.",
    labels: list("Payer ID, Payor ID, Electronic payer ID"),
    items: [],
  },
  {
    field: "setting",
    title: "Setting (CMS-1500 item 24B)",
    text: "A place of service code, the type of bill of an institutional claim, or a word: office, home, SNF, CORF, outpatient hospital.",
    labels: list("Setting, Place of service, POS, Bill type, TOB, Type of bill, Place"),
    items: list("24B"),
  },
  ...providerTexts,
  {
    field: "statementPeriod",
    title: "Statement period",
    text: "The first and the last day that an institutional claim covers.",
    labels: list("Statement period, Statement, Statement covers, Statement dates, Statement covers period"),
    items: [],
  },
  {
    field: "occurrence",
    title: "Occurrence codes",
    text: "The occurrence codes of an institutional claim, each with its date: 11 2026-01-05, 29 2026-01-05.",
    labels: list("Occurrence, Occurrences, Occurrence code, Occurrence codes, Occ code, Occ codes"),
    items: [],
  },
  {
    field: "planOfCare",
    title: "Plan of care, certification period",
    text: "Its first and last day, or its first day alone.",
    labels: list(
      "Plan of care, POC, Cert period, Certification period, Plan of care dates, POC dates, Certification, Plan of care period, PT plan of care, OT plan of care, SLP plan of care, ST plan of care, Speech plan of care, PT POC, OT POC, SLP POC, ST POC, PT cert period, OT cert period, SLP cert period, ST cert period",
    ),
    items: [],
  },
  {
    field: "recertification",
    title: "Recertification",
    text: "The first and the last day for which the plan of care was certified anew, or the first day alone.",
    labels: list(
      "Recertification, Recert, Recertified, Recert period, Recert date, Recertification period, Recertification date, Recert dates, Recertification dates, Recertified on, Recert signed, Recertification signed, PT recert, OT recert, SLP recert, PT recertification, OT recertification, SLP recertification",
    ),
    items: [],
  },
  {
    field: "certified",
    title: "Certification date",
    text: "The day on which the physician signed the plan of care.",
    labels: list(
      "Certified, POC signed, Certified on, Plan certified, Plan of care signed, POC certified, Cert date, Certification date",
    ),
    items: [],
  },
  {
    field: "progressReport",
    title: "Last progress report",
    text: "The day of the last progress report, which Medicare wants at least every ten treatment days.",
    labels: list(
      "Progress report, Last PR, Last progress report, Progress report date, Last progress note, Progress note, Progress reports, Progress notes, Progress report dates",
    ),
    items: [],
  },
  {
    field: "dateOfService",
    title: "Date of service (CMS-1500 item 24A)",
    text: "The day of the services below it that name none.",
    labels: list("Date of service, DOS, Date, Visit, Service date, Visit date, Date of visit, Dates of service"),
    items: list("24A"),
  },
  {
    field: "diagnosis",
    title: "Diagnosis (CMS-1500 item 21)",
    text: "An ICD-10-CM code, or several with commas between; the dot is optional. A letter A to L, or a number, may stand behind the label.",
    labels: list(
      "Diagnosis, Dx, ICD-10, Diagnoses, ICD, Diag, Diagnosis code, Dx code, ICD-10 code, Diagnosis codes, Dx codes, ICD-10 codes, Primary diagnosis, Primary Dx, Secondary diagnosis, Treatment diagnosis, Medical diagnosis",
    ),
    items: list("21"),
  },
  {
    field: "usedPtSlp",
    title: "Used amount, PT and SLP together",
    text: "What was used of the year's amount before this claim, or up to a day: 1,900.00 as of 2026-03-10. Leave it empty where it is not known.",
    labels: list(
      "Year to date PT/SLP, YTD PT/SLP, YTD PT, PT/SLP used, YTD SLP, YTD PT and SLP, YTD PT & SLP, PT used, SLP used, PT and SLP used, Year to date PT, Year to date PT and SLP, Used PT/SLP, PT/SLP YTD, PT YTD, SLP YTD, PT/SLP used to date, Year to date SLP, YTD PT/ST, YTD ST, PT/ST used, ST used, PT/ST YTD, Year to date PT/ST",
    ),
    items: [],
  },
  {
    field: "usedOt",
    title: "Used amount, OT",
    text: "What was used of the year's amount before this claim, or up to a day: 1,900.00 as of 2026-03-10. Leave it empty where it is not known.",
    labels: list("Year to date OT, YTD OT, OT used, Used OT, OT YTD, OT used to date"),
    items: [],
  },
  {
    field: "usedAmounts",
    title: "Used amounts",
    text: "What was used of the year's amounts before this claim, each behind its therapy: PT/SLP 1,900.00, OT 220.00.",
    labels: list("Used to date, YTD, Year to date, Therapy cap used, Cap used, Therapy used, Threshold used, YTD used"),
    items: [],
  },
  {
    field: "abn",
    title: "Advance Beneficiary Notice",
    text: "Whether one was signed: on file, signed, a date, or none.",
    labels: list("ABN, ABN signed, ABN on file, Advance beneficiary notice"),
    items: [],
  },
  {
    field: "total",
    title: "Total charge (CMS-1500 item 28)",
    text: "What is billed for the whole claim.",
    labels: list("Total, Total charge, Total charges, Total billed, Total fee, Total fees"),
    items: list("28"),
  },
  {
    field: "note",
    title: "Note (CMS-1500 item 19)",
    text: "Free text up to the end of the line.",
    labels: list("Note, Notes, Remarks, Comment, Comments, Remark"),
    items: list("19"),
  },
  {
    field: "ignored",
    title: "Not read",
    text: "Nothing is checked here.",
    labels: list(
      "Phone, Fax, Tel, Telephone, Email, E-mail, Address, City, State, Zip, Website, Web, Page, Printed, Sex, Gender, Age, Copay, Co-pay, Coinsurance, Deductible, Authorization, Auth, Prior auth, Referral, Group, Group name, Employer, Facility, Time, Time in, Time out, Start time, End time, Start, End, Visits, Visit count, Appointment, Rate, Pain, Goal, Goals, Secondary, Secondary insurance, Relationship, Insured, Insured name, Subscriber name, Cell, Mobile, MRN, Chart, Room, Office, Location, Data, Patients, Physicians, Providers, Clients, Dates, Plans, Visit #, Visit No, Visit number, Patient ID, Payment, Payments, Cosigned, Cosigned by, Co-signature, Assistant, PTA, OTA, COTA, Supervising, Supervised by, Supervising PT, Supervising OT, Supervising therapist, Supervisor, Secondary payer, Tertiary payer, Other payer, Guarantor, Guarantor name, Secondary ID, Secondary member ID, Secondary policy, Secondary insurance ID, Statement date, Statement ID, Secondary ins, Secondary ins co, Secondary coverage, Secondary payor, Secondary plan, Secondary carrier, Tertiary insurance, Tertiary ins, 2nd ins, 2nd insurance, Ins 2, Insurance 2, Other ins, Other insurance, Employer ID, Recert due, Recert due date, Recertification due, Next recert, POC due, Next progress report, Progress report due, PR due, Next PR, Attending NPI, Supervising NPI, Supervising physician, Supervising physician NPI, PT/SLP remaining, PT/ST remaining, PT remaining, SLP remaining, OT remaining, Cap remaining, Therapy cap remaining, Threshold remaining",
    ),
    items: list(
      "1, 4, 5, 6, 7, 8, 9, 9a, 9d, 10, 10a, 10b, 10c, 10d, 11, 11a, 11b, 11d, 12, 13, 14, 15, 16, 17a, 18, 20, 23, 24, 24C, 24D, 24E, 24F, 24G, 24H, 24I, 27, 29, 30, 32, 32a, 32b, 33b",
    ),
  },
];
