import type { Amount } from "../../model/amount.ts";
import type { Claim, NamedPayer } from "../../model/claim.ts";
import type { Directive } from "../../model/directive.ts";
import type { Problem } from "../../model/problem.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { keepAtHand } from "../at-hand.ts";
import type { ClaimPart } from "../claim-view.ts";
import type { OutlineEntry, PartReading } from "../format.ts";
import { readAnswer } from "./answers.ts";
import { readClaim } from "./claim.ts";
import { type ControlSegment, readControlSegment } from "./control-segment.ts";
import type { Delimiters } from "./delimiters.ts";
import { guideOf, transactionName } from "./guides.ts";
import { type SegmentId, SegmentWalk, firstSegmentOf, segmentId, segmentsOf } from "./segment.ts";
import { kindByService } from "./service-elements.ts";
import { type State, type StatedPart, heededBy, stateBehind, versionOf } from "./state.ts";
import { problemAt, reportWrongDate } from "./value-problems.ts";
import { textOf } from "./values.ts";
import { X12Claim } from "./claim-view.ts";

const st = segmentId("ST");
const hl = segmentId("HL");
const clm = segmentId("CLM");
const envelopeIds: ReadonlySet<SegmentId> = new Set(["ISA", "GS", "ST", "SE", "GE", "IEA"].map(segmentId));

/**
 * A segment that opens something (an envelope, a level, a claim) or closes an envelope, and all up to the next such segment. What it
 * holds is read when it is first asked for.
 */
export class X12Part implements PartReading, StatedPart, ClaimPart {
  text: string;
  home: object | undefined;
  readonly delimiters: Delimiters;
  readonly opener: SegmentId;
  readonly segmentCount: number;
  /** Segments with ids in lower case are counted, and not read. */
  readonly hasLowerCaseIds: boolean;
  /** Whether it begins or ends an interchange, a group or a transaction. */
  readonly isEnvelope: boolean;
  readonly before: State;
  readonly after: State;
  #amounts: readonly Amount[] | undefined;
  #claims: readonly X12Claim[] | undefined;
  #claimReadings: readonly Claim[] | undefined;
  #problems: readonly Problem[] | undefined;
  #control: ControlSegment | undefined;

  constructor(part: Pick<X12Part, "text" | "delimiters" | "opener" | "segmentCount" | "hasLowerCaseIds" | "before">) {
    this.text = part.text;
    this.delimiters = part.delimiters;
    this.opener = part.opener;
    this.segmentCount = part.segmentCount;
    this.hasLowerCaseIds = part.hasLowerCaseIds;
    this.isEnvelope = envelopeIds.has(part.opener);
    this.before = heededBy(this, part.before);
    this.after = stateBehind(this);
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#kindOfClaim() === undefined ? nothing : [new X12Claim(this, 0)]);
  }

  /** For a part that holds a claim. */
  get claimReadings(): readonly Claim[] {
    return this.#claimReadings ?? this.#readClaim();
  }

  get problems(): readonly Problem[] {
    if (this.#problems === undefined && this.claims.length > 0) this.#readClaim();
    return (this.#problems ??= findProblems(this));
  }

  /** Of a part that an envelope's segment begins. */
  get control(): ControlSegment {
    return (this.#control ??= readControlSegment(firstSegmentOf(this)));
  }

  /** The part itself where it is no claim, and each loop in it; where there is more than one segment. */
  get folds(): readonly Span[] {
    const [claim] = this.claims;
    if (claim !== undefined) return claim.serviceLines.map(({ span }) => span);
    const [first, ...others] = segmentsOf(this);
    const last = others.at(-1);
    if (first === undefined || last === undefined) return nothing;
    return [spanOf(this, first.start, last.end), ...(readAnswer(this)?.loops ?? nothing)];
  }

  get amounts(): readonly Amount[] {
    return (this.#amounts ??= readAnswer(this)?.amounts ?? nothing);
  }

  get outline(): readonly OutlineEntry[] {
    return readAnswer(this)?.outline ?? nothing;
  }

  get answeringPayer(): NamedPayer | undefined {
    const { payer } = this.after.governing;
    if (payer?.part !== this) return undefined;
    const { name, payerId } = payer.reading;
    return { name, payerId, filingIndicator: undefined };
  }

  get directives(): readonly Directive[] {
    return nothing;
  }

  /** Undefined where the part holds no claim that is read. */
  #kindOfClaim(): Claim["kind"] | undefined {
    const { guide } = this.before;
    if (this.opener !== clm) return undefined;
    if (guide === "837P") return "professional";
    if (guide === "837I") return "institutional";
    return guide === "837" ? kindByService(segmentsOf(this)) : undefined;
  }

  #readClaim(): readonly Claim[] {
    const problems: Problem[] = [];
    const claim = readClaim(this, this.#kindOfClaim() ?? "professional", this.before.governing, problems);
    this.#problems ??= problems.length === 0 ? nothing : problems;
    keepAtHand(this);
    return (this.#claimReadings = [claim]);
  }

  /** Drops the claim's values, which are read again when they are asked for. */
  drop(): void {
    this.#claimReadings = undefined;
    for (const claim of this.#claims ?? nothing) claim.drop();
  }
}

const nothing: readonly never[] = [];

/** Of a transaction, which its ST segment begins, that is not read. It is all that is said of it. */
export function notRead(part: X12Part): Problem {
  const segment = firstSegmentOf(part);
  const name = transactionName(textOf(segment, 1), versionOf(part));
  const reason = part.after.guide === "837" ? "names no guide, and no service line tells one" : "is not read yet";
  return problemAt("not-read-yet", part, segment, `${name} ${reason}; nothing in it is checked`);
}

/** Where the transaction names another guide than its group, and either is read. Which addendum they name is no matter. */
function findOtherGuide(part: X12Part): readonly Problem[] {
  const segment = firstSegmentOf(part);
  const [set, own, ofGroup] = [textOf(segment, 1), textOf(segment, 3), part.before.version];
  const [guide, other] = [own, ofGroup].map((version) => /^(\d{6}X\d{3})(?:A\d)?$/.exec(version)?.[1]);
  const isRead = [own, ofGroup].some((version) => guideOf(set, version) !== "unread");
  if (guide === undefined || other === undefined || guide === other || !isRead) return nothing;
  const how = part.after.guide === "unread" ? "" : "; the transaction is read by ST03";
  const message = `ST03 names ${own}, the group's GS08 ${ofGroup}${how}`;
  return [problemAt("x12-guide-differs", part, segment.element(3) ?? segment, message)];
}

function findProblems(part: X12Part): readonly Problem[] {
  const problems: Problem[] = [];
  if (part.opener === st && part.after.guide === "unread") problems.push(notRead(part));
  if (part.opener === st) problems.push(...findOtherGuide(part));
  if (part.opener === hl && part.before.guide !== "unread" && part.before.guide !== "837") {
    for (const walk = new SegmentWalk(part); walk.next();) reportWrongDate(walk, problems);
  }
  problems.push(...(readAnswer(part)?.problems ?? nothing));
  return problems.length === 0 ? nothing : problems;
}
