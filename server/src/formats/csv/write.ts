import type { Change, Impossible } from "../../model/change.ts";
import type { PartEdit } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { writeField } from "./write-field.ts";
import { writeInRow } from "./write-in-row.ts";
import { removeRow, splitRow } from "./write-rows.ts";
import { writeValue } from "./write-value.ts";

/** The smallest edits that make a change: cells keep their quotation marks, and no column is added. Each is read back before it is offered. */
export function write(change: Change, reading: Reading): readonly PartEdit[] | Impossible {
  switch (change.kind) {
    case "field":
      return writeField(change);
    case "value":
      return writeValue(change);
    case "removal":
      return removeRow(change.line);
    case "split":
      return splitRow(change.line, change.into, reading);
    case "occurrence":
      return { impossible: "A table of claims has no list of occurrence codes to add to." };
    default:
      return writeInRow(change, reading);
  }
}
