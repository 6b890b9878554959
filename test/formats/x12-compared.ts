import type { Reading } from "../../server/src/formats/format.ts";
import type { Amount } from "../../server/src/model/amount.ts";
import { type Field, type Part, type Span, textOf } from "../../server/src/text/span.ts";
import { amountsOf } from "./answers-shown.ts";
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
    amounts: amountsOf(reading).map((amount) => ({
      span: place(amount.span),
      values: valuesOfAmount(amount),
      places: Object.values(amount).map((value: unknown) => isField(value) && place(value)),
    })),
    outline: reading.parts.map((part) => part.outline.map((told) => [place(told.span), place(told.head), told.detail])),
    folds: reading.parts.map((part) => part.folds.map(place)),
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
    amounts: amountsOf(reading).map(valuesOfAmount),
    problems: problemsOf(reading).map(({ rule, message, span }) => [rule, message, withoutLayout(span)]),
  };
}

/** Each value of an amount by its name, without its place. */
function valuesOfAmount(amount: Amount): unknown {
  return Object.entries(amount)
    .filter(([name]) => name !== "span")
    .map(([name, value]: [string, unknown]) => [name, plain(value)]);
}

function plain(value: unknown): unknown {
  if (isField(value)) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  const isPayer = typeof value === "object" && value !== null;
  return isPayer ? Object.entries(value).map(([name, field]: [string, unknown]) => [name, plain(field)]) : value;
}

function isField(value: unknown): value is Field<unknown> {
  return typeof value === "object" && value !== null && "part" in value;
}
