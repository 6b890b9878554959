import type { Finding } from "../../server/src/lint/finding.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";

const marker = /^[ \t]*\^+(?:…| \(empty\))? (?:error|warning|information|hint): /;

/** The text that a fence stands for: without its markers, and in one line where the fence is joined. */
export function unmarked(body: string, isJoined: boolean): string {
  return body
    .split("\n")
    .filter((line) => !marker.test(line))
    .join(isJoined ? "" : "\n");
}

/**
 * The text with a line of carets under each finding: `^^^^^ error: message · fix · fix (safe)`. A span that goes on after its line
 * ends in `…`, an empty one is `^ (empty)`. X12 without line breaks is shown with one segment a line.
 */
export function markedText(snapshot: Snapshot, isJoined: boolean): string {
  const text = snapshot.document.getText();
  const shown = text.split(isJoined ? /(?<=~)/ : /(?<=\n)/);
  const marked: string[] = [];
  let start = 0;
  for (const [index, whole] of shown.entries()) {
    const end = start + whole.length;
    const line = { start, text: whole.replace(/\n$/, "") };
    marked.push(line.text);
    for (const finding of snapshot.findings) {
      const offset = offsetOf(snapshot, finding);
      if (offset >= start && (offset < end || index === shown.length - 1))
        marked.push(markerOf(snapshot, finding, line));
    }
    start = end;
  }
  return marked.join("\n");
}

/** Where a finding begins in the whole text. */
export function offsetOf(snapshot: Snapshot, { span }: Finding): number {
  return snapshot.offsetOf(span.part) + span.start;
}

function markerOf(snapshot: Snapshot, finding: Finding, line: { start: number; text: string }): string {
  const column = offsetOf(snapshot, finding) - line.start;
  const length = finding.span.end - finding.span.start;
  const lengthInLine = Math.min(length, line.text.length - column);
  const indent = line.text.slice(0, column).replace(/[^\t]/g, " ");
  const carets =
    "^".repeat(Math.max(1, lengthInLine)) + (length > lengthInLine ? "…" : "") + (length === 0 ? " (empty)" : "");
  const fixes = finding.fixes.map((fix) => ` · ${describeFix(snapshot, fix)}`).join("");
  return `${indent}${carets} ${finding.severity}: ${finding.message}${fixes}`;
}

function describeFix(snapshot: Snapshot, fix: Finding["fixes"][number]): string {
  const edits = snapshot.editsOf(fix);
  if ("impossible" in edits) return `${fix.title} (not possible: ${edits.impossible})`;
  if ("attests" in fix) return `${fix.title} (attests)`;
  return "safety" in fix && fix.safety === "safe" ? `${fix.title} (safe)` : fix.title;
}
