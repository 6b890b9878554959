import type { Reading } from "../../server/src/formats/format.ts";
import { type Part, type Span, textOf } from "../../server/src/text/span.ts";
import { claimsOf, fieldsOf, problemsOf } from "./x12-shown.ts";

/** A reading with nothing that depends on identity: values, and spans with the place of their part. */
export function dump(reading: Reading): unknown {
  const places = new Map<Part, number>(reading.parts.map((part, index) => [part, index]));
  const place = ({ part, start, end }: Span): unknown => [places.get(part), start, end];
  return {
    texts: reading.parts.map((part) => part.text),
    claims: claimsOf(reading).map((claim) => ({
      head: place(claim.head),
      span: place(claim.span),
      fields: fieldsOf(claim).map(([name, field]) => [name, field?.value, field && place(field)]),
    })),
    problems: problemsOf(reading).map(({ rule, message, span, fixes = [] }) => ({
      rule,
      message,
      at: place(span),
      fixes: fixes.map(({ title, safety, edits }) => [
        title,
        safety,
        edits.map((edit) => [place(edit.span), edit.newText]),
      ]),
    })),
  };
}

export function valuesOf(reading: Reading): readonly (readonly (readonly [string, unknown])[])[] {
  return claimsOf(reading).map((claim) => fieldsOf(claim).map(([name, field]) => [name, field?.value] as const));
}

/** What does not depend on the layout: values, and problems with the text that they are shown on. */
export function shown(reading: Reading): unknown {
  const withoutLayout = (span: Span): string => textOf(span).replace(/[\r\n]+ */g, "");
  return {
    values: valuesOf(reading),
    problems: problemsOf(reading).map(({ rule, message, span }) => [rule, message, withoutLayout(span)]),
  };
}
