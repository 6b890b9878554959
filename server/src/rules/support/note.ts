import type { Claim, ServiceLine } from "../../model/claim.ts";
import { type CalendarDate, yearOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type Field, fieldOf } from "../../text/span.ts";
import type { Context } from "../context.ts";
import type { Fix } from "../rule.ts";
import { isMedicare } from "./medicare.ts";
import { none } from "./none.ts";
import { isToldHere } from "./told-once.ts";

/** What somebody wrote beside services of one year. */
export interface Note {
  readonly field: Field<string>;
  readonly text: string;
  /** The first date of the services that it stands beside. */
  readonly date: CalendarDate;
  readonly year: number;
}

/** The words of a note from one offset of its text to another, as they stand in the file. */
export function wordsOf({ field, text }: Note, from: number, to: number): Field<string> {
  return fieldOf(field.part, field.start + from, field.start + to, text.slice(from, to));
}

/** Puts other words in their place; the rest of the note stays. */
export function replaceWords(claim: Claim, { field, text }: Note, words: Field<string>, to: string): Fix {
  const rest = text.slice(words.end - field.start);
  return {
    title: `Replace ${words.value} by ${to}`,
    safety: "review",
    changes: [{ kind: "value", of: claim, at: field, to: text.slice(0, words.start - field.start) + to + rest }],
  };
}

/**
 * The notes that speak of Medicare: on its claims every one, elsewhere those that name Medicare or KX. None in X12, whose data is no
 * prose, and none beside services of several years or of no date. A note that holds for all claims is looked at once per topic.
 */
export function notesOf(claim: Claim, context: Context, topic: string): readonly Note[] {
  if (context.formatId === "x12") return none;
  const found: Note[] = [];
  for (const field of claim.notes) {
    if (isToldHere(field, `${topic}/${String(field.start)}`, context))
      addNote(found, field, claim.serviceLines, context);
  }
  for (const line of claim.serviceLines) {
    if (line.note !== undefined) addNote(found, line.note, [line], context);
  }
  return found.length === 0 ? none : found;
}

/** Nobody writes so much beside a claim; what does is some other text. */
const longestNote = 10_000;

function addNote(found: Note[], field: Field<string>, lines: readonly ServiceLine[], context: Context): void {
  const text = field.value;
  if (text.length > longestNote) return;
  if (!isMedicare(context) && !/\b(?:medicare|kx)\b/i.test(text)) return;
  const dates = lines.flatMap((line) => line.dateOfService?.value ?? []).sort();
  const [date] = dates;
  const last = dates.at(-1);
  if (date === undefined || last === undefined || yearOf(date) !== yearOf(last)) return;
  found.push({ field, text, date, year: yearOf(date) });
}

/** A whole number of dollars in a note, in words that give it a meaning. */
export interface NamedAmount {
  readonly cents: Cents;
  /** As written: `$2,410`, `2410.00`. */
  readonly words: Field<string>;
  /** The words right before it, the nearest first, and right after it; lower case, within the sentence, up to the next number. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A bare number may be a year, an account, or anything else. */
const amount = /(?<![\d.,$])(?:\$ ?\d,?\d{3}(?:\.00)?|\d,\d{3}(?:\.00)?|\d{4}\.00)(?!\d|[.,]\d)/g;

/** How far words reach. */
const reach = 60;

export function amountsIn(note: Note): readonly NamedAmount[] {
  return Array.from(note.text.matchAll(amount), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = note.text.slice(Math.max(0, start - reach), start);
    const after = note.text.slice(end, end + reach);
    return {
      cents: Number(match[0].replace(/[$, ]/g, "")) * 100,
      words: wordsOf(note, start, end),
      before: listWords(before.split(stop).at(-1)).reverse(),
      after: listWords(after.split(stop)[0]),
    };
  });
}

const stop = /[.,;!?\d]/;

function listWords(text = ""): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** Another amount, written as this one is. */
export function writtenLike(written: string, cents: Cents): string {
  const digits = String(cents / 100);
  const grouped = written.includes(",") ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits;
  return written.replace(/\d[\d,]*/, grouped);
}

/** Words that may stand between an amount and what it is the amount of. */
const fillers: ReadonlySet<string> = new Set(
  (
    "a above after amount and annual as at b beyond combined dollar dollars exceeded exceeding for has have hit in is " +
    "limit medicare met modifier needed of ot over part passed past per pt reached required s slp st starts the therapy was year yearly"
  ).split(" "),
);

/** Words after an amount by which it is one that was used, and no limit. */
const used: ReadonlySet<string> = new Set(
  "used spent billed paid allowed accrued applied remaining left ytd so to toward towards of".split(" "),
);

/** Whether the amount is called one of these, before it or behind it, with nothing between but the usual words. */
export function isCalled({ before, after }: NamedAmount, names: ReadonlySet<string>, more = fillers): boolean {
  const [next = ""] = after;
  if (used.has(next)) return false;
  return reaches(before, names, more) || reaches(after, names, more);
}

function reaches(words: readonly string[], names: ReadonlySet<string>, more: ReadonlySet<string>): boolean {
  const first = words.find((word) => names.has(word) || !(fillers.has(word) || more.has(word)));
  return first !== undefined && names.has(first);
}

/** Whether the note itself says of which year it speaks: `2024`, `CY24`, `'24`. */
export function namesYear(text: string, year: number): boolean {
  const short = String(year % 100).padStart(2, "0");
  return new RegExp(`(?<![\\d$,.])(?:${String(year)}|(?:cy ?|')${short})(?![\\d,]|\\.\\d)`, "i").test(text);
}
