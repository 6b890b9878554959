import type { Amount } from "../../model/amount.ts";
import type { Claim } from "../../model/claim.ts";
import type { Directive } from "../../model/directive.ts";
import type { Problem } from "../../model/problem.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { OutlineEntry, PartReading } from "../format.ts";
import { readClaim } from "./claim.ts";
import { type ControlSegment, readControlSegment } from "./control-segment.ts";
import type { Delimiters } from "./delimiters.ts";
import { readsClaims, transactionName } from "./guides.ts";
import { type SegmentId, firstSegmentOf, segmentId, segmentsOf } from "./segment.ts";
import { type State, type StatedPart, heededBy, stateBehind, textOf, versionOf } from "./state.ts";
import { problemAt, reportWrongDate } from "./value-problems.ts";
import { type ClaimPart, ClaimView } from "./views.ts";

const st = segmentId("ST");
const hl = segmentId("HL");
const clm = segmentId("CLM");
const envelopeIds: ReadonlySet<SegmentId> = new Set(["ISA", "GS", "ST", "SE", "GE", "IEA"].map(segmentId));

/**
 * A segment that opens something (an envelope, a level, a claim) or closes an envelope, and all up to the next such segment. What it
 * holds is read when it is first asked for.
 */
export class X12Part implements PartReading, StatedPart, ClaimPart {
  readonly text: string;
  readonly delimiters: Delimiters;
  readonly opener: SegmentId;
  readonly segmentCount: number;
  /** Whether it begins or ends an interchange, a group or a transaction. */
  readonly isEnvelope: boolean;
  readonly before: State;
  readonly after: State;
  #claims: readonly Claim[] | undefined;
  #claimReading: Claim | undefined;
  #problems: readonly Problem[] | undefined;
  #control: ControlSegment | undefined;

  constructor(part: Pick<X12Part, "text" | "delimiters" | "opener" | "segmentCount" | "before">) {
    this.text = part.text;
    this.delimiters = part.delimiters;
    this.opener = part.opener;
    this.segmentCount = part.segmentCount;
    this.isEnvelope = envelopeIds.has(part.opener);
    this.before = heededBy(this, part.before);
    this.after = stateBehind(this);
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#holdsClaim ? [new ClaimView(this)] : nothing);
  }

  /** For a part that holds a claim. */
  get claimReading(): Claim {
    return this.#claimReading ?? this.#readClaim();
  }

  get problems(): readonly Problem[] {
    if (this.#problems === undefined && this.#holdsClaim) this.#readClaim();
    return (this.#problems ??= findProblems(this));
  }

  /** Of a part that an envelope's segment begins. */
  get control(): ControlSegment {
    return (this.#control ??= readControlSegment(firstSegmentOf(this)));
  }

  /** The part itself where it is no claim, and each service line; where there is more than one segment. */
  get folds(): readonly Span[] {
    const [claim] = this.claims;
    if (claim !== undefined) return claim.serviceLines.map(({ span }) => span);
    const [first, ...others] = segmentsOf(this);
    const last = others.at(-1);
    return first === undefined || last === undefined ? nothing : [spanOf(this, first.start, last.end)];
  }

  get amounts(): readonly Amount[] {
    return nothing;
  }

  get outline(): readonly OutlineEntry[] {
    return nothing;
  }

  get directives(): readonly Directive[] {
    return nothing;
  }

  get #holdsClaim(): boolean {
    return this.opener === clm && readsClaims(this.before.guide);
  }

  #readClaim(): Claim {
    const problems: Problem[] = [];
    const claim = readClaim(this, this.before.governing, problems);
    this.#claimReading = claim;
    this.#problems ??= problems.length === 0 ? nothing : problems;
    keepAtHand(this);
    return claim;
  }

  /** Drops the claim's values, which are read again when they are asked for. */
  drop(): void {
    this.#claimReading = undefined;
  }
}

/** How many claims keep their values: more than one beneficiary's, few enough to cost nothing. */
const claimsAtHand = 64;

const atHand: X12Part[] = [];
let nextDropped = 0;

function keepAtHand(part: X12Part): void {
  atHand[nextDropped]?.drop();
  atHand[nextDropped] = part;
  nextDropped = (nextDropped + 1) % claimsAtHand;
}

const nothing: readonly never[] = [];

/** Of a transaction that is not read, this alone is said. */
function findProblems(part: X12Part): readonly Problem[] {
  const problems: Problem[] = [];
  if (part.opener === st && part.after.guide === "unread") {
    const segment = firstSegmentOf(part);
    const name = transactionName(textOf(segment, 1), versionOf(part));
    problems.push(problemAt("not-read-yet", part, segment, `${name} is not read yet; nothing in it is checked`));
  }
  if (part.opener === hl && part.before.guide !== "unread") {
    for (const segment of segmentsOf(part)) reportWrongDate(segment, problems);
  }
  return problems.length === 0 ? nothing : problems;
}
