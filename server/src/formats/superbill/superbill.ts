import type { Format } from "../format.ts";
import { type PartReader, readParts, rereadParts } from "../part-reader.ts";
import { describe } from "./describe.ts";
import { factsOf } from "./facts.ts";
import { type State, readPart, sameState } from "./part.ts";
import { silence } from "./silence.ts";
import { write } from "./write.ts";

const reader: PartReader<State> = {
  reach: 0,
  begin: (text) => ({ facts: factsOf(text), defaults: undefined, table: undefined }),
  next: readPart,
  same: sameState,
  check: () => [],
};

/** The plain-text superbill and claim. */
export const superbillFormat: Format = {
  id: "superbill",
  read: (text) => readParts(reader, text),
  reread: (previous, text, change) => rereadParts(reader, previous, text, change),
  write,
  silence,
  describe,
};
