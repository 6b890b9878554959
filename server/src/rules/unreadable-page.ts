import { defineProblem } from "./rule.ts";

export const unreadablePage = defineProblem({
  id: "unreadable-page",
  severity: "warning",
  docs: {
    summary: "A page of a print image is not laid out as the CMS-1500.",
    why: "x",
    applies: "CMS-1500 print images.",
    language: "cms1500-print",
    incorrect: "",
    correct: "",
    sources: [],
  },
});
