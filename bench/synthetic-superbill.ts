import { randomFrom } from "./random.ts";
import type { Write } from "./synthetic-837.ts";

const services = [
  ["97110", "78.00", "58.24"],
  ["97112", "42.00", "33.10"],
  ["97116", "35.00", "27.40"],
  ["97140", "44.00", "27.10"],
  ["97530", "46.00", "36.02"],
] as const;

/** Writes visits of two to five services as an office keeps them, every seventh row or so without its plan modifier. */
export function writeSuperbill(megabytes: number, seed: number, write: Write): void {
  const random = randomFrom(seed);
  for (let length = 0, visit = 1; length < megabytes * 1_000_000; visit++) {
    const first = random(services.length);
    const date = `2026-${twoDigits(1 + random(9))}-${twoDigits(1 + random(28))}`;
    const rows = Array.from({ length: 2 + random(4) }, (_, place) => {
      const [code, charge, allowed] = services[(first + place) % services.length] ?? services[0];
      return `${date}  ${code}  ${random(7) === 0 ? "  " : "GP"}    2      30   A   ${charge}   ${allowed}    PT`;
    });
    const text = [
      `SUPERBILL #${String(visit)}`,
      "Practice: Synthetic Therapy   NPI: 1234567893",
      `Patient: Person${String(visit)}, Synthetic   Account: ${String(visit)}`,
      "Payer: Medicare Part B   POS: 11   Referring NPI: 1245319599",
      "Dx A: M54.50",
      "",
      "Date        Code   Mods  Units  Min  Dx  Charge  Allowed  By",
      ...rows,
      "",
      "",
    ].join("\n");
    write(text);
    length += text.length;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
