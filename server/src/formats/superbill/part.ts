import type { Claim } from "../../model/claim.ts";
import type { Directive } from "../../model/directive.ts";
import type { Problem } from "../../model/problem.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { Span } from "../../text/span.ts";
import { keepLonger } from "../at-hand.ts";
import { type ClaimPart, HeadedClaim } from "../claim-view.ts";
import type { PartReading } from "../format.ts";
import { settled } from "../settled.ts";
import { finishClaim } from "./claim-draft.ts";
import { type FieldValues, isEmpty } from "./field-values.ts";
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
  const read = new ReadPart(state);
  const progress = begin(read, text, offset, state);
  const boundary = readLines(progress);
  read.text = text.slice(offset, offset + boundary.start);
  read.keep(progress);
  const table = boundary.isTitle ? undefined : progress.table;
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

/** What the claim says is dropped and read again when it is asked for; its problems are findings, and stay. */
class ReadPart implements SuperbillPart, ClaimPart {
  readonly before: State;
  text = "";
  claims: readonly Claim[] = none;
  problems: readonly Problem[] = none;
  directives: readonly Directive[] = none;
  folds: readonly Span[] = none;
  headers: readonly HeaderPlace[] = none;
  defaults: FieldValues | undefined;
  #claimReadings: readonly Claim[] | undefined;

  constructor(before: State) {
    this.before = before;
  }

  get amounts(): readonly never[] {
    return none;
  }

  get outline(): readonly never[] {
    return none;
  }

  get claimReadings(): readonly Claim[] {
    return this.#claimReadings ?? this.#keepAtHand(readAgain(this));
  }

  /** Keeps what was read when the part's end was found. */
  keep(progress: Progress): void {
    const { claim } = progress;
    const isDefaults = progress.isPreamble && claim.lines.length === 0;
    reportUnreadLines(claim, claim.lines);
    if (claim.head !== undefined && !isDefaults) {
      this.claims = this.#keepAtHand(progress).map((one, index) => new HeadedClaim(this, index, one));
    }
    this.problems = settled(claim.problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end));
    this.directives = settled(progress.directives);
    this.folds = settled(progress.folds);
    this.headers = settled(progress.headers);
    this.defaults = isDefaults && !isEmpty(claim.values) ? claim.values : progress.defaults;
    if (statesDateBehindRows(progress, this.defaults)) this.defaults = sharedAmong(claim.values, undefined);
  }

  #keepAtHand({ claim }: Progress): readonly Claim[] {
    keepLonger(this);
    return (this.#claimReadings = claim.head === undefined ? none : [finishClaim(claim, claim.head)]);
  }

  drop(): void {
    this.#claimReadings = undefined;
  }
}

const none: readonly never[] = [];

/** The next patient's date may stand there, above the name: then each has its own, and none is shared. */
function statesDateBehindRows({ claim }: Progress, defaults: FieldValues | undefined): boolean {
  const first = claim.lines[0]?.line.start ?? Infinity;
  return (
    defaults?.sharedDate !== undefined &&
    claim.labels.some(({ field: name, label }) => name === "dateOfService" && label.start > first)
  );
}
