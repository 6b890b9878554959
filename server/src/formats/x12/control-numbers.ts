import type { Problem, TextFix } from "../../model/problem.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import { controlElementOf } from "./control-segment.ts";
import { setElement } from "./element-edit.ts";
import type { Level } from "./levels.ts";
import type { X12Part } from "./part.ts";
import { firstSegmentOf, idOf, segmentId } from "./segment.ts";

/** Whether what closes an envelope repeats the control number of what opens it. */
export function findControlProblem(closing: X12Part, kind: Level, opening: X12Part): readonly Problem[] {
  const stated = closing.control.controlNumber;
  const { controlNumber } = opening.control;
  const [closed, opened] = [`${kind.closing}02`, controlElementOf(kind, opening.control)];
  if (controlNumber === "") return [problemOfElement(closing, 2, ...withoutNumber(closed, stated, opening, kind))];
  if (sameControlNumber(stated, controlNumber, kind)) return [];
  const says = stated === "" ? "is empty" : `says ${shown(stated)}`;
  const message = `${closed} ${says}; the ${kind.name}'s ${opened} is ${shown(controlNumber)}`;
  const edits = [setElement(firstSegmentOf(closing), 2, controlNumber)];
  // Which of the two is wrong is not known.
  return [
    problemOfElement(closing, 2, message, {
      title: `Set ${closed} to ${shown(controlNumber)}`,
      safety: "review",
      edits,
    }),
  ];
}

/** What opens the envelope states no number. That of what closes it may be meant; where there is none either, only its sender can give one. */
function withoutNumber(
  closed: string,
  stated: string,
  opening: X12Part,
  kind: Level,
): readonly [message: string, fix: TextFix | undefined] {
  const opened = controlElementOf(kind, opening.control);
  if (stated === "") {
    return [`${closed} and the ${kind.name}'s ${opened} are both empty; only the sender can number them`, undefined];
  }
  const message = `${closed} says ${shown(stated)}; the ${kind.name}'s ${opened} is empty`;
  const edit = /^\w{1,9}$/.test(stated) ? numberOpening(opening, stated) : undefined;
  return [message, edit && { title: `Set ${opened} to ${edit.newText}`, safety: "review", edits: [edit] }];
}

/** ISA is of fixed width: its number has nine digits. */
function numberOpening(part: X12Part, number: string): PartEdit | undefined {
  const segment = firstSegmentOf(part);
  const { controlElement } = part.control;
  if (part.opener !== isa) return setElement(segment, controlElement, number);
  const raw = segment.rawElement(controlElement);
  if (raw === undefined || !/^\d+$/.test(number)) return undefined;
  return { span: spanOf(segment.part, raw.start, raw.end), newText: number.padStart(9, "0") };
}

/** Those of interchanges and groups are numbers, so zeros before them mean nothing; that of a transaction is text. */
function sameControlNumber(first: string, second: string, { opening }: Level): boolean {
  const areNumbers = opening !== "ST" && /^\d+$/.test(first) && /^\d+$/.test(second);
  return areNumbers ? first.replace(/^0+/, "") === second.replace(/^0+/, "") : first === second;
}

const isa = segmentId("ISA");

/** A problem of an element of the segment that begins a part, or of its id where the element is empty. */
export function problemOfElement(part: X12Part, n: number, message: string, fix: TextFix | undefined): Problem {
  const segment = firstSegmentOf(part);
  const place = segment.element(n);
  const isThere = place !== undefined && place.end > place.start;
  const span = isThere ? spanOf(part, place.start, place.end) : idOf(part);
  return { rule: "x12-envelope", span, message, ...(fix && { fixes: [fix] }) };
}

/** Where separators are wrong anything may stand here, names too. */
function shown(controlNumber: string): string {
  if (controlNumber === "") return "empty";
  return /^\w{1,15}$/.test(controlNumber) ? controlNumber : "another";
}
