import { Uri, ViewColumn, commands, window, workspace, type Event, type WebviewPanel } from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";
import { thresholdReportRequest } from "./protocol.ts";

const viewType = "therapyClaims.thresholdReport";

/** Shows how near the beneficiaries of all files are to the year's thresholds, and keeps that page in step with the files. */
export function provideThresholdReport(client: BaseLanguageClient, ledgerMoved: Event<void>): { dispose(): void }[] {
  let report: ReportPanel | undefined;
  return [
    commands.registerCommand("therapyClaims.showThresholdReport", async () => {
      report ??= new ReportPanel(client, () => (report = undefined));
      await report.show();
    }),
    commands.registerCommand("therapyClaims.toggleReportIds", () => report?.toggleIds()),
    commands.registerCommand("therapyClaims.saveThresholdReport", () => report?.save()),
    ledgerMoved(() => report?.ledgerMoved()),
    { dispose: () => report?.dispose() },
  ];
}

class ReportPanel {
  readonly #client: BaseLanguageClient;
  readonly #panel: WebviewPanel;
  /** Ids are masked whenever the report is opened: others may see the screen. */
  #showsIds = false;
  #html = "";
  /** The page is of before something moved. */
  #isStale = true;
  #isAsking = false;

  constructor(client: BaseLanguageClient, closed: () => void) {
    this.#client = client;
    this.#panel = window.createWebviewPanel(viewType, "Therapy Thresholds", ViewColumn.Active, {
      enableScripts: false,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    this.#panel.onDidDispose(closed);
    this.#panel.onDidChangeViewState(() => void this.#refresh());
  }

  async show(): Promise<void> {
    this.#panel.reveal();
    this.#isStale = true;
    await this.#refresh();
  }

  /** A page that nobody sees is made when somebody does. */
  ledgerMoved(): void {
    this.#isStale = true;
    void this.#refresh();
  }

  async toggleIds(): Promise<void> {
    this.#showsIds = !this.#showsIds;
    this.#isStale = true;
    await this.#refresh();
  }

  /** Writes the page as it is shown, only where the user says. */
  async save(): Promise<void> {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const name = "therapy-thresholds.html";
    const chosen = await window.showSaveDialog({
      title: "Save Threshold Report",
      filters: { "Web page": ["html"] },
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    });
    if (chosen !== undefined) await workspace.fs.writeFile(chosen, new TextEncoder().encode(this.#html));
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #refresh(): Promise<void> {
    if (this.#isAsking || !this.#isStale || !this.#panel.visible) return;
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#draw();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  async #draw(): Promise<void> {
    if (this.#client.state !== State.Running) await this.#client.start();
    const page = await this.#client.sendRequest(thresholdReportRequest, { showIds: this.#showsIds });
    this.#panel.title = page.isPartial ? "Therapy Thresholds (not all files read)" : "Therapy Thresholds";
    // Drawn anew, the page loses its place and what is unfolded in it.
    if (page.html === "" || page.html === this.#html) return;
    this.#html = page.html;
    this.#panel.webview.html = page.html;
  }
}
