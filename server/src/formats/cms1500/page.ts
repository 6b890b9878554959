import type { ChargedLines, Claim } from "../../model/claim.ts";
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

/** What a page leaves to the next: the claim that may go on there, with a total that holds for both pages. */
export interface State {
  readonly carriedOn: CarriedOn | undefined;
}

interface CarriedOn {
  /** Whose it is, by its numbers and the patient's name; pages on which none of them stands may be of one claim too. */
  readonly owner: string;
  /** What is charged up to there; undefined where it is not known, or where a page bears a total, so that it need not go on. */
  readonly charged: ChargedLines | undefined;
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
  claims.push(asPage(readClaim({ part: page, problems }, { lines, origin }, rows), before));
  folds.push(...foldOf(page));
  return page;
}

/** The state behind a page. */
export function stateAfter({ claims, before }: PartIn<State>): State {
  const [claim] = claims;
  return claim !== undefined && mayGoOn(claim) ? { carriedOn: carriedFrom(claim, before) } : nothingCarriedOn;
}

export const nothingCarriedOn: State = { carriedOn: undefined };

export function isSameState({ carriedOn: first }: State, { carriedOn: second }: State): boolean {
  return first?.owner === second?.owner && isSameCharge(first?.charged, second?.charged);
}

function isSameCharge(first: ChargedLines | undefined, second: ChargedLines | undefined): boolean {
  return first?.count === second?.count && first?.charge === second?.charge;
}

/** A full page may be one of several, each of which may bear the total of all. */
function asPage(claim: Claim, before: State): Claim {
  const earlier = earlierOf(claim, before);
  const isFull = claim.serviceLines.length === rowCount;
  if (earlier === undefined && !isFull) return claim;
  const earlierPages = isFull ? undefined : earlier?.charged;
  return earlierPages === undefined ? { ...claim, hasOtherCharges: true } : { ...claim, earlierPages };
}

function earlierOf(claim: Claim, { carriedOn }: State): CarriedOn | undefined {
  return carriedOn?.owner === ownerOf(claim) ? carriedOn : undefined;
}

function mayGoOn({ total, serviceLines }: Claim): boolean {
  return total === undefined || serviceLines.length === rowCount;
}

function carriedFrom(claim: Claim, before: State): CarriedOn {
  const owner = ownerOf(claim);
  return { owner, charged: owner === nobody ? undefined : chargedUpTo(claim, earlierOf(claim, before)) };
}

function chargedUpTo({ total, serviceLines, part }: Claim, earlier: CarriedOn | undefined): ChargedLines | undefined {
  if (total !== undefined || (earlier !== undefined && earlier.charged === undefined)) return undefined;
  if (isPartlyUnread(part)) return undefined;
  let { count, charge } = earlier?.charged ?? { count: 0, charge: 0 };
  for (const line of serviceLines) {
    if (line.charge === undefined) return undefined;
    charge += line.charge.value;
    count++;
  }
  return { count, charge };
}

function isPartlyUnread(part: Part): boolean {
  return isPage(part) && part.problems.some(({ rule }) => rule === "unreadable-line");
}

function ownerOf({ claimId, beneficiaryId, patient }: Claim): string {
  return [claimId, beneficiaryId, patient].map((field) => field?.value ?? "").join("\n");
}

const nobody = "\n\n";

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
