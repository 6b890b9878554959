import { basename } from "node:path";
import type { Separator } from "../../formats/csv/record.ts";
import { type LocalityColumns, findLocalities } from "./localities.ts";
import { type OwnFeeColumns, findOwnFees } from "./own-fees.ts";
import { readPayment } from "./payment-amounts.ts";
import { type TextEncoding, cellsOf, recordsOf, separatorOf, textEncodingOf } from "./records.ts";
import { type RelativeValueColumns, findRelativeValues } from "./relative-values.ts";

/** A file of fees, recognised by its first records. */
export type FeeFile = FileOf<"own"> | FileOf<"relative-values"> | FileOf<"localities"> | FileOf<"payment-amounts">;

export interface FileOf<Kind extends keyof ColumnsOf> {
  readonly kind: Kind;
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  readonly encoding: TextEncoding;
  readonly separator: Separator;
  readonly columns: ColumnsOf[Kind];
}

interface ColumnsOf {
  readonly own: OwnFeeColumns;
  readonly "relative-values": RelativeValueColumns;
  readonly localities: LocalityColumns;
  /** It has no header. */
  readonly "payment-amounts": undefined;
}

/** As many records as titles and a header take. */
const beginning = 40;

/** Recognises a file; answers with a sentence where it is none. */
export async function openFeeFile(path: string): Promise<FeeFile | { readonly problem: string }> {
  const name = basename(path);
  try {
    const encoding = await textEncodingOf(path);
    if (typeof encoding !== "string") {
      return { problem: `${name} is ${encoding.instead}: take the CSV of the archive, or save the table as CSV.` };
    }
    const head: string[] = [];
    for await (const record of recordsOf(path, encoding)) if (head.push(record) === beginning) break;
    const separator = separatorOf(head);
    const file = recognise(
      head.map((record) => cellsOf(record, separator)),
      { path, name, encoding, separator },
    );
    if (file === undefined) return { problem: `${name} is ${unknown}` };
    if (file.kind !== "relative-values" || file.columns.missing.length === 0) return file;
    return { problem: `${name} has no column of ${file.columns.missing.join(" and ")}.` };
  } catch {
    return { problem: `${name} could not be read.` };
  }
}

const unknown =
  "no list of fees: an office's list needs columns code and amount; of CMS's files, PPRRVU, GPCI and PFALL are read, as CSV.";

/** The records under the header, or all where there is none. */
export async function* rowsOf({ path, encoding, separator, columns }: FeeFile): AsyncIterable<readonly string[]> {
  let left = columns === undefined ? 0 : columns.place + 1;
  for await (const record of recordsOf(path, encoding)) {
    if (left > 0) left--;
    else yield cellsOf(record, separator);
  }
}

function recognise(
  head: readonly (readonly string[])[],
  file: Pick<FeeFile, "path" | "name" | "encoding" | "separator">,
): FeeFile | undefined {
  const localities = findLocalities(head);
  if (localities !== undefined) return { ...file, kind: "localities", columns: localities };
  const relativeValues = findRelativeValues(head);
  if (relativeValues !== undefined) return { ...file, kind: "relative-values", columns: relativeValues };
  if (head.some((cells) => readPayment(cells) !== undefined)) {
    return { ...file, kind: "payment-amounts", columns: undefined };
  }
  const own = findOwnFees(head);
  return own && { ...file, kind: "own", columns: own };
}
