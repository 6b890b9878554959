import { readFileSync } from "node:fs";
import { type Repeated, peakMemory, repeat } from "../timing.ts";
import { ours } from "./ours.ts";
import type { WayName } from "./peer.ts";
import { loadPeer } from "./peers.ts";

export interface PeerFigures extends Repeated {
  /** Bytes that the process held at its peak, over all runs. */
  readonly peak: number | undefined;
  /** How many things came out of it. */
  readonly things: number;
}

/** Reads a file with a peer, or with ourselves where none is named, after another file has warmed the code. */
export async function measurePeer(input: {
  readonly peer: WayName | undefined;
  readonly folder: string;
  readonly path: string;
  readonly warmingPath: string;
}): Promise<PeerFigures> {
  const peer = input.peer === undefined ? ours : await loadPeer(input.peer, input.folder);
  const warming = { text: readFileSync(input.warmingPath, "utf8"), path: input.warmingPath };
  for (let run = 0; run < 2; run++) await peer.read(warming);
  const source = { text: readFileSync(input.path, "utf8"), path: input.path };
  let things = 0;
  const repeated = await repeat(async () => {
    things = await peer.read(source);
  });
  return { ...repeated, things, peak: peakMemory() };
}
