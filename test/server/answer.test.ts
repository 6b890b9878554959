import assert from "node:assert/strict";
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { answer, uriOf } from "../../server/src/connection/answer.ts";
import type { Steps } from "../../server/src/text/steps.ts";

/** A connection of which only the log is used. */
function loggingConnection(): { connection: Connection; log: string[] } {
  const log: string[] = [];
  const connection = { console: { error: (message: string) => log.push(message) } } as unknown as Connection;
  return { connection, log };
}

const never: CancellationToken = new CancellationTokenSource().token;

function* endless(): Steps<string> {
  for (;;) yield;
}

describe("how a request is answered", () => {
  it("with what the work gives, at once or in steps", async () => {
    const { connection } = loggingConnection();
    const inSteps = function* (): Steps<string> {
      yield;
      return "done";
    };
    assert.equal(await answer("work", () => "done", "", { token: never, connection }), "done");
    assert.equal(await answer("work", inSteps, "", { token: never, connection }), "done");
  });

  it("with a cancellation that comes while the work goes on", async () => {
    const { connection } = loggingConnection();
    const source = new CancellationTokenSource();
    const answered = answer("work", endless, "", { token: source.token, connection });
    setImmediate(() => {
      source.cancel();
    });
    const outcome = await answered;
    assert.ok(outcome instanceof ResponseError);
    assert.equal(outcome.code, LSPErrorCodes.RequestCancelled);
  });

  it("without doing what was cancelled before it began", async () => {
    const { connection } = loggingConnection();
    const source = new CancellationTokenSource();
    source.cancel();
    let isBegun = false;
    const work = (): string => {
      isBegun = true;
      return "done";
    };
    assert.ok((await answer("work", work, "", { token: source.token, connection })) instanceof ResponseError);
    assert.equal(isBegun, false);
  });

  it("with nothing where the work throws, and the log holds the kind of error and not its message", async () => {
    const { connection, log } = loggingConnection();
    const failing = (): string => {
      throw new TypeError("Rivera, Ana is not a function");
    };
    assert.equal(await answer("hover", failing, "", { token: never, connection }), "");
    assert.match(log.join("\n"), /^hover failed \(TypeError\)\n\s+at .*answer\.test\.ts:\d+:\d+\)?$/m);
    assert.doesNotMatch(log.join("\n"), /Rivera|[/\\]/);
  });
});

describe("the document that a request names", () => {
  it("is there only where it is named by an address", () => {
    assert.equal(uriOf({ textDocument: { uri: "file:///a" } }), "file:///a");
    for (const params of [
      undefined,
      null,
      7,
      {},
      { textDocument: null },
      { textDocument: {} },
      { textDocument: { uri: 7 } },
    ]) {
      assert.equal(uriOf(params), undefined);
    }
  });
});
