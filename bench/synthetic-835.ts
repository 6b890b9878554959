import { randomFrom } from "./random.ts";
import type { Write } from "./synthetic-837.ts";

/** Writes a remittance of one payer: claims of two to five service lines, each with what was allowed, reduced and left to the patient. */
export function write835(megabytes: number, seed: number, write: Write): void {
  const random = randomFrom(seed);
  let segments = 0;
  let length = 0;
  const add = (...added: readonly string[]): void => {
    const text = added.map((segment) => `${segment}~\n`).join("");
    segments += added.length;
    length += text.length;
    write(text);
  };
  add("ISA*00*          *00*          *ZZ*NOBODY         *ZZ*SYNTHETIC      *260401*0930*^*00501*000000001*0*T*:");
  add("GS*HP*NOBODY*SYNTHETIC*20260401*0930*1*X*005010X221A1");
  const before = segments;
  add("ST*835*0001", "BPR*H*0*C*NON************20260401", "TRN*1*1*1512345678", "DTM*405*20260401");
  add("N1*PR*SYNTHETIC MAC", "N3*1 EXAMPLE ROAD", "N4*DAYTON*OH*45402", "REF*2U*12502", "PER*BL*DESK*TE*5555550100");
  add("N1*PE*SYNTHETIC THERAPY*XX*1234567893", "LX*1");
  for (let claim = 1; length < megabytes * 1_000_000; claim++) {
    const lines = 2 + random(4);
    const date = `20260${String(1 + random(9))}1${String(random(10))}`;
    add(
      `CLP*S${String(claim)}*1*${String(78 * lines)}*${String(40 * lines)}*${String(10 * lines)}*MB*R${String(claim)}*11*1`,
    );
    add(`NM1*QC*1*PERSON${String(claim)}*SYNTHETIC****MI*1EG4TE5MK73`, "MOA***MA01");
    for (let line = 1; line <= lines; line++) {
      add("SVC*HC:97110:GP*78*40**2", `DTM*472*${date}`, "CAS*CO*45*27.2*2*253*0.8", "CAS*PR*2*10");
      add(`REF*6R*${String(claim)}${String(line)}`, "AMT*B6*50");
    }
  }
  add(`SE*${String(segments - before + 1)}*0001`, "GE*1*1", "IEA*1*000000001");
}
