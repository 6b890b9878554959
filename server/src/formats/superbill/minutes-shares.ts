import type { Minutes } from "../../model/claim.ts";
import { pieceOf } from "./line.ts";
import type { MinutesPiece } from "./row.ts";

/** A row without the brackets in which each clinician's minutes stand, and these. */
export interface SharedMinutes {
  /** Offsets are as they were. */
  readonly line: string;
  readonly minutes: readonly MinutesPiece[];
}

const minutesWithBrackets = /(?<![\w.])(\d{1,3})\s?(?:min(?:s|utes)?\.?|')\s{0,3}(?=[([])/;
const one = String.raw`[A-Z/]{2,6}[\s:=]{1,3}\d{1,3}(?:\s?min(?:s|utes)?\.?)?`;
const brackets = new RegExp(String.raw`^[([]\s?${one}\s{0,2}[,;/+&]?\s{0,2}${one}\s?[)\]]`);

const clinicians: ReadonlyMap<string, Minutes["clinician"]> = new Map([
  ["PT", "PT"],
  ["DPT", "PT"],
  ["PTA", "PTA"],
  ["OT", "OT"],
  ["OTR", "OT"],
  ["OTR/L", "OT"],
  ["OTA", "OTA"],
  ["COTA", "OTA"],
]);

/** `30 min (PT 15, PTA 15)`: where both make up the minutes before them, they say more than these. */
export function readSharedMinutes(line: string): SharedMinutes | undefined {
  const match = line.includes("(") || line.includes("[") ? minutesWithBrackets.exec(line) : null;
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  const [written] = brackets.exec(line.slice(start, start + longest)) ?? [];
  if (written === undefined) return undefined;
  const minutes = minutesIn(line, start, written);
  const sum = minutes.reduce((total, { piece }) => total + Number(piece.text), 0);
  if (sum !== Number(match[1]) || new Set(minutes.map(({ clinician }) => clinician)).size < 2) return undefined;
  return { line: line.slice(0, start) + " ".repeat(written.length) + line.slice(start + written.length), minutes };
}

/** Two words and two numbers. */
const longest = 60;

function minutesIn(line: string, start: number, written: string): readonly MinutesPiece[] {
  return [...written.matchAll(/([A-Z/]{2,6})[\s:=]{1,3}(\d{1,3})/g)].flatMap(
    ({ 0: whole, 1: who = "", 2: number = "", index }) => {
      const clinician = clinicians.get(who);
      const end = start + index + whole.length;
      return clinician === undefined ? [] : [{ piece: pieceOf(line, end - number.length, end), clinician }];
    },
  );
}
