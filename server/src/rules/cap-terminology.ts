import type { CalendarDate } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { type Note, notesOf, replaceWords, wordsOf } from "./support/note.ts";

/** The repeal of the cap, back to this day. */
const repeal: CalendarDate = "2018-01-01";

const phrases = /\b(therapy|medicare|soft|hard|pt|ot|slp) (cap)(s)?\b(?: thresholds?| limits?| amounts?)?/gi;

/** Words before or behind the phrase by which the note knows. */
const knowsBefore =
  /\b(?:no|not a|former|formerly|old|repealed|repeal of|called|aka|was) (?:the )?(?:medicare |annual )?$/i;
const knowsBehind = /^ (?:was |were |is |are |has been )?(?:repealed|removed|ended|gone|eliminated|no longer)\b/i;

export const capTerminology = defineRule({
  id: "cap-terminology",
  severity: "hint",
  docs: {
    summary: "A note speaks of a therapy cap, which Medicare has not had since 2018.",
    why:
      "Congress removed the cap for services from 2018-01-01: necessary outpatient therapy has no yearly limit. The old amount lives on as the " +
      "point from which KX is needed. A patient who reads of a cap may think that care must stop there.",
    applies:
      "Notes in text files, never X12 data, beside services from 2018: on Medicare Part B claims, and on others where the note names " +
      "Medicare or KX, since other payers do have caps. Silent where the note names a year before 2018 or says that the cap is gone.",
    incorrect: "DOS: 2026-03-12\n97110 GP x2\nNote: therapy cap met",
    correct: "DOS: 2026-03-12\n97110 GP x2\nNote: KX threshold met",
    sources: [{ title: "Bipartisan Budget Act of 2018, section 50202" }],
    statements: ["A1", "A20", "B2"],
  },

  checkClaim(claim, context, report) {
    for (const note of notesOf(claim, context, "cap-terminology")) {
      if (note.date < repeal || /(?<!\d)(?:19\d\d|200\d|201[0-7])(?![\d,])/.test(note.text)) continue;
      for (const match of note.text.matchAll(phrases)) {
        if (isKnown(note, match)) continue;
        const words = wordsOf(note, match.index, match.index + match[0].length);
        report(words, `"${words.value}": Medicare has had no therapy cap since 2018; it is the KX threshold`, {
          fixes: [replaceWords(claim, note, words, replacementFor(match))],
          tag: "deprecated",
        });
      }
    }
  },
});

function isKnown({ text }: Note, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  return knowsBefore.test(before) || knowsBehind.test(text.slice(match.index + match[0].length));
}

/** Keeps whose it is: `OT cap` becomes `OT KX threshold`. */
function replacementFor([, whose = "", , plural = ""]: RegExpExecArray): string {
  const threshold = plural === "" ? "KX threshold" : "KX thresholds";
  return /^(?:medicare|pt|ot|slp)$/i.test(whose) ? `${whose} ${threshold}` : threshold;
}
