import type { Told } from "./peer.ts";

/** Something that a reader can do or not, found out by a text. */
export interface Probe {
  readonly name: string;
  readonly text: string;
  /** What became of it, in a word or two. */
  judge(told: Told): string;
}

const head = [
  "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:",
  "GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1",
];
const transaction = [
  "ST*837*0001*005010X222A1",
  "BHT*0019*00*1*20260302*1200*CH",
  "HL*1**20*1",
  "NM1*85*2*SYNTHETIC THERAPY*****XX*1234567893",
  "HL*2*1*22*0",
  "SBR*P*18*******MB",
  "NM1*IL*1*PERSON*SYNTHETIC****MI*1EG4TE5MK73",
  "DMG*D8*19480211*F",
  "NM1*PR*2*MEDICARE PART B*****PI*12502",
  "CLM*A*100***11:B:1*Y*A*Y*Y",
  "HI*ABK:M5450",
  "NM1*DN*1*REFERRER*SYNTHETIC****XX*1245319599",
  "LX*1",
  "SV1*HC:97110:GP*60*UN*2***1",
  "DTP*472*D8*20260302",
  "LX*2",
  "SV1*HC:97140:GP*40*UN*1***1",
  "DTP*472*D8*20260302",
  "CLM*B*60***11:B:1*Y*A*Y*Y",
  "HI*ABK:M5450",
  "NM1*DN*1*REFERRER*SYNTHETIC****XX*1245319599",
  "LX*1",
  "SV1*HC:97112:GP*60*UN*1***1",
  "DTP*472*D8*20260303",
  "SE*25*0001",
];
const tail = ["GE*1*1", "IEA*1*000000001"];

const right = lines([...head, ...transaction, ...tail]);
const written = ["97110", "97140", "97112"];

export const probes: readonly Probe[] = [
  { name: "tells the place of a value", text: right, judge: ({ place }) => granularity(place) },
  { name: "makes claims of the segments", text: right, judge: ({ linesOfClaims }) => claimsIn(linesOfClaims) },
  { name: "one line", text: [...head, ...transaction, ...tail, ""].join("~"), judge: readAll },
  { name: "CRLF", text: right.replaceAll("\n", "\r\n"), judge: readAll },
  { name: "lines of 80 characters", text: right.replaceAll("\n", "").replace(/.{80}/g, "$&\n"), judge: readAll },
  {
    name: "other separators",
    text: right.replaceAll("*", "|").replaceAll(":", ">").replaceAll("~", "'"),
    judge: readAll,
  },
  { name: "a line end as the terminator", text: right.replaceAll("~\n", "\n"), judge: readAll },
  { name: "ISA with a field too wide", text: right.replace("SENDER  ", "SENDER     "), judge: readAll },
  { name: "byte-order mark", text: `\uFEFF${right}`, judge: readAll },
  { name: "no trailers", text: lines([...head, ...transaction.slice(0, -1)]), judge: readAll },
  {
    name: "two files in one, other separators in the second",
    text: `${right}${right.replaceAll("*", "|")}`,
    judge: (told) => readAll(told, [...written, ...written]),
  },
  { name: "says that a count is wrong", text: right.replace("SE*25", "SE*7"), judge: complains(/25/) },
  { name: "says that a plan modifier is missing", text: right.replace("97140:GP", "97140"), judge: complains(/97140/) },
];

function lines(segments: readonly string[]): string {
  return segments.map((segment) => `${segment}~\n`).join("");
}

function granularity(place: Told["place"]): string {
  if (place === undefined) return "no";
  const value = right.indexOf("97110");
  const element = value - "HC:".length;
  if (place.start === value && place.end === value + 5) return "of each value";
  if (place.start === element) return "of elements";
  if (Math.abs(place.start - element) === 1) return "of elements, one character off";
  return place.start < element && place.end > element ? "of transactions" : "wrong";
}

function claimsIn(linesOfClaims: Told["linesOfClaims"]): string {
  if (linesOfClaims === undefined) return "no";
  return linesOfClaims.join() === "2,1" ? "yes" : "wrong";
}

/** `told` what the reader tells, which must be all codes that were written, in their order. */
function readAll({ codes }: Told, expected: readonly string[] = written): string {
  if (codes === undefined) return "no values";
  if (codes.join() === expected.join()) return "read";
  return codes.length === 0 ? "nothing read" : "read wrongly";
}

function complains(about: RegExp): (told: Told) => string {
  return ({ complaints }) => (complaints.some((message) => about.test(message)) ? "yes" : "no");
}
