import { languages, LanguageStatusSeverity, window, type Command, type Event, type LanguageStatusItem } from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";
import { checkedDocuments } from "./languages.ts";
import { oneSegmentALine, paintedLength } from "./layout.ts";
import { statusRequest, type DocumentStatus, type FolderStatus } from "./protocol.ts";

/** Keeps what stands under the braces beside the language's name in step with the document in the active editor. */
export function showStatus(client: BaseLanguageClient, ledgerMoved: Event<void>): { dispose(): void }[] {
  const selector = checkedDocuments();
  const findings = languages.createLanguageStatusItem("therapyClaims.findings", selector);
  findings.name = "Therapy Claims: Findings";
  let tables: LanguageStatusItem | undefined;
  let layout: LanguageStatusItem | undefined;
  let folder: LanguageStatusItem | undefined;
  let asked = 0;
  /** VS Code draws the list anew for whatever is written, and a click on a link in it meanwhile is lost. */
  let shown = "";

  const refresh = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const question = ++asked;
    if (document === undefined || languages.match(selector, document) === 0) return;
    if (client.state !== State.Running) {
      shown = "";
      showState(findings, client.state);
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const status = await client.sendRequest(statusRequest, { uri }).catch(() => null);
    if (status === null || question !== asked) return;
    const painted = paintedLength(document);
    const showing = JSON.stringify([status, painted]);
    if (showing === shown) return;
    shown = showing;
    showDocument(findings, status);
    // Only now is there something to show.
    tables ??= languages.createLanguageStatusItem("therapyClaims.tables", selector);
    showTables(tables, status);
    layout = showLayout(layout, painted, status);
    folder = showFolder(folder, status.folder);
  };

  void refresh();
  return [
    findings,
    { dispose: () => tables?.dispose() },
    { dispose: () => layout?.dispose() },
    { dispose: () => folder?.dispose() },
    window.onDidChangeActiveTextEditor(() => void refresh()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) void refresh();
    }),
    ledgerMoved(() => void refresh()),
    client.onDidChangeState(() => void refresh()),
  ];
}

function showState(item: LanguageStatusItem, state: State): void {
  const isStarting = state === State.Starting;
  item.busy = isStarting;
  write(item, isStarting ? "Starting" : "Not checked", isStarting ? [] : ["the language server is not running"]);
  if (isStarting) return;
  item.severity = LanguageStatusSeverity.Error;
  item.command = { command: "therapyClaims.restartServer", title: "Restart" };
}

/** Says that lines are too long to be painted, or hold several segments; has no item where there is nothing to say. */
function showLayout(
  shown: LanguageStatusItem | undefined,
  painted: number | undefined,
  { runsOn }: DocumentStatus,
): LanguageStatusItem | undefined {
  if (painted === undefined && !runsOn) {
    shown?.dispose();
    return undefined;
  }
  const item = shown ?? languages.createLanguageStatusItem("therapyClaims.layout", checkedDocuments());
  item.name = "Therapy Claims: Layout";
  if (painted === undefined) write(item, "Several segments a line", []);
  else {
    write(item, "Not wholly shown", [`only ${painted.toLocaleString("en-US")} characters of a line`]);
    item.severity = LanguageStatusSeverity.Warning;
  }
  if (runsOn) item.command = oneSegmentALine;
  return item;
}

/** Says how many files of the folder the used amounts count; has no item where there is no folder. */
function showFolder(
  shown: LanguageStatusItem | undefined,
  folder: FolderStatus | null,
): LanguageStatusItem | undefined {
  if (folder === null) {
    shown?.dispose();
    return undefined;
  }
  const item = shown ?? languages.createLanguageStatusItem("therapyClaims.folder", checkedDocuments());
  item.name = "Therapy Claims: Folder";
  const { found, read, isReading, isStopped } = folder;
  item.busy = isReading;
  if (isReading) write(item, found === 0 ? "Reading the folder" : `Reading the folder, ${share(read, found)}`, []);
  else
    write(item, `${fileWords(read)} of the folder counted`, isStopped ? [`${fileWords(found - read)} left out`] : []);
  if (isStopped) item.severity = LanguageStatusSeverity.Warning;
  item.command = showReport;
  return item;
}

const showReport: Command = { command: "therapyClaims.showThresholdReport", title: "Threshold Report" };

function share(read: number, found: number): string {
  return `${Math.floor((read / found) * 100).toString()} %`;
}

function fileWords(files: number): string {
  return files === 1 ? "1 file" : `${files.toLocaleString("en-US")} files`;
}

function showDocument(item: LanguageStatusItem, status: DocumentStatus): void {
  const { findings, payer, unidentified, usedAmountKnown, settingsProblems, checked, isStopped } = status;
  item.busy = checked < 1 && !isStopped;
  if (checked < 1) {
    const percent = `${Math.floor(checked * 100).toString()} % checked`;
    write(item, `${countWords(findings)} so far`, isStopped ? [percent, "stopped"] : [percent]);
    if (!isStopped) return;
    item.severity = LanguageStatusSeverity.Warning;
    item.command = { command: "therapyClaims.checkWholeFile", title: "Check the Whole File" };
    return;
  }
  const used = usedAmountKnown === null ? [] : [usedAmountKnown ? "used amount known" : "used amount not known"];
  const uncounted = unidentified === 0 ? [] : [`${amountWords(unidentified)} without a patient's id not counted`];
  const [problem] = settingsProblems;
  write(
    item,
    countWords(findings),
    problem === undefined ? [payer ?? "several payers", ...used, ...uncounted] : [problem],
  );
  if (problem === undefined) return;
  item.severity = LanguageStatusSeverity.Warning;
  item.command = { command: "workbench.action.openSettings", title: "Settings", arguments: ["therapyClaims"] };
}

function showTables(item: LanguageStatusItem, { tablesDate, version }: DocumentStatus): void {
  item.name = "Therapy Claims: Rule Tables";
  write(item, `Rule tables of ${tablesDate}`, [`version ${version}`]);
}

function write(item: LanguageStatusItem, text: string, details: readonly string[]): void {
  item.severity = LanguageStatusSeverity.Information;
  item.command = undefined;
  item.text = text;
  item.detail = details.join(", ");
  item.accessibilityInformation = { label: `Therapy Claims: ${[text, ...details].join(", ")}` };
}

function amountWords(amounts: number): string {
  return amounts === 1 ? "1 amount" : `${amounts.toLocaleString("en-US")} amounts`;
}

function countWords(findings: number): string {
  if (findings === 0) return "No findings";
  return findings === 1 ? "1 finding" : `${findings.toLocaleString("en-US")} findings`;
}
