import { type Claim, type ServiceLine, hasModifier } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { type Cents, formatCents } from "../model/money.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { type Measured, atLeast, balanceBehind, measure, thresholdOn } from "./support/kx.ts";
import { none } from "./support/none.ts";
import { isFirstOfBeneficiary } from "./support/told-once.ts";

export const thresholdApproaching = defineRule({
  id: "threshold-approaching",
  severity: "information",
  asks: "kx",
  docs: {
    summary: "A visit leaves little of the year's amount: the next one like it goes past, or comes near.",
    why:
      "From the line that goes past the year's amount on, Medicare pays only with KX, which says that the care is necessary and that " +
      "the record shows it. That is decided before the visit, not when the claim is written: the plan of care has to be current, and the " +
      "record has to say why treatment goes on. Where it can't, the patient needs a signed notice before the service.",
    remedy: "Nothing on this claim. Look at the plan and the record, and at what other providers have billed since.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, once for each beneficiary, amount and year in a file, at " +
      "the first visit after which nine tenths of the amount are certainly used (the setting `approaching` takes another share, or " +
      "dollars), or after which one more visit of the same size certainly passes it. Silent where the sum may be past the amount, where " +
      "anything that is known of the year takes it past, and where KX stands already.",
    incorrect:
      "YTD PT/SLP: 2,200.00\nDate        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      78.00   58.24",
    correct:
      "YTD PT/SLP: 2,100.00\nDate        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      78.00   58.24",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "Social Security Act, section 1833(g)(7)(A) (42 USC 1395l(g)(7)(A))" },
    ],
    statements: ["A8", "B19"],
  },

  checkClaim(claim, context, report) {
    if (!mayBeNear(claim, context)) return;
    const told = new Set<string>();
    for (const visit of visitsOf(claim, context)) {
      const { used, threshold } = visit.measured;
      const year = `${used.bucket} ${String(used.year)}`;
      if (told.has(year) || !isNear(visit, context)) continue;
      told.add(year);
      if (!isFirstOfBeneficiary("threshold-approaching", used, context)) continue;
      const { afterVisit } = used;
      const left = `${afterVisit.low < afterVisit.high ? "at most " : ""}${formatCents(threshold - afterVisit.low)} left`;
      const sum = `${atLeast(afterVisit)} of ${formatCents(threshold)} used in ${String(used.year)} with this visit`;
      const next = passesNext(visit) ? "; another one like it passes the amount" : "";
      report(visit.line.procedure, `${used.bucket}: ${sum}, ${left}${next}`, {
        related: balanceBehind(visit.measured),
      });
    }
  },
});

/** What a claim holds of one date and bucket. */
interface VisitOfBucket {
  readonly date: CalendarDate;
  /** The first line. */
  readonly line: ServiceLine;
  readonly measured: Measured;
  /** What its lines certainly come to. */
  amount: Cents;
  hasKx: boolean;
}

/** Whether some visit may be near: none is larger than the claim. It is looked at first, since almost no claim has one. */
function mayBeNear({ serviceLines }: Claim, context: Context): boolean {
  let nearest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const line of serviceLines) {
    const measured = mayReachNear(line, context) ? measure(line, context) : undefined;
    if (measured === undefined) continue;
    const { used, threshold } = measured;
    sum += Math.max(0, used.amount.low);
    if (used.afterVisit.low >= context.approachingFrom(threshold)) return true;
    nearest = Math.max(nearest, used.afterVisit.low - threshold);
  }
  return nearest + sum > 0;
}

/** Whether the sums reach so far that with a visit of all that they hold the amount is passed, or near. */
function mayReachNear(line: ServiceLine, context: Context): boolean {
  const threshold = thresholdOn(line, context);
  if (threshold === undefined || context.answer("kx", line) !== "required") return false;
  const { certain } = context.reach;
  return 2 * certain > threshold || certain >= context.approachingFrom(threshold);
}

/** By date. */
function visitsOf(claim: Claim, context: Context): readonly VisitOfBucket[] {
  const visits = new Map<string, VisitOfBucket>();
  for (const line of claim.serviceLines) {
    const date = line.dateOfService?.value;
    const measured = context.answer("kx", line) === "required" ? measure(line, context) : undefined;
    if (date === undefined || measured === undefined) continue;
    const { bucket, amount } = measured.used;
    const key = `${date} ${bucket}`;
    const visit = visits.get(key) ?? { date, line, measured, amount: 0, hasKx: false };
    visits.set(key, visit);
    visit.amount += amount.low;
    visit.hasKx ||= hasModifier(line, "KX");
  }
  if (visits.size === 0) return none;
  return [...visits.values()].sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}

function isNear(visit: VisitOfBucket, context: Context): boolean {
  const { used, threshold } = visit.measured;
  if (used.isPassedInYear || used.kxOn !== undefined || visit.hasKx) return false;
  const reached = context.claim.kind === "institutional" ? used.afterClaim : used.afterVisit;
  if (reached.high > threshold) return false;
  return used.afterVisit.low >= context.approachingFrom(threshold) || passesNext(visit);
}

function passesNext({ measured: { used, threshold }, amount }: VisitOfBucket): boolean {
  return used.afterVisit.low + amount > threshold;
}
