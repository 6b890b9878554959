import { StatusBarAlignment, TabInputText, window, workspace, type Extension, type Uri } from "vscode";

/** VS Code hands no larger file to extensions, and shows nothing under such a file's language. */
const largestMebibytes = 50;

/** Says in the status bar of a claim file that VS Code keeps to itself that nothing in it is checked. */
export function showTooLarge(extension: Extension<unknown>): { dispose(): void }[] {
  const endings = fileEndingsOf(extension);
  const item = window.createStatusBarItem("therapyClaims.tooLarge", StatusBarAlignment.Right, 100);
  item.name = "Therapy Claims: File Too Large";
  item.text = "$(warning) Not checked";
  item.tooltip = `VS Code hands no file over ${largestMebibytes.toString()} MiB to extensions. The command therapy-claims check reads it.`;
  item.accessibilityInformation = { label: `Therapy Claims: not checked. ${item.tooltip}` };
  let asked = 0;

  const refresh = async (): Promise<void> => {
    const question = ++asked;
    const uri = keptFile();
    const isTold = uri !== undefined && endings.some((ending) => uri.path.endsWith(ending)) && (await isTooLarge(uri));
    if (question !== asked) return;
    if (isTold) item.show();
    else item.hide();
  };

  void refresh();
  return [
    item,
    window.tabGroups.onDidChangeTabs(() => void refresh()),
    window.tabGroups.onDidChangeTabGroups(() => void refresh()),
    window.onDidChangeActiveTextEditor(() => void refresh()),
  ];
}

/** The file in the active tab, where extensions see no document of it. */
function keptFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (window.activeTextEditor !== undefined || !(input instanceof TabInputText)) return undefined;
  return input.uri;
}

async function isTooLarge(uri: Uri): Promise<boolean> {
  const { size } = await Promise.resolve(workspace.fs.stat(uri)).catch(() => ({ size: 0 }));
  return size > largestMebibytes * 1024 * 1024;
}

function fileEndingsOf({ packageJSON }: Extension<unknown>): readonly string[] {
  const manifest = packageJSON as {
    readonly contributes: { readonly languages: readonly { extensions?: string[] }[] };
  };
  return manifest.contributes.languages.flatMap(({ extensions = [] }) => extensions);
}
