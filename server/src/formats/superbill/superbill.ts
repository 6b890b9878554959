import type { Format } from "../format.ts";
import { readingWith } from "../part-reader.ts";
import { describe } from "./describe.ts";
import { superbillReader } from "./reader.ts";
import { silence } from "./silence.ts";
import { write } from "./write.ts";

/** The plain-text superbill and claim. */
export const superbillFormat: Format = {
  id: "superbill",
  ...readingWith(superbillReader),
  write,
  silence,
  describe,
  layOut: () => undefined,
  // Free text has no sure mark: what is nothing else is taken for a superbill.
  recognizes: () => false,
};
