import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  type ErrorHandler,
  type LanguageClientOptions,
  type Message,
} from "vscode-languageclient";
import { checkedDocuments } from "./languages.ts";
import type { InitializationOptions } from "./protocol.ts";
import { redactResponse } from "./redact.ts";

const restartsAllowed = 4;
const restartPeriodMilliseconds = 3 * 60 * 1000;

/** What holds for the language client wherever its server runs. */
export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { rulePages: true, thresholdReport: true };
  return {
    documentSelector: checkedDocuments(),
    initializationOptions,
    diagnosticPullOptions: { onChange: true },
    markdown: { isTrusted: false, supportHtml: false },
    outputChannel: log,
    connectionOptions: { messageStrategy: { handleMessage: redactErrors } },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: restartingErrorHandler(),
  };
}

function redactErrors(message: Message, next: (message: Message) => void): void {
  next(redactResponse(message));
}

/** Starts the server again when it ended, unless it does nothing but end. The status item says so; nothing pops up. */
function restartingErrorHandler(): ErrorHandler {
  let ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < restartPeriodMilliseconds), now];
      const action = ends.length > restartsAllowed ? CloseAction.DoNotRestart : CloseAction.Restart;
      return { action, handled: true };
    },
  };
}
