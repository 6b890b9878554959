import type { SourceText } from "../../text/source-text.ts";
import { type Part, type Span, spanOf } from "../../text/span.ts";
import type { Directive } from "../../model/directive.ts";
import { type ClaimDraft, beginClaim, newClaim } from "./claim-draft.ts";
import { companyBehind, companyBelow } from "./company.ts";
import { readDirective } from "./directives.ts";
import { type LabelledValue, readFields } from "./field-line.ts";
import { readField } from "./field-reader.ts";
import type { FieldValues } from "./field-values.ts";
import type { Said } from "./letterhead-said.ts";
import { type Letterheads, endLetterhead, newLetterheads, settleLetterheads, takeLetterhead } from "./letterhead.ts";
import { type Title, contentOf, isComment, isDivider, isOfSoapNote, readTitle } from "./line-kind.ts";
import { type Line, type Piece, lineBounds } from "./line.ts";
import { isBeforeClaim, isNoPatient } from "./opening.ts";
import { isTotal, readOtherLine, totalIn } from "./other-line.ts";
import { field, shifted } from "./target.ts";
import { readRow } from "./row-reader.ts";
import type { Row } from "./row.ts";
import { readLine } from "./service-line.ts";
import type { State } from "./state.ts";
import { beginsPatient, shareDate, sharedAmong } from "./shared-fields.ts";
import { type HeaderPlace, spanIn } from "./superbill-part.ts";
import { type Table, readHeader } from "./table.ts";
import type { WrittenField } from "./written-field.ts";
import { parseMoney } from "./written-value.ts";

/** A part while it is being read. */
export interface Progress {
  readonly text: SourceText;
  /** Where the part begins in the text. */
  readonly offset: number;
  readonly state: State;
  readonly part: Part;
  readonly claim: ClaimDraft;
  table: Table | undefined;
  readonly headers: HeaderPlace[];
  readonly directives: Directive[];
  readonly folds: Span[];
  /** The comments that stand right above the next line: they go with a claim that begins there. */
  comments: Line[];
  commentsStart: number;
  /** The line before is blank, not counting comments. */
  isBehindBlank: boolean;
  /** The part of the text before the first title. */
  isPreamble: boolean;
  /** Before the first patient, in a text without titles. */
  isBeforePatient: boolean;
  /** A date of service above the first patient that may hold for all. */
  sharedDate: ClaimDraft["values"]["sharedDate"];
  /** What was read so far that holds for every claim. */
  defaults: FieldValues | undefined;
  readonly letterheads: Letterheads;
  /** What a letterhead behind the rows says, which holds for the claims behind the part. */
  nextLetterhead: Said | undefined;
}

/** Reads up to where the next part begins, or to the text's end. */
export function readLines(progress: Progress): Boundary {
  const boundary = readToBoundary(progress);
  progress.nextLetterhead = settleLetterheads(progress);
  return boundary;
}

function readToBoundary(progress: Progress): Boundary {
  const { text, offset } = progress;
  for (let at = offset; at < text.length;) {
    const { end, next } = lineBounds(text, at);
    const boundary = readNext(progress, { text: text.slice(at, end), start: at - offset });
    if (boundary !== undefined) return boundary;
    at = next;
  }
  endComments(progress, undefined);
  return { start: text.length - offset, isTitle: false };
}

/** @param part that of the values that are read */
export function begin(part: Part, text: SourceText, offset: number, state: State): Progress {
  const claim = newClaim(part, state.defaults);
  const isPreamble = offset === 0 && state.facts.hasTitle;
  return {
    text,
    offset,
    state,
    part,
    claim,
    table: state.table,
    headers: [],
    directives: [],
    folds: [],
    comments: [],
    commentsStart: 0,
    isBehindBlank: false,
    isPreamble,
    isBeforePatient: offset === 0 && !state.facts.hasTitle,
    sharedDate: undefined,
    defaults: undefined,
    letterheads: newLetterheads(),
    nextLetterhead: undefined,
  };
}

/** Where the next part begins: before the line, or before the comments above it. */
export interface Boundary {
  readonly start: number;
  readonly isTitle: boolean;
}

function readNext(progress: Progress, line: Line): Boundary | undefined {
  const content = contentOf(line);
  if (isComment(content)) {
    if (progress.comments.length === 0) progress.commentsStart = line.start;
    progress.comments.push(line);
    return undefined;
  }
  const start = progress.comments.length === 0 ? line.start : progress.commentsStart;
  const title = readTitle(content);
  if (title !== undefined) {
    if (start > 0) return { start, isTitle: true };
    endComments(progress, line);
    progress.isBehindBlank = false;
    takeTitle(progress, line, title);
    return undefined;
  }
  const fields = readFields(line.text, content.start, progress.state.facts.hasItemNumbers);
  if (isBeforeClaim(progress, line, fields)) return { start, isTitle: false };
  endComments(progress, line);
  progress.isBehindBlank = content.text === "";
  takeContent(progress, line, content, fields);
  return undefined;
}

/** A line of fields, one that begins with something else, such as a label that is not known, or one that holds none. */
function takeContent(progress: Progress, line: Line, content: Piece, fields: readonly LabelledValue[]): void {
  const isWords = fields[0]?.label.start !== content.start;
  if (isWords && takeOther(progress, line, content)) endLetterhead(progress);
  else if (content.text !== "") fields = takeLetterhead(progress, line, content.start, fields);
  takeFields(progress, line, fields);
}

/** Whether it is a table's header, a line of totals or a row, and not words. */
function takeOther(progress: Progress, line: Line, content: Piece): boolean {
  if (content.text === "" || isDivider(content) || isOfSoapNote(content)) return false;
  return takeHeader(progress, line, content) || takeTotal(progress, line, content) || takeRow(progress, line);
}

/** Reads the directives among the comments above a line; `line` is what they silence. */
function endComments(progress: Progress, line: Line | undefined): void {
  const { part, comments, directives } = progress;
  const next = line === undefined ? undefined : spanIn(part, line, contentOf(line));
  for (const comment of comments) {
    const directive = readDirective(part, shifted(contentOf(comment), comment.start), next);
    if (directive !== undefined) directives.push(directive);
  }
  if (comments.length > 0) progress.comments = [];
}

function takeTitle(progress: Progress, line: Line, title: Title): void {
  const { claim, part } = progress;
  progress.isPreamble = false;
  const start = line.start + title.words.start;
  beginClaim(claim, spanIn(part, line, title.words), start);
  claim.end = line.start + title.words.end;
  const { id, date, words } = title;
  if (id !== undefined) claim.values.texts.claimId = field(claim, shifted(id, line.start), id.text);
  if (date !== undefined) {
    const label = shifted(words, line.start);
    takeField(claim, {
      label,
      meaning: { field: "dateOfService" },
      value: shifted(date, line.start),
      company: undefined,
    });
  }
  const rest = line.text.slice(title.end);
  const fieldsStart = title.end + rest.length - rest.trimStart().replace(/^\|\s*/, "").length;
  const { hasItemNumbers } = progress.state.facts;
  const fields = readFields(line.text, fieldsStart, hasItemNumbers);
  // A letterhead may stand between the title and its fields.
  const gap = fields.length > 0 ? -1 : line.text.slice(fieldsStart).search(/\s\s(?=\S)/);
  const found = gap === -1 ? fields : readFields(line.text, fieldsStart + gap + 2, hasItemNumbers);
  takeFields(progress, line, takeLetterhead(progress, line, fieldsStart, found));
}

function takeFields(progress: Progress, line: Line, fields: readonly LabelledValue[]): void {
  const { claim, part } = progress;
  if (progress.isBeforePatient && beginsPatient(fields)) {
    progress.isBeforePatient = false;
    if (claim.lines.length === 0) progress.defaults = sharedAmong(claim.values, progress.sharedDate);
  }
  let company = companyBelow(claim.labels.at(-1));
  for (const [index, { label, meaning, value }] of fields.entries()) {
    const written = { label: shifted(label, line.start), meaning, value: shifted(value, line.start), company };
    if (meaning.field !== "ignored") beginClaim(claim, spanIn(part, line, label), line.start + label.start);
    takeField(claim, written);
    const place = { field: meaning.field, label: written.label, value: written.value, isFirst: index === 0 };
    claim.labels.push(place);
    company = companyBehind(place, company);
    if (claim.head !== undefined) claim.end = Math.max(claim.end, written.label.end, written.value.end);
  }
  if (progress.isBeforePatient && shareDate(fields)) progress.sharedDate = claim.values.datesOfService.at(-1);
}

/** A date-of-service field, even one that can't be read, takes the place of the date above it. */
function takeField(claim: ClaimDraft, written: WrittenField): void {
  const { datesOfService } = claim.values;
  const dates = datesOfService.length;
  const problems = claim.problems.length;
  if (written.meaning.field === "patient" && claim.lines.length > 0 && isNoPatient(written.value.text)) return;
  readField(claim, claim.values, written);
  const isRead = datesOfService.length > dates;
  if (written.meaning.field !== "dateOfService" || (!isRead && claim.problems.length === problems)) return;
  claim.dateOfFieldAbove = isRead ? datesOfService.at(-1) : "unreadable";
  claim.dateOfRowAbove = undefined;
}

function takeHeader(progress: Progress, line: Line, content: Piece): boolean {
  // A header that is repeated, as on a second page, is the same table.
  const table = progress.table?.header === line.text ? progress.table : readHeader(line.text);
  if (table === undefined) return false;
  const { part, claim } = progress;
  progress.table = table;
  progress.headers.push({ start: line.start, table });
  const span = spanIn(part, line, content);
  beginClaim(claim, span, span.start);
  progress.folds.push(span);
  claim.end = span.end;
  return true;
}

function takeTotal({ claim, table }: Progress, line: Line, content: Piece): boolean {
  if (!isTotal(content)) return false;
  const amount = totalIn(line.text, table);
  if (amount === undefined || claim.head === undefined) return true;
  claim.values.total ??= field(claim, shifted(amount, line.start), parseMoney(amount.text) ?? 0);
  claim.end = line.start + content.end;
  return true;
}

function takeRow(progress: Progress, line: Line): boolean {
  const { claim, part, folds } = progress;
  const row = readRow(line.text, progress.table);
  if (row === undefined) {
    readOtherLine(claim, line, progress.table);
    return false;
  }
  const draft = readLine(claim, line, row, progress.table, inheritedDate(claim, row), claim.lines.at(-1));
  claim.lines.push(draft);
  claim.dateOfRowAbove = draft.date;
  const span = spanIn(part, line, contentOf(line));
  beginClaim(claim, spanIn(part, line, row.procedure), span.start);
  claim.end = span.end;
  const fold = folds.pop();
  folds.push(fold === undefined ? span : spanOf(part, fold.start, span.end));
  return true;
}

/** A blank cell under a date repeats it; otherwise the nearest date-of-service field above holds, else the row above. */
function inheritedDate(
  { dateOfFieldAbove, dateOfRowAbove }: ClaimDraft,
  { hasDateColumn }: Row,
): ClaimDraft["dateOfFieldAbove"] {
  return hasDateColumn ? (dateOfRowAbove ?? dateOfFieldAbove) : (dateOfFieldAbove ?? dateOfRowAbove);
}
