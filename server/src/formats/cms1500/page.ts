import { findClinician } from "../../data/credentials.ts";
import { type Claim, type Diagnosis, type Provider, noProvider } from "../../model/claim.ts";
import type { Clinician } from "../../model/clinician.ts";
import { type CalendarDate, dateOf, yearOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import { type Field, type Span, spanOf } from "../../text/span.ts";
import { type PartReading, bareReading } from "../format.ts";
import { type Box, boxes, diagnosisBoxes, lineOfRow, rowCount } from "./form.ts";
import { type Origin, type Placing, cellOf, placeForm, rowAt, serviceShapes } from "./origin.ts";
import { readPayer } from "./payer.ts";
import { type Cell, type PrintLine, cellIn, fieldAt, linesOf, offsetOf } from "./print-line.ts";
import { type Row, readRow, readTaxonomy } from "./service-row.ts";
import {
  type Target,
  parseDate,
  readDiagnosis,
  readId,
  readMoney,
  readText,
  report,
  toCalendarDate,
} from "./values.ts";

/** A page on which the form was found, with what describing and writing must know of it besides. */
export interface Page extends PartReading {
  readonly origin: Origin;
  readonly rows: readonly Row[];
}

/** Whether a part is a page that was read. */
export function isPage(part: Span["part"]): part is Page {
  return "origin" in part && "rows" in part;
}

/** Reads a page; of one on which the form can't be found, a problem says so. A page on which nothing is printed is silent. */
export function readPage(text: string, isWhole: (claim: Claim) => boolean): PartReading | Page {
  const lines = linesOf(text);
  const placing = placeForm(lines);
  if (!("origin" in placing)) return unreadPage(text, lines, placing.unplaced);
  const problems: Problem[] = [];
  const claims: Claim[] = [];
  const rows: Row[] = [];
  const page: Page = { ...bareReading(text), claims, problems, rows, origin: placing.origin };
  const target = { part: page, problems };
  const claim = readClaim(target, lines, placing.origin, rows);
  claims.push(isWhole(claim) ? claim : { ...claim, hasOtherCharges: true });
  return page;
}

const reasons: Readonly<Record<Extract<Placing, { unplaced: string }>["unplaced"], string>> = {
  nowhere: "This page is not laid out as a CMS-1500: nowhere do service lines, the head and the foot stand as on the form",
  twice: "This page can be laid over the CMS-1500 in two ways, so it is not known which box is which",
  "old form": "This page is printed for the CMS-1500 of 08/05, which is not read: its boxes 21 and 24E are others",
};

function unreadPage(text: string, lines: readonly PrintLine[], reason: keyof typeof reasons): PartReading {
  const part = bareReading(text);
  const printed = lines.find((line) => line.columns.trim() !== "");
  const first = printed && cellIn(printed, 0, printed.columns.length);
  if (first === undefined) return part;
  const problems: Problem[] = [];
  const page = { ...part, problems };
  report({ part: page, problems }, "unreadable-page", first, `${reasons[reason]}; nothing on it is checked`);
  return page;
}

function readClaim(target: Target, lines: readonly PrintLine[], origin: Origin, rows: Row[]): Claim {
  const { part } = target;
  const cell = (box: Box): Cell | undefined => cellOf(lines, origin, box);
  const diagnoses = readDiagnoses(target, cell);
  const letters = diagnoses.map(({ letter }) => letter);
  for (let number = 1; number <= rowCount; number++) {
    const row = readRow(target, { lines, origin, number, letters });
    if (row !== undefined) rows.push(row);
  }
  const serviceLines = rows.map(({ serviceLine }) => serviceLine);
  const lineProblems = target.problems.length;
  reportBesideRows(target, lines, origin);
  const patient = readText(target, cell(boxes.patient));
  const beneficiaryId = readId(target, cell(boxes.beneficiaryId));
  const note = readText(target, cell(boxes.note));
  const span = extentOf(part, lines);
  const head = patient ?? beneficiaryId ?? serviceLines[0]?.procedure ?? span;
  return {
    part,
    span,
    head: spanOf(part, head.start, head.end),
    kind: "professional",
    claimId: readText(target, cell(boxes.account)),
    frequency: readText(target, frequencyOf(cell(boxes.resubmission))),
    patient,
    birthDate: readBirthDate(target, cell(boxes.birthDate), latestOf(rows)),
    beneficiaryId,
    payer: readPayer(target, cell, origin),
    billingProvider: readBilling(target, cell),
    renderingProvider: noProvider,
    referringProvider: readReferring(target, cell),
    clinician: readSignature(target, cell(boxes.signature)),
    placeOfService: undefined,
    typeOfBill: undefined,
    statementPeriod: undefined,
    occurrences: [],
    planOfCare: undefined,
    recertifications: [],
    certified: undefined,
    lastProgressReport: undefined,
    progressReports: [],
    diagnoses,
    statedAmounts: [],
    abn: undefined,
    total: readTotal(target, cell(boxes.total), origin),
    // What could not be read as a service line may be charged in the total.
    hasOtherCharges: target.problems.slice(0, lineProblems).some(isUnreadLine) || target.problems.slice(lineProblems).some(isUnreadLine),
    notes: note === undefined ? [] : [note],
    serviceLines,
  };
}
