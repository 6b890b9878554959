import type { Message } from "vscode-languageclient";

const traced =
  /^(?:Sending|Received) (?:request|response|notification) '[\w$/]+(?: - \(\d+\))?'(?: in \d+ms|\. Processing request took \d+ms)?/;
const traceErrorCode = /\((-?\d+)\)\.$/;
const stackFrame = /^ +at .*:\d+:\d+\)?$/;
const errorCode = /^ +Code: -?\d+ *$/;
const errorName = /^(?:Uncaught )?(?:[A-Z]\w*)?(?:Error|Exception)\b/;

/** The protocol's code for an answer that the server gave up, and that may ask to be requested again. */
const serverCancelled = -32802;

/**
 * What is kept of a message that the language client traces: which request or answer it was, how long it took and an error's
 * code. Its parameters and results hold the text of documents.
 */
export function redactTrace(message: string): string {
  const [firstLine = ""] = message.split("\n", 1);
  const kept = traced.exec(firstLine)?.[0];
  if (kept === undefined) return "(withheld)";
  const code = traceErrorCode.exec(firstLine)?.[1];
  return code === undefined ? kept : `${kept} failed with ${code}`;
}

/**
 * What is kept of anything else that is logged: its first line up to a quoted error message, then error codes and stack
 * frames. The text of an error may quote the document at which it arose.
 */
export function redactMessage(message: string): string {
  const [firstLine = "", ...others] = message.split(/\r?\n/);
  const kept = others.map(redactErrorLine).filter((line) => line !== undefined);
  return [firstLine.replace(/\bmessage: .*/, "message (withheld)"), ...kept].join("\n");
}

/** What is kept of a line that a dying server printed; undefined for a line of which nothing is. */
export function redactErrorLine(line: string): string | undefined {
  if (stackFrame.test(line) || errorCode.test(line)) return line;
  return errorName.exec(line)?.[0];
}

/** The same answer; but what is said of an error, which VS Code would log where it arrives, is left out. */
export function redactResponse(message: Message): Message {
  const { error } = message as { readonly error?: { readonly code: number; readonly data?: unknown } };
  if (error === undefined) return message;
  const { code, data } = error;
  const redacted = { code, message: "The request failed.", ...(code === serverCancelled && { data }) };
  return Object.assign({}, message, { error: redacted });
}
