import type { Format } from "../format.ts";
import { readingWith } from "../part-reader.ts";
import { describeElement } from "./describe.ts";
import { x12Reader } from "./reader.ts";
import { writeChange } from "./write.ts";

/** X12: claims from an 837P of version 005010X222 or 004010X098; of any other transaction, that it is not read yet. */
export const x12Format: Format = {
  id: "x12",
  ...readingWith(x12Reader),
  write: writeChange,
  silence: () => ({ impossible: "X12 has no comments; a rule can be turned off in the settings." }),
  describe: describeElement,
  layOut: () => undefined,
  recognizes: (beginning) => /^\uFEFF?\s*ISA[^A-Za-z0-9\s]/.test(beginning),
};
