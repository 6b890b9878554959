import type { Diagnosis, ServiceLine } from "../../model/claim.ts";
import { readDiagnoses } from "../superbill/diagnoses.ts";
import { shifted } from "../superbill/target.ts";
import { isEmptyValue } from "../superbill/written-value.ts";
import { type Repeating, writtenField } from "./claim-cells.ts";
import { type TableCell, holdsDiagnoses } from "./row.ts";

/** The diagnoses that one row lists. */
export interface RowDiagnoses {
  /** With the letters by which the row's own pointers name them. */
  readonly listed: readonly Diagnosis[];
  /** Those that stand in the place of pointers: the line is for them. */
  readonly pointing: readonly Diagnosis[];
}

/** Reads the columns of diagnoses of a row; what can't be read in them is reported where it first stands. */
export function readRowDiagnoses(claim: Repeating, rowStart: number, cells: readonly TableCell[]): RowDiagnoses {
  const values = { diagnoses: [] as Diagnosis[] };
  const pointing: Diagnosis[] = [];
  for (const { column, piece } of cells) {
    const isPointing = holdsDiagnoses(column, piece.text);
    const label = column.meaning?.of === "claim" ? column.meaning.label : undefined;
    if (!isPointing && label?.field !== "diagnosis") continue;
    const isKnown = claim.said.get(column) === piece.text;
    claim.said.set(column, piece.text);
    const target = isKnown ? { ...claim, problems: [] } : claim;
    const count = values.diagnoses.length;
    if (isEmptyValue(piece.text)) continue;
    readDiagnoses(target, values, writtenField(column.name, label ?? { field: "diagnosis" }, shifted(piece, rowStart)));
    if (isPointing) pointing.push(...values.diagnoses.slice(count));
  }
  return { listed: values.diagnoses, pointing };
}

const letters = "ABCDEFGHIJKL";

/** Adds what a row lists to the diagnoses of its claim, each once. Gives the claim's letter of each letter of the row. */
export function unite(diagnoses: Diagnosis[], { listed }: RowDiagnoses): ReadonlyMap<string, string> {
  return new Map(listed.map((diagnosis) => [diagnosis.letter, letterIn(diagnoses, diagnosis)]));
}

function letterIn(diagnoses: Diagnosis[], diagnosis: Diagnosis): string {
  const known = diagnoses.find(({ value }) => value === diagnosis.value);
  if (known !== undefined) return known.letter;
  const taken = new Set(diagnoses.map((one) => one.letter));
  const letter = taken.has(diagnosis.letter) ? Array.from(letters).find((one) => !taken.has(one)) : diagnosis.letter;
  // A claim has no more than twelve: a pointer to another can't be judged.
  if (letter === undefined) return diagnosis.letter;
  diagnoses.push({ ...diagnosis, letter });
  return letter;
}

/** The pointers of a line, by the letters of its claim. */
export function pointersOf(
  { diagnosisPointers }: ServiceLine,
  { pointing }: RowDiagnoses,
  claimLetters: ReadonlyMap<string, string>,
): ServiceLine["diagnosisPointers"] {
  const own = diagnosisPointers.length > 0 ? diagnosisPointers : pointing.map((one) => ({ ...one, value: one.letter }));
  return own.map(({ part, start, end, value }) => ({ part, start, end, value: claimLetters.get(value) ?? value }));
}
