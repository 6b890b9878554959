import { type Box, boxes, diagnosisBoxes, rowBoxes } from "./form.ts";
import { type Origin, rowAt } from "./origin.ts";

/** The box in which a column of a line of the page lies; lines and columns count from 0. */
export function boxAt(origin: Origin, line: number, column: number): Box | undefined {
  const onForm = { line: line - origin.line + 1, column: column - origin.column + 1 };
  const lower = rowAt(origin, line);
  const upper = rowAt(origin, line + 1);
  const holds = ({ from, to }: Box): boolean => from <= onForm.column && onForm.column <= to;
  if (lower !== undefined || upper !== undefined) {
    const half = lower === undefined ? -1 : 0;
    return Object.values<Box>(rowBoxes).find((box) => box.line === half && holds(box));
  }
  return [...Object.values<Box>(boxes), ...diagnosisBoxes].find(
    (box) => box.line <= onForm.line && onForm.line <= (box.lastLine ?? box.line) && holds(box),
  );
}
