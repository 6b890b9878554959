import type { Format } from "../format.ts";
import { readingWith } from "../part-reader.ts";
import { describeBox } from "./describe.ts";
import { placeForm } from "./origin.ts";
import { linesOf } from "./print-line.ts";
import { cms1500Reader } from "./reader.ts";
import { writeChange } from "./write.ts";

/** The CMS-1500 of 02/12 as programs print it: text in columns, a form a page. */
export const cms1500Format: Format = {
  id: "cms1500",
  ...readingWith(cms1500Reader),
  write: writeChange,
  silence: () => ({ impossible: "A print image has no comments; a rule can be turned off in the settings." }),
  describe: describeBox,
  layOut: () => undefined,
  recognizes: (beginning) => beginning.split("\f").some((page) => "origin" in placeForm(linesOf(page))),
};
