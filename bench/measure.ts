import "../server/src/v8-flags.ts";
// What a child process measures: one thing, once.
import type { Answer, Question } from "./child.ts";
import { measureClaim } from "./measure/claim.ts";
import { measureFeatures } from "./measure/features.ts";
import { measureFolder } from "./measure/folder.ts";
import { measureKeystrokes } from "./measure/keystrokes.ts";
import { measureMemory } from "./measure/memory.ts";
import { measureReading } from "./measure/reading.ts";
import { measureSoak } from "./measure/soak.ts";
import { measurePeer } from "./peers/measure-peer.ts";
import { probePeer } from "./peers/probe-peer.ts";

const measurements = {
  claim: measureClaim,
  features: measureFeatures,
  folder: measureFolder,
  keystrokes: measureKeystrokes,
  memory: measureMemory,
  peer: measurePeer,
  probe: probePeer,
  reading: measureReading,
  soak: measureSoak,
};

export type Measurements = typeof measurements;

process.once("message", ({ name, input }: Question) => {
  void answerTo(measurements[name] as (input: unknown) => unknown, input).then((answer) => process.send?.(answer));
});

async function answerTo(measurement: (input: unknown) => unknown, input: unknown): Promise<Answer> {
  try {
    return { outcome: await measurement(input) };
  } catch (error) {
    return { error: String(error).split("\n")[0] ?? "" };
  }
}
