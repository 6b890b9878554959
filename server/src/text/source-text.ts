/**
 * Text that a format reads, however it is stored. A plain string is one; a document of blocks is another.
 * Offsets are UTF-16 code units.
 */
export interface SourceText {
  readonly length: number;
  /** Not a number past the end. */
  charCodeAt(offset: number): number;
  /** -1 where there is none at or after `from`. */
  indexOf(needle: string, from?: number): number;
  slice(start: number, end?: number): string;
}
