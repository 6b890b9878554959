import type { Reading } from "../formats/format.ts";
import type { Finding } from "./finding.ts";
import { problemFindings } from "./part-findings.ts";
import type { PartIndex } from "./part-index.ts";
import type { Shared } from "./settle.ts";
import { type PlacedDirective, type PlacedFinding, applyDirectives } from "./suppression.ts";

/** Every finding of a document in its order, less what its directives silence. */
export function documentFindings(reading: Reading, index: PartIndex, shared: Shared): readonly Finding[] {
  const { settings } = shared.environment;
  const placed: PlacedFinding[] = [];
  const directives: PlacedDirective[] = [];
  for (const [place, part] of reading.parts.entries()) {
    const start = index.offsetAt(place);
    for (const finding of shared.findings.get(part) ?? []) {
      // A claim's finding may lie in the part that governs it.
      const offset = finding.span.part === part ? start : index.offsetOf(finding.span.part);
      placed.push({ finding, offset: offset + finding.span.start });
    }
    for (const directive of part.directives) directives.push({ directive, offset: start + directive.span.start });
  }
  for (const finding of problemFindings(reading.problems, [], settings)) {
    placed.push({ finding, offset: index.offsetOf(finding.span.part) + finding.span.start });
  }
  placed.sort((a, b) => a.offset - b.offset);
  const kept = directives.length === 0 ? placed : applyDirectives(placed, directives, settings);
  return kept.map(({ finding }) => finding);
}
