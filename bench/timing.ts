import { readFileSync } from "node:fs";

/** The middle of the figures, the lower of two; 0 of none. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/** The least figure that so many percent of all do not exceed; 0 of none. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

/** How long something took, in milliseconds. */
export interface Elapsed {
  /** By the clock: what a user waits, and what other processes took of the machine meanwhile. */
  readonly milliseconds: number;
  /** What this process's threads ran for, the collector's among them. It is much the same on a busy machine. */
  readonly processor: number;
}

/** Begins to measure; what is given back tells how long it is since then. */
export function startClock(): () => Elapsed {
  const usage = process.cpuUsage();
  const began = performance.now();
  return () => {
    const milliseconds = performance.now() - began;
    const { user, system } = process.cpuUsage(usage);
    return { milliseconds, processor: (user + system) / 1000 };
  };
}

/** The times of work done again and again, in milliseconds. */
export interface Repeated {
  readonly first: number;
  readonly median: number;
  /** The median of what the processors ran for. */
  readonly processor: number;
  readonly runs: number;
}

const mostRuns = 5;
const mostMilliseconds = 10_000;

/** Does the work up to five times, but begins none after ten seconds. What a run left behind is collected before the next. */
export async function repeat(work: () => unknown): Promise<Repeated> {
  const times: Elapsed[] = [];
  const began = performance.now();
  while (times.length < mostRuns && (times.length === 0 || performance.now() - began < mostMilliseconds)) {
    collectGarbage();
    const elapsed = startClock();
    await work();
    times.push(elapsed());
  }
  const milliseconds = times.map((time) => time.milliseconds);
  return {
    first: milliseconds[0] ?? 0,
    median: median(milliseconds),
    processor: median(times.map(({ processor }) => processor)),
    runs: times.length,
  };
}

/** @throws where node was started without --expose-gc */
function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error("measured in a process without --expose-gc");
  globalThis.gc();
}

/** Bytes of the heap, and of buffers beside it, in use after collection. */
export function memoryInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * The most memory, in bytes, that a process held at once: this one, or, on Linux, another that still runs. Linux tells it of the
 * program alone; what getrusage tells may begin with what the process that started it held. Undefined where it can't be told.
 */
export function peakMemory(pid: number = process.pid): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return pid === process.pid ? process.resourceUsage().maxRSS * 1024 : undefined;
}
