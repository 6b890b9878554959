import type { Claim, Provider, ServiceLine } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { type Part, type Span, spanOf } from "../../text/span.ts";
import { type ReadClaim, claimOf } from "../superbill/claim-draft.ts";
import { type FieldValues, type TextName, newFieldValues, withDefaults } from "../superbill/field-values.ts";
import type { Piece } from "../superbill/line.ts";
import { readLine } from "../superbill/service-line.ts";
import { shifted } from "../superbill/target.ts";
import { type Repeating, readClaimCells, readEmptyAmounts } from "./claim-cells.ts";
import { RowGroups } from "./grouping.ts";
import { type RowDiagnoses, pointersOf, readRowDiagnoses, unite } from "./row-diagnoses.ts";
import { type CsvRecord, pieceOfCell, recordOf } from "./record.ts";
import { RecordScan } from "./record-scan.ts";
import { type CsvRow, readRow } from "./row.ts";
import type { CsvTable } from "./table.ts";

/** A claim while its rows are being read. */
interface CsvClaim extends ReadClaim, Repeating {
  readonly values: FieldValues;
  head: Span | undefined;
  /** Of each service line. */
  readonly diagnoses: RowDiagnoses[];
}

interface Rows {
  readonly part: Part;
  readonly problems: Problem[];
  readonly table: CsvTable;
  readonly defaults: FieldValues | undefined;
}

/** Reads the claims of a run of rows, which are those of one patient. */
export function readClaims(rows: Rows): Claim[] {
  const { part, table } = rows;
  const drafts: CsvClaim[] = [];
  const groups = new RowGroups(part.text, table);
  for (let at = 0; at < part.text.length; at = scan.next) {
    scan.read(part.text, at, table.separator.charCodeAt(0));
    const record = recordOf(scan);
    const place = groups.take(scan);
    if (place === "none") {
      reportRow(rows, record, readRow(part.text, record, table));
      continue;
    }
    const above = drafts.at(-1);
    const draft = above === undefined || place !== "same claim" ? newClaim(rows, above) : above;
    if (draft !== above) drafts.push(draft);
    takeRow(draft, rows, record);
  }
  return drafts.flatMap((draft) => finishClaim(draft) ?? []);
}

const scan = new RecordScan();

function newClaim({ part, problems, defaults }: Rows, above: CsvClaim | undefined): CsvClaim {
  return {
    part,
    problems,
    values: newFieldValues(),
    defaults: above === undefined ? defaults : ofPerson(withDefaults(above.values, above.defaults)),
    lines: [],
    dateAbove: defaults?.datesOfService.at(-1),
    dateOfFieldAbove: defaults?.datesOfService.at(-1),
    hasOtherCharges: false,
    start: 0,
    end: 0,
    head: undefined,
    diagnoses: [],
    said: new Map(),
    totals: [],
  };
}

/** What the first of a patient's claims says of those below it that leave the patient's cells blank. */
function ofPerson({ texts, birthDate, plans, certified, diagnoses, clinician }: FieldValues): FieldValues {
  const kept = Object.fromEntries(Object.entries(texts).filter(([name]) => !ofOneClaim.has(name)));
  return { ...newFieldValues(), texts: kept, birthDate, plans, certified, diagnoses, clinician };
}

const ofOneClaim: ReadonlySet<string> = new Set<TextName>(["claimId", "frequency", "abn"]);

function takeRow(draft: CsvClaim, rows: Rows, record: CsvRecord): void {
  const { part, table } = rows;
  const read = readRow(part.text, record, table);
  reportRow(rows, record, read);
  if (read.service === undefined) return;
  const { row, cells } = read.service;
  const line = { text: part.text.slice(record.start, record.end), start: record.start };
  const above = draft.lines.at(-1)?.date;
  const inherited = table.date === undefined ? draft.dateOfFieldAbove : above;
  readClaimCells(draft, record.start, cells);
  if (draft.lines.length === 0) readEmptyAmounts(draft, table.columns, record.start);
  draft.lines.push(readLine(draft, line, row, undefined, inherited, undefined));
  draft.diagnoses.push(readRowDiagnoses(draft, record.start, cells));
  if (draft.head === undefined) {
    draft.start = record.start;
    draft.head = headOf(part, record, table, shifted(row.procedure, record.start));
  }
  draft.end = record.end;
}

function reportRow({ part, problems }: Rows, { start }: CsvRecord, { problem }: CsvRow): void {
  if (problem === undefined) return;
  const { rule, piece, message } = problem;
  problems.push({ rule, span: spanOf(part, start + piece.start, start + piece.end), message });
}

/** The claim's number, else its first code. */
function headOf(part: Part, record: CsvRecord, { claimId }: CsvTable, code: Piece): Span {
  const cell = claimId === undefined ? undefined : record.cells[claimId];
  const piece = cell === undefined ? code : pieceOfCell(part.text, cell, 0);
  const { start, end } = piece.text === "" ? code : piece;
  return spanOf(part, start, end);
}

function finishClaim(draft: CsvClaim): Claim | undefined {
  const { head, lines, values, totals } = draft;
  if (head === undefined) return undefined;
  const claimLetters = draft.diagnoses.map((diagnoses) => unite(values.diagnoses, diagnoses));
  const [first] = totals;
  if (totals.every(({ value }) => value === first?.value)) values.total = totals.at(-1);
  // Nobody knows the claim yet, so that it need not be copied to be completed.
  const claim: Mutable<Claim> = claimOf(draft, lines, head);
  const therapist = claim.serviceLines[0]?.renderingProvider?.npi?.value;
  const isOneTherapist = claim.serviceLines.every((line) => line.renderingProvider?.npi?.value === therapist);
  for (const [index, line] of claim.serviceLines.entries()) {
    const [diagnoses, letters] = [draft.diagnoses[index], claimLetters[index]];
    if (diagnoses === undefined || letters === undefined) continue;
    completeLine(
      line,
      isOneTherapist ? specialistOf(line, claim) : line.renderingProvider,
      pointersOf(line, diagnoses, letters),
    );
  }
  claim.hasOtherCharges = statesMore(claim);
  return claim;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function completeLine(
  line: Mutable<ServiceLine>,
  renderingProvider: ServiceLine["renderingProvider"],
  diagnosisPointers: ServiceLine["diagnosisPointers"],
): void {
  line.renderingProvider = renderingProvider;
  line.diagnosisPointers = diagnosisPointers;
}

/** A row's cells say who rendered it; the specialty was read as the claim's. */
function specialistOf({ renderingProvider }: ServiceLine, claim: Claim): Provider | undefined {
  return renderingProvider && { ...renderingProvider, taxonomy: claim.renderingProvider.taxonomy };
}

/** Rows of the claim may stand elsewhere in the file, so that only a total below what its lines charge is surely wrong. */
function statesMore({ total, serviceLines }: Claim): boolean {
  return total !== undefined && serviceLines.reduce((sum, { charge }) => sum + (charge?.value ?? 0), 0) < total.value;
}
