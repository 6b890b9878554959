import assert from "node:assert/strict";
import * as vscode from "vscode";

/** The findings of this extension, once they are as expected; the test's time limit ends the waiting. */
export async function findingsOnce(
  uri: vscode.Uri,
  isExpected: (findings: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const now = (): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "therapy-claims");
  return new Promise((found) => {
    const look = (): void => {
      const findings = now();
      if (!isExpected(findings)) return;
      listener.dispose();
      found(findings);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

export function hasRule(rule: string): (findings: readonly vscode.Diagnostic[]) => boolean {
  return (findings) => findings.some((finding) => ruleOf(finding) === rule);
}

export function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** A copy of one of the workspace's files, so that what a test does to it concerns no other test. */
export async function showCopy(name: string, copy: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.copy(inWorkspace(name), inWorkspace(copy), { overwrite: true });
  return vscode.window.showTextDocument(inWorkspace(copy));
}

export async function textOnce(document: vscode.TextDocument, isExpected: (text: string) => boolean): Promise<void> {
  await eventOnce(vscode.workspace.onDidChangeTextDocument, () => isExpected(document.getText()));
}

/** Waits until something holds that can only begin to hold with an event. */
export async function eventOnce<T>(event: vscode.Event<T>, holds: () => boolean): Promise<void> {
  await new Promise<void>((done) => {
    const look = (): void => {
      if (!holds()) return;
      listener.dispose();
      done();
    };
    const listener = event(look);
    look();
  });
}
