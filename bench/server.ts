import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { asVsCodeStartsIt } from "./child.ts";
import type { TextFile } from "./measure/opened.ts";
import { median, peakMemory, percentile } from "./timing.ts";

const bundle = resolve(import.meta.dirname, "../dist/server.cjs");
const uri = "file:///bench";

/** From the start of the server's process to its first answer with diagnostics, in milliseconds. */
export async function measureStart(file: TextFile): Promise<number> {
  const text = readFileSync(file.path, "utf8");
  const began = performance.now();
  const server = await start();
  await open(server, file, text);
  const milliseconds = performance.now() - began;
  end(server);
  return milliseconds;
}

export interface ServerFigures {
  /** From the notification that the file was opened to the first answer, in which of a large file some is not checked yet. */
  readonly first: number;
  /** To the answer with the diagnostics of all of it. */
  readonly whole: number;
  readonly strokes: number;
  /** From a change to the answer with the diagnostics after it, all of them written and read as JSON. */
  readonly median: number;
  readonly p95: number;
  readonly peak: number | undefined;
}

const strokes = 40;
const mostMilliseconds = 30_000;

/** Opens a file in the server as an editor does, and types into it. The editor's side of the pipe runs in this process. */
export async function measureServer(file: TextFile): Promise<ServerFigures> {
  const text = readFileSync(file.path, "utf8");
  const server = await start();
  const began = performance.now();
  let isWhole = await open(server, file, text);
  const first = performance.now() - began;
  while (!isWhole) {
    await server.refreshed();
    isWhole = await pull(server);
  }
  const whole = performance.now() - began;
  const times = await type(server, TextDocument.create(uri, file.language, 1, text));
  const peak = peakMemory(server.process.pid);
  end(server);
  return { first, whole, strokes: times.length, median: median(times), p95: percentile(times, 95), peak };
}

async function type(server: Server, document: TextDocument): Promise<readonly number[]> {
  const text = document.getText();
  const times: number[] = [];
  const began = performance.now();
  for (let stroke = 0; stroke < strokes && performance.now() - began < mostMilliseconds; stroke++) {
    const isTyping = stroke % 2 === 0;
    const near = Math.floor((((stroke >> 1) * 7) % 20) * (text.length / 20));
    const service = text.indexOf("SV1*", near) + "SV1*HC:9".length;
    const start = document.positionAt(service);
    const range = { start, end: isTyping ? start : { ...start, character: start.character + 1 } };
    const contentChanges = [{ range, text: isTyping ? "7" : "" }];
    const sent = performance.now();
    await server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: stroke + 2 },
      contentChanges,
    });
    await pull(server);
    times.push(performance.now() - sent);
  }
  return times;
}

interface Server {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** When the server has asked, since this was waited for last, that its diagnostics be asked for again. */
  refreshed(): Promise<void>;
}

async function start(): Promise<Server> {
  const child = spawn(process.execPath, [...asVsCodeStartsIt, bundle, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const refreshed = countRefreshes(connection);
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  await connection.sendRequest("initialize", { processId: null, workspaceFolders: null, capabilities });
  await connection.sendNotification("initialized", {});
  return { process: child, connection, refreshed };
}

function countRefreshes(connection: ProtocolConnection): () => Promise<void> {
  let isAsked = false;
  let wake = (): void => undefined;
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    isAsked = true;
    wake();
  });
  return async () => {
    if (!isAsked) await new Promise<void>((resolve) => (wake = resolve));
    isAsked = false;
  };
}

function open(server: Server, { language }: TextFile, text: string): Promise<boolean> {
  const textDocument = { uri, languageId: language, version: 1, text };
  void server.connection.sendNotification("textDocument/didOpen", { textDocument });
  return pull(server);
}

/** Asks for the diagnostics; tells whether they are those of the whole document. */
async function pull({ connection }: Server): Promise<boolean> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === "full" && report.items.every(({ code }) => code !== "not-checked-yet");
}

function end({ process, connection }: Server): void {
  connection.dispose();
  process.kill();
}
