import { type PrintedForm, printedLines, printedPage, standardForm } from "../formats/printed-form.ts";

/** A kind of file, the pieces that files of the kind are made of, and how many of a thousand tries fall to it. */
export interface Kind {
  readonly name: string;
  readonly language: string;
  readonly pieces: readonly string[];
  /** How most files begin: without it nothing behind would be read as claims. */
  readonly opening: string;
  readonly share: number;
}

/** Pieces that files are made of, among them those that decide what the text around them means. */
const superbill = [
  "SUPERBILL #1\n",
  "CLAIM A-7:\r\n",
  "Patient: Doe, Jane\n",
  "Medicare ID: 1EG4-TE5-MK73\n",
  "Medicare ID: 2FH5-UF6-NM84   Payer: Medicare Part B\n",
  "Payer: Example Mutual\n",
  "Frequency: 8\n",
  "YTD PT/SLP: 2,450.00 as of 2026-02-28\n",
  "YTD OT: 2,480.00\n",
  "DOS: 2026-03-02\n",
  "DOS: 1/5/27\n",
  "Date        Code   Mods    Units  Charge  Allowed  By\n",
  "2026-03-12  97110  GP      2      78.00   58.24    PT\n",
  "2026-03-12  97110          2      78.00   58.24    PTA\n",
  "2026-03-14  97530  GO KX   1      46.00   36.02    OTA\n",
  "97161 GO x1 $130\n",
  "Frequency: 7\n",
  "Therapist: J. Smith, PT   NPI: 1234567893\n",
  "Progress report: 2026-02-20\n",
  "Plan of care: 2026-01-05 to 2026-03-10   Certified: 2026-03-20\n",
  "Dx: M54.5, Z99\n",
  "Note: above the $2,410 cap\n",
  "Date        Code   Mods    Units  PT min  PTA min\n",
  "2026-03-12  97112  GP      2      24      \n",
  "2026-03-12  97140  GP CQ   1      7       15\n",
  "2026-03-12  97150  GP      1\n",
  "2026-03-12  97164  GP      1\n",
  "2026-03-12  98977  GP      1\n",
  "2026-03-20  98977  GP      1\n",
  "2026-03-20  98981  GP      1\n",
  "2026-03-20  97760  GO      1\n",
  "2025-12-15  97110  GP KX   1\n",
  "2026-01-12  97110  GP KX   1\n",
  "97110 GP KX x2\n",
  "# therapy-claims-disable therapy-modifier-missing -- a reason\n",
  "# therapy-claims-enable\n",
  "# therapy-claims-disable-next-line kx-below-threshold\n",
  "----\n",
  "free text 97110 GP\n",
  "\n",
  "GP ",
  ":",
  "x",
];
const professional = [
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n",
  "GS*HC*A*B*20260401*0930*1*X*005010X222A1~\n",
  "ST*837*0001*005010X222A1~\n",
  "HL*1**20*1~NM1*85*2*P*****XX*1234567893~\n",
  "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\n",
  "HL*2*1*22*0~SBR*P*18*******CI~\r\n",
  "CLM*A1*78***11:B:1~HI*ABK:M5450~",
  "CLM*A1*78***11:B:8~\n",
  "LX*1~SV1*HC:97110:GP*78*UN*2***1~DTP*472*D8*20260312~\n",
  "LX*1~SV1*HC:97150:GP*50*UN*1***1~DTP*472*D8*20260312~\n",
  "LX*1~SV1*HC:97110:GP*50*UN*9***2~DTP*472*D8*20260312~\n",
  "LX*1~SV1*HC:98981:GP*50*UN*1***1~DTP*472*D8*20260320~\n",
  "NM1*82*1*SMITH*JO****XX*1234567893~\n",
  "LX*2~\nSV1*HC:97161:GO:KX*78*UN*1***1~\nDTP*472*D8*20260312~\n",
  "SE*12*0001~\n",
  "GE*1*1~IEA*1*000000001~\n",
  "*",
  ":",
  "~",
  "7",
];

/** Pages, halves of pages, and what may be typed into them. */
const print = [
  ...[standardForm, { ...standardForm, account: "A1043", resubmission: "8" }].map((form) => printedPage(form)),
  printedPage({ ...standardForm, mark: "Group", payer: "AETNA", total: "CONTINUED" }, { right: 1 }),
  printedPage(
    { ...standardForm, patient: "ROE, JO", insuredId: "2FH5UF6NM84", total: "100 00" },
    { feed: "", down: 2 },
  ),
  printedPage(withCodes("97150", "97110", "97161"), { lineEnd: "\r\n" }),
  printedPage(withCodes("97112", "97110", "97140", "97530", "97116", "97164")),
  printedLines(standardForm).slice(0, 42).join("\n"),
  `${printedLines(standardForm).slice(42).join("\n")}\f`,
  "\n\n\n",
  "\f",
  "KX",
  " ",
];

function withCodes(...codes: readonly string[]): PrintedForm {
  const [row] = standardForm.rows;
  return { ...standardForm, rows: row === undefined ? [] : codes.map((code) => ({ ...row, code })) };
}

const institutional = [
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n",
  "GS*HC*A*B*20260401*0930*1*X*005010X223A2~\nST*837*0001*005010X223A2~\n",
  "HL*1**20*1~NM1*85*2*P*****XX*1234567893~\n",
  "HL*2*1*22*0~SBR*P*18*******MA~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\n",
  "HL*3*2*23*0~NM1*QC*1*DOE*JIM~\n",
  "CLM*A1*78***13:A:1~DTP*434*RD8*20260301-20260331~HI*ABK:M5450~HI*BH:35:D8:20260301~\n",
  "CLM*A1*78***74:A:7~REF*F8*99~DTP*434*RD8*20260301-20260331~\n",
  "LX*1~SV2*0420*HC:97110:GP*78*UN*2~DTP*472*D8*20260312~\n",
  "LX*2~SV2*0430*HC:97150:GP*50*UN*1~DTP*472*D8*20260312~\n",
  "LX*7~SV2*0420*HC:97161:GP:KX*50*UN*1~DTP*472*D8*20260312~\n",
  "NM1*71*1*SMITH*JO****XX*1234567893~\n",
  "SE*12*0001~\nGE*1*1~IEA*1*000000001~\n",
  "*",
  "~",
  "7",
];

export const answers = [
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n",
  "GS*HP*A*B*20260401*0930*1*X*005010X221A1~ST*835*0001~BPR*I*50*C*ACH~\n",
  "N1*PR*MEDICARE PART B~\n",
  "CLP*A1*1*120*46.43**MB~NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73~\n",
  "SVC*HC:97110:GP:KX*120*46.43**2~DTM*472*20260312~CAS*CO*45*60.76**253*.95~\nAMT*B6*59.24~LQ*HE*N851~",
  "PLB*1234567893*20261231*WO:A1*50*L6*-.12~\n",
  "ST*271*0002*005010X279A1~BHT*0022*11*Q1*20260316~HL*3*2*22*0~\nNM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~",
  "EB*D*IND*AD*MB***220.14~\nDTP*292*RD8*20260101-20261231~",
  "SE*12*0001~\nGE*1*1~IEA*1*000000001~\n",
  "*",
  "~",
  "7",
];

const csv = [
  "Payer,Medicare Part B\n",
  "Claim,Patient,Member ID,DOS,CPT,Mod1,Mod2,Units,Charge,YTD PT/SLP\n",
  "Claim;DOS;CPT;Mods;Units\r\n",
  '1,"Rivera, Ana",1EG4TE5MK73,3/12/2026,97110,GP,KX,2,78.00,"2,470.00"\n',
  '1,"Rivera, Ana",1EG4TE5MK73,3/12/2026,97150,GP,,1,44.00,\n',
  "2,Okafor,1EG4TE5MK73,3/12/2026,97140,GP,CO,1,44.00,\n",
  "2,Okafor,2FH5UF6NM84,3/20/2026,98981,GP,,1,44.00,\n",
  "3;3/12/2026;97161;GP;1\r\n",
  ',,,,"97530-gp",,,x,"1,044.00"\n',
  "Patient: Doe\n",
  '"',
  ",",
  "\n",
  "7",
];

export const kinds: readonly Kind[] = [
  { name: "superbill", language: "superbill", pieces: superbill, opening: "", share: 250 },
  { name: "837P", language: "x12", pieces: professional, opening: professional.slice(0, 5).join(""), share: 250 },
  { name: "837I", language: "x12", pieces: institutional, opening: institutional.slice(0, 4).join(""), share: 200 },
  { name: "835 or 271", language: "x12", pieces: answers, opening: answers.slice(0, 3).join(""), share: 100 },
  { name: "CSV", language: "superbill-csv", pieces: csv, opening: csv.slice(0, 2).join(""), share: 190 },
  // A piece is a whole page here.
  { name: "CMS-1500", language: "cms1500-print", pieces: print, opening: "", share: 10 },
];
