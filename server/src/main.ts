import "./v8-flags.ts";
import process from "node:process";
import { IPCMessageReader, IPCMessageWriter, createConnection } from "vscode-languageserver/node";
import { serve } from "./connection/server.ts";

if (process.argv.includes("--stdio")) serve(createConnection(process.stdin, process.stdout));
else if (process.send !== undefined) {
  process.on("disconnect", () => process.exit(1));
  serve(createConnection(new IPCMessageReader(process), new IPCMessageWriter(process)));
} else {
  process.stderr.write("The language server speaks over --stdio, or over the channel of the process that forks it.\n");
  process.exitCode = 2;
}
