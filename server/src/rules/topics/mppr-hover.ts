import { defineTopic } from "../rule.ts";

export const mpprHover = defineTopic({
  id: "mppr-hover",
  title: "Why the second unit pays less",
  paragraphs: [
    "The fee of a service has three parts: work, practice expense and malpractice. When one patient has several therapy services on one " +
      "day from one provider or group, Medicare pays the practice expense in full once, on the unit where it is highest, and half of " +
      "it on each unit after that. This is the multiple procedure payment reduction.",
    "It runs over all disciplines of the day together, in offices and in institutions, for codes of the always-therapy list with indicator 5 in the fee schedule, and has " +
      "stood at 50 percent since 2013-04-01 (from 2011 it was 20 percent in offices and 25 percent in institutions). Where practice " +
      "expense is equal, the higher fee comes first.",
    "An example with the national fees for services from 2024-03-09 to 2024-12-31 (no other year's, and no place's own): 97110 for two units and 97140 for one. " +
      "The first unit of 97110 has the highest practice expense and pays 29.29. The second pays 22.30, and 97140 pays 20.80 instead of " +
      "26.96. Together 72.40 before each is rounded, where the three full fees would be 85.55.",
    "It is not an error, and there is nothing to add to the claim: no modifier lifts it, and the order of the lines does not matter. " +
      "The reduced amount is what Medicare allows. That this amount, and not the full fee, is counted against the year's amount is how " +
      "it is understood here; Medicare's own text was not found.",
    "The 15 percent that Medicare takes off for an assistant (CQ, CO, since 2022-01-01) comes on top of it.",
  ],
  sources: [
    { title: "42 USC 1395w-4(b)(7) (Social Security Act, section 1848(b)(7))" },
    { title: "American Taxpayer Relief Act of 2012, section 633" },
    { title: "National Government Services on the reduction for therapy services (article 865043)" },
    { title: "CMS physician fee schedule relative value file, July 2024" },
  ],
  statements: [],
});
