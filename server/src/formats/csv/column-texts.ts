import type { ColumnKind } from "../superbill/column-names.ts";
import { type FieldName, list } from "../superbill/field-text.ts";

/** What only a column can hold: half of a period, what tells patients apart. */
export type OwnColumn =
  "planStart" | "planEnd" | "statementStart" | "statementEnd" | "usedAsOf" | "unitPrice" | "claimTotal" | "patientKey";

export interface OwnColumnText {
  readonly column: OwnColumn;
  readonly title: string;
  readonly text: string;
  readonly names: readonly string[];
}

export const ownColumnTexts: readonly OwnColumnText[] = [
  {
    column: "planStart",
    title: "First day of the plan of care",
    text: "The day on which the plan of care, or the certification period, begins.",
    names: list(
      "POC start, POC start date, Plan of care start, Plan of care start date, Plan start, Plan start date, Plan of care from, POC from, POC begin, POC begin date, POC effective, POC effective date, Cert start, Cert start date, Cert from, Cert from date, Cert period start, Cert period from, Certification start, Certification start date, Certification from, Certification period start",
    ),
  },
  {
    column: "planEnd",
    title: "Last day of the plan of care",
    text: "The day on which the plan of care, or the certification period, ends.",
    names: list(
      "POC end, POC end date, Plan of care end, Plan of care end date, Plan end, Plan end date, Plan of care to, Plan of care through, POC to, POC through, POC thru, POC expiration, POC expiration date, POC expires, POC exp date, Cert end, Cert end date, Cert to, Cert thru, Cert through, Cert to date, Cert period end, Cert period to, Certification end, Certification end date, Certification to, Certification through, Certification period end",
    ),
  },
  {
    column: "statementStart",
    title: "First day of the statement period (UB-04 form locator 6)",
    text: "The first day that an institutional claim covers.",
    names: list("Statement from, Statement from date, Statement start, Statement start date, Statement covers from"),
  },
  {
    column: "statementEnd",
    title: "Last day of the statement period (UB-04 form locator 6)",
    text: "The last day that an institutional claim covers.",
    names: list(
      "Statement to, Statement to date, Statement through, Statement thru, Statement through date, Statement end, Statement end date, Statement covers through",
    ),
  },
  {
    column: "usedAsOf",
    title: "Used amount, up to which day",
    text: "The last day whose services the used amount beside it includes.",
    names: list(
      "Used as of, YTD as of, As of, As of date, Used amount as of, YTD as of date, Used as of date, Used date, YTD date",
    ),
  },
  {
    column: "unitPrice",
    title: "Price of one unit",
    text: "What one unit costs. It is not read as the charge of the line, and nothing is multiplied.",
    names: list(
      "Unit price, Unit charge, Unit fee, Unit rate, Unit cost, Unit amount, Price, Rate, Fee per unit, Charge per unit, Price per unit, Rate per unit, Amount per unit, Cost per unit, Per unit, Unit charge amount, Unit fee amount, Each",
    ),
  },
  {
    column: "claimTotal",
    title: "Total charge of the claim (CMS-1500 item 28)",
    text: "What is billed for the whole claim; every row of the claim repeats it.",
    names: list(
      "Claim total, Claim total charge, Claim total charges, Total claim charge, Total claim charges, Total claim charge amount, Claim charge, Claim charges, Claim charge amount, Claim amount, Total claim amount, Claim billed amount, Clm tot chrg amt, Claim total amount, Superbill total, Invoice total, CLM02",
    ),
  },
  {
    column: "patientKey",
    title: "Whose row it is",
    text: "It tells patients apart and is not checked: rows of one patient and one day are one claim where no claim has a number.",
    names: list(
      "Patient ID, Patient no, Patient number, Patient #, Patient account, Patient acct, Patient account no, Patient account number, Acct, Acct no, Acct #, Account, Account no, Account number, Account ID, MRN, Medical record number, Chart, Chart no, Chart number, Chart ID, Client ID, Client no, Client number, Person ID, Resident ID, Patient first name, First name, Patient first, Client first name, Pt first, Pt first name, Middle name, Patient middle name, Patient MRN, Patient key, PT ID, Pat ID, DESYNPUF ID, Bene SK",
    ),
  },
];

/** How billing systems name what the text table and the fields of a superbill name otherwise; the most common first. */
export const furtherColumnNames: Readonly<Partial<Record<ColumnKind, readonly string[]>>> = {
  date: list(
    "Service start date, Start date of service, Service date start, Service begin date, Begin date of service, DOS begin, DOS start, Service dt, Svc dt, Svc dts, Dates of service, From dt, From svc date, From service date, Date service from, Date of service from, DOS from date, Clm from dt, Claim from date, Line from dt, Line 1st expns dt, Clm line from dt, First date of service, Service from, Service line date, Line service date, Line date of service, Line DOS, Treatment date, Date of treatment, Tx date, Date of visit, Session date, Visit dt, Encounter date, Appointment date, Appt date, Charge date, Date performed, Service performed date, Serviced date, Service day, Dates, Service dates",
  ),
  dateThrough: list(
    "Service date end, Service thru date, Service through date, End date of service, DOS end, DOS thru, DOS through, DOS to date, To dt, Thru dt, To svc date, To service date, Date of service to, Date of service through, Clm thru dt, Claim through date, Line thru dt, Line last expns dt, Last date of service, Service to, Thru date, Through date",
  ),
  code: list(
    "HCPCS cd, HCPC, HCPC code, HCPCS code 1, CPT4, CPT4 code, CPT-4 code, CPT cd, CPT HCPCS, CPT HCPCS code, HCPCS CPT code, CPT or HCPCS, CPT/HCPCS codes, Proc cd, Procedure cd, Procedure codes, Procedure code id, Proc ID proc name, Billing code, Billed code, Billable code, Charge code, Svc code, Service code CPT, Service line code, Line procedure code, CPT code billed, Procedure billed, Line CPT, Treatment code, Fee code",
  ),
  modifiers: list(
    "Modifier list, Modifiers list, Modifier codes, Modifier code, Mod codes, Mod code, Procedure modifiers, Procedure modifier, Proc modifiers, Proc modifier, Proc mods, Proc mod, CPT modifiers, CPT modifier, CPT mods, CPT mod, HCPCS modifier, HCPCS modifiers, All modifiers, Line modifiers, Modifier string, Mods list, Mod list",
  ),
  units: list(
    "Unit count, Units billed, Unit qty, Qty billed, Quantity billed, Billing units, Charge units, Charge qty, Charge quantity, UOS, Num units, No units, Srvc cnt, Line srvc cnt, Svc unit count, Service unit count, Service units count, Service qty, Procedure quantity, Procedure units, Procedure qty, Proc units, Proc qty, CPT units, Days units, Day or units, Units or days, Line units, Line quantity, Timed units",
  ),
  minutes: list(
    "Duration, Duration minutes, Duration min, Duration mins, Total timed minutes, Total timed min, Timed min, Timed mins, Total tx minutes, Billable minutes, Billed minutes, Session minutes, Minutes treated, Treatment time minutes, Treatment mins, Treatment min, Tx minutes, Tx mins, Time minutes, Time mins, CPT minutes, Service minutes, Actual minutes",
  ),
  pointers: list(
    "Diagnosis pointer list, Dx pointer list, Dx ptrs, Diag pointers, Diag ptrs, Diagnosis ptr, Diagnosis ptrs, Pointer list, ICD pointer, ICD pointers, ICD ptr, Diagnosis code pointer, Diagnosis code pointers, Dx code pointer, Dx link, Dx ref, Diagnosis ref, Linked diagnoses, Diagnosis link",
  ),
  charge: list(
    "Line charge amount, Line charges, Line item charge, Line item charge amount, Charged, Charge amt, Charges amt, Amount billed, Amount charged, Amt billed, Billed amt, Billed charges, Gross charge, Gross charges, Gross amount, Submitted charge, Submitted charges, Submitted amount, Line submitted charge, Line sbmtd chrg amt, Line total, Line amount, Line item total, Line billed amount, Line fee, Total line charge, Extended price, Extended charge, Extended amount, Ext charge, Ext price, Ext amount, Ext amt, Total price, Total amount, Total amt, Total fees, Charge total, Fee total, Fee amount, Service charge, Service amount, Procedure charge, Proc charge, Svc charge, Charge ($), Standard charge",
  ),
  allowed: list(
    "Line allowed amount, Line allowed, Line allowed charge, Line alowd chrg amt, Line allowed charge amount, Allowed charge, Allowed charges, Allowable amount, Allowable amt, Allowable charge, Amount allowed, Amt allowed, Medicare allowed, Medicare allowable, Medicare allowed amount, Payer allowed, Approved amount, Contract allowed, Contractual allowed, MPFS allowed, MPFS rate total",
  ),
  clinician: list(
    "Clinician credentials, Clinician credential, Provider credential, Provider credentials, Therapist credential, Therapist credentials, Credential, Credentials, Treating clinician, Treating clinician name, Treating PT, Treating OT, Treating SLP, Treated by name, Treating therapist name, Treating provider name, Staff, Staff name, Employee, Practitioner, Practitioner name, Provider full name, Therapist full name, Clinician type, Therapist type, Provider credentials suffix, Discipline role, Performed by name, Documented by, Author",
  ),
  rendering: list(
    "Rendering provider full name, Rendering physician, Rendering clinician, Rendering prov, Rendering prov name, Render provider, Servicing provider, Servicing provider name, Service provider, Service provider name, Performing provider, Performing provider name, Billing therapist",
  ),
  renderingNpi: list(
    "Rendering prov NPI, Rend NPI, Rend prov NPI, Rendering provider ID NPI, Performing NPI, Performing provider NPI, Servicing NPI, Servicing provider NPI, Service provider NPI, Treating NPI, Treating provider NPI, Treating therapist NPI, Clinician NPI, Practitioner NPI, Prf physn NPI, Individual NPI, Rendering provider identifier, Line rendering NPI",
  ),
  place: list(
    "POS code, POS cd, Place of svc, Place of service code, Place of service cd, Place of serv, Line place of service, Service place, Facility type code, Line place of srvc cd, Clm place of srvc cd, Placeofservice",
  ),
  revenue: list(
    "Revenue cd, Rev center, Revenue center, Rev cntr, Revenue center code, Rev cntr cd, UB rev code, UB revenue code",
  ),
  note: list(
    "Line note, Line notes, Billing note, Billing notes, Billing comment, Claim note, Claim notes, Claim comment, Memo, Line comment, Line remark, Claim remark",
  ),
  ignored: list(
    "Payment, Payments, Insurance payment, Patient payment, Amount paid, Balance due, Amount due, Patient responsibility, Adjustment, Adjustments, Write off, Copay, Coinsurance, Deductible, Units available, Date of birth age, Date billed, Billed date, Bill date, Billing date, Post date, Posted date, Date posted, Posting date, Entry date, Date entered, Created date, Date created, Created at, Updated at, Submitted date, Date submitted, Claim date, Modified, Modified by, Modified date, Modified on, Date modified, Last modified, Payee, Payee name, Payees, Statement date, Signed date, Date signed, Signature date, Paid date, Date paid, Start time, End time, Time in, Time out, Description of service, CPT description, Code description, Procedure name, Proc name, Service name, Modifier description, Diagnosis description, Dx description, Place of service description, POS description, Secondary payer, Secondary insurance, Secondary member ID",
  ),
};

export const furtherFieldNames: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  claimId: list(
    "Claim, Claim ID, Claim no, Claim number, Claim #, Claim id number, Claim control number, Claim control no, Claim ref, Claim reference, Claim key, Clm ID, Clm no, Patient control number, Patient control no, Superbill, Superbill ID, Superbill no, Superbill number, Superbill #, Encounter ID, Encounter, Encounter no, Encounter number, Encounter #, Visit ID, Invoice, Invoice ID, Invoice no, Invoice number, Invoice #, Bill ID, Bill no, Bill number, Voucher, Voucher no, Voucher number, Ticket, Ticket no, Ticket number, Ticket #, CLM01",
  ),
  frequency: list(
    "Claim frequency code, Claim frequency type, Claim frequency type code, Frequency type code, Resub code, Claim freq, Claim freq code, Clm freq cd",
  ),
  patient: list(
    "Patient, Patient name, Patient full name, Patient last name, Last name, Patient last, Client, Client name, Client full name, Client last name, Beneficiary, Beneficiary name, Bene name, Member name, Resident, Resident name, Pt, Pt name, Pt last, Pt last name, Pat name, Subscriber name, Insured name, Name",
  ),
  birthDate: list(
    "Patient birthdate, Birthdate, Patient date of birth, Pt DOB, Pat DOB, Client DOB, Member DOB, Bene DOB, Bene birth dt, Beneficiary DOB, Beneficiary date of birth, Client date of birth, Resident DOB, DOB date",
  ),
  beneficiaryId: list(
    "Bene ID, Member no, Member number, Member #, Member, Insured id number, Policy number, Policy no, Policy #, Primary policy number, Primary policy no, Primary ins ID, Insurance member ID, Insurance ID number, Insurance number, Subscriber number, Primary insurance member ID, MBI number, MBI #, Medicare MBI, Patient MBI, MBI/Member ID, MBI or Member ID, Member ID/MBI, Insurance policy number, Insurance policy no, Medicare beneficiary number, Beneficiary number, Bene MBI ID, Patient member ID, Primary member no, Coverage mem ID, Coverage member ID, Mem ID",
  ),
  payer: list(
    "Payer description, Primary payer name, Primary insurance name, Primary payor name, Insurance payer, Ins carrier, Insurance carrier name, Payor name, Payer plan, Payer plan name, Primary plan, Primary plan name, Insurance plan name, Primary carrier name, Carrier name, Primary insurance plan, Billed to, Primary insurance company",
  ),
  payerId: list(
    "Payer identifier, Payer number, Payer no, Payor number, EDI payer ID, Primary payer ID, Insurance payer ID",
  ),
  taxonomy: list(
    "Billing taxonomy, Billing provider taxonomy, Billing taxonomy code, Group taxonomy, Rendering taxonomy, Rendering provider taxonomy, Rendering taxonomy code, Rendering provider taxonomy code, Therapist taxonomy, Provider taxonomy, Referring taxonomy, Referring provider taxonomy, Referring taxonomy code, Referring provider taxonomy code",
  ),
  setting: list("TOB code, Type of bill code, Bill type code, UB bill type"),
  provider: list(
    "Billing provider name, Billing practice, Billing group, Practice name, Group practice, Billing provider organization, Billing entity",
  ),
  taxId: list(
    "Billing tax ID, Billing provider tax ID, Practice tax ID, Provider tax ID, Group tax ID, Billing EIN, Tax ID number",
  ),
  billingNpi: list("Billing provider identifier, Billing provider NPI number, Billing entity NPI, Practice group NPI"),
  referring: list(
    "Referring physician name, Referring provider name, Referring MD name, Referring doctor name, Ordering physician name, Ordering provider name, Certifying physician name, Referral source, Referring prov name, Certifying provider name",
  ),
  referringNpi: list(
    "Referring provider NPI number, Referral NPI, Ordering prov NPI, Referring npi number, At physn NPI referring",
  ),
  certified: list(
    "POC signed date, POC certified date, Certified date, Date certified, Certification signed, Certification signed date, Cert signed, Cert signed date, Plan certified date, Physician signed, MD signed, MD signed date, Physician signature date, POC signature date",
  ),
  planOfCare: list(
    "Plan of care period, POC period, Cert dates, Certification dates, Certification date range, POC date range",
  ),
  progressReport: list(
    "Last progress report date, Progress note date, Last PN, Last progress note date, PR date, Last PR date",
  ),
  statementPeriod: list("Statement covers period, Statement period dates"),
  usedPtSlp: list(
    "YTD PT SLP, PT SLP YTD, PT SLP used, Used PT SLP, YTD PT ST, PT ST YTD, Used amount PT SLP, PT SLP used amount, YTD PT SLP amount, YTD PT amount, PT amount used, PT used amount, PT SLP used to date, PT SLP threshold used, Year to date PT SLP, PT YTD amount, KX used PT SLP",
  ),
  usedOt: list(
    "Used amount OT, OT used amount, YTD OT amount, OT amount used, OT threshold used, OT YTD amount, KX used OT",
  ),
  usedAmounts: list(
    "Used amount, Amount used, YTD amount, YTD used amount, Used YTD, Threshold used amount, KX used, KX amount used, Therapy used amount, Therapy YTD, Therapy threshold used, Medicare used, Year to date amount",
  ),
};
