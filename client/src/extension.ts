import {
  commands,
  EventEmitter,
  languages,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type TextDocument,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { LanguageClient } from "vscode-languageclient/node";
import { clientOptions } from "./client-options.ts";
import { recognizeByContent } from "./language-by-content.ts";
import { checkedDocuments } from "./languages.ts";
import { provideLayouts } from "./layout.ts";
import { openLog } from "./log.ts";
import { checkOnNotification, ledgerMovedNotification } from "./protocol.ts";
import { provideRulePages } from "./rule-pages.ts";
import { createProcessClient } from "./server-process.ts";
import { showStatus } from "./status.ts";
import { provideThresholdReport } from "./threshold-report.ts";
import { showTooLarge } from "./too-large.ts";
import { tellWhatIsVisible } from "./visible.ts";

let client: LanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const log = openLog();
  const created = createProcessClient(context, clientOptions(log));
  client = created;
  // The client tells one listener alone of each notification.
  const ledgerMoved = new EventEmitter<void>();
  context.subscriptions.push(
    log,
    ledgerMoved,
    created.onNotification(ledgerMovedNotification, () => {
      ledgerMoved.fire();
    }),
    startWithFirstDocument(created),
    commands.registerCommand("therapyClaims.restartServer", () => created.restart()),
    commands.registerCommand("therapyClaims.showOutput", () => {
      log.show();
    }),
    commands.registerCommand("therapyClaims.checkWholeFile", () => checkWholeFile(created)),
    provideRulePages(created),
    ...provideLayouts(created),
    ...provideThresholdReport(created, ledgerMoved.event),
    ...tellWhatIsVisible(created),
    ...showStatus(created, ledgerMoved.event),
    ...showTooLarge(context.extension),
    ...recognizeByContent(created),
  );
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop() === true) await client.stop();
}

/** Goes on where the user stopped the checking of a large file. */
async function checkWholeFile(running: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !running.isRunning()) return;
  await running.sendNotification(checkOnNotification, { uri: running.code2ProtocolConverter.asUri(document.uri) });
}

/** Plain text activates the extension too, and needs no server unless it looks like claims. */
function startWithFirstDocument(started: BaseLanguageClient): Disposable {
  const startFor = (document: TextDocument): void => {
    if (languages.match(checkedDocuments(), document) === 0 || !started.needsStart()) return;
    // The client has logged a failed start, and the status item shows it.
    started.start().catch(() => undefined);
  };
  workspace.textDocuments.forEach(startFor);
  return workspace.onDidOpenTextDocument(startFor);
}
