const framesTold = 5;

/** What may be said of an error: its message could hold text of a document. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : "unknown error";
}

/** Where an error arose, by file name: the folders of a machine are nobody's business. */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frames.slice(0, framesTold).map((frame) => frame.replace(/(\(|at )[^()]*[/\\]/, "$1"));
}
