import type { Problem, TextFix } from "../../model/problem.ts";
import { spanOf } from "../../text/span.ts";
import { controlElementOf } from "./control-segment.ts";
import { type Level, levels, transactionLevel } from "./levels.ts";
import type { X12Part } from "./part.ts";
import { type Segment, firstSegmentOf, idOf, segmentsOf, skipLayout } from "./segment.ts";

/** What an envelope ends at that nothing closes: another of its level or above begins, one around it is closed, the text ends. */
export type Ending = "sibling" | "interchange" | "trailer" | "end of text";

/** An envelope without the segment that closes it. */
export interface Unclosed {
  /** The part that begins with what opens it. */
  readonly part: X12Part;
  readonly level: number;
  /** What is in it, the segment that is missing and what is itself not closed left out. */
  readonly count: number;
  /** Its parts with segment ids in lower case. */
  readonly lowerCase: readonly X12Part[];
}

/**
 * One problem for each, in their order. They lie in one another, the outermost first, and end behind the part `last`; so one fix closes
 * them all. It is safe where a trailer around them follows: the text was not cut off there, and what is in it stays as it is.
 */
export function findUnclosedProblems(
  unclosed: readonly Unclosed[],
  last: X12Part | undefined,
  ending: Ending,
): readonly Problem[] {
  const innermost = unclosed.at(-1);
  // Cutting a part costs more than most else that is done for a keystroke, and mostly nothing is left open.
  const lastSegment = innermost && last && segmentsOf(last).at(-1);
  if (innermost === undefined || lastSegment === undefined) return [];
  const isCut = ending === "end of text" && lastSegment.terminator === lastSegment.part.text.length;
  const canBeAdded = !isCut && areLeft(unclosed, innermost, last, ending);
  const unnumbered = canBeAdded ? unnumberedIn(unclosed) : "";
  const fix = canBeAdded && unnumbered === "" ? addTrailers(unclosed, innermost, lastSegment, ending) : undefined;
  return unclosed.flatMap((envelope) => {
    const { part, level } = envelope;
    const kind = levels[level];
    if (kind === undefined) return [];
    const reason = envelope === innermost ? reasonOf(envelope, kind, isCut ? "end within a segment" : ending) : "";
    const message = `This ${kind.name} is not closed: it has no ${kind.closing}${reason}${unnumbered}`;
    return [{ rule: "x12-envelope", span: idOf(part), message, ...(fix && { fixes: [fix] }) }];
  });
}

/** Whether nobody gave up what is not closed, and what closes it is not there in a spelling that is not read. */
function areLeft(
  unclosed: readonly Unclosed[],
  innermost: Unclosed,
  last: X12Part | undefined,
  ending: Ending,
): boolean {
  const isAbandoned = ending === "interchange" && innermost.level === transactionLevel;
  const isUnread = last?.hasLowerCaseIds === true || unclosed.some(({ lowerCase }) => lowerCase.length > 0);
  return !isAbandoned && !isUnread;
}

/** What may be missing is what nobody would look for: the count that a new trailer states agrees with what is left. */
function reasonOf({ part, level }: Unclosed, { content }: Level, ending: Ending | "end within a segment"): string {
  if (ending === "trailer") return "";
  const missing = level !== transactionLevel ? `${content}s` : part.after.guide === "271" ? "answers" : "claims";
  return `, and ${whatFollows[ending]}, so ${missing} may be missing`;
}

const whatFollows = {
  sibling: "another one begins",
  interchange: "another interchange begins",
  "end of text": "the file ends",
  "end within a segment": "the file ends within a segment",
} as const;

/** Why no trailer can be added: each repeats the number of what opened its envelope. Empty where all of them state one. */
function unnumberedIn(unclosed: readonly Unclosed[]): string {
  const unnumbered = unclosed.flatMap(({ part, level }) => {
    const kind = levels[level];
    return kind === undefined || part.control.controlNumber !== "" ? [] : [controlElementOf(kind, part.control)];
  });
  if (unnumbered.length === 0) return "";
  return `. None is offered: a trailer repeats the number of its header, and ${listed(unnumbered)} ${unnumbered.length === 1 ? "is" : "are"} empty`;
}

function addTrailers(unclosed: readonly Unclosed[], innermost: Unclosed, last: Segment, ending: Ending): TextFix {
  const trailers: { closing: string; text: string }[] = [];
  for (const { part, level, count } of unclosed) {
    const { controlNumber } = part.control;
    const closing = levels[level]?.closing;
    if (closing === undefined) continue;
    // A transaction counts the segment that closes it, an envelope around another that one.
    const isOneMore = level === transactionLevel || level !== innermost.level;
    const elements = [closing, String(isOneMore ? count + 1 : count), controlNumber];
    trailers.unshift({ closing, text: elements.join(part.delimiters.element) });
  }
  const start = last.terminator - (endsWithCrLf(last) ? 1 : 0);
  const terminator = last.part.text.slice(start, last.terminator + 1);
  const gap = layoutBehind(ending === "end of text" ? firstSegmentOf(innermost.part) : last);
  return {
    title: `Add ${listed(trailers.map(({ closing }) => closing))}`,
    safety: ending === "trailer" ? "safe" : "review",
    // Before the terminator that is there, which then closes the last of them: what stands behind it stays there.
    edits: [
      { span: spanOf(last.part, start, start), newText: trailers.map(({ text }) => terminator + gap + text).join("") },
    ],
  };
}

/** Where a line feed ends segments, the carriage return before it belongs to it. */
function endsWithCrLf({ part, terminator }: Segment): boolean {
  return part.text.slice(terminator - 1, terminator + 1) === "\r\n";
}

/** What stands between a segment and the next: line ends, indentation, or nothing. */
function layoutBehind({ part: { text }, terminator }: Segment): string {
  return text.slice(terminator + 1, skipLayout(text, terminator + 1));
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((some) => some !== "").join(" and ");
}
