import { NotificationType, type Range, RequestType, type TextEdit } from "vscode-languageserver";

/** What a client says of itself at the start, beyond the protocol. */
export interface InitializationOptions {
  /** It shows `therapy-claims:` documents, so a diagnostic's code may link to one. */
  readonly rulePages?: boolean;
  /** It can show the threshold report, and is told when what all files tell of used amounts is another. */
  readonly thresholdReport?: boolean;
}

/** The page of a rule or of a problem, as Markdown; null where no rule has that id. */
export const rulePageRequest = new RequestType<{ readonly id: string }, { readonly markdown: string } | null, void>(
  "therapyClaims/rulePage",
);

/** The language that a text shows by its beginning; null where it shows none that is read here. */
export const recognizeRequest = new RequestType<
  { readonly beginning: string },
  { readonly language: string } | null,
  void
>("therapyClaims/recognize");

/** How the checking of one document stands; null for a document that the server does not have. */
export const statusRequest = new RequestType<{ readonly uri: string }, ServerStatus | null, void>(
  "therapyClaims/status",
);

/** The edits that lay a document out; null where there are none: the server does not have it, or knows no such layout of it. */
export const layOutRequest = new RequestType<LayOutParams, LayOutEdits | null, void>("therapyClaims/layOut");

export interface LayOutParams {
  readonly textDocument: { readonly uri: string };
  /** `readable`: one segment a line; `compact`: without line ends; `as-sent`: as the document was when it was opened. */
  readonly layout: "readable" | "compact" | "as-sent";
}

export interface LayOutEdits {
  /** Of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** What a user sees of a document: of a large one, this is checked first. */
export const visibleNotification = new NotificationType<{ readonly uri: string; readonly range: Range }>(
  "therapyClaims/visible",
);

/** The checking of a document that the user stopped goes on. */
export const checkOnNotification = new NotificationType<{ readonly uri: string }>("therapyClaims/checkOn");

/** How near the beneficiaries of all files are to the year's thresholds. */
export const thresholdReportRequest = new RequestType<ThresholdReportParams, ThresholdReportPage, void>(
  "therapyClaims/thresholdReport",
);

export interface ThresholdReportParams {
  /** Ids are shown whole; else their last characters. */
  readonly showIds: boolean;
}

export interface ThresholdReportPage {
  /** A whole page, without scripts; empty where it could not be made. */
  readonly html: string;
  /** Files of the folder are not read yet, or were left unread. */
  readonly isPartial: boolean;
}

/** What the files tell of used amounts is another, or more of them are read. At most once a second. */
export const ledgerMovedNotification = new NotificationType<Record<string, never>>("therapyClaims/ledgerMoved");

/** How far the open folders are read. */
export interface FolderStatus {
  readonly found: number;
  readonly read: number;
  /** Files are still looked for or read. */
  readonly isReading: boolean;
  /** The user stopped the reading before its end. */
  readonly isStopped: boolean;
}

export interface ServerStatus {
  /** Of the server: `0.1.0`. */
  readonly version: string;
  /** When the tables were last read against their sources: `2026-11-22`. */
  readonly tablesDate: string;
  /** The name of the payer whose rules are applied, or who answers; null where the document names several. */
  readonly payer: string | null;
  /** How many amounts that payers tell count nowhere, since no id of a patient stands with them. */
  readonly unidentified: number;
  readonly findings: number;
  /** Whether the used amount is known wherever a rule asked for it; null where none did. */
  readonly usedAmountKnown: boolean | null;
  /** Lines hold several segments, so that one segment a line is easier to read. */
  readonly runsOn: boolean;
  /** How much of the document is checked: 1 is all. */
  readonly checked: number;
  /** The user stopped the checking before its end. */
  readonly isStopped: boolean;
  /** Null where no folder is open that can be read. */
  readonly folder: FolderStatus | null;
  /** What is wrong with the user's settings, a sentence each. */
  readonly settingsProblems: readonly string[];
}
