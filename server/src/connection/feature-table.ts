import {
  CodeActionRequest,
  type CodeAction,
  type CodeActionParams,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type ProtocolRequestType,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import type { Client } from "../features/client.ts";
import { producersFor } from "../features/code-actions.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { foldingRanges } from "../features/folding-ranges.ts";
import { hover } from "../features/hover.ts";
import type { Steps } from "../text/steps.ts";
import type { Snapshot } from "../lint/snapshot.ts";

/** What a feature answers from. */
export interface Asked<Params> {
  readonly params: Params;
  readonly snapshot: Snapshot;
  readonly client: Client;
  /** For a part of the answer that failed, where the rest stands. */
  readonly failed: (name: string, error: unknown) => void;
}

/** A request about one document, and what answers it. Where there is no answer, it is null. */
export interface Feature {
  readonly method: string;
  answer(asked: Asked<unknown>): unknown;
}

/** Every language feature, diagnostics aside: those are asked for or sent, as the client wants them. */
export const features: readonly Feature[] = [
  feature(CodeActionRequest.type, codeActions),
  feature(DocumentSymbolRequest.type, ({ snapshot, client }) => documentSymbols(snapshot, client)),
  feature(FoldingRangeRequest.type, ({ snapshot, client }) => foldingRanges(snapshot, client)),
  feature(HoverRequest.type, ({ snapshot, params }) => hover(snapshot, params.position)),
];

function feature<Params extends { textDocument: TextDocumentIdentifier }, Result, Partial, Failure, Options>(
  { method }: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
  answer: (asked: Asked<Params>) => Result | Steps<Result>,
): Feature {
  return { method, answer: (asked) => answer(asked as Asked<Params>) };
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
