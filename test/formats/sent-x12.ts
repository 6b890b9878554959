/** Its segments. */
export const segments = [
  "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*CLEARHOUSE     *260301*0930*^*00501*000000001*0*T*:~",
  "GS*HC*CLINIC*CLEARHOUSE*20260301*0930*1*X*005010X222A1~",
  "ST*837*0001*005010X222A1~",
  "BHT*0019*00*BATCH1*20260301*0930*CH~",
  "SE*3*0001~",
  "GE*1*1~",
  "IEA*1*000000001~",
];

/** An interchange as a program sends it. */
export const sent = segments.join("");

/** The same, one segment a line. */
export const readable = segments.map((segment) => `${segment}\n`).join("");
