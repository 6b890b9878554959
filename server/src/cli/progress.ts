/** How far the work is, on a terminal. What else is written must stand between `clear` and `step`. */
export interface Progress {
  step(): void;
  clear(): void;
}

const patienceMilliseconds = 1000;
const width = 24;
const eraseLine = "\r\u001b[K";

/** A bar once the work has taken a second; nothing where the stream is no terminal. */
export function progressOn(
  stream: { isTTY?: boolean; write(text: string): unknown },
  total: number,
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
      if (isShown) stream.write(`${eraseLine}${bar(done, total)}`);
    },
    clear() {
      if (isShown) stream.write(eraseLine);
      isShown = false;
    },
  };
}

function bar(done: number, total: number): string {
  const filled = Math.round((done / Math.max(total, 1)) * width);
  return `[${"#".repeat(filled)}${" ".repeat(width - filled)}] ${done} of ${total} files`;
}
