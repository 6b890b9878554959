import { x12Format } from "../server/src/formats/x12/x12.ts";
import { defaultSettings } from "../server/src/lint/environment.ts";
import { openSnapshot } from "../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../server/src/lint/snapshot.ts";
import { Document } from "../server/src/text/document.ts";
import { synthesize837 } from "./synthetic-837.ts";

export interface SizeFigures {
  readonly megabytes: number;
  readonly claims: number;
  readonly findings: number;
  readonly readMilliseconds: number;
  readonly checkMilliseconds: number;
  /** Heap in use after reading and checking, collected where node runs with --expose-gc, over the text's characters. */
  readonly heapRatio: number;
  readonly keystroke: { readonly median: number; readonly p95: number };
}

const environment = { settings: defaultSettings, today: "2026-11-01" } as const;
const keystrokes = 60;

/** Reads, checks and edits a synthetic file. The reading alone is the best of three, the first having warmed the code. */
export function measureSize(megabytes: number): SizeFigures {
  const text = synthesize837({ megabytes, seed: 42, lineEnd: "\n" });
  const document = Document.create("bench:synthetic.837", "x12", 0, text);
  const readMilliseconds = Math.min(...[1, 2, 3].map(() => timed(() => x12Format.read(document.text)).milliseconds));
  const heapBefore = heapInUse();
  const checked = timed(() => openSnapshot(document, x12Format, environment));
  const heapRatio = (heapInUse() - heapBefore) / text.length;
  return {
    megabytes,
    claims: checked.value.claims.length,
    findings: checked.value.findings.length,
    readMilliseconds,
    checkMilliseconds: checked.milliseconds,
    heapRatio,
    keystroke: measureKeystrokes(checked.value),
  };
}

/** Types a character into service lines all over the file and takes it back, each time until the findings are ready. */
function measureKeystrokes(opened: Snapshot): { median: number; p95: number } {
  const times: number[] = [];
  let snapshot = opened;
  const { lineCount } = opened.document;
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    const line = serviceLineNear(snapshot, Math.floor(((stroke >> 1) / (keystrokes / 2)) * lineCount));
    const isTyping = stroke % 2 === 0;
    const end = { line, character: isTyping ? 12 : 13 };
    const change = { range: { start: { line, character: 12 }, end }, text: isTyping ? "7" : "" };
    const stroked = timed(() => snapshot.after(snapshot.document.edited([change], stroke + 1)));
    times.push(stroked.milliseconds);
    snapshot = stroked.value;
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

function serviceLineNear(snapshot: Snapshot, from: number): number {
  const { document } = snapshot;
  for (let line = from; line < document.lineCount; line++) {
    const range = { start: { line, character: 0 }, end: { line, character: 4 } };
    if (document.getText(range) === "SV1*") return line;
  }
  return 0;
}

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start };
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
