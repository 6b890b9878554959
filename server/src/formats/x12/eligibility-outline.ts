import type { BenefitBalance } from "../../model/amount.ts";
import { formatCents } from "../../model/money.ts";
import { spanOf } from "../../text/span.ts";
import type { OutlineEntry } from "../format.ts";
import { benefitKinds, periods, serviceTypeNames } from "./elements/eligibility-codes.ts";
import { type Codes, meaningIn } from "./elements/element-text.ts";
import type { AnsweredLevel, Benefit } from "./eligibility.ts";

/** A subscriber or dependent with what is said of each benefit; who answers and who asked only where the question was rejected there. */
export function outlineOfLevel(
  { head, span, kind, isRejected, benefits }: AnsweredLevel,
  balances: readonly (BenefitBalance | undefined)[],
): readonly OutlineEntry[] {
  const name = meaningIn(isRejected ? levelNames : personNames, kind);
  if (name === undefined) return [];
  const count = `${benefits.length} ${benefits.length === 1 ? "answer" : "answers"}`;
  return [
    {
      name,
      detail: isRejected ? "question rejected" : count,
      span,
      head: spanOf(head.part, head.start, head.end),
      children: benefits.map((benefit, index) => outlineOfBenefit(benefit, balances[index])),
    },
  ];
}

const personNames: Codes = { "22": "Subscriber", "23": "Dependent" };
const levelNames: Codes = { ...personNames, "20": "Payer", "21": "Provider who asked" };

/** Messages and plan names are left out: anything may stand in them. */
function outlineOfBenefit(benefit: Benefit, balance: BenefitBalance | undefined): OutlineEntry {
  const { head, span, kind, serviceTypes, period, amount, share } = benefit;
  const isShare = amount === undefined && share !== undefined && share.value <= 100;
  const detail =
    balance === undefined
      ? [meaningIn(periods, period), amount && formatCents(amount.value), isShare && `${share.value} percent`]
      : [`${balance.bucket} ${balance.year}`, `${balance.kind} ${formatCents(balance.amount.value)}`];
  return {
    name: [meaningIn(benefitKinds, kind) ?? "benefit", serviceTypeNames(serviceTypes)].filter(Boolean).join(": "),
    detail: detail.filter(Boolean).join(" · "),
    span,
    head: spanOf(head.part, head.start, head.end),
    children: [],
  };
}
