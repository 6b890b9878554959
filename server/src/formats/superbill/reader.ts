import type { PartReader } from "../part-reader.ts";
import { factsOf } from "./facts.ts";
import { type State, readPart, sameState } from "./part.ts";

/** Reads a superbill part by part. */
export const superbillReader: PartReader<State> = {
  reach: 0,
  begin: (text) => ({ facts: factsOf(text), defaults: undefined, table: undefined }),
  next: readPart,
  same: sameState,
  check: () => [],
};
