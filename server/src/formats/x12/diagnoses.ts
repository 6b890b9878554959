import type { Claim, Diagnosis } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { isDiagnosisSegment } from "./claim-segments.ts";
import { type Place, type Segment, type SegmentedPart, componentOf } from "./segment.ts";
import { problemAt } from "./value-problems.ts";
import { readDiagnosisCode, textAt } from "./values.ts";

/**
 * The diagnoses of HI segments. On a professional claim lines point to one by its place, so an empty element keeps its letter; an
 * institutional claim mixes them with codes of other kinds, such as the reason for the visit, which take none. What there is no room
 * for is added to `problems`, and the first element that holds something but no code: one wrong separator makes many of them.
 */
export function readDiagnoses(
  codes: readonly Segment[],
  kind: Claim["kind"],
  problems: Problem[],
): readonly Diagnosis[] {
  const room = kind === "institutional" ? letters.length : mostPointedTo;
  const diagnoses: Diagnosis[] = [];
  let withoutCode: Problem | undefined;
  let position = 0;
  for (const segment of codes.filter(isDiagnosisSegment)) {
    const { part } = segment;
    const last = Math.min(mostElements, segment.elementCount);
    for (let n = 1; n <= last; n++) {
      const element = segment.element(n);
      const qualifier = componentOf(part, element, 1);
      const place = componentOf(part, element, 2);
      const codeSet = codeSetOf(part, qualifier);
      if (codeSet === undefined && kind === "institutional") continue;
      const letter = letters[position++] ?? "";
      const code = readDiagnosisCode(part, place);
      if (code === undefined) withoutCode ??= problemWithoutCode(part, qualifier, n);
      else if (position <= room)
        diagnoses.push({ part, start: code.start, end: code.end, value: code.value, letter, codeSet });
      else if (position === room + 1) problems.push(problemAt("unreadable-cell", part, code, noRoomBehind(room)));
    }
  }
  if (withoutCode !== undefined) problems.push(withoutCode);
  return diagnoses;
}

/** Of one HI segment. */
const mostElements = 12;

/** An element that is left out is none. */
function problemWithoutCode(part: SegmentedPart, qualifier: Place | undefined, n: number): Problem | undefined {
  if (qualifier === undefined || qualifier.start === qualifier.end) return undefined;
  return problemAt("unreadable-cell", part, qualifier, `HI${String(n).padStart(2, "0")}-2 holds no diagnosis code`);
}

function noRoomBehind(most: number): string {
  return `A claim has room for ${most} diagnoses; this one and those behind it are not read`;
}

/** The letter of the diagnosis that a line points to by its position, of which 1 is A; undefined outside 1 to 12. */
export function diagnosisLetter(position: number): string | undefined {
  return position <= mostPointedTo ? letters[position - 1] : undefined;
}

const mostPointedTo = 12;

/** An institutional claim has room for 25 diagnoses. */
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXY";

function codeSetOf(part: SegmentedPart, qualifier: Place | undefined): Diagnosis["codeSet"] {
  return qualifier && codeSets.get(textAt(part, qualifier));
}

const codeSets: ReadonlyMap<string, Diagnosis["codeSet"]> = new Map([
  ["ABK", "ICD-10"],
  ["ABF", "ICD-10"],
  ["BK", "ICD-9"],
  ["BF", "ICD-9"],
]);
