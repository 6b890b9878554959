import type { Section } from "./section.ts";
import { folder } from "./sections/folder.ts";
import { keystrokes } from "./sections/keystrokes.ts";
import { memory, soak } from "./sections/memory.ts";
import { peerAbilities, peerTimes } from "./sections/peers.ts";
import { commandLine, features, oneClaim, server, start } from "./sections/product.ts";
import { checking, finding, reading } from "./sections/reading.ts";

/** The page, in its order. */
export const sections: readonly Section[] = [
  keystrokes,
  finding,
  reading,
  checking,
  peerTimes,
  peerAbilities,
  memory,
  soak,
  folder,
  start,
  features,
  oneClaim,
  server,
  commandLine,
];
