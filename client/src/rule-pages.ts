import { workspace, type Disposable, type Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { rulePageRequest } from "./protocol.ts";

/** Shows `therapy-claims:/rules/<id>.md`, to which the code of a diagnostic links, as a read-only document. */
export function provideRulePages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider("therapy-claims", {
    provideTextDocumentContent: async (uri, token) => {
      const id = ruleIdOf(uri);
      const page = id === undefined ? null : await client.sendRequest(rulePageRequest, { id }, token);
      return page?.markdown ?? "There is no such page.\n";
    },
  });
}

function ruleIdOf(uri: Uri): string | undefined {
  return /^\/rules\/([a-z0-9-]+)\.md$/.exec(uri.path)?.[1];
}
