import "./v8-flags.ts";
import { isMainThread } from "node:worker_threads";
import { readAuditOptions } from "./cli/audit-options.ts";
import { check } from "./cli/check.ts";
import { readCheckOptions } from "./cli/check-options.ts";
import { writeChecklist } from "./cli/checklist.ts";
import { readChecklistOptions } from "./cli/checklist-options.ts";
import { explain } from "./cli/explain.ts";
import { format } from "./cli/format.ts";
import { readFormatOptions } from "./cli/format-options.ts";
import { writeLedger } from "./cli/ledger.ts";
import { readLedgerOptions } from "./cli/ledger-options.ts";
import { paintFor } from "./cli/paint.ts";
import { UsageError, usage } from "./cli/usage.ts";
import { workForParent } from "./cli/workers.ts";
import { findInstallation } from "./connection/installation.ts";

const couldNotBeHandled = 2;

for (const stream of [process.stdout, process.stderr]) stream.on("error", stopWriting);

if (isMainThread) {
  run(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      process.stderr.write(`therapy-claims: ${messageOf(error)}\n`);
      process.exitCode = couldNotBeHandled;
    },
  );
} else {
  workForParent();
}

/** Runs one command; answers with the exit status. The language server answers with none: it ends with its connection. */
async function run([command, ...args]: readonly string[]): Promise<number | undefined> {
  if (command === undefined) {
    process.stderr.write(usage);
    return couldNotBeHandled;
  }
  if ([command, ...args].some((argument) => argument === "--help" || argument === "-h")) return print(usage);
  switch (command) {
    case "check":
      return check(readCheckOptions(args, findInstallation().today()), process);
    case "audit":
      return check(readAuditOptions(args, findInstallation().today()), process);
    case "checklist":
      return writeChecklist(readChecklistOptions(args, findInstallation().today()), process);
    case "ledger":
      return writeLedger(readLedgerOptions(args, findInstallation().today()), process);
    case "format":
      return format(readFormatOptions(args), process);
    case "explain":
      return print(explain(args, paintFor(process.stdout, process.env)));
    case "lsp":
      if (args.join(" ") !== "--stdio") throw new UsageError("lsp takes --stdio and nothing else");
      await import("./main.ts");
      return undefined;
    case "--version":
      return print(`${findInstallation().version}\n`);
    default:
      throw new UsageError(`no command is called '${command}'; 'therapy-claims --help' lists them`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** An error that nobody expected is told by its class and place: its message could hold text of a claim. */
function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error)) return "an error of its own";
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`an error of its own: ${error.name}`, ...places].join("\n");
}

/** A reader that goes away (`| head`) ends the program quietly; a full disk does not. */
function stopWriting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") process.stderr.write(`therapy-claims: can't write (${error.code ?? error.name})\n`);
  process.exit(couldNotBeHandled);
}
