/** Work that may be long, and may be left after any step: whoever runs it looks up between steps, and may give it up. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export function isSteps<Result>(result: Result | Steps<Result>): result is Steps<Result> {
  return typeof result === "object" && result !== null && "next" in result && typeof result.next === "function";
}
