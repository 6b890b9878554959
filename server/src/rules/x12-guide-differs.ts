import { defineProblem } from "./rule.ts";

export const x12GuideDiffers = defineProblem({
  id: "x12-guide-differs",
  severity: "warning",
  docs: {
    summary: "A transaction names another guide than the group that it stands in.",
    why:
      "Each transaction names the guide that it is written by (ST03, such as 005010X222A1 for professional claims), and so does its " +
      "group (GS08). X12 asks for the same in both: software that has taken a file apart knows a transaction by ST03 alone, and other " +
      "software goes by the group. Where they differ, claims may be read by the wrong guide, or not at all.",
    remedy:
      "See which kind of claim the transaction holds: service lines of professional claims are SV1 segments, of institutional claims " +
      "SV2. Then correct the other of the two.",
    applies:
      "X12 from version 005010, which has ST03. Where only the addendum differs (A1, A2), nothing is said. The transaction is read by " +
      "what ST03 names.",
    language: "x12",
    incorrect: `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X223A2~
ST*837*0001*005010X222A1~
BHT*0019*00*1*20260302*1200*CH~
HL*1**20*1~
NM1*85*2*RIVERBEND THERAPY*****XX*1234567893~
HL*2*1*22*0~
SBR*P*18*******MB~
NM1*IL*1*RIVERA*ANA****MI*1EG4TE5MK73~
CLM*A1*78***11:B:1*Y*A*Y*Y~
HI*ABK:M5450~
NM1*DN*1*OAKLEY*RUTH****XX*1245319599~
LX*1~
SV1*HC:97110:GP*78*UN*2***1~
DTP*472*D8*20260302~
SE*14*0001~
GE*1*1~
IEA*1*000000001~`,
    correct: `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1~
ST*837*0001*005010X222A1~
BHT*0019*00*1*20260302*1200*CH~
HL*1**20*1~
NM1*85*2*RIVERBEND THERAPY*****XX*1234567893~
HL*2*1*22*0~
SBR*P*18*******MB~
NM1*IL*1*RIVERA*ANA****MI*1EG4TE5MK73~
CLM*A1*78***11:B:1*Y*A*Y*Y~
HI*ABK:M5450~
NM1*DN*1*OAKLEY*RUTH****XX*1245319599~
LX*1~
SV1*HC:97110:GP*78*UN*2***1~
DTP*472*D8*20260302~
SE*14*0001~
GE*1*1~
IEA*1*000000001~`,
    sources: [
      { title: "ASC X12 request for interpretation 1330 (ST03 holds the same value as GS08, and goes before it)" },
    ],
  },
});
