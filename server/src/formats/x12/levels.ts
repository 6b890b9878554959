/** An envelope, by the segments that open and close it. */
export interface Level {
  readonly opening: string;
  readonly closing: string;
  readonly name: string;
  /** What the closing segment counts. */
  readonly content: string;
}

/** The outermost first. */
export const levels: readonly Level[] = [
  { opening: "ISA", closing: "IEA", name: "interchange", content: "group" },
  { opening: "GS", closing: "GE", name: "group", content: "transaction" },
  { opening: "ST", closing: "SE", name: "transaction", content: "segment" },
];

export const transactionLevel = 2;
