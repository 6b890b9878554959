import { ruleTexts } from "../../server/src/rules/registry.ts";
import { check } from "./checked-visit.ts";
import { type Circumstance, circumstances, cleanVisit } from "./clean-visits.ts";
import { faults } from "./faults.ts";
import type { Fault } from "./faults/planting.ts";
import type { Visit } from "./visit.ts";
import { type Form, forms } from "./written-visits.ts";

/** How well one rule finds what was planted, and how seldom it finds what is not there. */
export interface Accuracy {
  readonly rule: string;
  /** Visits with its fault. */
  readonly planted: number;
  readonly found: number;
  /** Visits without its fault in which it spoke all the same, as a warning or an error. */
  readonly false: number;
}

/** A visit in which something was not as expected, for whoever mends it. */
export interface Surprise {
  readonly rule: string;
  readonly fault: string;
  readonly form: string;
  readonly isMissed: boolean;
  readonly text: string;
  readonly message: string;
}

export interface Measurement {
  readonly visits: number;
  readonly accuracies: readonly Accuracy[];
  readonly surprises: readonly Surprise[];
}

/** How many visits each fault is planted in. */
const visitsOfFault = 240;

/** Plants every fault in visits that are billed rightly, and the visits themselves without one, in every form. */
export function measureAccuracy(): Measurement {
  const tally = new Map<string, { planted: number; found: number; false: number }>();
  const of = (rule: string) => {
    const known = tally.get(rule) ?? { planted: 0, found: 0, false: 0 };
    tally.set(rule, known);
    return known;
  };
  const surprises: Surprise[] = [];
  let visits = 0;
  const judge = (visit: Visit, form: Form, fault: Fault | undefined): void => {
    visits++;
    const findings = check(visit, form);
    const surprise = (rule: string, isMissed: boolean, message: string): void => {
      surprises.push({
        rule,
        fault: fault?.name ?? "none",
        form: form.name,
        isMissed,
        text: form.write(visit),
        message,
      });
    };
    if (fault !== undefined) {
      of(fault.rule).planted++;
      if (findings.some(({ rule }) => rule === fault.rule)) of(fault.rule).found++;
      else surprise(fault.rule, true, "");
    }
    const expected = new Set([fault?.rule, ...(fault?.also ?? [])]);
    const loud = findings.filter(({ severity }) => severity === "error" || severity === "warning");
    for (const rule of new Set(loud.map((finding) => finding.rule))) {
      if (expected.has(rule)) continue;
      of(rule).false++;
      surprise(rule, false, loud.find((finding) => finding.rule === rule)?.message ?? "");
    }
  };
  const all = mixed(circumstances());
  for (const [index, circumstance] of all.entries()) judge(cleanVisit(circumstance, index), formAt(index), undefined);
  for (const [place, fault] of faults.entries()) {
    let count = 0;
    for (let index = place; index < all.length && count < visitsOfFault; index++) {
      const circumstance = all[(index * 7) % all.length];
      const possible = forms.filter(({ lacks }) => !fault.needs.some((aspect) => lacks.has(aspect)));
      const form = possible[count % possible.length];
      const visit = circumstance && fault.plant(cleanVisit(circumstance, index));
      if (visit === undefined || form === undefined) continue;
      count++;
      judge(visit, form, fault);
    }
  }
  const accuracies = [...tally].map(([rule, counts]) => ({ rule, ...counts }));
  return { visits, accuracies: accuracies.sort((a, b) => (a.rule < b.rule ? -1 : 1)), surprises };
}

/** Of all that it said, what was so. */
export function precisionOf({ found, false: falsely }: Accuracy): number {
  return found + falsely === 0 ? 1 : found / (found + falsely);
}

/** Of all that was there, what it said. */
export function recallOf({ found, planted }: Accuracy): number {
  return planted === 0 ? 1 : found / planted;
}

/** docs/accuracy.md */
export function renderAccuracy({ visits, accuracies }: Measurement): string {
  const planted = accuracies.filter((accuracy) => accuracy.planted > 0);
  const unplanted = [...ruleTexts.keys()].filter((rule) => !planted.some((one) => one.rule === rule)).sort();
  return `# How right the findings are

\`npm run accuracy\` wrote this page. ${visits.toLocaleString("en-US")} synthetic visits were checked with every rule: visits that are billed
rightly by construction, for every payer profile, discipline and year from 2018 to 2026, with and without an assistant, below and above
the year's amount, in ${String(forms.length)} ways to write them; and copies in each of which one fault was planted.

*Precision* is the share of a rule's errors and warnings that were planted (or follow from what was planted); *recall* the share of the planted
faults that the rule found. Every rule of severity error must reach 0.99 in both, else a test fails. The visits are our own: the figures say that
the rules do what we mean, in many combinations. What offices really write they do not say.

| Rule | Severity | Planted | Found | Spoke falsely | Precision | Recall |
| --- | --- | --- | --- | --- | --- | --- |
${planted.map(renderRow).join("\n")}

No fault is planted for these rules; their specs in test/rules are what is run: ${unplanted.join(", ")}.
`;
}

function renderRow(accuracy: Accuracy): string {
  const { rule, planted, found, false: falsely } = accuracy;
  const cells = [
    `[${rule}](rules/${rule}.md)`,
    ruleTexts.get(rule)?.severity ?? "",
    ...[planted, found, falsely].map(String),
    precisionOf(accuracy).toFixed(3),
    recallOf(accuracy).toFixed(3),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** In another order, always the same: neighbours in the list are much alike. */
function mixed(list: readonly Circumstance[]): readonly Circumstance[] {
  return list.map((_one, index) => list[(index * 389) % list.length]).filter((one) => one !== undefined);
}

function formAt(index: number): Form {
  const form = forms[index % forms.length];
  if (form === undefined) throw new RangeError("there is at least one form");
  return form;
}
