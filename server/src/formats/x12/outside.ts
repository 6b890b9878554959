import type { Problem } from "../../model/problem.ts";
import type { Part } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import { findIsa } from "./delimiters.ts";
import { skipLayout } from "./segment.ts";

/** What is wrong with text that stands in no interchange. Where no transaction is read, only that nothing can be. */
export function findOutsideProblems(
  parts: readonly Part[],
  { count: interchanges, isRead }: { readonly count: number; readonly isRead: boolean },
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const part of parts) {
    const start = skipLayout(part.text, 0);
    const isa = findIsa(part.text, start);
    if (isa >= 0) {
      const message =
        "This ISA segment has fewer than 16 elements, so its separators are not known and nothing behind it is read";
      problems.push({ rule: "x12-envelope", span: spanOf(part, isa, isa + 3), message });
    } else if (start < part.text.length && (isRead || interchanges === 0)) {
      const message = interchanges === 0 ? withoutInterchange(part, start) : "Text outside an interchange is not read";
      problems.push({ rule: "x12-envelope", span: spanOf(part, start, lineEnd(part.text, start)), message });
    }
  }
  return problems;
}

function withoutInterchange({ text }: Part, start: number): string {
  const isLowerCase = /^isa[^a-z0-9\s]/i.test(text.slice(start, start + 4));
  return isLowerCase
    ? "The id of the first segment, ISA, is not in upper case, so nothing is read"
    : "There is no ISA segment, so nothing is read";
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
