import type { Claim, ServiceLine } from "../../model/claim.ts";
import { applyEdits } from "../../text/edit.ts";
import type { PartEdit } from "../../text/span.ts";
import { type Page, isPage, readPage } from "./page.ts";

/** Whether the page, once edited, is laid out as before and has these service lines and, but for them, the claim that it had. */
export function readsBack(page: Page, edits: readonly PartEdit[], rows: readonly string[]): boolean {
  const after = readEdited(page, edits);
  return (
    after !== undefined &&
    isSame(
      after.rows.map(({ serviceLine }) => shownRow(serviceLine)),
      rows,
    ) &&
    isSame(after.claims.map(shownHead), page.claims.map(shownHead))
  );
}

/** Undefined where the form would not be found in the same place. */
export function readEdited(page: Page, edits: readonly PartEdit[]): Page | undefined {
  const placed = edits.map(({ span, newText }) => ({ start: span.start, end: span.end, newText }));
  const after = readPage(applyEdits(page.text, placed), page.before);
  const isPlaced =
    isPage(after) && after.origin.line === page.origin.line && after.origin.column === page.origin.column;
  return isPlaced ? after : undefined;
}

/** What a service line says. */
export function shownRow(line: ServiceLine): string {
  return valuesIn({ ...line, part: undefined });
}

function shownHead(claim: Claim): string {
  return valuesIn({ ...claim, part: undefined, serviceLines: undefined, hasOtherCharges: undefined });
}

/** Without the places that they were read from. */
function valuesIn(object: object): string {
  const places = new Set(["part", "start", "end", "span", "head"]);
  return JSON.stringify(object, (key, value: unknown) => (places.has(key) ? undefined : value));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
