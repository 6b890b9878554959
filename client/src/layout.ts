import { commands, window, workspace, WorkspaceEdit, type Command, type Disposable, type TextDocument } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { layOutRequest, type LayOutParams } from "./protocol.ts";

/** The commands that lay a document out, by the layout that each asks for. */
const layoutOfCommand = {
  "therapyClaims.oneSegmentALine": "readable",
  "therapyClaims.asSent": "as-sent",
  "therapyClaims.withoutLineEnds": "compact",
} as const satisfies Record<string, LayOutParams["layout"]>;

export function provideLayouts(client: BaseLanguageClient): Disposable[] {
  return Object.entries(layoutOfCommand).map(([command, layout]) =>
    commands.registerCommand(command, () => layOut(client, layout)),
  );
}

async function layOut(client: BaseLanguageClient, layout: LayOutParams["layout"]): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "x12") return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const answer = await client.sendRequest(layOutRequest, { textDocument: { uri }, layout });
  if (answer === null) {
    void window.showInformationMessage(
      "Therapy Claims: this document can't be laid out so. Undo brings back what was.",
    );
    return;
  }
  const edits = await client.protocol2CodeConverter.asTextEdits(answer.edits);
  // Somebody typed meanwhile.
  if (answer.version !== document.version) return layOut(client, layout);
  const edit = new WorkspaceEdit();
  edit.set(document.uri, edits);
  await workspace.applyEdit(edit);
}

export const oneSegmentALine: Command = { command: "therapyClaims.oneSegmentALine", title: "One Segment a Line" };

/** How far into a line the editor paints; undefined where it paints all of every line of the document. */
export function paintedLength(document: TextDocument): number | undefined {
  const painted = workspace.getConfiguration("editor", document).get<number>("stopRenderingLineAfter", 10_000);
  const count = Math.min(document.lineCount, linesLookedAt);
  for (let line = 0; line < count && painted >= 0; line++) {
    if (document.lineAt(line).text.length > painted) return painted;
  }
  return undefined;
}

/** Where lines are as long as that, the first ones are. */
const linesLookedAt = 1000;
