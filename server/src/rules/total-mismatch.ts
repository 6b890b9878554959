import type { Claim, ServiceLine } from "../model/claim.ts";
import { type Cents, formatCents } from "../model/money.ts";
import { type Field, textOf } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Report, defineRule } from "./rule.ts";

export const totalMismatch = defineRule({
  id: "total-mismatch",
  severity: "warning",
  docs: {
    summary: "The total is not the sum of the lines' charges.",
    why:
      "The total charge of a claim is the sum of what its lines charge, to the cent. In an electronic claim CLM02 that differs from the " +
      "sum of SV102 is rejected before the claim is looked at; on paper it is returned. On a superbill it tells that a line was " +
      "forgotten, entered twice, or changed after the total was written.",
    remedy: "Look for the line that is missing or wrong before you change the total.",
    applies:
      "Every payer and date, where every line states its charge: an error in X12, a warning elsewhere. Of a print image's forms that " +
      "leave their total open, the last may bear that of all of them or its own.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2 $78.00\n97140 GP x1 $44.00\nTotal: 112.00",
    correct: "DOS: 2026-03-02\n97110 GP x2 $78.00\n97140 GP x1 $44.00\nTotal: 122.00",
    sources: [
      { title: "ASC X12N 837P, loop 2300, CLM02 (total claim charge amount)" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 28" },
    ],
  },

  checkClaim(claim, context, report) {
    const { total, serviceLines } = claim;
    if (total === undefined || serviceLines.length === 0) return;
    const sum = sumOf(serviceLines);
    if (sum === undefined || sum === total.value) return;
    const wholeSum = withEarlierPages(sum, claim);
    if (wholeSum === total.value) return;
    // Supplies, fees or a balance stand beside the lines, and the total may include them.
    if (claim.hasOtherCharges) return;
    const isX12 = context.formatId === "x12";
    if (!isX12 && closesPart(total, serviceLines)) return;
    if (!isX12 && isPricedByUnit(total, serviceLines)) reportPrices(total, report);
    else reportSum(claim, total, wholeSum, context, report);
  },
});

/** Undefined where a line has no charge. */
function sumOf(lines: readonly ServiceLine[]): Cents | undefined {
  let sum = 0;
  for (const { charge } of lines) {
    if (charge === undefined) return undefined;
    sum += charge.value;
  }
  return sum;
}

/** The last page bears the total of all pages, or its own. */
function withEarlierPages(sum: Cents, { earlierPages }: Claim): Cents {
  return sum + (earlierPages?.charge ?? 0);
}

/** One claim may state a total behind each visit: the first is then that of the lines above it. */
function closesPart(total: Field<Cents>, lines: readonly ServiceLine[]): boolean {
  const above = lines.filter(({ part, span }) => part === total.part && span.start < total.start);
  return above.length > 0 && above.length < lines.length;
}

function isPricedByUnit(total: Field<Cents>, lines: readonly ServiceLine[]): boolean {
  let sum = 0;
  for (const { charge, units } of lines) sum += (charge?.value ?? 0) * (units?.value ?? 1);
  return sum === total.value;
}

function reportPrices(total: Field<Cents>, report: Report): void {
  const amount = formatCents(total.value);
  report(total, `${amount} is the charges times their units; a line's charge is read as that of all its units`, {
    severity: "information",
  });
}

function reportSum(claim: Claim, total: Field<Cents>, sum: Cents, { formatId }: Context, report: Report): void {
  const isX12 = formatId === "x12";
  const to = isX12 ? plainAmount(sum) : (/^\$\s?/.exec(textOf(total))?.[0] ?? "") + formatCents(sum);
  report(total, `The total says ${formatCents(total.value)}; ${linesOf(claim)} ${formatCents(sum)}`, {
    severity: isX12 ? "error" : "warning",
    fixes: [
      {
        title: `Set the total to ${formatCents(sum)}`,
        safety: "review",
        changes: [{ kind: "value", of: claim, at: total, to }],
        attests: "The lines are complete, and their charges are right.",
      },
    ],
  });
}

function linesOf({ serviceLines, earlierPages }: Claim): string {
  const count = serviceLines.length + (earlierPages?.count ?? 0);
  if (earlierPages !== undefined) return `the ${String(count)} lines of its pages charge`;
  return count === 1 ? "the one line charges" : `the ${String(count)} lines charge`;
}

/** `340`, `340.5`: X12 writes no zeros that say nothing. */
function plainAmount(cents: Cents): string {
  return String(cents / 100);
}
