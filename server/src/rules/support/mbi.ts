import { none } from "./none.ts";

/** How many characters a Medicare Beneficiary Identifier has. */
export const mbiLength = 11;

/** C a digit from 1 to 9, N a digit, A a letter, E either. */
const pattern = "CAENAENAANN";

/**
 * The places, counted from 0, at which a number in capitals and without hyphens is no MBI; all of them where its length is another.
 * The letters S, L, O, I, B and Z fit nowhere.
 */
export function misfitsOf(id: string): readonly number[] {
  if (
    /^[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(id)
  ) {
    return none;
  }
  return Array.from(pattern, (_kind, at) => at).filter((at) => id.length !== mbiLength || !fits(id.charAt(at), at));
}

/** What belongs at a place, in words. */
export function kindAt(at: number): string {
  const letter = "a letter other than S, L, O, I, B and Z";
  switch (pattern.charAt(at)) {
    case "C":
      return "a digit from 1 to 9";
    case "N":
      return "a digit";
    case "A":
      return letter;
    default:
      return `a digit or ${letter}`;
  }
}

function fits(character: string, at: number): boolean {
  const kind = pattern.charAt(at);
  if (kind === "C") return /[1-9]/.test(character);
  if (kind === "N") return /\d/.test(character);
  return (kind === "E" ? /[\dAC-HJKMNP-RT-Y]/ : /[AC-HJKMNP-RT-Y]/).test(character);
}
