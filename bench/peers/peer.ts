/** A text to read, in memory and in a file: streams are given the file. */
export interface Source {
  readonly text: string;
  readonly path: string;
}

/** What a reader tells of a small 837P. */
export interface Told {
  /** The procedure codes of the service lines, in order; undefined where it hands on no values. */
  readonly codes: readonly string[] | undefined;
  /** Where it says that the first service's code stands: the smallest thing around it whose place it tells. */
  readonly place: { readonly start: number; readonly end: number } | undefined;
  /** How many service lines each claim has; undefined where it makes no claims of the segments. */
  readonly linesOfClaims: readonly number[] | undefined;
  /** What it says is wrong. */
  readonly complaints: readonly string[];
}

/** A reader of X12, used as its own documentation shows. */
export interface Peer {
  /** Reads all of it; answers with how many segments, claims or other things came out. */
  read(source: Source): Promise<number> | number;
  tell(source: Source): Promise<Told> | Told;
}

/** How a peer is used, as the page names it. */
export interface Way {
  readonly name: string;
  /** The npm package. */
  readonly package: string;
  readonly version: string;
  /** What of it is called. */
  readonly use: string;
}

export const ways = [
  { name: "@stedi/x12-tools", package: "@stedi/x12-tools", version: "1.12.0", use: "`metadata`: envelopes only" },
  { name: "x12-parser", package: "x12-parser", version: "1.3.0", use: "file stream into segments" },
  { name: "x12-parser, grouped", package: "x12-parser", version: "1.3.0", use: "the same, and a group a claim" },
  { name: "node-x12-edi", package: "node-x12-edi", version: "1.0.15", use: "`generateSegments`, loops mapped" },
  { name: "node-x12", package: "node-x12", version: "1.7.1", use: "`parse` into objects" },
  { name: "node-x12, stream", package: "node-x12", version: "1.7.1", use: "file stream into segments" },
] as const satisfies readonly Way[];

export type WayName = (typeof ways)[number]["name"];
