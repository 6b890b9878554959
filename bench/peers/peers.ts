import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Peer, type Source, type Told, type WayName, ways } from "./peer.ts";

/** The peer, loaded from the folder that it is installed in. */
export async function loadPeer(name: WayName, folder: string): Promise<Peer> {
  const require = createRequire(join(folder, "package.json"));
  const { package: packageName } = ways.find((way) => way.name === name) ?? ways[0];
  const namespace = (await import(pathToFileURL(require.resolve(packageName)).href)) as object;
  // What a CommonJS module exports stands under `default`.
  const loaded: unknown = "default" in namespace ? namespace.default : namespace;
  switch (name) {
    case "@stedi/x12-tools":
      return stedi(loaded as StediTools);
    case "x12-parser":
    case "x12-parser, grouped":
      return x12Parser(loaded as X12Parser, name !== "x12-parser");
    case "node-x12-edi":
      return nodeX12Edi(loaded as NodeX12Edi);
    case "node-x12":
      return nodeX12Parse(loaded as NodeX12);
    case "node-x12, stream":
      return nodeX12Stream(loaded as NodeX12);
  }
}

interface StediTools {
  metadata(text: string): {
    interchanges: { functionalGroups: { transactionSets: { span: { start: number; end: number } }[] }[] }[];
  };
}

function stedi(tools: StediTools): Peer {
  const transactions = (text: string) =>
    tools.metadata(text).interchanges.flatMap((one) => one.functionalGroups.flatMap((group) => group.transactionSets));
  return {
    read: ({ text }) => transactions(text).length,
    tell: ({ text }) => ({
      codes: undefined,
      place: transactions(text)[0]?.span,
      linesOfClaims: undefined,
      complaints: [],
    }),
  };
}

interface X12Parser {
  X12parser: new () => NodeJS.ReadWriteStream;
  X12grouper: new (schema: unknown) => NodeJS.ReadWriteStream;
  Schema: new (version: string, layout: unknown) => unknown;
}

type ParsedSegment = Readonly<Record<string, string>>;
interface ParsedGroup {
  readonly name: string;
  readonly isGroup?: boolean;
  readonly data: readonly (ParsedSegment | ParsedGroup)[];
}

/** As its documentation says: a stream of segments, or of groups by a schema that the user writes. */
function x12Parser({ X12parser, X12grouper, Schema }: X12Parser, isGrouped: boolean): Peer {
  const schema = {
    start: "CLM",
    terminators: ["HL", "SE"],
    name: "claim",
    groups: [{ start: "LX", name: "service line" }],
  };
  const streams = () => [new X12parser(), ...(isGrouped ? [new X12grouper(new Schema("005010X222A1", schema))] : [])];
  return {
    read: (source) => drain(source, streams()),
    async tell(source) {
      const found: (ParsedSegment | ParsedGroup)[] = [];
      await drain(source, streams(), (data) => found.push(data as ParsedSegment | ParsedGroup));
      const groups = found.filter((one): one is ParsedGroup => "isGroup" in one);
      const segments = isGrouped ? groups.flatMap(segmentsOf) : (found as ParsedSegment[]);
      return {
        codes: segments.filter(({ name }) => name === "SV1").map((segment) => segment["1-1"] ?? ""),
        place: undefined,
        linesOfClaims: isGrouped
          ? groups.map((group) => group.data.filter((one) => "isGroup" in one).length)
          : undefined,
        complaints: [],
      };
    },
  };
}

function segmentsOf(group: ParsedGroup): ParsedSegment[] {
  return group.data.flatMap((one) => ("isGroup" in one ? segmentsOf(one as ParsedGroup) : [one as ParsedSegment]));
}

interface NodeX12Edi {
  Transaction: new () => {
    generateSegments(text: string, terminator: string, separator: string): void;
    addLoop(loop: unknown): void;
    runLoops(): void;
    mapSegments(map: unknown): { lines: { code?: string }[] };
    getSegments(): unknown[];
  };
  Loop: new () => { setPosition(position: number): void; addSegmentIdentifiers(names: readonly string[]): void };
}

/** Its terminator is a line end unless it is told. A loop takes one segment of each name, so that only service lines can be mapped. */
function nodeX12Edi({ Transaction, Loop }: NodeX12Edi): Peer {
  const field = (segmentIdentifier: string, valuePosition: number) => ({
    _type: "FieldMap",
    segmentIdentifier,
    valuePosition,
  });
  const values = { code: field("SV1", 0), charge: field("SV1", 1), units: field("SV1", 3), date: field("DTP", 2) };
  const read = (text: string) => {
    const transaction = new Transaction();
    transaction.generateSegments(text, "~", "*");
    const loop = new Loop();
    loop.setPosition(0);
    loop.addSegmentIdentifiers(["LX", "SV1", "DTP"]);
    transaction.addLoop(loop);
    transaction.runLoops();
    return { transaction, ...transaction.mapSegments({ lines: { _type: "LoopMap", position: 0, values } }) };
  };
  return {
    read: ({ text }) => read(text).lines.length,
    tell: ({ text }) => ({
      codes: read(text).lines.map(({ code = "" }) => code.split(":")[1] ?? ""),
      place: undefined,
      linesOfClaims: undefined,
      complaints: [],
    }),
  };
}

interface NodeX12 {
  X12Parser: new (strict: boolean) => NodeJS.ReadWriteStream & {
    parse(text: string): NodeX12Interchange;
    readonly diagnostics: readonly { readonly message: string }[];
  };
}

interface NodeX12Interchange {
  readonly functionalGroups: readonly { readonly transactions: readonly { readonly segments: NodeX12Segment[] }[] }[];
}

interface NodeX12Segment {
  readonly tag: string;
  readonly elements: readonly {
    readonly value: string;
    readonly range: { start: NodeX12Position; end: NodeX12Position };
  }[];
}

interface NodeX12Position {
  readonly line: number;
  readonly character: number;
}

function nodeX12Parse({ X12Parser }: NodeX12): Peer {
  const segmentsIn = (interchange: NodeX12Interchange) =>
    interchange.functionalGroups.flatMap((group) => group.transactions.flatMap(({ segments }) => segments));
  return {
    read: ({ text }) => segmentsIn(new X12Parser(false).parse(text)).length,
    tell({ text }) {
      // Not strict: a strict one throws at the first thing that is wrong.
      const parser = new X12Parser(false);
      return toldBy(segmentsIn(parser.parse(text)), text, parser.diagnostics);
    },
  };
}

function nodeX12Stream({ X12Parser }: NodeX12): Peer {
  return {
    read: (source) => drain(source, [new X12Parser(false)]),
    async tell(source) {
      const parser = new X12Parser(false);
      const segments: NodeX12Segment[] = [];
      await drain(source, [parser], (segment) => segments.push(segment as NodeX12Segment));
      return toldBy(segments, source.text, parser.diagnostics);
    },
  };
}

function toldBy(
  segments: readonly NodeX12Segment[],
  text: string,
  diagnostics: readonly { readonly message: string }[],
): Told {
  const services = segments.filter(({ tag }) => tag === "SV1");
  const range = services[0]?.elements[0]?.range;
  const offsetOf = ({ line, character }: NodeX12Position) =>
    text.split("\n", line).reduce((offset, { length }) => offset + length + 1, character);
  return {
    codes: services.map(({ elements }) => elements[0]?.value.split(":")[1] ?? ""),
    place: range && { start: offsetOf(range.start), end: offsetOf(range.end) },
    linesOfClaims: undefined,
    complaints: diagnostics.map(({ message }) => message),
  };
}

/** Sends the file through the streams; answers with how many things came out. */
function drain(
  { path }: Source,
  streams: readonly NodeJS.ReadWriteStream[],
  take: (data: unknown) => void = () => undefined,
): Promise<number> {
  return new Promise((settle, reject) => {
    let count = 0;
    const file: NodeJS.ReadableStream = createReadStream(path);
    const last = [file, ...streams].reduce((from, to) => {
      from.on("error", reject);
      return from.pipe(to as NodeJS.ReadWriteStream);
    });
    last.on("error", reject);
    last.on("data", (data: unknown) => {
      count++;
      take(data);
    });
    last.on("end", () => {
      settle(count);
    });
  });
}
