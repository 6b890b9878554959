import type { Amount } from "../../model/amount.ts";
import type { Problem } from "../../model/problem.ts";
import type { Span } from "../../text/span.ts";
import type { OutlineEntry } from "../format.ts";
import { balanceOf } from "./benefit-balance.ts";
import { decidedLinesOf } from "./decided-line.ts";
import { readAnsweredLevel } from "./eligibility.ts";
import { outlineOfLevel } from "./eligibility-outline.ts";
import { readRemittanceClaim } from "./remittance.ts";
import { outlineOfAdjustments, outlineOfClaim, outlineOfPayment } from "./remittance-outline.ts";
import { segmentId } from "./segment.ts";
import type { State, StatedPart } from "./state.ts";

/** What a part of a remittance or of an eligibility answer tells. It is read anew each time that it is asked for. */
export interface Answer {
  readonly amounts: readonly Amount[];
  readonly problems: readonly Problem[];
  /** The part's loops; the part itself folds too. */
  readonly loops: readonly Span[];
  readonly outline: readonly OutlineEntry[];
}

interface AnswerPart extends StatedPart {
  readonly after: State;
}

/** Undefined for a part that tells nothing by itself, and for those of other transactions. */
export function readAnswer(part: AnswerPart): Answer | undefined {
  // Most parts that are asked are of claims.
  if (!answeringGuides.has(part.after.guide)) return undefined;
  return readers.find(({ guide, opener }) => guide === part.after.guide && opener === part.opener)?.read(part);
}

const readers: readonly {
  readonly guide: State["guide"];
  readonly opener: number;
  readonly read: (part: AnswerPart) => Answer | undefined;
}[] = [
  { guide: "835", opener: segmentId("CLP"), read: readClaimAnswer },
  { guide: "835", opener: segmentId("ST"), read: (part) => ({ ...nothing, outline: outlineOfPayment(part) }) },
  { guide: "835", opener: segmentId("PLB"), read: (part) => ({ ...nothing, outline: outlineOfAdjustments(part) }) },
  { guide: "271", opener: segmentId("HL"), read: readLevelAnswer },
];

const answeringGuides = new Set(readers.map(({ guide }) => guide));

const nothing: Answer = { amounts: [], problems: [], loops: [], outline: [] };

function readClaimAnswer(part: AnswerPart): Answer {
  const problems: Problem[] = [];
  const claim = readRemittanceClaim(part, problems);
  const amounts = decidedLinesOf(claim, part.before.governing);
  return { amounts, problems, loops: claim.lines.map(({ span }) => span), outline: [outlineOfClaim(claim, amounts)] };
}

function readLevelAnswer(part: AnswerPart): Answer | undefined {
  const problems: Problem[] = [];
  const level = readAnsweredLevel(part, problems);
  if (level === undefined) return undefined;
  const balances = level.benefits.map((benefit) => balanceOf(benefit, level, part.after.governing));
  return {
    amounts: balances.filter((balance) => balance !== undefined),
    problems,
    loops: level.benefits.map(({ span }) => span),
    outline: outlineOfLevel(level, balances),
  };
}
