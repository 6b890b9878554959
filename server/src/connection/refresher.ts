import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from "vscode-languageserver";
import type { Agreement } from "./capabilities.ts";
import { soon } from "./soon.ts";

/** Short enough to be at once for somebody who saves a file; of many files that are read, few are told by themselves. */
const refreshMilliseconds = 150;

/** Has the client ask again for what stands beside the text. It does so by itself after an edit of the document, but of no other. */
export class Refresher {
  /** Something else stands there, although no document changed. What is told of many in a row is asked for once. */
  readonly tellMoved: () => void;

  constructor(connection: Connection, { refreshesHints, refreshesLenses }: Agreement) {
    const ask = (method: string): void => void connection.sendRequest(method).catch(() => undefined);
    this.tellMoved = soon(refreshMilliseconds, () => {
      if (refreshesHints) ask(InlayHintRefreshRequest.method);
      if (refreshesLenses) ask(CodeLensRefreshRequest.method);
    });
  }
}
