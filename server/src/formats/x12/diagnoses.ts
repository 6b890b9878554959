import type { Claim, Diagnosis } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { found } from "./place.ts";
import type { Segment } from "./segment.ts";
import { problemAt } from "./value-problems.ts";
import { readDiagnosisCode, textOf } from "./values.ts";

/**
 * Reads the diagnoses of HI segments, each given in its order. On a professional claim lines point to one by its place, so an empty
 * element keeps its letter; an institutional claim mixes them with codes of other kinds, such as the reason for the visit, which take
 * none. What there is no room for is added to `problems`, and the first element that holds something but no code: one wrong separator
 * makes many of them.
 */
export class DiagnosisReader {
  readonly diagnoses: Diagnosis[] = [];
  readonly #kind: Claim["kind"];
  readonly #problems: Problem[];
  #saysWithoutCode = false;
  #position = 0;

  constructor(kind: Claim["kind"], problems: Problem[]) {
    this.#kind = kind;
    this.#problems = problems;
  }

  add(segment: Segment): void {
    if (!isDiagnosisSegment(segment)) return;
    const last = Math.min(mostElements, segment.elementCount);
    for (let n = 1; n <= last; n++) this.#addElement(segment, n);
  }

  #addElement(segment: Segment, n: number): void {
    const { part } = segment;
    const codeSet = codeSets.get(textOf(segment, n, 1));
    if (codeSet === undefined && this.#kind === "institutional") return;
    const room = this.#kind === "institutional" ? letters.length : mostPointedTo;
    const letter = letters[this.#position++] ?? "";
    const code = readDiagnosisCode(segment, n, 2);
    if (code === undefined) this.#reportWithoutCode(segment, n);
    else if (this.#position <= room)
      this.diagnoses.push({ part, start: code.start, end: code.end, value: code.value, letter, codeSet });
    else if (this.#position === room + 1)
      this.#problems.push(problemAt("unreadable-cell", part, code, noRoomBehind(room)));
  }

  /** An element that is left out is none. */
  #reportWithoutCode(segment: Segment, n: number): void {
    if (this.#saysWithoutCode || !segment.find(n, 1)) return;
    this.#saysWithoutCode = true;
    const message = `HI${String(n).padStart(2, "0")}-2 holds no diagnosis code`;
    this.#problems.push(problemAt("unreadable-cell", segment.part, { ...found }, message));
  }
}

/** Other HI segments hold conditions, occurrences or procedures. */
export function isDiagnosisSegment(segment: Segment): boolean {
  return codeSets.has(textOf(segment, 1, 1));
}

/** Of one HI segment. */
const mostElements = 12;

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

const codeSets: ReadonlyMap<string, Diagnosis["codeSet"]> = new Map([
  ["ABK", "ICD-10"],
  ["ABF", "ICD-10"],
  ["BK", "ICD-9"],
  ["BF", "ICD-9"],
]);
