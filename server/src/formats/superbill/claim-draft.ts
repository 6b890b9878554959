import { type Claim, type Provider, areOfSeveralSubjects, noProvider } from "../../model/claim.ts";
import { type CalendarDate, yearOf } from "../../model/date.ts";
import { type Field, type Part, type Span, fieldOf, spanOf } from "../../text/span.ts";
import { settled } from "../settled.ts";
import { type FieldValues, newFieldValues, withDefaults } from "./field-values.ts";
import { servicesOf } from "./form-rows.ts";
import type { Target } from "./target.ts";
import type { UnreadLine } from "./other-line.ts";
import { plansOf } from "./plans.ts";
import { lastReportOf } from "./progress-reports.ts";
import { payerOfRows } from "./row-owner.ts";
import { type LineDraft, toServiceLine } from "./service-line.ts";
import type { LabelPlace } from "./superbill-part.ts";
import { surelyBeneficiary } from "./uncertain-id.ts";
import { toCalendarDate } from "./written-date.ts";

/** What was read of a claim, in whatever way its fields and rows are written. */
export interface ReadClaim extends Target {
  readonly values: FieldValues;
  /** What the fields before the first title, or the first patient, say. */
  readonly defaults: FieldValues | undefined;
  readonly lines: LineDraft[];
  /** What the nearest date-of-service field above says; `unreadable` where it should say something. */
  dateOfFieldAbove: Field<CalendarDate> | "unreadable" | undefined;
  /** An amount stands beside the service lines that may be part of the total. */
  hasOtherCharges: boolean;
  start: number;
  end: number;
}

/** A claim while its part is being read. */
export interface ClaimDraft extends ReadClaim {
  defaults: FieldValues | undefined;
  readonly labels: LabelPlace[];
  /** Lines that name codes but are no service lines. */
  readonly unreadLines: UnreadLine[];
  /** Of the row right above, where no date-of-service field stands between. */
  dateOfRowAbove: Field<CalendarDate> | undefined;
  /** The title's words, else the first label, or the first row's code; undefined where nothing of a claim was read yet. */
  head: Span | undefined;
}

export function newClaim(part: Part, defaults: FieldValues | undefined): ClaimDraft {
  return {
    part,
    problems: [],
    values: newFieldValues(),
    defaults,
    lines: [],
    labels: [],
    unreadLines: [],
    dateAbove: defaults?.datesOfService.at(-1),
    dateOfFieldAbove: defaults?.datesOfService.at(-1),
    dateOfRowAbove: undefined,
    head: undefined,
    hasOtherCharges: false,
    start: 0,
    end: 0,
  };
}

/** The claim is found to begin here, unless it began before. */
export function beginClaim(draft: ClaimDraft, head: Span, start: number): void {
  if (draft.head !== undefined) return;
  draft.head = head;
  draft.start = start;
}

/** The claim that was read, without the rows that a form prints and nobody filled in. */
export function finishClaim(draft: ClaimDraft, head: Span): Claim {
  return claimOf(draft, servicesOf(draft), head);
}

/** A claim of these rows. What hangs on the whole of it is settled here: pointers, dates that stand below, centuries. */
export function claimOf(draft: ReadClaim, services: readonly LineDraft[], head: Span): Claim {
  const { part } = draft;
  const values = withDefaults(draft.values, draft.defaults);
  const onlyDate = onlyDateOf(draft) ?? sharedDateOf(draft);
  const serviceLines = services.map((line) => toServiceLine(draft, line, values, onlyDate));
  const { planOfCare, recertifications } = plansOf(values.plans, serviceLines);
  const { texts } = values;
  const payer = payerOf(texts.payer ?? texts.coverage, payerOfRows(draft.lines));
  return {
    part,
    span: spanOf(part, draft.start, draft.end),
    head,
    kind: texts.typeOfBill === undefined ? "professional" : "institutional",
    claimId: texts.claimId,
    frequency: texts.frequency,
    originalReference: undefined,
    patient: texts.patient,
    birthDate: birthDateOf(draft, values),
    beneficiaryId: texts.beneficiaryId ?? surelyBeneficiary(texts.uncertainId, payer?.value),
    payer: { name: payer, filingIndicator: undefined, payerId: texts.payerId },
    billingProvider: provider(texts.providerName, texts.billingNpi, texts.billingTaxonomy, texts.taxId),
    renderingProvider: provider(texts.renderingName, texts.renderingNpi, texts.renderingTaxonomy),
    referringProvider: provider(texts.referringName, texts.referringNpi, texts.referringTaxonomy),
    clinician: values.clinician,
    placeOfService: texts.placeOfService,
    typeOfBill: texts.typeOfBill,
    statementPeriod: values.statementPeriod,
    occurrences: settled(values.occurrences),
    planOfCare,
    recertifications,
    certified: values.certified,
    lastProgressReport: lastReportOf(values.progressReports, serviceLines),
    progressReports: settled(values.progressReports),
    diagnoses: settled(values.diagnoses),
    statedAmounts: settled(values.statedAmounts),
    abn: texts.abn,
    total: values.total,
    hasOtherCharges: draft.hasOtherCharges,
    hasUnclearNpi: values.unclearNpis.some(({ value }) => !isNamed(value, values)),
    notes: settled(values.notes),
    serviceLines,
    hasSeveralSubjects: areOfSeveralSubjects(serviceLines),
  };
}

type Text = Field<string> | undefined;

/** A field says it for rows that say nothing or all the same, never for rows of different payers. */
function payerOf(stated: Text, ofRows: Text): Text {
  return ofRows?.value === "" ? ofRows : (stated ?? ofRows);
}

function provider(name: Text, npi: Text, taxonomy: Text, taxId?: Text): Provider {
  return (name ?? npi ?? taxonomy ?? taxId) === undefined ? noProvider : { name, npi, taxonomy, taxId };
}

function isNamed(npi: string, { texts }: FieldValues): boolean {
  return [texts.billingNpi, texts.renderingNpi, texts.referringNpi].some((field) => field?.value === npi);
}

/** The claim's one date of service, for rows that stand above it. */
function onlyDateOf(draft: ReadClaim): Field<CalendarDate> | undefined {
  const first = draft.values.datesOfService[0] ?? draft.lines.find(({ date }) => date !== undefined)?.date;
  const isSame = (date: Field<CalendarDate> | undefined): boolean => date === undefined || date.value === first?.value;
  return draft.values.datesOfService.every(isSame) && draft.lines.every(({ date }) => isSame(date)) ? first : undefined;
}

/** The file's date, for a claim that states none, not even one that can't be read. */
function sharedDateOf({ values, defaults, lines, dateOfFieldAbove }: ReadClaim): Field<CalendarDate> | undefined {
  const statesDate = values.datesOfService.length > 0 || dateOfFieldAbove !== undefined;
  return statesDate || !lines.every(({ mayBeBelow }) => mayBeBelow) ? undefined : defaults?.sharedDate;
}

function datesOf(draft: ReadClaim): readonly Field<CalendarDate>[] {
  return [...draft.values.datesOfService, ...draft.lines.flatMap((line) => line.date ?? [])];
}

/** A two-digit year is of this century, unless the patient would be born after the latest service; without one, unknown. */
function birthDateOf(draft: ReadClaim, values: FieldValues): Field<CalendarDate> | undefined {
  const written = values.birthDate;
  const date = written === undefined ? undefined : toCalendarDate(written.value);
  if (written === undefined || date === undefined) return undefined;
  if (!written.value.isShort) return fieldOf(written.part, written.start, written.end, date);
  const latest = datesOf(draft).reduce<CalendarDate | undefined>(
    (last, { value }) => (last === undefined || value > last ? value : last),
    undefined,
  );
  if (latest === undefined) return undefined;
  const century = { ...written.value, isShort: false, year: yearOf(date) - (date > latest ? 100 : 0) };
  const settled = toCalendarDate(century);
  return settled === undefined ? undefined : fieldOf(written.part, written.start, written.end, settled);
}
