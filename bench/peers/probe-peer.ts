import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ours } from "./ours.ts";
import type { Told, WayName } from "./peer.ts";
import { loadPeer } from "./peers.ts";

/** Gives a small text to a peer, or to ourselves, in a process of its own: some end it. */
export async function probePeer(input: {
  readonly peer: WayName | undefined;
  readonly folder: string;
  readonly text: string;
}): Promise<Told> {
  const peer = input.peer === undefined ? ours : await loadPeer(input.peer, input.folder);
  const folder = mkdtempSync(join(tmpdir(), "therapy-claims-probe-"));
  try {
    const path = join(folder, "text.837");
    writeFileSync(path, input.text);
    return await peer.tell({ text: input.text, path });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
