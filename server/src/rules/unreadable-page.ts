import { defineProblem } from "./rule.ts";

const serviceLine = "03 12 26 03 12 26 11    97110   GP          A       78 00 2        1538208798";

/** What is printed, by the form's lines. */
const printed: Readonly<Record<number, string>> = {
  8: "X                                                1EG4TE5MK73",
  10: "RIVERA, ANA                   02 11 1948      X",
  34: "DN RUTH OAKLEY MD               1245319599",
  37: "                                         0",
  38: "  M5450",
  44: serviceLine,
  56: "123456789         X   A1042          X                78 00",
  58: "                                                 RIVERBEND THERAPY",
  61: "                                                 1234567893",
};

export const unreadablePage = defineProblem({
  id: "unreadable-page",
  severity: "warning",
  docs: {
    summary: "A page of a print image is not laid out as the CMS-1500.",
    why:
      "A print image has no names for its values: what stands in it is known by its line and column alone. The form is " +
      "found on a page by its service lines, by box 1 or 3 above them and by box 25, 28 or 33 below. Where they do not " +
      "stand as far apart as on the form of 02/12, nothing on the page is read: a value taken from the wrong box would be " +
      "worse than none.",
    remedy: "Print the claim once more to the form of 02/12, or restore the lines and columns that were moved.",
    applies: "CMS-1500 print images.",
    language: "cms1500-print",
    incorrect: serviceLine,
    correct: Array.from({ length: 61 }, (_one, index) => printed[index + 1] ?? "").join("\n"),
    sources: [
      { title: "NUCC 1500 Health Insurance Claim Form Reference Instruction Manual, version 02/12" },
      { title: "OpenEMR, src/Billing/Hcfa1500.php: the lines and columns of the form" },
    ],
  },
});
