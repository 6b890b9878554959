import { defineProblem } from "./rule.ts";

export const x12Envelope = defineProblem({
  id: "x12-envelope",
  severity: "error",
  docs: {
    summary: "The envelope contradicts what it holds: a count, a number or a fixed width is wrong.",
    why:
      "An interchange says how many groups it holds, a group how many transactions, a transaction how many " +
      "segments, and each trailer repeats its header's control number; a claim numbers its lines from 1. The receiver " +
      "checks this before it looks at any claim, and answers a mismatch with a TA1 or 999 rejection of everything inside.",
    remedy:
      "Write the count or number that is really there. After an edit by hand the segment count is the usual one. A trailer that is " +
      "missing can be added; where the file ends without it, it may have been cut off, so compare its claims with those that were sent.",
    applies: "X12 of every version and payer.",
    language: "x12",
    incorrect: `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
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
SE*15*0001~
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
      { title: "ASC X12 999 implementation acknowledgment, IK502 (transaction set response)" },
      { title: "ASC X12 TA1 interchange acknowledgment" },
    ],
  },
});
