import type { Claim } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import type { Part, Span } from "../../text/span.ts";
import { bareReading } from "../format.ts";
import type { PartIn } from "../part-reader.ts";
import { readClaim } from "./claim.ts";
import { rowCount } from "./form.ts";
import { type Origin, type Placing, placeForm, serviceShapes } from "./origin.ts";
import { type PrintLine, cellIn, linesOf } from "./print-line.ts";
import type { Row } from "./service-row.ts";
import { report } from "./values.ts";

/** What a page leaves to the next: whose claim may go on there, with a total that holds for both pages. */
export interface State {
  readonly carriedOn: string | undefined;
}

/** A page on which the form was found, with what describing and writing must know of it besides. */
export interface Page extends PartIn<State> {
  readonly origin: Origin;
  readonly rows: readonly Row[];
}

export function isPage(part: Part): part is Page {
  return "origin" in part && "rows" in part;
}

/** Reads a page. Of one on which the form can't be found, a problem says so, unless next to nothing is printed on it. */
export function readPage(text: string, before: State): PartIn<State> {
  const lines = linesOf(text);
  const placing = placeForm(lines);
  if (!("origin" in placing)) return unreadPage(text, before, lines, placing.unplaced);
  const { origin } = placing;
  const problems: Problem[] = [];
  const claims: Claim[] = [];
  const rows: Row[] = [];
  const folds: Span[] = [];
  const page: Page = { ...bareReading(text), before, claims, problems, rows, folds, origin };
  const claim = readClaim({ part: page, problems }, { lines, origin }, rows);
  claims.push(sharesTotal(claim, before) ? { ...claim, hasOtherCharges: true } : claim);
  folds.push(...foldOf(page));
  return page;
}

/** The state behind a page. */
export function stateAfter({ claims }: PartIn<State>): State {
  const [claim] = claims;
  return { carriedOn: claim !== undefined && mayGoOn(claim) ? ownerOf(claim) : undefined };
}

export function isSameState(first: State, second: State): boolean {
  return first.carriedOn === second.carriedOn;
}

/** A full page may be one of several, each of which may bear the total of all. */
function sharesTotal(claim: Claim, { carriedOn }: State): boolean {
  return claim.serviceLines.length === rowCount || (carriedOn !== undefined && carriedOn === ownerOf(claim));
}

function mayGoOn({ total, serviceLines }: Claim): boolean {
  return total === undefined || serviceLines.length === rowCount;
}

function ownerOf({ claimId, beneficiaryId, patient }: Claim): string | undefined {
  const [id, member, name] = [claimId, beneficiaryId, patient].map((field) => field?.value ?? "");
  return id === "" && member === "" && name === "" ? undefined : `${id ?? ""}\n${member ?? ""}\n${name ?? ""}`;
}

/** The table of service lines, where there are several. */
function foldOf({ rows }: Page): readonly Span[] {
  const [first, last] = [rows.at(0)?.serviceLine.span, rows.at(-1)?.serviceLine.span];
  return first === undefined || last === undefined || first === last
    ? []
    : [{ part: first.part, start: first.start, end: last.end }];
}

const reasons: Readonly<Record<Extract<Placing, { unplaced: string }>["unplaced"], string>> = {
  nowhere: "This page is not laid out as a CMS-1500: nowhere do service lines, head and foot stand as on the form",
  twice: "This page can be laid over the CMS-1500 in two ways, so it is not known which box is which",
  "old form": "This page is printed for the CMS-1500 of 08/05, which is not read: its boxes 21 and 24E are others",
};

function unreadPage(
  text: string,
  before: State,
  lines: readonly PrintLine[],
  reason: keyof typeof reasons,
): PartIn<State> {
  const problems: Problem[] = [];
  const page = { ...bareReading(text), before, problems };
  const printed = lines.filter((line) => line.columns.trim() !== "");
  const [line] = printed;
  const first = line && cellIn(line, 0, line.columns.length);
  if (first === undefined || (printed.length < mostStray && serviceShapes(lines).length === 0)) return page;
  report({ part: page, problems }, "unreadable-page", first, `${reasons[reason]}; nothing on it is checked`);
  return page;
}

/** So many lines may stand between forms, such as the name of a batch. */
const mostStray = 6;
