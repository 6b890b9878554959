import type { SourceText } from "../../text/source-text.ts";
import type { FoundLayout } from "../format.ts";
import { type Delimiters, beginsIsa, readDelimiters } from "./delimiters.ts";
import { isCutByText } from "./layout.ts";
import { skipLayout } from "./segment.ts";

/** How much of a text shows how it is laid out. */
const sampleLength = 16_384;

/** Where the lines of the text's beginning end; undefined where they follow no pattern, or where nothing is laid out. */
export function findLayout(text: SourceText): FoundLayout | undefined {
  const start = skipLayout(text, 0);
  const delimiters = beginsIsa(text, start) ? readDelimiters(text, start) : undefined;
  if (delimiters === undefined || isCutByText(delimiters)) return undefined;
  const ending = /\r\n$|\r$|\n$/.exec(text.slice(Math.max(start, text.length - 2)))?.[0] ?? "";
  const sample = text.slice(start, Math.min(text.length - ending.length, start + sampleLength)).replace(/\r$/, "");
  const [lineEnd] = /\r\n|\r|\n/.exec(sample) ?? [];
  if (lineEnd === undefined) {
    const found = lineEndBehindInterchange(text, delimiters, text.length - ending.length);
    const breaks = found === undefined ? "none" : "interchanges";
    return { breaks, lineEnd: found ?? (ending === "" ? "\n" : ending), endsWithLineEnd: ending !== "" };
  }
  const breaks = breaksOf(sample.split(lineEnd), delimiters);
  return breaks === undefined ? undefined : { breaks, lineEnd, endsWithLineEnd: ending !== "" };
}

/** What the lines of a text have in common; the last of them may be cut off. */
function breaksOf(lines: readonly string[], { terminator, element }: Delimiters): FoundLayout["breaks"] | undefined {
  const whole = lines.slice(0, -1);
  const width = whole[0]?.length ?? 0;
  if (lines.some((line) => /[\r\n]/.test(line))) return undefined;
  if (whole.every((line) => isLastOf(line, `IEA${element}`, terminator))) return "interchanges";
  if (whole.every((line) => line.indexOf(terminator) === line.length - 1 && !/^\s/.test(line))) return "segments";
  return whole.every((line) => line.length === width) && (lines.at(-1)?.length ?? 0) <= width ? width : undefined;
}

/** Whether the last segment of a line begins so, and is ended there. */
function isLastOf(line: string, beginning: string, terminator: string): boolean {
  const [last, behind] = line.split(terminator).slice(-2);
  return behind === "" && last?.startsWith(beginning) === true;
}

/** The line end behind the first interchange, where that is not at the end of the text. */
function lineEndBehindInterchange(
  text: SourceText,
  { terminator, element }: Delimiters,
  end: number,
): string | undefined {
  const iea = text.indexOf(`${terminator}IEA${element}`);
  const behind = iea < 0 ? -1 : text.indexOf(terminator, iea + 1) + 1;
  return behind > 0 && behind < end ? /^(?:\r\n|\r|\n)/.exec(text.slice(behind, behind + 2))?.[0] : undefined;
}
