/** One record, with its line end (RFC 4180). No cell is taken for a formula by a spreadsheet: what would begin one has an apostrophe before it. */
export function csvRecord(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => cellToText(String(cell))).join(",")}\r\n`;
}

function cellToText(text: string): string {
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text);
  const harmless = !isNumber && /^\s*[=+\-@|%]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
