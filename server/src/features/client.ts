/** What the editor at the other end can show, as far as an answer depends on it. */
export interface Client {
  /** Edits may name the document's version. */
  readonly takesDocumentChanges: boolean;
  /** Edits may carry a note and wait for a confirmation. */
  readonly takesAnnotations: boolean;
  /** Actions that are not possible are shown with the reason. */
  readonly showsDisabledActions: boolean;
  readonly nestsSymbols: boolean;
  /** How many folds are taken at most. */
  readonly foldLimit: number;
  /** The address at which the client opens a rule's page. */
  readonly rulePage: (rule: string) => string;
  /** It can show the threshold report. */
  readonly showsReport: boolean;
  /** The address of another file, which a place names as the edge does. */
  readonly addressOf: (file: string) => string;
}
