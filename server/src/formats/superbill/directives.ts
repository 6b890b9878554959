import type { Directive } from "../../model/directive.ts";
import { type Part, type Span, fieldOf, spanOf } from "../../text/span.ts";
import type { Piece } from "./line.ts";

const form = /^(?:[#;]+|\/\/+)\s*therapy-claims-(disable-next-line|disable|enable)(?![\w-])(.*)$/is;

/** What stands where a reason is to be filled in. */
const reasonToFillIn = "why?";

/** The directive in a comment; the piece counts from the part's beginning. `next` is the line that follows. */
export function readDirective(part: Part, comment: Piece, next: Span | undefined): Directive | undefined {
  const match = form.exec(comment.text);
  if (match === null) return undefined;
  const [whole, word = "", rest = ""] = match;
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const names = dashes === null ? rest : rest.slice(0, dashes.index);
  const reason = dashes === null ? "" : rest.slice(dashes.index + dashes[0].length).trim();
  const namesStart = comment.start + whole.length - rest.length;
  const kind = kindOf(word.toLowerCase());
  return {
    kind,
    span: spanOf(part, comment.start, comment.end),
    rules: [...names.matchAll(/[^\s,]+/g)].map((name) => {
      const start = namesStart + name.index;
      return fieldOf(part, start, start + name[0].length, name[0]);
    }),
    silences: kind === "disable-next-line" ? next : undefined,
    reason: reason === "" || reason === reasonToFillIn ? undefined : reason,
  };
}

/** The comment that silences rules for the line below it, with its reason left to fill in. */
export function directiveText(rules: readonly string[]): string {
  return `# therapy-claims-disable-next-line ${rules.join(", ")} -- ${reasonToFillIn}`;
}

function kindOf(word: string): Directive["kind"] {
  if (word === "disable" || word === "enable") return word;
  return "disable-next-line";
}
