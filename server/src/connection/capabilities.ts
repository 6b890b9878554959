import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { isAbsolute } from "node:path";
import type { Client } from "../features/client.ts";
import { fixAllKind } from "../features/code-actions.ts";
import { fileOf, uriOfFile } from "./file-name.ts";
import { type PositionEncoding, chooseEncoding } from "./position-encoding.ts";
import type { InitializationOptions } from "./protocol.ts";

/** How the two sides work together, once they know each other. */
export interface Agreement {
  readonly client: Client;
  readonly encoding: PositionEncoding;
  /** The client asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** It can be told to ask for these again. */
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** The client can be asked for settings; else it sends them. */
  readonly givesSettings: boolean;
  readonly registersForSettings: boolean;
  readonly watchesFiles: boolean;
  readonly showsProgress: boolean;
  /** The paths of the folders that are open; none in a virtual workspace, whose files can't be read. */
  readonly folders: readonly string[];
}

/** `rulePages` is the address of the folder that holds a page for each rule. */
export function agree(params: InitializeParams, rulePages: URL): Agreement {
  const { textDocument = {}, workspace = {}, general, window = {} } = params.capabilities;
  const options = params.initializationOptions as InitializationOptions | null | undefined;
  const pages = options?.rulePages === true ? "therapy-claims:/rules/" : rulePages.href;
  return {
    client: clientOf(params.capabilities, pages, options),
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    ...refreshesOf(workspace),
    givesSettings: workspace.configuration === true,
    registersForSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window.workDoneProgress === true,
    folders: (params.workspaceFolders ?? []).map(({ uri }) => fileOf(uri)).filter((path) => isAbsolute(path)),
  };
}

type Refreshes = Pick<Agreement, "refreshesDiagnostics" | "refreshesHints" | "refreshesLenses">;

function refreshesOf({ diagnostics, inlayHint, codeLens }: NonNullable<ClientCapabilities["workspace"]>): Refreshes {
  return {
    refreshesDiagnostics: diagnostics?.refreshSupport === true,
    refreshesHints: inlayHint?.refreshSupport === true,
    refreshesLenses: codeLens?.refreshSupport === true,
  };
}

export function serverCapabilities({ encoding, pullsDiagnostics }: Agreement): ServerCapabilities {
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(pullsDiagnostics && {
      diagnosticProvider: { identifier: "therapy-claims", interFileDependencies: false, workspaceDiagnostics: false },
    }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    hoverProvider: true,
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  };
}

function clientOf(
  { textDocument = {}, workspace = {} }: ClientCapabilities,
  pages: string,
  options: InitializationOptions | null | undefined,
): Client {
  const { documentChanges, changeAnnotationSupport } = workspace.workspaceEdit ?? {};
  return {
    takesDocumentChanges: documentChanges === true,
    takesAnnotations: documentChanges === true && changeAnnotationSupport !== undefined,
    showsDisabledActions: textDocument.codeAction?.disabledSupport === true,
    nestsSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldLimit: textDocument.foldingRange?.rangeLimit ?? Infinity,
    rulePage: (rule) => `${pages}${rule}.md`,
    showsReport: options?.thresholdReport === true,
    addressOf: uriOfFile,
  };
}
