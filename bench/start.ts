import { spawn } from "node:child_process";
import { resolve } from "node:path";
import {
  DocumentDiagnosticRequest,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver-protocol/node";

const server = resolve(import.meta.dirname, "../dist/server.cjs");
const rowCount = 1000;

/** From the start of the server's process to its first answer with diagnostics. The median of five; needs `npm run build`. */
export async function measureStart(): Promise<{ lines: number; milliseconds: number }> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) times.push(await startOnce());
  return { lines: rowCount, milliseconds: times.sort((a, b) => a - b)[2] ?? 0 };
}

async function startOnce(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest("initialize", { processId: null, workspaceFolders: null, capabilities });
  await connection.sendNotification("initialized", {});
  const textDocument = { uri: "file:///bench.superbill", languageId: "superbill", version: 1, text: superbill() };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: textDocument.uri } });
  const milliseconds = performance.now() - started;
  connection.dispose();
  child.kill();
  return milliseconds;
}

/** Visits of four services each, every seventh row without its plan modifier: what an office has in a file of that length. */
function superbill(): string {
  const lines: string[] = [];
  for (let visit = 1; lines.length + linesOfVisit <= rowCount; visit++) {
    const row = (code: string, index: number): string =>
      `2026-03-12  ${code}  ${(visit * 4 + index) % 7 === 0 ? "  " : "GP"}      2`;
    lines.push(
      `SUPERBILL #${String(visit)}`,
      `Patient: Doe, Jane   Payer: Medicare Part B   Account: ${String(visit)}`,
      "Date        Code   Mods    Units",
      ...["97110", "97112", "97116", "97140"].map(row),
      "",
    );
  }
  return lines.join("\n");
}

const linesOfVisit = 8;
