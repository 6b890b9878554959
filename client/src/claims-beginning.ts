/** How much of a text shows what it is, in characters. */
export const beginningLength = 16_384;

/** `ISA`, `GS` or `ST`, the separator, the code of its first element, the separator again: transactions are cut out of interchanges. */
const interchangeStart = /^\uFEFF?\s*(?:ISA([^\w\s])\w{2}\1|GS([^\w\s])[A-Z]{2}\2|ST([^\w\s])\d{3}\3)/;

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
