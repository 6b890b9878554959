/** How far the work is, on a terminal. What else is written must stand between `clear` and `step`. */
export interface Progress {
  step(): void;
  clear(): void;
}

const patienceMilliseconds = 1000;
const width = 24;
const eraseLine = "\r\u001b[K";

/** What is done with every file, one after the other: the files are gone through as often, and the bar is of all of it. */
export interface Work {
  readonly files: number;
  /** What a file is then: `counted`, `checked`. */
  readonly passes: readonly [string, ...string[]];
}

/** A bar once the work has taken a second; nothing where the stream is no terminal. */
export function progressOn(
  stream: { isTTY?: boolean; write(text: string): unknown },
  work: Work,
  now: () => number = () => performance.now(),
): Progress {
  if (stream.isTTY !== true) return { step: () => undefined, clear: () => undefined };
  const started = now();
  let done = 0;
  let isShown = false;
  return {
    step() {
      done += 1;
      isShown = now() - started > patienceMilliseconds;
      if (isShown) stream.write(`${eraseLine}${bar(done, work)}`);
    },
    clear() {
      if (isShown) stream.write(eraseLine);
      isShown = false;
    },
  };
}

function bar(done: number, { files, passes }: Work): string {
  const filled = Math.round((done / Math.max(files * passes.length, 1)) * width);
  const pass = Math.min(Math.floor((done - 1) / Math.max(files, 1)), passes.length - 1);
  const ofPass = done - pass * files;
  return `[${"#".repeat(filled)}${" ".repeat(Math.max(0, width - filled))}] ${ofPass} of ${files} files ${passes[pass] ?? ""}`;
}
