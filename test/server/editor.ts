import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeLensRefreshRequest,
  CodeActionRequest,
  ConfigurationRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  IPCMessageReader,
  IPCMessageWriter,
  InlayHintRefreshRequest,
  InitializeRequest,
  type InitializeResult,
  InitializedNotification,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  type ProgressToken,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  createProtocolConnection,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { serverBundle } from "./bundle.ts";
import { fullCapabilities } from "./full-capabilities.ts";

type WorkDoneProgressValue = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly transport?: "stdio" | "ipc";
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** The paths of the open folders. */
  readonly folders?: readonly string[];
}

const heardRequests = [DiagnosticRefreshRequest.method, InlayHintRefreshRequest.method, CodeLensRefreshRequest.method];

const started: Editor[] = [];

/** For `afterEach`: ends every server that was started, whatever state it is in. */
export function endServers(): void {
  for (const editor of started.splice(0)) {
    editor.connection.dispose();
    editor.process.kill("SIGKILL");
  }
}

/** An editor's side of the protocol, over a real process. It is nobody's client library: only the messages. */
export class Editor {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly exited: Promise<number | null>;
  readonly log: string[] = [];
  readonly registered: string[] = [];
  readonly progress: ({ readonly token: ProgressToken } & WorkDoneProgressValue)[] = [];
  settings: unknown;
  #answer: InitializeResult | undefined;
  #stderr = "";
  readonly #told = new Set<string>();
  readonly #documents = new Map<string, TextDocument>();
  readonly #pushed: PublishDiagnosticsParams[] = [];
  #wake: () => void = () => undefined;

  private constructor(process: ChildProcess, connection: ProtocolConnection, settings: unknown) {
    this.process = process;
    this.connection = connection;
    this.settings = settings;
    this.exited = once(process, "exit").then(([code]) => code as number | null);
    process.stderr?.on("data", (data: Buffer) => (this.#stderr += data.toString()));
    connection.onNotification(LogMessageNotification.type, ({ message }) => void this.log.push(message));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#pushed.push(params);
      this.#wake();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === "therapyClaims" ? this.settings : null)),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (value) => {
        this.progress.push({ token, ...value });
        this.#wake();
      });
    });
    const hear = (method: string) => (): void => {
      this.#told.add(method);
      this.#wake();
    };
    for (const method of heardRequests) connection.onRequest(method, hear(method));
    connection.onNotification("therapyClaims/ledgerMoved", hear("therapyClaims/ledgerMoved"));
    connection.listen();
    started.push(this);
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = Editor.launch(options);
    editor.#answer = await editor.connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: process.pid,
      workspaceFolders: options.folders?.map((path) => ({ uri: pathToFileURL(path).href, name: "folder" })) ?? null,
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions,
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** Without a word said yet. */
  static launch({ transport = "stdio", settings = null }: EditorOptions): Editor {
    const bundle = serverBundle();
    if (transport === "ipc") {
      const child = fork(bundle, ["--node-ipc"], { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] });
      return new Editor(
        child,
        createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
        settings,
      );
    }
    const child = spawn(process.execPath, [bundle, "--stdio"], { stdio: "pipe" });
    return new Editor(child, createProtocolConnection(child.stdout, child.stdin), settings);
  }

  get initialized(): InitializeResult {
    assert.ok(this.#answer);
    return this.#answer;
  }

  get stderr(): string {
    return this.#stderr;
  }

  async open(uri: string, text: string, languageId = "superbill"): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.#document(uri);
    const version = document.version + 1;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#document(uri).getText();
  }

  version(uri: string): number {
    return this.#document(uri).version;
  }

  /** Where a text stands in the document. */
  rangeOf(uri: string, words: string): Range {
    const document = this.#document(uri);
    const offset = document.getText().indexOf(words);
    assert.notEqual(offset, -1, `"${words}" is not in the document`);
    return { start: document.positionAt(offset), end: document.positionAt(offset + words.length) };
  }

  textIn(uri: string, range: Range): string {
    return this.#document(uri).getText(range);
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The diagnostics of a full report of the whole document. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    for (;;) {
      const report = await this.pull(uri);
      assert.equal(report.kind, "full");
      if (isWhole(report.items)) return report.items;
      await this.refreshed();
    }
  }

  /** The diagnostics that the server sends for a version, of the whole document; of any version where none is given. */
  async pushed(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    const isMeant = (params: PublishDiagnosticsParams): boolean =>
      params.uri === uri && (version === undefined || params.version === version) && isWhole(params.diagnostics);
    for (;;) {
      const index = this.#pushed.findLastIndex(isMeant);
      const [params] = index < 0 ? [] : this.#pushed.splice(index, 1);
      if (params !== undefined) return params;
      await this.#somethingNew();
    }
  }

  /** The server says that what it reported holds no longer. */
  async refreshed(): Promise<void> {
    await this.told(DiagnosticRefreshRequest.method);
  }

  /** Waits until the server asks to be asked again, or tells that the ledger moved. */
  async told(method: string): Promise<void> {
    while (!this.#told.delete(method)) await this.#somethingNew();
  }

  /** Waits for news of the work that the server shows. */
  async progressed(kind: WorkDoneProgressValue["kind"]): Promise<ProgressToken> {
    for (;;) {
      const news = this.progress.find((value) => value.kind === kind);
      if (news !== undefined) return news.token;
      await this.#somethingNew();
    }
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { therapyClaims: settings },
    });
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
    return (actions ?? []) as CodeAction[];
  }

  /** Applies an action's edit as an editor does: to the version that it names, and tells the server. */
  async apply(uri: string, action: CodeAction | undefined): Promise<void> {
    assert.ok(action?.edit);
    const [change] = action.edit.documentChanges ?? [];
    assert.ok(change && "textDocument" in change);
    assert.equal(change.textDocument.uri, uri);
    assert.equal(change.textDocument.version, this.version(uri));
    const document = this.#document(uri);
    const edits = (change.edits as TextEdit[]).toSorted(
      (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
    );
    await this.change(uri, ...edits.map(({ range, newText }) => ({ range, text: newText })));
  }

  /** Ends the conversation as the protocol wants it; the exit code is the answer. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.exited;
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    assert.ok(document, `${uri} is not open`);
    return document;
  }

  #somethingNew(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }
}

/** Of a large document, or on a slow machine, a part is reported before the whole. */
export function isWhole(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ code }) => code !== "not-checked-yet");
}
