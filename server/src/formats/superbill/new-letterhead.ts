import { fieldAt, readFields } from "./field-line.ts";
import { type FieldValues, statesNpi } from "./field-values.ts";
import { labelAt, ofContact } from "./letterhead.ts";
import { contentOf } from "./line-kind.ts";
import type { Line } from "./line.ts";
import { npisIn } from "./npis-in-line.ts";
import { lineAround } from "./part-lines.ts";
import { withoutTies } from "./written-field.ts";

/**
 * Whether a claim's text may hold a letterhead that says something new: only then must it be read to know what holds behind it.
 *
 * @param inForce what holds before it
 */
export function mayHoldLetterhead(text: string, inForce: FieldValues | undefined, hasItemNumbers: boolean): boolean {
  for (let at = text.indexOf("NPI"); at !== -1;) {
    const line = lineAround(text, at);
    if (saysNew(text, line, inForce, hasItemNumbers)) return true;
    at = text.indexOf("NPI", line.start + line.text.length);
  }
  return false;
}

function saysNew(text: string, line: Line, inForce: FieldValues | undefined, hasItemNumbers: boolean): boolean {
  const { start } = contentOf(line);
  // Most name whom a label names.
  const named = fieldAt(line.text, start, hasItemNumbers);
  if (named !== undefined && !ofContact.has(named)) return false;
  const fields = readFields(line.text, start, hasItemNumbers);
  const label = labelAt(fields, start);
  if (label !== undefined && !ofContact.has(label)) return false;
  if (label === "npi" || label === "billingNpi") {
    return !statesNpi(inForce, withoutTies(fields[0]?.value.text ?? "")) && isBelowWords(text, line, hasItemNumbers);
  }
  return npisIn(line.text, start).some(
    ({ owner, value }) => owner !== "other" && !statesNpi(inForce, withoutTies(value.text)),
  );
}

function isBelowWords(text: string, { start }: Line, hasItemNumbers: boolean): boolean {
  const above = lineAround(text, Math.max(0, start - (text.startsWith("\r\n", start - 2) ? 2 : 1)));
  const content = contentOf(above);
  return (
    content.text !== "" && labelAt(readFields(above.text, content.start, hasItemNumbers), content.start) === undefined
  );
}
