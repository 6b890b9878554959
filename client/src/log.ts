import { window, type LogOutputChannel } from "vscode";
import { redactMessage, redactTrace } from "./redact.ts";

/** VS Code writes output channels to disk, so nothing of a document may reach this one, whatever the log level. */
export function openLog(): LogOutputChannel {
  const channel = window.createOutputChannel("Therapy Claims", { log: true });
  const redacting = {
    trace: (message: string) => {
      channel.trace(redactTrace(message));
    },
    debug: (message: string) => {
      channel.debug(redactMessage(message));
    },
    info: (message: string) => {
      channel.info(redactMessage(message));
    },
    warn: (message: string) => {
      channel.warn(redactMessage(message));
    },
    error: (error: string | Error) => {
      channel.error(typeof error === "string" ? redactMessage(error) : error.name);
    },
    append: (text: string) => {
      channel.append(redactMessage(text));
    },
    appendLine: (text: string) => {
      channel.appendLine(redactMessage(text));
    },
    replace: (text: string) => {
      channel.replace(redactMessage(text));
    },
  } satisfies Partial<LogOutputChannel>;
  // Whatever else a channel can do, this one does as well.
  return Object.create(channel, Object.getOwnPropertyDescriptors(redacting)) as LogOutputChannel;
}
