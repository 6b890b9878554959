import { spanOf } from "../../text/span.ts";
import type { Description, PartReading } from "../format.ts";
import { isDiagnosisSegment } from "./diagnoses.ts";
import { tellAmount } from "./amount-words.ts";
import { claimSegments, diagnosesText, otherCodesText, otherPayerText } from "./elements/claims.ts";
import { type CodeMeaning, type ElementText, type SegmentText, meaningIn } from "./elements/element-text.ts";
import { eligibilitySegments } from "./elements/eligibility.ts";
import { envelopeSegments } from "./elements/envelope.ts";
import { healthCodes } from "./elements/health-codes.ts";
import { institutionalSegments } from "./elements/institutional.ts";
import { remittanceSegments } from "./elements/remittance.ts";
import { type Guide, readsClaims } from "./guides.ts";
import { X12Part } from "./part.ts";
import { type Place, componentOf } from "./place.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { textAt, textOf } from "./values.ts";

/** The segment, element or component at an offset: `SV101-3 · modifier 1`, and what its code means. */
export function describeElement(part: PartReading, offset: number): Description | undefined {
  if (!(part instanceof X12Part)) return undefined;
  const segment = segmentsOf(part).find(({ start, end }) => start <= offset && offset <= end);
  const id = segment?.rawElement(0);
  if (segment === undefined || id === undefined) return undefined;
  const name = textAt(part, id);
  const text = textOfSegment(part, segment, name);
  if (text === undefined) return undefined;
  return offset <= id.end ? describeSegment(part, segment, text) : describeWithin(segment, name, text, offset);
}

const clm = segmentId("CLM");

/** The words of the envelope hold for every transaction, the others for the guide that they were written for. */
function textOfSegment(part: X12Part, segment: Segment, id: string): SegmentText | undefined {
  if (Object.hasOwn(envelopeSegments, id)) return envelopeSegments[id];
  const { guide } = part.after;
  if (readsClaims(guide)) return textInClaims(part, segment, id);
  const texts = textsOfAnswers(guide);
  return texts !== undefined && Object.hasOwn(texts, id) ? texts[id] : undefined;
}

function textInClaims(part: X12Part, segment: Segment, id: string): SegmentText | undefined {
  const isInstitutional = part.after.guide === "837I" || part.claims[0]?.kind === "institutional";
  if (id === "SBR" && part.opener === clm) return otherPayerText;
  if (id === "HI") return textOfCodes(segment, isInstitutional);
  if (isInstitutional && Object.hasOwn(institutionalSegments, id)) return institutionalSegments[id];
  return Object.hasOwn(claimSegments, id) ? claimSegments[id] : undefined;
}

/** Version 4010 mixes kinds of codes in one segment, so each element has the words of its own kind. */
function textOfCodes(segment: Segment, isInstitutional: boolean): SegmentText {
  const whole = textOfCode(segment, 1, isInstitutional);
  const elements = Array.from({ length: segment.elementCount }, (_none, index) => {
    return textOfCode(segment, index + 1, isInstitutional).elements[index] ?? { name: "not used" };
  });
  return { ...whole, elements };
}

function textOfCode(segment: Segment, n: number, isInstitutional: boolean): SegmentText {
  const kind = textOf(segment, n, 1);
  const ofInstitution = isInstitutional && Object.hasOwn(healthCodes, kind) ? healthCodes[kind] : undefined;
  return ofInstitution ?? (isDiagnosisSegment(segment) && !isInstitutional ? diagnosesText : otherCodesText);
}

function textsOfAnswers(guide: Guide | undefined): Readonly<Record<string, SegmentText>> | undefined {
  if (guide === "835") return remittanceSegments;
  return guide === "271" ? eligibilitySegments : undefined;
}

/** Where an amount is read from the segment and those behind it, its words are told too. */
function describeSegment(part: X12Part, segment: Segment, text: SegmentText): Description {
  const id = segment.rawElement(0) ?? segment;
  const name = meaningOf(segment, text, text.namedBy) ?? text.name;
  const amount = part.amounts.find(({ span }) => span.start === segment.start);
  const sentences = [text.note, amount && tellAmount(amount)].filter((sentence) => sentence !== undefined);
  return { span: spanOf(part, id.start, id.end), title: `${textAt(part, id)} · ${name}`, text: sentences.join(" ") };
}

function describeWithin(segment: Segment, id: string, text: SegmentText, offset: number): Description | undefined {
  for (const [index, element] of text.elements.entries()) {
    const n = index + 1;
    const raw = segment.rawElement(n);
    if (raw === undefined) return undefined;
    if (offset > raw.end) continue;
    const title = `${id}${String(n).padStart(2, "0")}`;
    if (element.components !== undefined) return describeComponent(segment, { n, title }, element.components, offset);
    const place = segment.element(n) ?? raw;
    const name = meaningOf(segment, text, element.namedBy) ?? element.name;
    return {
      span: spanOf(segment.part, place.start, place.end),
      title: `${title} · ${name}`,
      ...tell(segment, place, element),
    };
  }
  return undefined;
}

function describeComponent(
  segment: Segment,
  { n, title }: { n: number; title: string },
  texts: readonly ElementText[],
  offset: number,
): Description | undefined {
  const index = segment.rawComponents(n).findIndex(({ end }) => offset <= end);
  const text = texts[index];
  const place = componentOf(segment.part, segment.rawElement(n), index + 1);
  if (text === undefined || place === undefined) return undefined;
  const span = spanOf(segment.part, place.start, place.end);
  return { span, title: `${title}-${index + 1} · ${text.name}`, ...tell(segment, place, text) };
}

/** What the code in element `n` means. */
function meaningOf(segment: Segment, text: SegmentText, n: number | undefined): string | undefined {
  const codes = n === undefined ? undefined : text.elements[n - 1]?.codes;
  return n === undefined || codes === undefined ? undefined : meaningIn(codes, textOf(segment, n));
}

/** What an element holds, and where what its code means is written. */
function tell(segment: Segment, place: Place, text: ElementText): Pick<Description, "text" | "sources"> {
  const code = textAt(segment.part, place);
  const words = text.codes && meaningIn(text.codes, code);
  const meaning: CodeMeaning | undefined = words === undefined ? text.meaning?.(code) : { words: `${words}.` };
  const sentences = [meaning && `${code}: ${meaning.words}`, text.note].filter((sentence) => sentence !== undefined);
  return { text: sentences.join(" "), ...(meaning?.source !== undefined && { sources: [meaning.source] }) };
}
