import { workspace } from "vscode";

const languageIds = ["superbill", "claim", "cms1500-print", "x12", "superbill-csv"] as const;

/** The schemes under which a person edits a document. The sides of a diff and the previews of an edit have others. */
const editedSchemes = ["file", "untitled", "vscode-remote", "vscode-vfs"];

/** Which documents are checked: those of our languages, also in the folders of a virtual workspace. */
export function checkedDocuments(): { readonly scheme: string; readonly language: string }[] {
  const folderSchemes = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const schemes = new Set([...editedSchemes, ...folderSchemes]);
  return [...schemes].flatMap((scheme) => languageIds.map((language) => ({ scheme, language })));
}
