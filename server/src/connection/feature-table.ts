import {
  type CodeLens,
  CodeActionKind,
  CodeActionRequest,
  type CodeAction,
  type CodeActionParams,
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type ProtocolRequestType,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import type { Client } from "../features/client.ts";
import { producersFor } from "../features/code-actions.ts";
import { codeLenses, resolveCodeLens } from "../features/code-lenses.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { foldingRanges } from "../features/folding-ranges.ts";
import { formatting } from "../features/formatting.ts";
import { hover } from "../features/hover.ts";
import { type HintKinds, inlayHints } from "../features/inlay-hints.ts";
import type { Steps } from "../text/steps.ts";
import type { Snapshot } from "../lint/snapshot.ts";

/** What a feature answers from. */
export interface Asked<Params> {
  readonly params: Params;
  readonly snapshot: Snapshot;
  readonly client: Client;
  readonly hints: HintKinds;
  /** For a part of the answer that failed, where the rest stands. */
  readonly failed: (name: string, error: unknown) => void;
}

/** How much of a document is to be checked for an answer: none of it, what stands at the place asked about, or all. */
export type Need = "none" | "place" | "all";

/** A request about one document, and what answers it. Where there is no answer, it is null. */
export interface Feature {
  readonly method: string;
  needs(params: unknown): Need;
  answer(asked: Asked<unknown>): unknown;
}

/** Every language feature, diagnostics aside: those are asked for or sent, as the client wants them. */
export const features: readonly Feature[] = [
  feature(CodeActionRequest.type, needOfActions, codeActions),
  feature(
    DocumentSymbolRequest.type,
    () => "none",
    ({ snapshot, client }) => documentSymbols(snapshot, client),
  ),
  feature(
    FoldingRangeRequest.type,
    () => "none",
    ({ snapshot, client }) => foldingRanges(snapshot, client),
  ),
  feature(
    DocumentFormattingRequest.type,
    () => "none",
    ({ snapshot }) => formatting(snapshot),
  ),
  feature(
    DocumentRangeFormattingRequest.type,
    () => "none",
    ({ snapshot, params }) => formatting(snapshot, "readable", params.range),
  ),
  feature(
    HoverRequest.type,
    () => "place",
    ({ snapshot, params, client }) => hover(snapshot, params.position, client),
  ),
  feature(
    InlayHintRequest.type,
    () => "place",
    ({ snapshot, params, hints }) => inlayHints(snapshot, params.range, hints),
  ),
  feature(
    CodeLensRequest.type,
    () => "none",
    ({ snapshot }) => codeLenses(snapshot),
  ),
  feature(
    CodeLensResolveRequest.type,
    () => "place",
    ({ snapshot, params, client }) => resolveCodeLens(params, snapshot, client),
  ),
];

function feature<Params extends { textDocument: TextDocumentIdentifier } | CodeLens, Result, Partial, Failure, Options>(
  { method }: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
  needs: (params: Params) => Need,
  answer: (asked: Asked<Params>) => Result | Steps<Result>,
): Feature {
  return {
    method,
    needs: (params) => needs(params as Params),
    answer: (asked) => answer(asked as Asked<Params>),
  };
}

/** What fixes all has to know all. */
function needOfActions({ context: { only = [] } }: CodeActionParams): Need {
  return only.some((kind) => kind.startsWith(CodeActionKind.Source)) ? "all" : "place";
}

function* codeActions({ params, snapshot, client, failed }: Asked<CodeActionParams>): Steps<CodeAction[]> {
  const request = { range: params.range, only: params.context.only };
  const actions: CodeAction[] = [];
  for (const producer of producersFor(request)) {
    try {
      actions.push(...(yield* producer.produce(snapshot, request, client)));
    } catch (error) {
      failed(`${CodeActionRequest.method} (${producer.name})`, error);
    }
  }
  return actions;
}
