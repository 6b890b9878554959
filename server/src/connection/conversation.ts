import type { Connection } from "vscode-languageserver";
import type { Agreement } from "./capabilities.ts";
import type { Background } from "./background.ts";
import type { Environments } from "./environments.ts";
import type { FolderReader } from "./folder-reader.ts";
import type { Office } from "./office.ts";
import type { Refresher } from "./refresher.ts";
import type { Session } from "./session.ts";
import type { SettingsReader } from "./settings-reader.ts";

/** What everything that answers the client works with, once client and server know each other. */
export interface Conversation {
  readonly connection: Connection;
  readonly agreement: Agreement;
  readonly session: Session;
  readonly environments: Environments;
  readonly settings: SettingsReader;
  readonly background: Background;
  readonly office: Office;
  readonly folderReader: FolderReader;
  readonly refresher: Refresher;
}
