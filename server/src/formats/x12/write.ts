import type { Change, Impossible, SettableField } from "../../model/change.ts";
import type { Field, PartEdit } from "../../text/span.ts";
import { spanOf, textOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { addOccurrence } from "./occurrence-edit.ts";
import { X12Part } from "./part.ts";
import { isWritable, writeModifiers, writeProcedure, writeUnits } from "./service-edit.ts";
import { loopOf, removeLine, splitLine } from "./write-lines.ts";

/** The smallest edits that make the change. Components and elements that are missing are made room for; none is left dangling. */
export function writeChange(change: Change, reading: Reading): readonly PartEdit[] | Impossible {
  if (change.kind === "field") return { impossible: unwritableFields[change.field] };
  if (change.kind === "value") return writeValue(change.at, change.to);
  if (change.kind === "occurrence") return addOccurrence(change, reading);
  const service = loopOf(change.line)?.service;
  if (service === undefined) return { impossible: "This service line is not one of an X12 claim." };
  switch (change.kind) {
    case "modifiers":
      return writeModifiers(service, change.to);
    case "units":
      return writeUnits(service, change.to);
    case "procedure":
      return writeProcedure(service, change.to);
    case "removal":
      return removeLine(change.line, reading);
    case "split":
      return splitLine(change.line, change.into, reading);
  }
}

function writeValue(at: Field<unknown>, to: string): readonly PartEdit[] | Impossible {
  if (!(at.part instanceof X12Part)) return { impossible: "This value is not one of an X12 claim." };
  if (!isWritable(to, at.part.delimiters)) {
    return { impossible: "A value can't hold one of the characters that separate X12's elements." };
  }
  if (!isWritable(textOf(at), at.part.delimiters)) {
    return { impossible: "The value stands in several elements or components, each of which has a part of it." };
  }
  return [{ span: spanOf(at.part, at.start, at.end), newText: to }];
}

const unwritableFields: Readonly<Record<SettableField, string>> = {
  payer: "X12 names the payer in the subscriber loop (SBR09 and NM1*PR), which governs other claims too.",
  usedAmountPtSlp: "X12 has no place for the amount used.",
  usedAmountOt: "X12 has no place for the amount used.",
  note: "A note of the claim stands in an NTE segment, which the billing system writes.",
};
