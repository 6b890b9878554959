import type { Problem, ProblemId } from "../../model/problem.ts";
import type { Part } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import type { Place } from "./place.ts";
import { type Segment, segmentId } from "./segment.ts";
import { holdsDates, textAt } from "./values.ts";

const dtp = segmentId("DTP");
const dmg = segmentId("DMG");

/** Says of element `n` that it could not be read as what it holds; of an empty one it says nothing. */
export function reportUnreadable(
  segment: Segment,
  n: number,
  { name, what }: { name: string; what: string },
  problems: Problem[],
): void {
  const place = segment.element(n);
  if (place === undefined || place.start === place.end) return;
  const text = textAt(segment.part, place);
  // Where separators are wrong, anything may stand here, a name too: only what resembles a number is repeated.
  const resemblesNumber = /^[\w$.,+-]{1,12}$/.test(text) && /\d/.test(text);
  const message = resemblesNumber ? `${name} says ${text}, which is not ${what}` : `${name} is not ${what}`;
  problems.push(problemAt("unreadable-cell", segment.part, place, message));
}

/** Says of a DTP or DMG segment that its date is none of the calendar. */
export function reportWrongDate(segment: Segment, problems: Problem[]): void {
  if (segment.id === dmg) {
    const date = wrongDateIn(segment, 2);
    if (date !== undefined) problems.push(problemAt("date-invalid", segment.part, date, noDate("DMG02")));
  } else if (segment.id === dtp) {
    const date = wrongDateIn(segment, 3);
    if (date === undefined) return;
    // Only dates of service are repeated: others may tell of a person's birth or death.
    const text = textAt(segment.part, date);
    const isShown = segment.has(1, "472") && /^[\d-]{1,17}$/.test(text);
    problems.push(problemAt("date-invalid", segment.part, date, noDate(isShown ? text : "DTP03")));
  }
}

/** Element `n`, where it is none of the calendar's dates and the element before it says that it is to be one. */
function wrongDateIn(segment: Segment, n: number): Place | undefined {
  if (!segment.find(n) || holdsDates(segment, n)) return undefined;
  return dateForms.some((form) => segment.has(n - 1, form)) ? segment.element(n) : undefined;
}

const dateForms: readonly string[] = ["D8", "RD8", "DT"];

function noDate(subject: string): string {
  return `${subject} is not a date of the calendar`;
}

export function problemAt(rule: ProblemId, part: Part, place: Place, message: string): Problem {
  return { rule, span: spanOf(part, place.start, place.end), message };
}
