import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type InitializeResult, createProtocolConnection } from "vscode-languageserver-protocol/node";
import { buildCommand, bundle } from "./command.ts";

describe("lsp --stdio", () => {
  before(buildCommand);

  it("is the language server, and ends with its client", async () => {
    const child = spawn(process.execPath, [bundle, "lsp", "--stdio"]);
    const connection = createProtocolConnection(child.stdout, child.stdin);
    connection.listen();
    const ended = once(child, "exit");
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { capabilities } = await connection.sendRequest<InitializeResult>("initialize", params);
    assert.equal(capabilities.hoverProvider, true);
    await connection.sendNotification("initialized", {});
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    assert.deepEqual(await ended, [0, null]);
    connection.dispose();
  });
});
