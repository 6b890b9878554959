import type { Change, Impossible, SettableField } from "../../model/change.ts";
import type { Field, PartEdit } from "../../text/span.ts";
import { type Box, behindCents, boxes } from "./form.ts";
import { boxAt } from "./box-at.ts";
import { overwrite } from "./overwrite.ts";
import { type Page, isPage } from "./page.ts";
import { cellOf } from "./origin.ts";
import { columnOf, linesOf } from "./print-line.ts";
import { readEdited } from "./read-back.ts";
import { writeInRows } from "./write-rows.ts";
import { moneyLike } from "./written-like.ts";

/** The edits that make a change. A page's lines keep their number, and what is not changed its column. */
export function writeChange(change: Change): readonly PartEdit[] | Impossible {
  switch (change.kind) {
    case "field":
      return isPage(change.claim.part) ? writeField(change.claim.part, change.field, change.to) : notOnForm;
    case "value":
      return isPage(change.at.part) ? writeValue(change.at.part, change.at, change.to) : notOnForm;
    case "occurrence":
      return { impossible: "A CMS-1500 has no occurrence codes." };
    default:
      return writeInRows(change);
  }
}

const notOnForm: Impossible = { impossible: "This is not a value of a CMS-1500." };
const noRoom: Impossible = { impossible: "The box has no room for it." };

/** Amounts end where they ended, all else begins where it began. */
function writeValue(page: Page, at: Field<unknown>, to: string): readonly PartEdit[] | Impossible {
  const lines = linesOf(page.text);
  const line = lines.find(({ end }) => at.start <= end);
  if (line === undefined) return notOnForm;
  const from = columnOf(line, at.start);
  const width = at.end - at.start;
  const box = boxAt(page.origin, lines.indexOf(line), from);
  if (box === undefined) return notOnForm;
  const isAmount = typeof at.value === "number";
  const text = isAmount ? amountLike(page, at, to, from + width) : to;
  if (text === undefined || /[\p{Cc}]/u.test(text)) return noRoom;
  const start = isAmount ? from + width - text.length : from;
  const end = Math.max(from + width, start + text.length);
  const first = Math.min(start, from);
  const before = line.columns.slice(first, from);
  const behind = line.columns.slice(from + width, end);
  const isInBox = first >= page.origin.column - 1 + box.from && end <= page.origin.column + box.to;
  if (!isInBox || before.trim() !== "" || behind.trim() !== "") return noRoom;
  const edits = overwrite(page, line, first, text.padStart(start + text.length - first).padEnd(end - first));
  return checked(page, edits);
}

/** The amount as the form writes it, whether `to` has a point, commas, or neither. */
function amountLike({ origin }: Page, at: Field<unknown>, to: string, end: number): string | undefined {
  const amount = Number(to.replace(/[$,]/g, ""));
  const hasCents = end === origin.column + behindCents.total || end === origin.column + behindCents.charge;
  return Number.isFinite(amount)
    ? moneyLike(at.part.text.slice(at.start, at.end), Math.round(amount * 100), hasCents)
    : undefined;
}

/** Where nothing stands in the box yet. */
function writeField(page: Page, field: SettableField, to: string): readonly PartEdit[] | Impossible {
  const place = fieldPlaces[field];
  if ("impossible" in place) return place;
  const { box, line, from, to: last } = place;
  const lines = linesOf(page.text);
  const { origin } = page;
  if (to === "") return { impossible: "A print image has no labels: there is no place to leave blank." };
  if (cellOf(lines, origin, box) !== undefined) return taken;
  const at = lines[origin.line - 1 + line];
  if (at === undefined || to.length > last - from + 1) return noRoom;
  // Most programs print capitals alone.
  const written = /\p{Ll}/u.test(page.text) ? to : to.toUpperCase();
  return checked(page, overwrite(page, at, origin.column - 1 + from, written));
}

const taken: Impossible = { impossible: "Something stands in that place already." };

function checked(page: Page, edits: readonly PartEdit[] | undefined): readonly PartEdit[] | Impossible {
  if (edits === undefined) return { impossible: "Tabs or printer codes stand where it would be written." };
  return readEdited(page, edits)?.rows.length === page.rows.length
    ? edits
    : { impossible: "The form would be read otherwise once this is written." };
}

interface FieldPlace {
  readonly box: Box;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const noAmountUsed: Impossible = { impossible: "A CMS-1500 has no box for the amount used." };

const fieldPlaces: Readonly<Record<SettableField, FieldPlace | Impossible>> = {
  payer: { box: boxes.payerName, line: 2, from: 41, to: 71 },
  note: { box: boxes.note, line: 36, from: 1, to: 48 },
  usedAmountPtSlp: noAmountUsed,
  usedAmountOt: noAmountUsed,
};
