import { defineTopic } from "../rule.ts";

export const gaHover = defineTopic({
  id: "ga-hover",
  title: "GA: what happens to the line",
  paragraphs: [
    "GA says that the patient signed an advance beneficiary notice because Medicare was expected to deny this service as not medically " +
      "necessary. The notice names the service, the reason and the cost, and is signed before the service is given: one signed later " +
      "is worth nothing.",
    "On an institutional claim a line with GA is denied without a further look, and the patient owes it (reason 50, group PR); the day " +
      "of the notice stands there as occurrence 32. On a professional claim GA alone does not deny: the line is processed like any " +
      "other, and may even be paid. Only when it is denied as not necessary does the notice make the patient liable.",
    "Send the claim in any case. After the denial the patient may be billed.",
    "Past the year's amount: care that is necessary takes KX and no notice; care that is not takes the notice, then GA, and no KX. The " +
      "two contradict each other. GZ says that a denial is expected and no notice was signed: the provider bears it. GX goes with a " +
      "voluntary notice of what Medicare never covers; GY says that it is never covered, with GX beside it where a notice was given all the same.",
    "The notice belongs to traditional Medicare. Medicare Advantage plans decide beforehand, on request, in place of it; some plans " +
      "still ask for GA after such a decision.",
  ],
  sources: [
    { title: "Social Security Act, section 1879 (42 USC 1395pp)" },
    { title: "Medicare Claims Processing Manual, chapter 30, section 50" },
    { title: "Noridian Healthcare Solutions, advance beneficiary notice" },
    { title: "CMS on notices in Medicare Advantage, May 2014" },
  ],
  statements: ["A39"],
});
