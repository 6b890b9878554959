import type { PartReader } from "../part-reader.ts";
import { factsAfter, factsOf } from "./facts.ts";
import { readPart } from "./part.ts";
import { type State, sameState } from "./state.ts";

/** Reads a superbill part by part. */
export const superbillReader: PartReader<State> = {
  reach: 0,
  begin: (text, before) => ({
    facts: before === undefined ? factsOf(text) : factsAfter(before.state.facts, text, before.change),
    defaults: undefined,
    table: undefined,
  }),
  next: readPart,
  same: sameState,
};
