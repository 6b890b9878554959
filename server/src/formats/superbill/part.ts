import type { Claim } from "../../model/claim.ts";
import type { Directive } from "../../model/directive.ts";
import type { Problem } from "../../model/problem.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { Span } from "../../text/span.ts";
import { keepRead } from "../at-hand.ts";
import type { ClaimPart } from "../claim-view.ts";
import { FoundClaim } from "../found-claim.ts";
import type { PartReading } from "../format.ts";
import { settled } from "../settled.ts";
import { finishClaim } from "./claim-draft.ts";
import { endOfClaim } from "./claim-end.ts";
import { type FieldValues, isEmpty, newFieldValues, withDefaults } from "./field-values.ts";
import { inPlaceOf } from "./letterhead-said.ts";
import { mayHoldLetterhead } from "./new-letterhead.ts";
import { reportUnreadLines } from "./other-line.ts";
import { sharedAmong } from "./shared-fields.ts";
import { type State, sameState } from "./state.ts";
import { type HeaderPlace, type LabelPlace, type SuperbillPart, isSuperbillPart } from "./superbill-part.ts";
import { type Progress, begin, readLines } from "./take-lines.ts";

/**
 * Reads one part: the text before the first title, or one claim. A claim's part begins with the comments right above it
 * and ends where the next one begins.
 */
export function readPart(
  text: SourceText,
  offset: number,
  state: State,
  previous?: PartReading,
): { part: SuperbillPart; state: State } {
  const { part: read, table } = findPart(text, offset, state) ?? readWhole(text, offset, state);
  // What stands behind a part only says where it ends. One that is the same is given back, so that nobody looks at its claim again,
  // nor at the claims that hold fields of the text before the first title.
  const isSame = previous?.text === read.text && isSuperbillPart(previous) && sameState(previous.before, state);
  const part = isSame ? previous : read;
  return { part, state: stateBehind(state, part.defaults ?? state.defaults, table) };
}

/** The labels of a part and their values. Few ask, so they are read from its text again, and no part keeps its own. */
export function labelsOf(part: SuperbillPart): readonly LabelPlace[] {
  return readAgain(part).claim.labels;
}

/** A part, and the table in force behind it. */
interface Found {
  readonly part: ReadPart;
  readonly table: State["table"];
}

/** Behind the text's first part, most claims need not be read to know where they end; no table goes on behind the title there. */
function findPart(text: SourceText, offset: number, state: State): Found | undefined {
  const { hasTitle, hasItemNumbers } = state.facts;
  const found = hasTitle && offset > 0 ? endOfClaim(text, offset, hasItemNumbers) : undefined;
  if (found === undefined) return undefined;
  const part = new ReadPart(state);
  part.text = text.slice(offset, found.end);
  if (mayHoldLetterhead(part.text, state.defaults, hasItemNumbers)) return undefined;
  part.find(found);
  return { part, table: undefined };
}

function readWhole(text: SourceText, offset: number, state: State): Found {
  const part = new ReadPart(state);
  const progress = begin(part, text, offset, state);
  const boundary = readLines(progress);
  part.text = text.slice(offset, offset + boundary.start);
  part.keep(progress);
  return { part, table: boundary.isTitle ? undefined : progress.table };
}

/** Most claims end in the state that they began in, which then is the same object. */
function stateBehind(before: State, defaults: State["defaults"], table: State["table"]): State {
  if (before.defaults === defaults && before.table === table) return before;
  return { facts: before.facts, defaults, table };
}

/** All up to the end of a part's text belongs to it, as when it was first read. */
function readAgain(part: SuperbillPart): Progress {
  const progress = begin(part, part.text, 0, part.before);
  readLines(progress);
  return progress;
}

/** What is dropped soon, and read again when it is asked for. */
interface Said {
  readonly claims: readonly Claim[];
  readonly folds: readonly Span[];
}

/** It is read when something of it is asked for. Its problems are findings, and stay from then on, as do directives and headers. */
class ReadPart implements SuperbillPart, ClaimPart {
  readonly before: State;
  text = "";
  defaults: FieldValues | undefined;
  #hasClaim = false;
  #claims: readonly FoundClaim[] | undefined;
  #problems: readonly Problem[] | undefined;
  #directives: readonly Directive[] | undefined;
  #headers: readonly HeaderPlace[] | undefined;
  #said: Said | undefined;
  #timesRead = 0;

  constructor(before: State) {
    this.before = before;
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#hasClaim ? [new FoundClaim(this, 0)] : none);
  }

  get problems(): readonly Problem[] {
    if (this.#problems === undefined) this.#read();
    return this.#problems ?? none;
  }

  get directives(): readonly Directive[] {
    if (this.#directives === undefined) this.#read();
    return this.#directives ?? none;
  }

  get amounts(): readonly never[] {
    return none;
  }

  get outline(): readonly never[] {
    return none;
  }

  get folds(): readonly Span[] {
    return (this.#said ?? this.#read()).folds;
  }

  get headers(): readonly HeaderPlace[] {
    if (this.#headers === undefined) this.#read();
    return this.#headers ?? none;
  }

  get claimReadings(): readonly Claim[] {
    return (this.#said ?? this.#read()).claims;
  }

  /** Takes up that one claim stands there; directives are comments. */
  find({ hasComments }: { readonly hasComments: boolean }): void {
    this.#hasClaim = true;
    if (!hasComments) this.#directives = none;
  }

  /** Keeps what was read when the part's end was looked for. */
  keep(progress: Progress): void {
    const { claim } = progress;
    const isDefaults = progress.isPreamble && claim.lines.length === 0;
    this.#hasClaim = claim.head !== undefined && !isDefaults;
    this.#take(progress);
    this.defaults = isDefaults && !isEmpty(claim.values) ? claim.values : progress.defaults;
    if (statesDateBehindRows(progress, this.defaults)) this.defaults = sharedAmong(claim.values, undefined);
    this.defaults = withLetterheads(progress, this.defaults);
  }

  drop(): void {
    this.#said = undefined;
    for (const claim of this.#claims ?? none) claim.drop();
  }

  #read(): Said {
    return this.#take(readAgain(this));
  }

  #take({ claim, directives, folds, headers }: Progress): Said {
    reportUnreadLines(claim, claim.lines);
    const claims = this.#hasClaim && claim.head !== undefined ? [finishClaim(claim, claim.head)] : none;
    this.#problems ??= settled(claim.problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end));
    this.#directives ??= settled(directives);
    this.#headers ??= settled(headers);
    keepRead(this, ++this.#timesRead);
    return (this.#said = { claims, folds });
  }
}

const none: readonly never[] = [];

/** What is shared among claims behind the part, with who bills by the letterheads in it. */
function withLetterheads(
  { claim, state, nextLetterhead }: Progress,
  shared: FieldValues | undefined,
): FieldValues | undefined {
  const isNew = claim.defaults !== state.defaults;
  const defaults = isNew ? withDefaults(shared ?? newFieldValues(), claim.defaults) : shared;
  return nextLetterhead === undefined ? defaults : inPlaceOf(defaults ?? state.defaults, nextLetterhead);
}

/** The next patient's date may stand there, above the name: then each has its own, and none is shared. */
function statesDateBehindRows({ claim }: Progress, defaults: FieldValues | undefined): boolean {
  const first = claim.lines[0]?.line.start ?? Infinity;
  return (
    defaults?.sharedDate !== undefined &&
    claim.labels.some(({ field: name, label }) => name === "dateOfService" && label.start > first)
  );
}
