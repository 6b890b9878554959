import { spanOf } from "../../text/span.ts";
import type { Description, PartReading } from "../format.ts";
import { isDiagnosisSegment } from "./claim-segments.ts";
import { tellAmount } from "./amount-words.ts";
import { claimSegments, otherCodesText, otherPayerText } from "./elements/claims.ts";
import { type CodeMeaning, type ElementText, type SegmentText, meaningIn } from "./elements/element-text.ts";
import { eligibilitySegments } from "./elements/eligibility.ts";
import { envelopeSegments } from "./elements/envelope.ts";
import { remittanceSegments } from "./elements/remittance.ts";
import { type Guide, readsClaims } from "./guides.ts";
import { X12Part } from "./part.ts";
import { type Place, type Segment, componentsOf, segmentId, segmentsOf } from "./segment.ts";
import { textOf } from "./state.ts";
import { textAt } from "./values.ts";

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
  const texts = textsOf(part.after.guide);
  if (texts === undefined || !Object.hasOwn(texts, id)) return undefined;
  if (id === "SBR" && part.opener === clm) return otherPayerText;
  return id === "HI" && !isDiagnosisSegment(segment) ? otherCodesText : texts[id];
}

function textsOf(guide: Guide | undefined): Readonly<Record<string, SegmentText>> | undefined {
  if (readsClaims(guide)) return claimSegments;
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
  const place = componentsOf(segment.part, segment.rawElement(n), index + 1)[index];
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
