import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  DocumentDiagnosticRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
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
  /** From the notification that the file was opened to the answer with its diagnostics. */
  readonly open: number;
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
  await open(server, file, text);
  const opened = performance.now() - began;
  const times = await type(server, TextDocument.create(uri, file.language, 1, text));
  const peak = peakMemory(server.process.pid);
  end(server);
  return { open: opened, strokes: times.length, median: median(times), p95: percentile(times, 95), peak };
}

async function type({ connection }: Server, document: TextDocument): Promise<readonly number[]> {
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
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: stroke + 2 },
      contentChanges,
    });
    await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    times.push(performance.now() - sent);
  }
  return times;
}

interface Server {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
}

async function start(): Promise<Server> {
  const child = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest("initialize", { processId: null, workspaceFolders: null, capabilities });
  await connection.sendNotification("initialized", {});
  return { process: child, connection };
}

async function open({ connection }: Server, { language }: TextFile, text: string): Promise<void> {
  const textDocument = { uri, languageId: language, version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
}

function end({ process, connection }: Server): void {
  connection.dispose();
  process.kill();
}
