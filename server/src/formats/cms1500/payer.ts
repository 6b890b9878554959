import { findPayer, unknownPayer } from "../../data/payers.ts";
import type { NamedPayer } from "../../model/claim.ts";
import { type Box, boxes } from "./form.ts";
import { type Origin, markAt } from "./origin.ts";
import { type Cell, fieldAt, wordsOf } from "./print-line.ts";
import { type Target, readText } from "./values.ts";

/**
 * Who pays, by the X of box 1 and the name above the form or, where the X tells of no public program, in box 11c. At Medicare the X does not
 * decide against a name that is another payer's: plans that replace Medicare are marked so too.
 */
export function readPayer(target: Target, cell: (box: Box) => Cell | undefined, origin: Origin): NamedPayer {
  const mark = markOf(cell(boxes.payerMark), origin);
  const code = mark?.filingIndicator;
  const isProgram = code !== undefined && programs.has(code);
  const name =
    readText(target, cell(boxes.payerName)) ?? (isProgram ? undefined : readText(target, cell(boxes.planName)));
  const isReplaced = code === medicare && name !== undefined && isOther(name.value);
  const filingIndicator =
    mark === undefined || code === undefined || isReplaced ? undefined : fieldAt(target.part, mark.cell, code);
  return { name, filingIndicator, payerId: undefined };
}

const medicare = "MB";
const programs: ReadonlySet<string> = new Set([medicare, "MC", "CH"]);

/** Undefined where several are marked. */
function markOf(
  cell: Cell | undefined,
  origin: Origin,
): { cell: Cell; filingIndicator: string | undefined } | undefined {
  const [word, another] = cell === undefined ? [] : wordsOf(cell);
  const mark = word && another === undefined ? markAt(word, origin) : undefined;
  return word && mark && { cell: word, filingIndicator: mark.filingIndicator };
}

/** Whether a name is known to be that of a payer other than traditional Medicare. */
function isOther(name: string): boolean {
  const { id } = findPayer({ name });
  return id !== unknownPayer.id && id !== findPayer({ filingIndicator: medicare }).id;
}
