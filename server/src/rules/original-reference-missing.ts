import { actionOf } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";

export const originalReferenceMissing = defineRule({
  id: "original-reference-missing",
  severity: "warning",
  looksAtVoid: true,
  docs: {
    summary: "A claim replaces another or takes it back, and does not say which.",
    why:
      "Frequency 7 replaces a claim that the payer has decided, frequency 8 takes it back. The guides of the 837 then require the " +
      "payer's own number of that claim (REF*F8, on paper the second half of item 22), since the office's number need not be unique " +
      "and the payer keeps the old claim under its own. Without it a payer may reject the claim, or take it for a second one and deny " +
      "it as a duplicate.",
    remedy:
      "Copy the number from the remittance of the first claim, where it is the payer's control number (CLP07). A claim that was rejected " +
      "before it was decided has none: that one is sent again as an original, frequency 1.",
    applies:
      "Every payer and date, in the 837 and on the CMS-1500, which have a place for the number. Professional claims to Medicare are left " +
      "out, as Medicare asks for nothing in item 22. Other frequencies are the payers' own.",
    language: "x12",
    incorrect: example(""),
    correct: example("REF*F8*2026061000123~\n"),
    sources: [
      { title: "ASC X12 request for interpretation 1538 (837, payer claim control number)" },
      { title: "NUCC 1500 claim form instruction manual, item 22" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 22" },
    ],
  },

  checkClaim(claim, context, report) {
    const { frequency, originalReference } = claim;
    const action = actionOf(claim);
    if (frequency === undefined || originalReference?.value !== "" || action === "original") return;
    if (claim.kind === "professional" && isMedicare(context)) return;
    const does = action === "void" ? "takes a claim back" : "replaces a claim";
    report(frequency, `Frequency ${frequency.value} ${does}; the payer's number of that claim is missing`);
  },
});

function example(reference: string): string {
  return `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1~
ST*837*0001*005010X222A1~
BHT*0019*00*1*20260302*1200*CH~
HL*1**20*1~
NM1*85*2*RIVERBEND THERAPY*****XX*1234567893~
HL*2*1*22*0~
SBR*P*18*******CI~
NM1*IL*1*RIVERA*ANA****MI*W123456789~
NM1*PR*2*AETNA*****PI*60054~
CLM*A1*78***11:B:7*Y*A*Y*Y~
${reference}HI*ABK:M5450~
NM1*DN*1*OAKLEY*RUTH****XX*1245319599~
LX*1~
SV1*HC:97110:GP*78*UN*2***1~
DTP*472*D8*20260302~
SE*${reference === "" ? "15" : "16"}*0001~
GE*1*1~
IEA*1*000000001~`;
}
