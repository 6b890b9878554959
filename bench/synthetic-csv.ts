import { randomFrom } from "./random.ts";
import type { Write } from "./synthetic-837.ts";

const codes = ["97110", "97112", "97116", "97140", "97530"];

/** Writes the export of an office system: a service line a row, two to five of them a claim. */
export function writeCsv(megabytes: number, seed: number, write: Write): void {
  const random = randomFrom(seed);
  write("Claim,Patient,Payer,DOS,CPT,Modifiers,Units,Minutes,Dx,Charge\r\n");
  for (let length = 0, claim = 1; length < megabytes * 1_000_000; claim++) {
    const date = `2026-0${String(1 + random(9))}-1${String(random(10))}`;
    const first = random(codes.length);
    const who = `${String(claim)},"Person${String(claim)}, Synthetic",Medicare Part B`;
    const rows = Array.from({ length: 2 + random(4) }, (_, place) => {
      const code = codes[(first + place) % codes.length] ?? "";
      return `${who},${date},${code},${random(7) === 0 ? "" : "GP"},2,30,M54.50,78.00\r\n`;
    });
    const text = rows.join("");
    write(text);
    length += text.length;
  }
}
