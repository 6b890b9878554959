import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { answer, logFailure, uriOf } from "./answer.ts";
import { agree, serverCapabilities } from "./capabilities.ts";
import type { Conversation } from "./conversation.ts";
import { projectFileName } from "../config/project.ts";
import { tablesDate } from "../data/tables-date.ts";
import { DiagnosticReporter } from "./diagnostic-reporter.ts";
import { Environments } from "./environments.ts";
import { errorName, framesOf } from "./failure.ts";
import { type Feature, features } from "./feature-table.ts";
import { documentStatus } from "../features/document-status.ts";
import { type Steps, isSteps } from "../text/steps.ts";
import { findInstallation } from "./installation.ts";
import { decodePositions, encodePositions } from "./position-encoding.ts";
import { type ServerStatus, rulePageRequest, statusRequest } from "./protocol.ts";
import { ruleTexts } from "../rules/registry.ts";
import { renderRulePage } from "../rules/render.ts";
import { Session } from "./session.ts";
import { SettingsReader } from "./settings-reader.ts";

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
    const environments = new Environments(today, () => {
      renew();
    });
    const session = new Session({ encoding: agreement.encoding, environments, failed });
    renew = converse({ connection, agreement, session, settings, environments }, version);
    return { capabilities: serverCapabilities(agreement), serverInfo: { name: "Therapy Claims", version } };
  });
  connection.listen();
}

/** What Node prints of an error by itself includes its message, which could hold text of a document. */
function dieWithoutText(error: unknown): void {
  process.stderr.write(`${[errorName(error), ...framesOf(error)].join("\n")}\n`);
  process.exit(1);
}

/** Answers with what is to be called when every document is to be checked anew. */
function converse(conversation: Conversation, version: string): () => void {
  const { connection, session, settings, environments, agreement } = conversation;
  const reporter = new DiagnosticReporter(conversation);
  session.documents.listen(connection);
  reporter.begin();
  const renew = (): void => {
    reporter.renew();
  };
  settings.begin(({ settings: changed, tables }) => {
    environments.configure(changed, tables);
    renew();
  });
  connection.onInitialized(async () => {
    if (agreement.watchesFiles) watchProjects(connection);
    await settings.start();
  });
  // A client that watches no files has the project's file looked at whenever a document is opened.
  session.documents.onDidOpen(() => {
    if (environments.lookAtProjects()) renew();
  });
  connection.onDidChangeWatchedFiles(() => {
    if (environments.lookAtProjects()) renew();
  });
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
  connection.onRequest(rulePageRequest, ({ id }) => {
    const rule = ruleTexts.get(id);
    return rule === undefined ? null : { markdown: renderRulePage(rule) };
  });
  return renew;
}

function watchProjects(connection: Connection): void {
  const watchers = [{ globPattern: `**/${projectFileName}` }];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}

function* ask(feature: Feature, uri: string, params: unknown, conversation: Conversation): Steps<unknown> {
  const { connection, session, agreement } = conversation;
  const { client, encoding } = agreement;
  const checked = session.check(uri);
  if (checked === undefined || !("snapshot" in checked)) return null;
  const { snapshot } = checked;
  const { document } = snapshot;
  const failed = (name: string, error: unknown): void => {
    logFailure(connection, name, error);
  };
  const result = feature.answer({ params: decodePositions(params, document, encoding), snapshot, client, failed });
  return encodePositions(isSteps(result) ? yield* result : result, document, encoding);
}

function* status(
  uri: string,
  { session, settings, environments }: Conversation,
  version: string,
): Steps<ServerStatus | null> {
  const checked = session.check(uri);
  if (checked === undefined || !("snapshot" in checked)) return null;
  const stands = yield* documentStatus(checked.snapshot);
  return { version, tablesDate, ...stands, settingsProblems: [...settings.problems, ...environments.problems] };
}
