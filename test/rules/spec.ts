import type { FeeSchedule } from "../../server/src/ledger/fee-schedule.ts";
import type { OwnFee } from "../../server/src/ledger/fees/fee-tables.ts";
import { feeScheduleOf } from "../../server/src/ledger/fees/schedule.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import { ownership } from "../../server/src/rules/order.ts";
import { Document } from "../../server/src/text/document.ts";
import { type Edit, applyEdits } from "../../server/src/text/edit.ts";
import { markedText, unmarked } from "./marked-text.ts";
import type { Example, Fence, Page } from "./page.ts";

/** What a page's front matter asks for; by default Medicare Part B, nothing used, 1 April 2026, and the rules that share a fault. */
export function environmentOf(page: Page, id: string): Environment {
  const payer = page.frontMatter.get("payer") ?? "medicare-b";
  const used = page.frontMatter.get("used") ?? "PT/SLP 0.00, OT 0.00";
  const rules = page.frontMatter.get("rules") ?? sharingFaultWith(id).join(", ");
  const fees = page.frontMatter.get("fees");
  const today = parseIsoDate(page.frontMatter.get("today") ?? "2026-04-01");
  if (today === undefined) throw new Error(`${id}: today is no date`);
  return {
    settings: {
      ...defaultSettings,
      payer: payer === "unknown" ? undefined : payer,
      only: rules === "all" ? undefined : rules.split(/, */),
    },
    today,
    ...(fees === undefined ? {} : { fees: feesOf(fees) }),
    ...(used === "unknown" ? {} : { openingAmounts: readUsed(used) }),
  };
}

/** `97110 29.29, 97140 26.96`: what one unit allows. */
function feesOf(text: string): FeeSchedule {
  const own = [...text.matchAll(/(\w{5}) (\d+\.\d\d)/g)].map(([, code = "", amount]): OwnFee => {
    return { code, modifiers: [], amount: Math.round(Number(amount) * 100), from: null, to: null };
  });
  return feeScheduleOf({ own, published: [], reducesForAssistants: false });
}

/** The same, with every rule running. */
export function withAllRules(environment: Environment): Environment {
  return { ...environment, settings: { ...environment.settings, only: undefined } };
}

export function open(language: string, text: string, environment: Environment): Snapshot {
  const format = formatOf(language);
  if (format === undefined) throw new Error(`no format reads ${language}`);
  return openSnapshot(Document.create(`test:///example.${language}`, language, 1, text), format, environment);
}

/** The example as the runner finds it: its own text marked, and the text after each fix that it shows. */
export function produce(example: Example, environment: Environment): string {
  return markedText(openExample(example, environment), example.isJoined);
}

export function openExample(example: Example, environment: Environment): Snapshot {
  return open(example.language, unmarked(example.body, example.isJoined), environment);
}

/** The file after the fix, marked, as the fence for that fix shows it; undefined where no finding offers it. */
export function produceFixed(example: Example, title: string, environment: Environment): string | undefined {
  const snapshot = openExample(example, environment);
  const edits = offeredFixes(snapshot).find((offered) => offered.fix.title === title)?.edits;
  if (edits === undefined) return undefined;
  const text = applyEdits(snapshot.document.getText(), edits);
  return markedText(open(example.language, text, environment), example.isJoined);
}

export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Finding["fixes"][number];
  readonly edits: readonly Edit[];
}

/** Every fix that can be applied. */
export function offeredFixes(snapshot: Snapshot): readonly OfferedFix[] {
  return snapshot.findings.flatMap((finding) =>
    finding.fixes.flatMap((fix) => {
      const edits = snapshot.editsOf(fix);
      return "impossible" in edits ? [] : [{ finding, fix, edits }];
    }),
  );
}

/** The page with every marker and every fix fence as they are produced, and a fence added for a fix that is not shown yet. */
export function updatePage(text: string, page: Page, environment: Environment): string {
  const edits: Edit[] = [];
  const shown = new Set(page.examples.flatMap((example) => example.fixed.map((fence) => fence.title)));
  const replace = (fence: Fence, body: string): void => {
    edits.push({ start: fence.start, end: fence.end, newText: `${body}\n` });
  };
  for (const example of page.examples) {
    replace(example, produce(example, environment));
    for (const fence of example.fixed) replace(fence, produceFixed(example, fence.title, environment) ?? fence.body);
    const end = (example.fixed.at(-1) ?? example).fenceEnd;
    for (const { fix } of offeredFixes(openExample(example, environment))) {
      if (shown.has(fix.title)) continue;
      shown.add(fix.title);
      const info = `${example.language}${example.isJoined ? " joined" : ""} ${fix.title}`;
      const body = produceFixed(example, fix.title, environment) ?? "";
      edits.push({ start: end, end, newText: `\n\`\`\`${info}\n${body}\n\`\`\`\n` });
    }
  }
  return applyEdits(text, edits);
}

/** The rules that may find the same fault as this one, itself among them. */
function sharingFaultWith(id: string): readonly string[] {
  return [...new Set([id, ...ownership.filter((pair) => pair.includes(id)).flat()])];
}

function readUsed(text: string): NonNullable<Environment["openingAmounts"]> {
  const amountOf = (bucket: string): number | undefined => {
    const amount = new RegExp(`(?:^|, *)${bucket} ([\\d.]+)`).exec(text)?.[1];
    return amount === undefined ? undefined : Math.round(Number(amount) * 100);
  };
  const therapy = amountOf("PT/SLP");
  const occupational = amountOf("OT");
  return {
    ...(therapy !== undefined && { "PT/SLP": therapy }),
    ...(occupational !== undefined && { OT: occupational }),
  };
}
