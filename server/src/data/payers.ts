import type { CalendarDate } from "../model/date.ts";
import type { Payer, PayerAnswer, PayerQuestion } from "../model/tables.ts";
import { holdsAt } from "../model/tables.ts";
import { commercial, insurers } from "./payers/insurers.ts";
import { medicareAdvantage, medicareB, programs } from "./payers/programs.ts";
import { states } from "./payers/states.ts";
import { wholeNames } from "./payers/whole-names.ts";

/** Every profile, the more exact first: where a name holds two, the first counts. */
export const payers: readonly Payer[] = [...programs, ...insurers, commercial];

/** The payer of whom nothing is known; rules are silent for it. */
export const unknownPayer: Payer = {
  id: "unknown",
  name: "Unknown payer",
  aliases: [],
  filingIndicators: [],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "unknown",
  note: null,
};

/** What a claim says of its payer, as written. */
interface PayerWords {
  readonly name?: string | undefined;
  readonly filingIndicator?: string | undefined;
  readonly payerId?: string | undefined;
}

const payerByAlias = byAlias(payers);

/**
 * The profile of the claim's payer, or `unknownPayer`. A filing indicator decides whether it is Medicare Part B; the
 * name, else the payer id, then tells which of the others it is. `MA` as a name means nothing: it is a state as well.
 */
export function findPayer(words: PayerWords, ownPayers: readonly Payer[] = noPayers): Payer {
  if (last?.ownPayers !== ownPayers || !areSameWords(last.words, words)) {
    last = { words, ownPayers, payer: lookUpPayer(words, ownPayers) };
  }
  return last.payer;
}

const noPayers: readonly Payer[] = [];

/** Claim after claim goes to the same payer, and several ask about each. */
let last: { readonly words: PayerWords; readonly ownPayers: readonly Payer[]; readonly payer: Payer } | undefined;

function areSameWords(first: PayerWords, second: PayerWords): boolean {
  return (
    first.name === second.name && first.filingIndicator === second.filingIndicator && first.payerId === second.payerId
  );
}

function lookUpPayer({ name, filingIndicator, payerId }: PayerWords, ownPayers: readonly Payer[]): Payer {
  const own = findOwn([name, payerId], ownPayers);
  if (own !== undefined) return own;
  const named = findByName(name ?? "") ?? payerByAlias.get(normalize(payerId ?? ""));
  const indicator = filingIndicator?.trim().toUpperCase();
  if (!indicator) return named ?? unknownPayer;
  return refine(payers.find((payer) => payer.filingIndicators.includes(indicator)) ?? unknownPayer, named);
}

/** What the payer asks at the date of service; `unknown` where no row says. */
export function payerAnswer(payer: Payer, question: PayerQuestion, date: CalendarDate): PayerAnswer {
  for (const row of payer.answers[question]) if (holdsAt(row, date)) return row.answer;
  return "unknown";
}

/** A profile of the user's is known by its whole name, alias or payer id, never by a part of one. */
function findOwn(words: readonly (string | undefined)[], ownPayers: readonly Payer[]): Payer | undefined {
  if (ownPayers.length === 0) return undefined;
  const own = ownByAlias.get(ownPayers) ?? byAlias(ownPayers);
  ownByAlias.set(ownPayers, own);
  for (const word of words) {
    const found = own.get(normalize(word ?? ""));
    if (found !== undefined) return found;
  }
  return undefined;
}

const ownByAlias = new WeakMap<readonly Payer[], ReadonlyMap<string, Payer>>();

function byAlias(profiles: readonly Payer[]): ReadonlyMap<string, Payer> {
  return new Map(profiles.flatMap((payer) => payer.aliases.map((alias) => [normalize(alias), payer])));
}

// The name tells no more than the indicator where it contradicts it: Medicare is what is filed as Medicare.
function refine(filed: Payer, named: Payer | undefined): Payer {
  if (filed === medicareB || named === undefined || named === medicareB) return filed;
  return filed === unknownPayer || filed === commercial || isKindOf(named, filed) ? named : filed;
}

// Illinois Medicaid is Medicaid, and one plan's Medicare Advantage is Medicare Advantage.
function isKindOf(named: Payer, filed: Payer): boolean {
  return named.id.startsWith(`${filed.id}-`);
}

function findByName(text: string): Payer | undefined {
  if (payerByName.has(text)) return payerByName.get(text);
  const found = isMedicareWithSecondary(text) ? medicareB : findByWords(normalize(text));
  if (payerByName.size >= mostNames) payerByName.clear();
  payerByName.set(text, found);
  return found;
}

/** A file of many claims names few payers. */
const payerByName = new Map<string, Payer | undefined>();
const mostNames = 1000;

// "Medicare A & B" is one payer.
const listed = /^(.*?)(?:[/+,;&]|\b(?:w\/|(?:with|and)\b))(?!\s*b\b)(.*)$/is;

// What a plan is called that replaces Medicare or comes after it. A supplement's plan is named by a letter.
const managed = /\b(?:advantage|adv|hmo|ppo|pffs|d?snp|mmp|dual|complete|replacement|part c|plans?(?! [a-n]\b))\b/;
const supplemental = /\b(?:medigap|supp|supplement|supplemental|secondary|mutual of omaha|tricare for life)\b/;

/** Medicare first, then one who pays what it leaves over. */
function isMedicareWithSecondary(text: string): boolean {
  const [primary, secondary] = (listed.exec(text)?.slice(1) ?? []).map(normalize);
  if (primary === undefined || secondary === undefined || findByWords(primary) !== medicareB) return false;
  return isMedicaidOfState(secondary) || (supplemental.test(secondary) && !managed.test(secondary));
}

function findByWords(name: string): Payer | undefined {
  const exact = payerByAlias.get(name);
  if (exact !== undefined) return exact;
  if (isMedicareOfState(name)) return medicareB;
  const within = payers.find((payer) => payer !== medicareB && isWithin(name, payer));
  if (within === undefined)
    return isWithin(name, medicareB) && !managed.test(name) && !supplemental.test(name) ? medicareB : undefined;
  if (!insurers.includes(within) || !holdsWords(name, "medicare")) return within;
  // An insurer's Medicare product is not its commercial one; "Medicare / BCBS" may be that product, or two payers.
  return name.startsWith("medicare") ? undefined : medicareAdvantage;
}

function isWithin(name: string, payer: Payer): boolean {
  return payer.aliases.some((alias) => !wholeNames.has(alias) && holdsWords(name, alias));
}

// MA is left out of the states: "Medicare MA" may be Massachusetts, and may be Medicare Advantage.
function isMedicareOfState(name: string): boolean {
  const state = /^medicare(?: part b| b)?(?: of)? (.+)$/.exec(name)?.[1];
  return state !== undefined && states.has(state);
}

function isMedicaidOfState(name: string): boolean {
  const [found, before, after] = /^(?:(.+) )?(?:medicaid|medi cal)(?:(?: of)? (.+))?$/.exec(name) ?? [];
  return found !== undefined && [before, after].every((state) => state === undefined || states.has(state));
}

function holdsWords(name: string, words: string): boolean {
  return ` ${name} `.includes(` ${words} `);
}

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bmcr\b/g, "medicare")
    .replace(/\b(?:part|pt) ?b\b/g, "part b")
    .trim();
}
