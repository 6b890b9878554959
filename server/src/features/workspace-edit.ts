import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Document } from "../text/document.ts";
import type { Edit } from "../text/edit.ts";
import type { Client } from "./client.ts";

/** A note that an editor shows with an edit, and asks to confirm. */
export interface Confirmation {
  readonly label: string;
  readonly description: string;
}

/** The edit of one version of a document. A client that takes no notes is not asked to confirm. */
export function workspaceEdit(
  document: Document,
  edits: readonly Edit[],
  client: Client,
  confirmation?: Confirmation,
): WorkspaceEdit {
  const textEdits = edits.map(({ start, end, newText }): TextEdit => ({
    range: document.rangeOf(start, end),
    newText,
  }));
  if (!client.takesDocumentChanges) return { changes: { [document.uri]: textEdits } };
  const textDocument = { uri: document.uri, version: document.version };
  if (confirmation === undefined || !client.takesAnnotations) {
    return { documentChanges: [{ textDocument, edits: textEdits }] };
  }
  const annotated = textEdits.map((edit) => ({ ...edit, annotationId: "confirm" }));
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: { confirm: { ...confirmation, needsConfirmation: true } },
  };
}
