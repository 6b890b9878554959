import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { answer, logFailure, nextTurn, untilCancelled, uriOf } from "./answer.ts";
import type { Conversation } from "./conversation.ts";
import type { Checked } from "./document-state.ts";
import { errorName } from "./failure.ts";
import { diagnostics, notChecked, notCheckedYet, windowShown } from "../features/diagnostics.ts";
import { encodePositions } from "./position-encoding.ts";
import { soon } from "./soon.ts";

/** Gives diagnostics to the client: when it asks, or, to one that does not ask, after each change. */
export class DiagnosticReporter {
  readonly #conversation: Conversation;
  /** Documents whose diagnostics are about to be sent. */
  readonly #sending = new Set<string>();
  #hasReported = false;
  /** The windows that were looked at last. */
  readonly #windows = new Map<string, number | undefined>();

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
  }

  begin(): void {
    const { connection, agreement, session, background, refresher } = this.#conversation;
    background.onNews = (uri) => {
      refresher.tellMoved();
      this.#tell(uri);
    };
    session.documents.onDidClose(({ document }) => this.#windows.delete(document.uri));
    connection.languages.diagnostics.on((params, token) => this.#report(params, token));
    if (agreement.pullsDiagnostics) return;
    session.documents.onDidChangeContent(({ document }) => void this.#send(document.uri));
    session.documents.onDidClose(
      ({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }),
    );
  }

  /** What was reported holds no longer, although no document changed. */
  renew(): void {
    const { agreement, session, refresher } = this.#conversation;
    refresher.tellMoved();
    if (agreement.pullsDiagnostics) this.#refresh();
    else for (const uri of session.documents.keys()) void this.#send(uri);
  }

  /** Something else is found in documents that did not change themselves. What is told of many in a row is sent together. */
  tellMoved(uris: readonly string[]): void {
    this.#conversation.refresher.tellMoved();
    if (this.#conversation.agreement.pullsDiagnostics) this.#refreshSoon();
    else for (const uri of uris) void this.#send(uri);
  }

  /** While a folder is read, a document is moved again and again. */
  readonly #refreshSoon = soon(refreshMilliseconds, () => {
    this.#refresh();
  });

  /** Shows what lies where somebody looks now, where not all that was found can be shown at once. */
  look(uri: string): void {
    const { session } = this.#conversation;
    const checked = session.check(uri, atOnce);
    if (checked === undefined || !("snapshot" in checked)) return;
    const window = windowShown(checked.snapshot, session.nearOf(uri));
    if (this.#windows.get(uri) !== window) this.#tell(uri);
    this.#windows.set(uri, window);
  }

  #tell(uri: string): void {
    if (this.#conversation.agreement.pullsDiagnostics) this.#refresh();
    else void this.#send(uri);
  }

  #refresh(): void {
    const { connection, agreement } = this.#conversation;
    if (!agreement.refreshesDiagnostics || !this.#hasReported) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  async #report(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const { connection, session, settings, background } = this.#conversation;
    const uri = uriOf(params);
    if (uri === undefined) throw new ResponseError(ErrorCodes.InvalidParams, "no document is named");
    await Promise.race([settings.known, untilCancelled(token)]);
    await background.begin(uri, () => token.isCancellationRequested);
    const report = (): DocumentDiagnosticReport => {
      const checked = session.check(uri, atOnce);
      const resultId = checked && session.resultId(uri, checked);
      if (resultId === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      this.#hasReported = true;
      if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnose(checked) };
    };
    const failed: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const answered = await answer("diagnostics", report, failed, { token, connection });
    if (answered instanceof ResponseError) throw answered;
    return answered;
  }

  /** Changes that come while this waits are sent together. */
  async #send(uri: string): Promise<void> {
    const { connection, session, settings, background } = this.#conversation;
    if (this.#sending.has(uri)) return;
    this.#sending.add(uri);
    await settings.known;
    await nextTurn();
    await background.begin(uri, () => false);
    this.#sending.delete(uri);
    const version = session.documents.get(uri)?.version;
    const checked = session.check(uri, atOnce);
    if (version === undefined || checked === undefined) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: this.#diagnose(checked) });
  }

  /** Never throws: a failure is a diagnostic. */
  #diagnose(checked: Checked | undefined): Diagnostic[] {
    const { connection, agreement, session } = this.#conversation;
    try {
      if (checked === undefined) return [];
      if ("isReading" in checked) return [notCheckedYet(0)];
      if ("error" in checked) return [notChecked(checked.error, checked.isSetAside)];
      const { snapshot } = checked;
      const { document } = snapshot;
      const found = diagnostics(snapshot, agreement.client, session.nearOf(document.uri));
      return encodePositions(found, document, agreement.encoding);
    } catch (error) {
      logFailure(connection, "diagnostics", error);
      return [notChecked(errorName(error), false)];
    }
  }
}

/** Short enough to be at once for somebody who saves a file. */
const refreshMilliseconds = 150;

/** Takes what is there. */
const atOnce = (): boolean => true;
