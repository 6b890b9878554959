import { spanOf } from "../../text/span.ts";
import type { Description, PartReading } from "../format.ts";
import { columnTexts } from "./column-names.ts";
import { fieldTexts } from "./field-names.ts";
import { labelsOf } from "./part.ts";
import { columnNamesOf, isSuperbillPart } from "./superbill-part.ts";

/** Tells what a field's label or a column's name stands for, and how else it may be written. */
export function describe(part: PartReading, offset: number): Description | undefined {
  if (!isSuperbillPart(part)) return undefined;
  const label = labelsOf(part).find((place) => isAt(place.label, offset));
  const field = label === undefined ? undefined : fieldTexts.find((text) => text.field === label.field);
  if (label !== undefined && field !== undefined) {
    const spellings = [...field.labels, ...field.items.map((item) => `Box ${item}`)];
    return description(part, label.label, field.title, field.text, spellings);
  }
  const column = columnNamesOf(part).find((place) => isAt(place, offset));
  const text = column === undefined ? undefined : columnTexts.find((one) => one.kind === column.kind);
  return column === undefined || text === undefined
    ? undefined
    : description(part, column, text.title, text.text, text.names);
}

function description(
  part: PartReading,
  { start, end }: { readonly start: number; readonly end: number },
  title: string,
  meaning: string,
  spellings: readonly string[],
): Description {
  const text =
    title === "Not read" ? meaning : `${meaning} Also written: ${spellings.slice(0, mostSpellings).join(", ")}.`;
  return { span: spanOf(part, start, end), title, text };
}

/** The spellings are listed by how common they are. */
const mostSpellings = 8;

function isAt(place: { readonly start: number; readonly end: number }, offset: number): boolean {
  return place.start <= offset && offset <= place.end;
}
