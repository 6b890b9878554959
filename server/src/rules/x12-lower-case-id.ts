import { defineProblem } from "./rule.ts";

export const x12LowerCaseId = defineProblem({
  id: "x12-lower-case-id",
  severity: "warning",
  docs: {
    summary: "Segments have their ids in lower case, so they are not read.",
    why:
      "X12 writes the ids of segments in upper case: CLM, not clm. Software that reads X12 compares them as they stand and does not know " +
      "the segment, so a claim, a service line or a date is missing, and the acknowledgment (999) says that a segment is not recognised. " +
      "It happens to files that were edited by hand, or whose text was converted as a whole.",
    remedy: "Write the ids in upper case, and see whether the values beside them were changed as well.",
    applies:
      "X12 of every version and payer, once in each transaction. It is said of ids alone that would be read here were they in upper case.",
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
clm*A1*78***11:B:1*Y*A*Y*Y~
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
      { title: "ASC X12.6, application control structure (basic character set, segment identifiers)" },
      { title: "ASC X12 999 implementation acknowledgment, IK304 (segment syntax errors)" },
    ],
  },
});
