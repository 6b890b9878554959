import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  CancellationTokenSource,
  DocumentSymbolRequest,
  ErrorCodes,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver-protocol/node";
import { messageOf } from "../features/shown.ts";
import { serverBundle } from "./bundle.ts";
import { Editor, endServers } from "./editor.ts";

const uri = "file:///office/march.superbill";
const text = "Payer: Medicare Part B\nDOS: 2026-03-12\n97161 x1\n";

async function errorOf(request: Promise<unknown>): Promise<ResponseError> {
  const error = await request.then(
    () => assert.fail("the request is answered"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ResponseError);
  return error;
}

describe("the language server goes on", () => {
  afterEach(endServers);

  it("after a request that is cancelled", async () => {
    const editor = await Editor.start();
    await editor.open(uri, `SUPERBILL #1\n${text}`.repeat(2000));
    const source = new CancellationTokenSource();
    const symbols = editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }, source.token);
    source.cancel();
    assert.equal((await errorOf(symbols)).code, LSPErrorCodes.RequestCancelled);
    assert.equal((await editor.pull(uri)).kind, "full");
  });

  it("after requests that make no sense", async () => {
    const editor = await Editor.start();
    await editor.open(uri, text);
    const { connection } = editor;
    assert.equal(
      (await errorOf(connection.sendRequest("textDocument/noSuchThing", {}))).code,
      ErrorCodes.MethodNotFound,
    );
    assert.equal((await errorOf(connection.sendRequest(HoverRequest.method, {}))).code, ErrorCodes.InvalidParams);
    const nowhere = { textDocument: { uri }, position: "nowhere" };
    assert.equal(await connection.sendRequest(HoverRequest.method, nowhere), null);
    const beyond = { textDocument: { uri }, position: { line: 1e9, character: 1e9 } };
    assert.equal(await connection.sendRequest(HoverRequest.method, beyond), null);
    assert.equal(
      await connection.sendRequest(HoverRequest.method, { textDocument: { uri: "file:///elsewhere" } }),
      null,
    );
    assert.notDeepEqual(await editor.diagnostics(uri), []);
  });

  it("after a change of a document that it does not have", async () => {
    const editor = await Editor.start();
    await editor.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: "file:///elsewhere", version: 2 },
      contentChanges: [{ text: "" }],
    });
    await editor.open(uri, text);
    assert.notDeepEqual(await editor.diagnostics(uri), []);
  });

  it("and sends the gravest of many findings, and how many there are beside", async () => {
    const editor = await Editor.start();
    await editor.open(uri, `SUPERBILL #1\n${text}YTD PT/SLP:\n`.repeat(1100));
    const found = await editor.diagnostics(uri);
    assert.equal(found.length, 1000);
    assert.ok(found.slice(0, -1).every(({ severity }) => severity === 1));
    assert.match(messageOf(found.at(-1)), /^\d+ more findings are not shown$/);
  });
});

describe("the language server ends", () => {
  afterEach(endServers);

  it("with 0 after a shutdown, else with 1", async () => {
    const editor = await Editor.start();
    assert.equal(await editor.stop(), 0);
    const rude = await Editor.start();
    await rude.connection.sendNotification("exit");
    assert.equal(await rude.exited, 1);
  });

  it("when the client goes away without a word", async () => {
    const editor = await Editor.start();
    editor.process.stdin?.end();
    assert.equal(await editor.exited, 1);
    const forked = await Editor.start({ transport: "ipc" });
    forked.process.disconnect();
    assert.equal(await forked.exited, 1);
  });

  it("at once, with a word of advice, where it has nobody to talk to", () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [serverBundle()], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, /--stdio/);
    assert.equal(stdout, "");
  });
});
