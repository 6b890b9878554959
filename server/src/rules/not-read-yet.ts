import { defineProblem } from "./rule.ts";

export const notReadYet = defineProblem({
  id: "not-read-yet",
  severity: "information",
  docs: {
    summary: "This kind of file, or of transaction, is not read yet.",
    why:
      "The file was recognised, and there is no reader for it. Nothing in it is checked, so that it has no findings " +
      "says nothing about it.",
    applies:
      "X12 transactions other than professional and institutional claims (837P, 837I), remittances (835) and eligibility " +
      "answers (271).",
    language: "x12",
    incorrect: `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
GS*HN*SENDER*RECEIVER*20260302*1200*1*X*005010X212~
ST*277*0001~
BHT*0010*08*1*20260302*1200*DG~
SE*3*0001~
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
    sources: [{ title: "README, what is read" }],
  },
});
