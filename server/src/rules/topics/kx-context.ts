import { defineTopic } from "../rule.ts";

export const kxContext = defineTopic({
  id: "kx-context",
  title: "KX outside therapy",
  paragraphs: [
    "On a therapy line KX says that the year's amount is passed, that the care is medically necessary, and that the record shows it. " +
      "Elsewhere the same two letters answer other questions, so KX on a code that is not therapy is not reported.",
    "On equipment and supplies, KX says that the criteria of the coverage policy are met and that the documents it asks for are on file " +
      "and available on request. Each policy says what KX stands for there; where one asks for KX, GA, GY or GZ, a line with none of " +
      "them is rejected. KX belongs there when papers behind the claim support the policy, not when the claim itself already says all " +
      "there is, and never by routine without a look at the policy. After a denial, a change that only adds or removes KX is asked for " +
      "by a written redetermination; a claim rejected as unprocessable (remark MA130) is sent anew. On therapy lines the ordinary " +
      "reopening and appeal rules hold.",
    "On a hospice claim, KX with occurrence span 77 and remarks asks for an exception when the notice of election was late (services " +
      "from 2014-10-01); it never goes on the notice itself, which may have been filed in time and sent back for correction. A late " +
      "notice of admission to home health is excused in the same way.",
    "On dialysis (90999, from 2017-10-01), KX says that a session beyond three a week was medically justified; CG says that it was not. " +
      "It is told that Aetna has taken KX for sessions beyond three in seven days since 2020-06-01; that was not found confirmed.",
    "On a code meant for one sex, KX on a professional claim says that it does apply, so that the edit lets it pass; institutional " +
      "claims use condition code 45 for this. On a screening colonoscopy (G0105, G0121) after a positive stool test KX tells the two " +
      "apart since 2023. On dental services that are tied to a covered medical treatment it is used since 2025-07-01. Other local " +
      "policies give it further meanings: look into the one that covers the code.",
    "KX is not Medicare's alone. Some Medicare Advantage and commercial plans ask for it, or use it for edits by sex or for dialysis; " +
      "most ignore it. The plan's own manual decides.",
  ],
  sources: [
    { title: "42 USC 1395l(g)(7)" },
    { title: "CGS and Noridian Healthcare Solutions, KX on equipment and supplies" },
    { title: "CR 8877 (late hospice notices of election)" },
    { title: "LCD L35014 and article A56666 (dialysis sessions)" },
    { title: "CR 6638 (edits by sex)" },
    { title: "CR 13649 (dental services)" },
  ],
  statements: ["A2", "A3", "A4", "A6", "A7", "A10", "A11", "A15", "A21", "A22", "A23", "A24"],
});
