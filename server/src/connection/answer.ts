import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { errorName, framesOf } from "./failure.ts";
import { type Steps, isSteps } from "../text/steps.ts";

/** After so long, messages that came in meanwhile are looked at: a cancellation is one of them. */
const sliceMilliseconds = 20;

/** Does a feature's work in slices. One that throws loses its own answer, which is `empty` then. */
export async function answer<Result>(
  name: string,
  work: () => Result | Steps<Result>,
  empty: Result,
  { token, connection }: { token: CancellationToken; connection: Connection },
): Promise<Result | ResponseError> {
  try {
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    const result = work();
    return isSteps(result) ? await inSlices(result, token) : result;
  } catch (error) {
    logFailure(connection, name, error);
    return empty;
  }
}

/** Logs that something failed, where, and with what kind of error; its message could hold text of a document. */
export function logFailure(connection: Connection, name: string, error: unknown): void {
  connection.console.error([`${name} failed (${errorName(error)})`, ...framesOf(error)].join("\n"));
}

/** Lets messages that wait be handled first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export function untilCancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else
      token.onCancellationRequested(() => {
        resolve();
      });
  });
}

/** The document that a request is about, if it says so: itself, or by what was given with the answer that it goes back to. */
export function uriOf(params: unknown): string | undefined {
  const { textDocument, data } = (params ?? {}) as { textDocument?: { uri?: unknown } | null; data?: unknown };
  if (textDocument === undefined && data !== undefined) return uriOf(data);
  return typeof textDocument?.uri === "string" ? textDocument.uri : undefined;
}

async function inSlices<Result>(steps: Steps<Result>, token: CancellationToken): Promise<Result | ResponseError> {
  let sliceEnd = performance.now() + sliceMilliseconds;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    sliceEnd = performance.now() + sliceMilliseconds;
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
