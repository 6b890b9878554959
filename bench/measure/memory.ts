import { readFileSync, statSync } from "node:fs";
import { growSlowlyFor } from "../../server/src/connection/memory.ts";
import { decode } from "../../server/src/files/decode.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { memoryInUse, peakMemory } from "../timing.ts";
import { type TextFile, environment, formatFor } from "./opened.ts";

export interface MemoryFigures {
  /** All in bytes. */
  readonly file: number;
  /** Before the file was opened: Node, the tables and the rules. */
  readonly before: number | undefined;
  readonly peak: number | undefined;
  /** In use after collection, while the checked document is held. */
  readonly held: number;
}

/** What one process that opens and checks one file takes. */
export function measureMemory(file: TextFile): MemoryFigures {
  const before = peakMemory();
  const document = read(file);
  const snapshot = openSnapshot(document, formatFor(file), environment);
  const peak = peakMemory();
  const held = memoryInUse();
  if (snapshot.findings.length === 0) throw new Error("the file of the benchmark has findings");
  return { file: statSync(file.path).size, before, peak, held };
}

/** As the server opens it. By itself: what was read of the file is not held while it is checked. */
function read({ path, language }: TextFile): Document {
  const text = decode(readFileSync(path))?.text ?? "";
  growSlowlyFor(text);
  return Document.create("bench:file", language, 0, text);
}
