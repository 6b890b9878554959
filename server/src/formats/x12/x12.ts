import type { Format } from "../format.ts";
import { readingWith } from "../part-reader.ts";
import { describeElement } from "./describe.ts";
import { findLayout } from "./find-layout.ts";
import { layOut } from "./layout.ts";
import { x12Reader } from "./reader.ts";
import { writeChange } from "./write.ts";

/**
 * X12: claims from an 837P or 837I, versions 005010 and 004010, amounts from remittances (835) and eligibility answers (271); of any
 * other transaction, that it is not read yet.
 */
export const x12Format: Format = {
  id: "x12",
  ...readingWith(x12Reader),
  write: writeChange,
  silence: () => ({ impossible: "X12 has no comments; a rule can be turned off in the settings." }),
  describe: describeElement,
  layOut,
  findLayout,
  // A group or a transaction may have been cut out of its interchange; none of it is read, which is said.
  recognizes: (beginning) =>
    /^\uFEFF?\s*(?:ISA[^A-Za-z0-9\s]|GS([^A-Za-z0-9\s])[A-Z]{2}\1|ST([^A-Za-z0-9\s])\d{3}\2)/.test(beginning),
};
