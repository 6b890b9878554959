import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  WatchKind,
} from "vscode-languageserver";
import { answer, logFailure, uriOf } from "./answer.ts";
import { Background } from "./background.ts";
import { agree, serverCapabilities } from "./capabilities.ts";
import type { Conversation } from "./conversation.ts";
import { projectFileName } from "../config/project.ts";
import { tablesDate } from "../data/tables-date.ts";
import { DiagnosticReporter } from "./diagnostic-reporter.ts";
import { fileOf } from "./file-name.ts";
import { FolderReader } from "./folder-reader.ts";
import { Office } from "./office.ts";
import { Environments } from "./environments.ts";
import { errorName, framesOf } from "./failure.ts";
import { type Feature, type Need, features } from "./feature-table.ts";
import { documentStatus } from "../features/document-status.ts";
import { formatting } from "../features/formatting.ts";
import type { Stretch } from "../text/edit.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Document } from "../text/document.ts";
import { type Steps, isSteps } from "../text/steps.ts";
import { fileNamePatterns, recognizeLanguage } from "../formats/registry.ts";
import { findInstallation } from "./installation.ts";
import { decodePositions, encodePositions } from "./position-encoding.ts";
import {
  type LayOutEdits,
  type LayOutParams,
  type ServerStatus,
  type ThresholdReportPage,
  checkOnNotification,
  layOutRequest,
  ledgerMovedNotification,
  recognizeRequest,
  rulePageRequest,
  statusRequest,
  thresholdReportRequest,
  visibleNotification,
} from "./protocol.ts";
import { ruleTexts } from "../rules/registry.ts";
import { renderRulePage } from "../rules/render.ts";
import { Refresher } from "./refresher.ts";
import { Session } from "./session.ts";
import { SettingsReader } from "./settings-reader.ts";
import { soon } from "./soon.ts";
import { thresholdReport } from "./threshold-report.ts";

/** Speaks the Language Server Protocol on a connection until the client ends it. */
export function serve(connection: Connection): void {
  const { version, rulePages, today } = findInstallation();
  process.on("uncaughtException", dieWithoutText);
  connection.onInitialize((params) => {
    const agreement = agree(params, rulePages);
    const failed = (name: string, error: unknown): void => {
      logFailure(connection, name, error);
    };
    const settings = new SettingsReader(connection, agreement);
    let renew = (): void => undefined;
    let tellMoved: Calls["tellMoved"] = () => undefined;
    const environments = new Environments(today, () => {
      renew();
    });
    const office = new Office((uris) => {
      tellMoved(uris);
    });
    const session = new Session({ encoding: agreement.encoding, environments, failed, office });
    const background = new Background({ connection, agreement, session });
    const folderReader = new FolderReader(agreement.folders, {
      connection,
      agreement,
      environments,
      background,
      office,
    });
    const conversation = {
      connection,
      agreement,
      session,
      settings,
      environments,
      background,
      office,
      folderReader,
      refresher: new Refresher(connection, agreement),
    };
    ({ renew, tellMoved } = converse(conversation, version));
    return { capabilities: serverCapabilities(agreement), serverInfo: { name: "Therapy Claims", version } };
  });
  connection.listen();
}

/** A page that is drawn more often can't be read. */
const ledgerMilliseconds = 1000;

const projectMilliseconds = 100;

const noReport: ThresholdReportPage = { html: "", isPartial: true };

/** What Node prints of an error by itself includes its message, which could hold text of a document. */
function dieWithoutText(error: unknown): void {
  process.stderr.write(`${[errorName(error), ...framesOf(error)].join("\n")}\n`);
  process.exit(1);
}

/** What the server tells itself while it speaks with a client. */
interface Calls {
  /** Every document is to be checked anew, and every file read again. */
  readonly renew: () => void;
  /** Something else is found in these documents, although they did not change. */
  readonly tellMoved: (uris: readonly string[]) => void;
}

function converse(conversation: Conversation, version: string): Calls {
  const { connection, session, settings, environments, agreement, background, office, folderReader } = conversation;
  const reporter = new DiagnosticReporter(conversation);
  session.documents.listen(connection);
  reporter.begin();
  const renew = (): void => {
    reporter.renew();
    void folderReader.startAgain();
  };
  settings.begin(({ settings: changed, tables, fees }) => {
    environments.configure(changed, tables, fees);
    renew();
  });
  connection.onInitialized(async () => {
    if (agreement.watchesFiles) watchFiles(connection);
    await settings.start();
    void folderReader.start();
  });
  // A client that watches no files has the project's file looked at whenever a document is opened.
  session.documents.onDidOpen(() => {
    if (environments.lookAtProjects()) renew();
  });
  // Whatever is written below the folder is told of, and all projects' files are looked at for it.
  const lookAtProjects = soon(projectMilliseconds, () => {
    if (environments.lookAtProjects()) renew();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    lookAtProjects();
    void folderReader.lookAgain(changes.map(({ uri }) => fileOf(uri)));
  });
  session.documents.onDidClose(({ document }) => void folderReader.readAgain(fileOf(document.uri)));
  for (const feature of features) {
    connection.onRequest(feature.method, (params: unknown, token: CancellationToken) => {
      const uri = uriOf(params);
      if (uri === undefined) return new ResponseError(ErrorCodes.InvalidParams, "no document is named");
      return answer(feature.method, () => ask(feature, uri, params, conversation), null, { token, connection });
    });
  }
  connection.onRequest(statusRequest, ({ uri }, token) =>
    answer(statusRequest.method, () => status(uri, conversation, version), null, { token, connection }),
  );
  connection.onRequest(thresholdReportRequest, (params, token) =>
    answer(thresholdReportRequest.method, () => thresholdReport(params, conversation), noReport, { token, connection }),
  );
  if (agreement.client.showsReport) {
    office.onMoved = soon(ledgerMilliseconds, () => {
      connection.sendNotification(ledgerMovedNotification, {}).catch(() => undefined);
    });
  }
  connection.onRequest(layOutRequest, (params, token) =>
    answer(layOutRequest.method, () => layOut(params, conversation), null, { token, connection }),
  );
  connection.onNotification(visibleNotification, ({ uri, range }) => {
    const document = session.documents.get(uri);
    const near = document && stretchOf({ range: decodePositions(range, document, agreement.encoding) }, document);
    if (near === undefined) return;
    session.lookAt(uri, near);
    reporter.look(uri);
  });
  connection.onNotification(checkOnNotification, ({ uri }) => {
    background.resume(uri);
  });
  connection.onRequest(recognizeRequest, ({ beginning }, token) =>
    answer(recognizeRequest.method, () => recognize(beginning), null, { token, connection }),
  );
  connection.onRequest(rulePageRequest, ({ id }) => {
    const rule = ruleTexts.get(id);
    return rule === undefined ? null : { markdown: renderRulePage(rule) };
  });
  const tellMoved = (uris: readonly string[]): void => {
    reporter.tellMoved(uris);
  };
  return { renew, tellMoved };
}

function watchFiles(connection: Connection): void {
  const names = [projectFileName, ...fileNamePatterns];
  const changed = names.map((name) => ({ globPattern: `**/${name}`, kind: WatchKind.Change }));
  // A folder that comes or goes as a whole is one event with its own name, and no pattern means folders alone.
  const watchers = [...changed, { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete }];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}

function* ask(feature: Feature, uri: string, params: unknown, conversation: Conversation): Steps<unknown> {
  const { connection, session, settings, agreement } = conversation;
  const { client, encoding } = agreement;
  const hints = settings.inlayHints;
  const document = session.documents.get(uri);
  if (document === undefined) return null;
  const decoded = decodePositions(params, document, encoding);
  const near = stretchOf(decoded, document);
  if (near !== undefined) session.lookAt(uri, near);
  const need = feature.needs(decoded);
  const checked = yield* session.until(uri, (snapshot) => suffices(snapshot, need, near));
  if (checked === undefined || !("snapshot" in checked)) return null;
  const { snapshot } = checked;
  // What it was asked about has gone while it was being read.
  if (snapshot.document !== document) return new ResponseError(LSPErrorCodes.ContentModified, "the document changed");
  const failed = (name: string, error: unknown): void => {
    logFailure(connection, name, error);
  };
  const result = feature.answer({ params: decoded, snapshot, client, hints, failed });
  return encodePositions(isSteps(result) ? yield* result : result, document, encoding);
}

function* layOut(params: LayOutParams, { session, agreement }: Conversation): Steps<LayOutEdits | null> {
  const { uri } = params.textDocument;
  const checked = yield* session.until(uri, () => true);
  const layout = params.layout === "as-sent" ? session.layoutAsSent(uri) : params.layout;
  if (checked === undefined || !("snapshot" in checked) || layout === undefined) return null;
  const { document } = checked.snapshot;
  const edits = yield* formatting(checked.snapshot, layout);
  return edits && { version: document.version, edits: encodePositions(edits, document, agreement.encoding) };
}

function suffices(snapshot: Snapshot, need: Need, near: Stretch | undefined): boolean {
  if (need === "none" || snapshot.left === 0) return true;
  return need === "place" && near !== undefined && snapshot.isChecked(near);
}

function recognize(beginning: string): { language: string } | null {
  const language = recognizeLanguage(beginning);
  return language === undefined ? null : { language };
}

/** The place that a request asks about. */
function stretchOf(params: unknown, document: Document): Stretch | undefined {
  const { position, range } = params as { position?: Position; range?: Range };
  const [start, end] = [range?.start ?? position, range?.end ?? position];
  if (start === undefined || end === undefined) return undefined;
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function* status(
  uri: string,
  { session, settings, environments, background, folderReader }: Conversation,
  version: string,
): Steps<ServerStatus | null> {
  const checked = yield* session.until(uri, () => true);
  if (checked === undefined || !("snapshot" in checked)) return null;
  const stands = yield* documentStatus(checked.snapshot);
  const folder = folderReader.standing ?? null;
  const settingsProblems = [...settings.problems, ...environments.problems];
  return { version, tablesDate, ...stands, isStopped: background.isStopped(uri), folder, settingsProblems };
}
