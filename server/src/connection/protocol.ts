import { NotificationType, type Range, RequestType } from "vscode-languageserver";

/** What a client says of itself at the start, beyond the protocol. */
export interface InitializationOptions {
  /** It shows `therapy-claims:` documents, so a diagnostic's code may link to one. */
  readonly rulePages?: boolean;
}

/** The page of a rule or of a problem, as Markdown; null where no rule has that id. */
export const rulePageRequest = new RequestType<{ readonly id: string }, { readonly markdown: string } | null, void>(
  "therapyClaims/rulePage",
);

/** How the checking of one document stands; null for a document that the server does not have. */
export const statusRequest = new RequestType<{ readonly uri: string }, ServerStatus | null, void>(
  "therapyClaims/status",
);

/** What a user sees of a document: of a large one, this is checked first. */
export const visibleNotification = new NotificationType<{ readonly uri: string; readonly range: Range }>(
  "therapyClaims/visible",
);

/** The checking of a document that the user stopped goes on. */
export const checkOnNotification = new NotificationType<{ readonly uri: string }>("therapyClaims/checkOn");

export interface ServerStatus {
  /** Of the server: `0.1.0`. */
  readonly version: string;
  /** When the tables were last read against their sources: `2026-11-22`. */
  readonly tablesDate: string;
  /** The name of the payer whose rules are applied; null where the document's claims name several. */
  readonly payer: string | null;
  readonly findings: number;
  /** Whether the used amount is known wherever a rule asked for it; null where none did. */
  readonly usedAmountKnown: boolean | null;
  /** How much of the document is checked: 1 is all. */
  readonly checked: number;
  /** The user stopped the checking before its end. */
  readonly isStopped: boolean;
  /** What is wrong with the user's settings, a sentence each. */
  readonly settingsProblems: readonly string[];
}
