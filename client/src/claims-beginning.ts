/** How much of a text shows what it is, in characters. */
export const beginningLength = 16_384;

/** `ISA`, the separator, the two characters of ISA01, the separator again. */
const interchangeStart = /^\uFEFF?\s*ISA([^\w\s])\w{2}\1/;

/** Whether a text is X12: its first characters decide it. */
export function beginsInterchange(beginning: string): boolean {
  return interchangeStart.test(beginning.slice(0, 200));
}

/** A row of names, one of which names what claims hold. */
const headerRow =
  /^\uFEFF?\s*(?=[^\r\n]*(?:cpt|hcpcs|proc|code|service|charge|units|modifier))[^\r\n]*?([,;\t|])[^\r\n]*?\1/i;

/** Two dates as the CMS-1500 parts them, and the place of service. */
const printedServiceLine = /^[ \t]{0,40}(?:\d\d ?\d\d ?\d\d(?:\d\d)?[ \t]{1,4}){2}\d\d[ \t]/m;

/**
 * Whether a text may hold claims in columns. It is quick and says yes too often: the server, which knows the formats, is asked only then,
 * so that no plain text starts it.
 */
export function mayHoldClaims(beginning: string): boolean {
  return headerRow.test(beginning) || printedServiceLine.test(beginning);
}

/** Whether a text that was typed or pasted ends a line on which something stands. It may be many megabytes on one line. */
export function endsLine(text: string): boolean {
  const first = text.search(/\S/);
  return first >= 0 && text.includes("\n", first);
}
