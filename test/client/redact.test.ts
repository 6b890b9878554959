import assert from "node:assert/strict";
import type { Message, ResponseMessage } from "vscode-languageclient";
import { redactErrorLine, redactMessage, redactResponse, redactTrace } from "../../client/src/redact.ts";

const person = "Rivera, Ana";

describe("the log of the client", () => {
  it("keeps of a traced message its kind, its name and its time", () => {
    const kept = {
      "Sending notification 'textDocument/didOpen'.": "Sending notification 'textDocument/didOpen'",
      "Sending request 'textDocument/hover - (3)'.": "Sending request 'textDocument/hover - (3)'",
      "Received response 'textDocument/hover - (3)' in 5ms.": "Received response 'textDocument/hover - (3)' in 5ms",
      "Sending response 'workspace/configuration - (1)'. Processing request took 2ms.":
        "Sending response 'workspace/configuration - (1)'. Processing request took 2ms",
    };
    for (const [message, expected] of Object.entries(kept)) {
      assert.equal(redactTrace(`${message}\nParams: {"text":"${person}"}`), expected);
    }
  });

  it("keeps of a traced error its code only", () => {
    const message = `Received response 'textDocument/hover - (3)' in 5ms. Request failed: no line "${person}" (-32603).`;
    assert.equal(redactTrace(message), "Received response 'textDocument/hover - (3)' in 5ms failed with -32603");
  });

  it("keeps nothing of a trace in another form", () => {
    assert.equal(redactTrace(`{"isLSPMessage":true,"message":"${person}"}`), "(withheld)");
    assert.equal(redactTrace(""), "(withheld)");
  });

  it("keeps of an error where it arose, not what it says", () => {
    const message = `Request textDocument/hover failed.\n  Message: no line ${person}\n  Code: -32603 \n    at read (server.cjs:1:20)`;
    assert.equal(
      redactMessage(message),
      "Request textDocument/hover failed.\n  Code: -32603 \n    at read (server.cjs:1:20)",
    );
    assert.equal(redactMessage(`Handler failed with message: ${person}`), "Handler failed with message (withheld)");
  });

  it("keeps what the server says in one line", () => {
    assert.equal(redactMessage("checked 3 claims in 12 ms"), "checked 3 claims in 12 ms");
  });

  it("keeps of what a dying server prints the error's class and the stack", () => {
    const printed = [
      `/server.cjs:12`,
      `throw new TypeError("${person}")`,
      `TypeError: ${person}`,
      `Error: ${person}`,
      "    at read (server.cjs:1:2)",
      "",
    ];
    assert.deepEqual(printed.map(redactErrorLine), [
      undefined,
      undefined,
      "TypeError",
      "Error",
      "    at read (server.cjs:1:2)",
      undefined,
    ]);
  });

  it("takes the text out of an error that the server answers, and leaves other messages as they are", () => {
    const error = { code: -32603, message: `no line ${person}`, data: person };
    const redacted = redactResponse({ jsonrpc: "2.0", id: 1, error } as Message);
    assert.deepEqual(redacted, { jsonrpc: "2.0", id: 1, error: { code: -32603, message: "The request failed." } });

    const result = { jsonrpc: "2.0", id: 1, result: { text: person } };
    assert.equal(redactResponse(result), result);
  });

  it("leaves what a cancelled request says about asking again", () => {
    const error = { code: -32802, message: "cancelled", data: { retriggerRequest: true } };
    const redacted = redactResponse({ jsonrpc: "2.0", id: 1, error } as Message) as ResponseMessage;
    assert.deepEqual(redacted.error?.data, { retriggerRequest: true });
  });
});
