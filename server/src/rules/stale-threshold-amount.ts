import type { Cents } from "../model/money.ts";
import { formatDollars } from "../model/money.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import {
  type NamedAmount,
  type Note,
  amountsIn,
  isCalled,
  namesYear,
  notesOf,
  replaceWords,
  writtenLike,
} from "./support/note.ts";

export const staleThresholdAmount = defineRule({
  id: "stale-threshold-amount",
  severity: "warning",
  docs: {
    summary: "A note calls the amount of another year the KX amount, or the former review amount the review amount.",
    why:
      "The amount above which KX is needed changes every January. Old ones live on in templates and on websites: 1,920 was that of 2014, " +
      "2,010 of 2018, 2,080 of 2020; 3,700 was the review amount until 2017. Who reads the note sets KX too early or too late. The " +
      "exceptions process ended in 2017, and KX did not end with it.",
    remedy: "Write the amount of the year of service, or name the year that the amount is of.",
    applies:
      "Notes in text files, never X12 data: on Medicare Part B claims, and on others where the note names Medicare or KX. Only where the " +
      "amount is called a cap, a threshold, that of KX, or that of review, and the note names neither its year nor the right amount.",
    incorrect: "DOS: 2026-03-12\n97110 GP x2\nNote: KX needed above $2,410",
    correct: "DOS: 2026-03-12\n97110 GP x2\nNote: KX needed above $2,480",
    sources: [
      { title: "The yearly amounts as CMS and the professional associations published them" },
      { title: "Bipartisan Budget Act of 2018, section 50202" },
    ],
    statements: ["A8", "A17", "A27", "A38"],
  },

  checkClaim(claim, context, report) {
    for (const note of notesOf(claim, context, "stale-threshold-amount")) {
      for (const named of amountsIn(note)) {
        const stale = staleAmount(named, note, context) ?? staleReviewAmount(named, note, context);
        if (stale === undefined || mentions(note, stale.right)) continue;
        const to = writtenLike(named.words.value, stale.right);
        report(named.words, stale.message, { fixes: [replaceWords(claim, note, named.words, to)] });
      }
    }
  },
});

interface Stale {
  readonly message: string;
  readonly right: Cents;
}

const kxNames: ReadonlySet<string> = new Set(["kx", "cap", "caps", "threshold", "thresholds"]);
const reviewNames: ReadonlySet<string> = new Set(["review", "reviews", "tmr"]);
const reviewFillers: ReadonlySet<string> = new Set(["cap", "threshold", "level", "manual", "medical", "targeted"]);

/** The amount of another year than that of the service. */
function staleAmount(named: NamedAmount, note: Note, context: Context): Stale | undefined {
  const right = context.threshold(note.year)?.kxThreshold ?? undefined;
  if (right === undefined || right === named.cents || !isCalled(named, kxNames)) return undefined;
  const year = yearOfAmount(named.cents, note.year, context);
  if (year === undefined || namesYear(note.text, year)) return undefined;
  const amounts = `${formatDollars(named.cents)} is the KX amount of ${String(year)}`;
  return { right, message: `${amounts}; in ${String(note.year)} it is ${formatDollars(right)}` };
}

/** The first year of KX, and how far ahead a note may look. */
const firstYear = 2006;
const yearsAhead = 2;

function yearOfAmount(cents: Cents, yearOfService: number, context: Context): number | undefined {
  for (let year = yearOfService + yearsAhead; year >= firstYear; year--) {
    if (context.threshold(year)?.kxThreshold === cents) return year;
  }
  return undefined;
}

/** The amount of review from before 2018, beside a service since then. */
function staleReviewAmount(named: NamedAmount, note: Note, context: Context): Stale | undefined {
  const right = context.reviewThreshold(note.date);
  if (note.year < 2018 || right === undefined || right === named.cents) return undefined;
  if (named.cents !== context.reviewThreshold("2017-12-31") || !isCalled(named, reviewNames, reviewFillers))
    return undefined;
  if (/(?<!\d)201[2-7](?!\d)/.test(note.text)) return undefined;
  const amounts = `${formatDollars(named.cents)} was the review amount until 2017`;
  return { right, message: `${amounts}; in ${String(note.year)} it is ${formatDollars(right)}` };
}

function mentions(note: Note, cents: Cents): boolean {
  return note.text.includes(formatDollars(cents)) || note.text.includes(String(cents / 100));
}
