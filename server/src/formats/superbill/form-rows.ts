import { isPlanModifier } from "../../model/discipline.ts";
import type { FieldValues } from "./field-values.ts";
import type { Piece } from "./line.ts";
import type { Row } from "./row.ts";
import { beginsWithTicks, hasBlank, isEmptyMark, isTick, isTicked } from "./row-marks.ts";
import type { LineDraft } from "./service-line.ts";
import type { LabelPlace } from "./superbill-part.ts";
import type { Table } from "./table.ts";
import { cellsOf } from "./words.ts";
import { isEmptyValue, parseMoney } from "./written-value.ts";

/** What was read of a claim. */
interface Filled {
  readonly labels: readonly LabelPlace[];
  readonly values: FieldValues;
  readonly lines: readonly LineDraft[];
}

/**
 * The rows that are services: not those that a form prints and nobody filled in. Where rows of a table have units or an
 * amount, one with neither these nor minutes is such a row if there are several of them, or if it shows that it was
 * printed: by a description, or by blanks in the place of numbers. A single bare code may be about to be
 * filled in, and so is a row with a date, a modifier that is decided at the visit, or who treated. Where rows of a table
 * are ticked, one that is not and has neither units nor minutes is the form too, with whatever amount it prints.
 */
export function servicesOf(draft: Filled): readonly LineDraft[] {
  const lines = withoutUnticked(draft.lines);
  const empty = new Set(lines.filter(isUnfilled));
  if (empty.size === 0) return lines;
  if (empty.size === lines.length) return isBlankForm(draft) ? [] : lines;
  const filled = new Set(lines.filter(isBilled).map(({ table }) => table));
  const several = repeatedTables(empty);
  return lines.filter((line) => {
    const { table } = line;
    return !(empty.has(line) && filled.has(table) && (several.has(table) || isPrinted(line)));
  });
}

function withoutUnticked(lines: readonly LineDraft[]): readonly LineDraft[] {
  const ticked = new Set(lines.filter((line) => tickOf(line) === true).map(({ table }) => table));
  return ticked.size === 0 ? lines : lines.filter((line) => !ticked.has(line.table) || !isLeftUnticked(line));
}

/** Whether a row of a table of ticks is ticked; undefined of others. */
function tickOf({ line, table }: LineDraft): boolean | undefined {
  if (table?.cut === undefined || !beginsWithTicks(table.header, table.cut)) return undefined;
  const mark = cellsOf(line.text, table.cut)[0]?.piece.text ?? "";
  return isEmptyMark(mark) ? false : isTick(mark) || undefined;
}

function isLeftUnticked(line: LineDraft): boolean {
  const { row } = line;
  if (tickOf(line) !== false || row.date !== undefined || row.isDateUnreadable || !isNothing(row.units)) return false;
  return (
    row.minutes.every(({ piece }) => isNothing(piece)) && row.modifiers.every(mayBePrinted) && saysNothingElse(row)
  );
}

function repeatedTables(lines: Iterable<LineDraft>): ReadonlySet<Table | undefined> {
  const [seen, several] = [new Set<Table | undefined>(), new Set<Table | undefined>()];
  for (const { table } of lines) {
    if (seen.has(table)) several.add(table);
    seen.add(table);
  }
  return several;
}

/** A table of minutes alone has none for codes that are not timed. */
function isBilled({ row, table }: LineDraft): boolean {
  const { units, charge, allowedAmount } = row;
  if (!isNothing(units) || !isNothing(charge) || !isNothing(allowedAmount)) return true;
  return table === undefined && !row.minutes.every(({ piece }) => isNothing(piece));
}

function isUnfilled(line: LineDraft): boolean {
  const { row, table } = line;
  if (row.date !== undefined || row.isDateUnreadable || isBilled(line) || isTicked(line.line.text)) return false;
  if (!row.minutes.every(({ piece }) => isNothing(piece)) || !row.modifiers.every(mayBePrinted)) return false;
  return table === undefined ? hasBlank(line.line.text) : saysNothingElse(row);
}

/** The plan's modifier alone is printed: all others are decided at the visit. */
function mayBePrinted({ text }: Piece): boolean {
  return isPlanModifier(text.toUpperCase());
}

function saysNothingElse({ unreadable, clinician, pointers, renderingNpi, note, subject }: Row): boolean {
  return (
    unreadable.length + pointers.length === 0 &&
    [clinician, renderingNpi, note, subject].every((one) => one === undefined)
  );
}

function isPrinted({ row, table }: LineDraft): boolean {
  return table === undefined || row.isPrinted;
}

function isNothing(piece: Piece | undefined): boolean {
  return piece === undefined || parseMoney(piece.text) === 0;
}

/** It asks for a patient and a date, and got neither. */
function isBlankForm({ labels, values }: Filled): boolean {
  const { texts, datesOfService, birthDate } = values;
  const isNamed = texts.patient !== undefined || texts.beneficiaryId !== undefined || birthDate !== undefined;
  if (isNamed || datesOfService.length > 0) return false;
  const asked = new Set(labels.filter(({ value }) => isEmptyValue(value.text)).map(({ field }) => field));
  return asked.has("patient") && asked.has("dateOfService");
}
