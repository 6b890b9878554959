import { putInOrder } from "../ledger/compare.ts";
import { type ClaimFacts, standingIn } from "../ledger/taking-back.ts";
import { type Claim, type ServiceLine, actionOf } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Discipline } from "../model/discipline.ts";
import type { DatedLine } from "../model/visit.ts";

/** More lines than one person can have on one day: the file gives many people one id, as samples do. */
const mostLinesOfDay = 200;

/**
 * One beneficiary's dated lines over all claims of a document, by date and then place. Void and replaced claims are left out.
 * Each index is built when it is first asked for.
 */
export class PatientCourse {
  readonly #claims: readonly Claim[];
  readonly #disciplineOf: (line: ServiceLine, claim: Claim) => Discipline | undefined;
  #byCode: ReadonlyMap<string, readonly DatedLine[]> | undefined;
  #daysOf: ReadonlyMap<Discipline, readonly CalendarDate[]> | undefined;
  #lines: readonly DatedLine[] | undefined;

  /** @param claims in document order */
  constructor(claims: readonly Claim[], disciplineOf: (line: ServiceLine, claim: Claim) => Discipline | undefined) {
    this.#claims = standing(claims);
    this.#disciplineOf = disciplineOf;
  }

  /** The lines of a date that stand on other claims; none for a claim that does not count itself. */
  othersOn(date: CalendarDate, claim: Claim): readonly DatedLine[] {
    if (this.#claims.length === 1 || !this.#claims.includes(claim)) return none;
    if (this.#lines === undefined && this.#claims.length <= fewClaims && !this.#sharesDate(date, claim)) return none;
    const ofDay = between(this.#allLines(), date, date);
    if (ofDay.length > mostLinesOfDay || ofDay.every((dated) => dated.claim === claim)) return none;
    return ofDay.filter((dated) => dated.claim !== claim);
  }

  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate): readonly DatedLine[] {
    const [only, ...others] = codes;
    if (only === undefined) return none;
    if (others.length > 0) {
      const wanted = new Set(codes);
      return between(this.#allLines(), from, to).filter(({ line }) => wanted.has(line.procedure.value));
    }
    this.#byCode ??= groupByCode(this.#allLines());
    return between(this.#byCode.get(only) ?? none, from, to);
  }

  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate): number {
    this.#daysOf ??= daysByDiscipline(this.#allLines(), this.#disciplineOf);
    const days = this.#daysOf.get(discipline) ?? [];
    const first = firstFrom(days.length, (place) => (days[place] ?? "") >= from);
    return Math.max(0, firstFrom(days.length, (place) => (days[place] ?? "") > to) - first);
  }

  #sharesDate(date: CalendarDate, claim: Claim): boolean {
    for (const other of this.#claims) {
      if (other === claim) continue;
      for (const { dateOfService } of other.serviceLines) if (dateOfService?.value === date) return true;
    }
    return false;
  }

  #allLines(): readonly DatedLine[] {
    return (this.#lines ??= datedLinesOf(this.#claims));
  }
}

const none: readonly DatedLine[] = [];

/** Of so few a date is looked for before anything is put in order: mostly they don't share it. */
const fewClaims = 8;

/** Most files hold originals alone, of which nothing else is read. */
function standing(claims: readonly Claim[]): readonly Claim[] {
  return claims.every((claim) => actionOf(claim) === "original") ? claims : standingIn(claims, factsOf).standing;
}

function factsOf(claim: Claim): ClaimFacts {
  const [firstDate] = claim.serviceLines.flatMap(({ dateOfService }) => dateOfService?.value ?? []).sort();
  return { action: actionOf(claim), claimId: claim.claimId?.value, firstDate };
}

function datedLinesOf(claims: readonly Claim[]): readonly DatedLine[] {
  const lines: DatedLine[] = [];
  for (const claim of claims) {
    for (const line of claim.serviceLines) {
      const date = line.dateOfService?.value;
      if (date === undefined) continue;
      lines.push({ claim, line, date });
    }
  }
  return putInOrder(lines, byDate);
}

/** Sorting is stable, so that lines of one date keep their place in the text. */
function byDate(first: DatedLine, second: DatedLine): number {
  if (first.date === second.date) return 0;
  return first.date < second.date ? -1 : 1;
}

function groupByCode(lines: readonly DatedLine[]): ReadonlyMap<string, readonly DatedLine[]> {
  const groups = new Map<string, DatedLine[]>();
  for (const dated of lines) {
    const code = dated.line.procedure.value;
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [dated]);
    else group.push(dated);
  }
  return groups;
}

/** Each day once, in order. */
function daysByDiscipline(
  lines: readonly DatedLine[],
  disciplineOf: (line: ServiceLine, claim: Claim) => Discipline | undefined,
): ReadonlyMap<Discipline, readonly CalendarDate[]> {
  const daysOf = new Map<Discipline, CalendarDate[]>();
  for (const { line, claim, date } of lines) {
    const discipline = disciplineOf(line, claim);
    if (discipline === undefined) continue;
    const days = daysOf.get(discipline) ?? [];
    daysOf.set(discipline, days);
    if (days.at(-1) !== date) days.push(date);
  }
  return daysOf;
}

/** Those from one date to another, both included, of lines in order of date. */
function between(lines: readonly DatedLine[], from: CalendarDate, to: CalendarDate): readonly DatedLine[] {
  const first = firstFrom(lines.length, (place) => (lines[place]?.date ?? "") >= from);
  const behind = firstFrom(lines.length, (place) => (lines[place]?.date ?? "") > to);
  return first < behind ? lines.slice(first, behind) : none;
}

/** The first place that a test holds at, where it holds at every later one too; `count` where it never does. */
function firstFrom(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
