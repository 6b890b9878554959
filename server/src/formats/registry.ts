import type { SourceText } from "../text/source-text.ts";
import { csvFormat } from "./csv/csv.ts";
import type { Format } from "./format.ts";
import { cms1500Format } from "./cms1500/cms1500.ts";
import { superbillFormat } from "./superbill/superbill.ts";
import { x12Format } from "./x12/x12.ts";

/** The editor's languages, and the format that reads each. */
const formats: Readonly<Record<string, Format>> = {
  superbill: superbillFormat,
  claim: superbillFormat,
  x12: x12Format,
  "superbill-csv": csvFormat,
  "cms1500-print": cms1500Format,
};

/** File names, most exact first: the same list as the extension's `contributes.languages`. */
const languagesByName: readonly (readonly [RegExp, string])[] = [
  [/\.(superbill|claims)\.[ct]sv$/i, "superbill-csv"],
  [/\.(cms1500(\.txt)?|hcfa)$/i, "cms1500-print"],
  [/\.(837|837p|837i|835|271|x12|edi)$/i, "x12"],
  [/\.superbill$|superbill[^/\\]*\.txt$/i, "superbill"],
  [/\.claim$|(^|[/\\])claim[^/\\]*\.txt$|[-_. ]claim[^/\\]*\.txt$/i, "claim"],
];

/** The names that `languageOfName` knows, as an editor's patterns: what a folder is watched for. */
export const fileNamePatterns: readonly string[] = [
  "*.{superbill,claims}.{csv,tsv}",
  "*.{cms1500,cms1500.txt,hcfa}",
  "*.{837,837p,837i,835,271,x12,edi}",
  "*.superbill",
  "*superbill*.txt",
  "*.claim",
  "*claim*.txt",
];

export function formatOf(languageId: string): Format | undefined {
  return Object.hasOwn(formats, languageId) ? formats[languageId] : undefined;
}

/** The language of a file by its name; undefined for a file that is none of ours. */
export function languageOfName(fileName: string): string | undefined {
  return languagesByName.find(([pattern]) => pattern.test(fileName))?.[1];
}

/**
 * The language of a file: its name tells, unless its content says X12; else what its content looks like, or that it is a CSV; all else
 * is a superbill.
 */
export function languageOfFile(fileName: string, text: Pick<SourceText, "slice">): string {
  const beginning = text.slice(0, beginningLength);
  if (x12Format.recognizes(beginning)) return "x12";
  return (
    languageOfName(fileName) ?? recognizeLanguage(beginning) ?? (isTable.test(fileName) ? "superbill-csv" : "superbill")
  );
}

const isTable = /\.[ct]sv$/i;

/** The language that a text is in by its content alone; undefined where nothing shows it. */
export function recognizeLanguage(text: Pick<SourceText, "slice">): string | undefined {
  const beginning = text.slice(0, beginningLength);
  return Object.entries(formats).find(([, format]) => format.recognizes(beginning))?.[0];
}

/** How much of a text shows what it is. */
const beginningLength = 16_384;
