import type { SourceText } from "../text/source-text.ts";
import { PartList } from "../text/part-list.ts";
import { spanOf } from "../text/span.ts";
import { type Steps, finish } from "../text/steps.ts";
import { type Format, type Reading, bareReading } from "./format.ts";

/** For languages that have no reader yet: one finding that says so, and nothing else. */
export const unreadFormat: Format = {
  id: "unread",
  read: (text) => finish(readNothing(text)),
  readInSteps: readNothing,
  reread: (_previous, text) => finish(readNothing(text)),
  write: () => ({ impossible: "This kind of file is not read yet." }),
  silence: () => ({ impossible: "This kind of file is not read yet." }),
  describe: () => undefined,
  layOut: () => undefined,
  recognizes: () => false,
};

function* readNothing(text: SourceText): Steps<Reading> {
  const part = bareReading(text.slice(0));
  if (text.length === 0) return { parts: PartList.of([]), problems: [] };
  yield;
  const message = "This kind of file is not read yet; nothing in it is checked";
  return {
    parts: PartList.of([part]),
    problems: [{ rule: "not-read-yet", span: spanOf(part, 0, firstLineLength(part.text)), message }],
  };
}

function firstLineLength(text: string): number {
  return /^[^\r\n]*/.exec(text)?.[0].length ?? 0;
}
