import { findPayer, payerAnswer, unknownPayer } from "../data/payers.ts";
import { findProcedure } from "../data/procedures.ts";
import type { Balance, BilledClaim, BilledLine, DecidedAmount, Form } from "../ledger/source.ts";
import type { Amount, BenefitBalance, DecidedLine } from "../model/amount.ts";
import { type Claim, type NamedPayer, type ServiceLine, type StatedAmount, actionOf } from "../model/claim.ts";
import { type CalendarDate, addDays, yearOf } from "../model/date.ts";
import {
  type Discipline,
  type PlanModifier,
  bucketOf,
  disciplineOfPlan,
  disciplineOfRevenue,
  isPlanModifier,
} from "../model/discipline.ts";
import { type Place, isInOtherFile } from "../model/place.ts";
import type { Payer, PayerAnswer, PayerAnswerRow } from "../model/tables.ts";
import { countsAsTherapy, isTherapy } from "../model/used-amount.ts";
import type { Span } from "../text/span.ts";
import { payerOf, thresholdOf } from "./context.ts";
import { disciplineOf, lockedDisciplineOf } from "./line-discipline.ts";
import type { Environment } from "./environment.ts";

/** What the ledger needs to know of claims and amounts wherever they stand: the records of the document at hand, and of every other file. */
export interface Whereabouts {
  /** As the edge names its files. */
  readonly file: string;
  /** Where a span lies: the span itself in the document at hand, a line in a file whose text is not held. */
  readonly placeOf: (span: Span) => Place;
}

/** In the document at hand, which holds its spans itself. */
export function atHandIn({ file }: { readonly file: string }): Whereabouts {
  return { file, placeOf: (span) => span };
}

/** The paper that a format is read from: all but superbills are sent as they are. */
export function formOf(formatId: string): Form {
  return formatId === "superbill" || formatId === "csv" ? "superbill" : "claim";
}

/** @param place among the claims of its file: smaller is earlier */
export function billedClaimOf(
  claim: Claim,
  place: number,
  at: Whereabouts & { readonly form: Form },
  environment: Environment,
): BilledClaim {
  const payer = payerOf(claim, environment);
  return {
    form: at.form,
    file: at.file,
    place,
    claimId: claim.claimId?.value,
    action: actionOf(claim),
    lines: claim.serviceLines.map((line) => billedLineOf(line, claim, payer, at)),
    balances: claim.statedAmounts.length === 0 ? none : statedBalancesOf(claim, at),
  };
}

const none: readonly never[] = [];

function billedLineOf(line: ServiceLine, claim: Claim, payer: Payer, { placeOf }: Whereabouts): BilledLine {
  const place = placeOf(line.procedure);
  return {
    at: isInOtherFile(place) ? place : line,
    date: line.dateOfService?.value,
    code: line.procedure.value,
    lineNumber: line.lineNumber?.value,
    modifiers: line.modifiers.length === 0 ? none : line.modifiers.map(({ value }) => value),
    units: line.units?.value,
    allowed: line.allowedAmount?.value,
    charge: line.charge?.value,
    bucket: bucketOfLine(line, claim, payer),
    placeOfService: (line.placeOfService ?? claim.placeOfService)?.value,
  };
}

/** Undefined for a line that counts nowhere: it is not therapy, or its payer keeps no such account. */
function bucketOfLine(line: ServiceLine, claim: Claim, payer: Payer): BilledLine["bucket"] {
  if (!countsAsTherapy(line, findProcedure(line.procedure.value))) return undefined;
  const answer = answerOf(payer, line.dateOfService?.value);
  if (keepsNone(answer) || !mayKeepAccount(payer)) return undefined;
  const discipline = disciplineOf(line, claim);
  return answer === "unknown" || discipline === undefined ? "unknown" : bucketOf(discipline);
}

function answerOf(payer: Payer, date: CalendarDate | undefined): PayerAnswer {
  return date === undefined ? "unknown" : payerAnswer(payer, "kx", date);
}

/** Of the payers that are known, those that ever ask for KX keep the account; what another insures never counts against it. */
function mayKeepAccount(payer: Payer): boolean {
  return payer === unknownPayer || payer.answers.kx.some(asksForKx);
}

function asksForKx({ answer }: PayerAnswerRow): boolean {
  return answer === "required";
}

function keepsNone(answer: PayerAnswer): boolean {
  return answer === "ignored" || answer === "optional";
}

/** Without a date of its own an amount means before the claim's first date of service. */
const dayBefore = "stated without a date: it was taken for the amount before the claim's first date of service";

function statedBalancesOf(claim: Claim, at: Whereabouts): readonly Balance[] {
  const dates = claim.serviceLines.flatMap(({ dateOfService }) => dateOfService?.value ?? []);
  const [first] = dates.toSorted();
  return claim.statedAmounts.flatMap((stated): readonly Balance[] => {
    const { asOf, amount } = stated;
    if (asOf !== undefined) return [statedBalance(stated, yearOf(asOf.value), asOf.value, at)];
    if (first === undefined) return none;
    const before = addDays(first, -1);
    // What is not known is not known in any year of the claim.
    const years = amount === undefined ? [...new Set(dates.map(yearOf))] : [yearOf(first)];
    // Nothing used before is nothing used on any day before.
    const assumed = amount?.value === 0 ? undefined : dayBefore;
    return years.map((year) => ({ ...statedBalance(stated, year, before, at), assumed }));
  });
}

function statedBalance(
  { span, bucket, amount }: StatedAmount,
  year: number,
  asOf: CalendarDate,
  at: Whereabouts,
): Balance {
  return {
    at: at.placeOf(span),
    file: at.file,
    source: "stated",
    year,
    bucket,
    amount: amount?.value,
    isAtLeast: false,
    asOf,
    assumed: undefined,
  };
}

/** The beneficiaries of whom an amount tells: of a claim whose id the payer corrected, both that which was sent and the right one. */
export function beneficiaryIdsOf(amount: Amount): readonly string[] {
  const sent = amount.source === "remittance" ? amount.sentBeneficiaryId : undefined;
  return [amount.beneficiaryId, sent].flatMap((id) => id?.value ?? []);
}

/**
 * Undefined where the payer keeps no such account: what a second insurer makes of what Medicare left over adds nothing.
 *
 * @param told to whom: one of `beneficiaryIdsOf`, and its place among the amounts of its file: smaller is earlier
 */
export function decidedAmountOf(
  line: DecidedLine,
  { beneficiaryId, place }: { readonly beneficiaryId: string; readonly place: number },
  at: Whereabouts,
  environment: Environment,
): DecidedAmount | undefined {
  const date = line.dateOfService?.value;
  const payer = payerNamed(line.payer, environment);
  const answer = answerOf(payer, date);
  const isOfMedicare = answer === "required";
  if (!isOfMedicare && payer !== unknownPayer && date !== undefined) return undefined;
  const bucket = bucketOfDecided(line);
  return {
    at: at.placeOf(line.span),
    file: at.file,
    place,
    claimId: line.claimId?.value,
    lineNumber: line.lineNumber?.value,
    date,
    code: line.procedure.value,
    sentCode: line.submittedProcedure?.value,
    modifiers: line.modifiers.map(({ value }) => value),
    bucket: bucket === undefined || isOfMedicare ? bucket : "unknown",
    isOfMedicare,
    charge: line.charge?.value,
    allowed: line.allowed,
    isStated: line.allowedFrom === "stated",
    isReversal: line.isReversal,
    isWholeClaim: line.isWholeClaim,
    ...correctionOf(line, beneficiaryId),
    payment: line.payment,
  };
}

function correctionOf(
  { sentBeneficiaryId }: DecidedLine,
  beneficiaryId: string,
): Pick<DecidedAmount, "isForAnother" | "wasForAnother"> {
  const isForAnother = sentBeneficiaryId?.value === beneficiaryId;
  return { isForAnother, wasForAnother: sentBeneficiaryId !== undefined && !isForAnother };
}

/** Undefined for what is not therapy. What names neither code nor department may be. */
function bucketOfDecided(line: DecidedLine): DecidedAmount["bucket"] {
  const code = line.procedure.value;
  const date = line.dateOfService?.value;
  const department = line.revenueCode && disciplineOfRevenue(line.revenueCode.value);
  if (code === "") {
    if (department !== undefined) return bucketOf(department);
    return line.revenueCode === undefined ? "unknown" : undefined;
  }
  const plans = new Set(line.modifiers.map(({ value }) => value).filter(isPlanModifier));
  if (!isTherapy(plans.size > 0, date, findProcedure(code))) return undefined;
  const discipline = lockedDisciplineOf(code, date) ?? (plans.size === 0 ? department : onlyDisciplineOf(plans));
  return discipline === undefined ? "unknown" : bucketOf(discipline);
}

function onlyDisciplineOf(plans: ReadonlySet<PlanModifier>): Discipline | undefined {
  const [plan, ...others] = plans;
  return plan === undefined || others.length > 0 ? undefined : disciplineOfPlan(plan);
}

/**
 * What an eligibility answer says was used; undefined where its payer does not ask for KX, where it names no day, and where what is left
 * can't be told from the year's amount.
 */
export function balanceOf(benefit: BenefitBalance, at: Whereabouts, environment: Environment): Balance | undefined {
  const { year, bucket, kind, amount, assumed } = benefit;
  const asOf = benefit.asOf?.value;
  if (asOf === undefined || answerOf(payerNamed(benefit.payer, environment), asOf) !== "required") return undefined;
  const threshold = thresholdOf(year, environment)?.kxThreshold ?? undefined;
  if (kind === "remaining" && threshold === undefined) return undefined;
  const used = kind === "used" ? amount.value : Math.max(0, (threshold ?? 0) - amount.value);
  const isAtLeast = kind === "remaining" && amount.value <= 0;
  return {
    at: at.placeOf(benefit.span),
    file: at.file,
    source: "eligibility",
    year,
    bucket,
    amount: used,
    isAtLeast,
    asOf,
    assumed,
  };
}

/** Whether it would add to what somebody used, or tell of it, were it said whose it is: no id of a patient stands with it. */
export function countsForNobody(amount: Amount, at: Whereabouts, environment: Environment): boolean {
  if (amount.beneficiaryId !== undefined) return false;
  if (amount.source === "eligibility") return balanceOf(amount, at, environment) !== undefined;
  const decision = decidedAmountOf(amount, { beneficiaryId: "", place: 0 }, at, environment);
  return decision?.bucket !== undefined && decision.allowed !== 0;
}

/** What to call the payer of an answer: by its own words where nothing is known of it, if they are such as names have. */
export function nameOfPayer(named: NamedPayer, environment: Environment): string {
  const payer = payerNamed(named, environment);
  const written = named.name?.value ?? "";
  return payer === unknownPayer && /^[\w &.,'/-]{2,60}$/.test(written) ? written : payer.name;
}

function payerNamed({ name, filingIndicator, payerId }: NamedPayer, { ownPayers }: Environment): Payer {
  if (name === undefined && filingIndicator === undefined && payerId === undefined) return unknownPayer;
  const words = { name: name?.value, filingIndicator: filingIndicator?.value, payerId: payerId?.value };
  return findPayer(words, ownPayers);
}
