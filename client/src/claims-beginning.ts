/** How much of a text shows what it is, in characters. */
export const beginningLength = 16_384;

/** `ISA`, `GS` or `ST`, the separator, the code of its first element, the separator again: transactions are cut out of interchanges. */
const interchangeStart = /^\uFEFF?\s*(?:ISA([^\w\s])\w{2}\1|GS([^\w\s])[A-Z]{2}\2|ST([^\w\s])\d{3}\3)/;

/** Whether a text is X12: its first characters decide it. */
export function beginsInterchange(beginning: string): boolean {
  return interchangeStart.test(beginning.slice(0, 200));
}

/** A line, with those that its quotation marks hold together. */
const row = /(?:"[^"]*"|[^"\r\n])+|"/g;

/** A row of names, one of which is that of a column of codes. */
const headerRow = /^(?=.*(?:code|cpt|hcpc|proc|24d|fl\s?44)).*?([,;\t|]).*?\1/is;

/** A row of which a spreadsheet filled up the rest with separators, one of blanks, or `sep=;`. */
const filledUpRow = /(?:^|[,;\t|])[\s"]*$/;

/** Two dates as the CMS-1500 parts them, and the place of service. */
const printedServiceLine = /^[ \t]{0,40}(?:\d\d ?\d\d ?\d\d(?:\d\d)?[ \t]{1,4}){2}\d\d[ \t]/m;

/**
 * Whether a text may hold claims in columns. It is quick and says yes too often: the server, which knows the formats, is asked only then,
 * so that no plain text starts it.
 */
export function mayHoldClaims(beginning: string): boolean {
  return beginsTable(beginning) || printedServiceLine.test(beginning);
}

function beginsTable(beginning: string): boolean {
  for (const [text] of beginning.replace(/^\uFEFF/, "").matchAll(row)) {
    if (headerRow.test(text)) return true;
    if (!filledUpRow.test(text)) return false;
  }
  return false;
}

/** Whether a text that was typed or pasted ends a line on which something stands. It may be many megabytes on one line. */
export function endsLine(text: string): boolean {
  const first = text.search(/\S/);
  return first >= 0 && text.includes("\n", first);
}
