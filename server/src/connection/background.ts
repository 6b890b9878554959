import type { WorkDoneProgressReporter } from "vscode-languageserver";
import { checkedShare } from "../features/document-status.ts";
import { nextTurn } from "./answer.ts";
import type { Conversation } from "./conversation.ts";
import { isOverAfter } from "./session.ts";

/** In a slice nothing else is answered. */
const sliceMilliseconds = 20;

/** So long a user waits for all findings; then some are shown while the others are looked for. */
const patienceMilliseconds = 400;

/** How long after that what was found meanwhile is shown; then after twice as long, and so on. */
const firstNewsMilliseconds = 750;

/** Checks large documents to the end while nobody waits for an answer, in slices between messages. */
export class Background {
  /** Told where there is more to show of a document. */
  onNews: (uri: string) => void = () => undefined;
  readonly #conversation: Pick<Conversation, "connection" | "agreement" | "session">;
  readonly #running = new Set<string>();
  /** The documents whose checking the user stopped. */
  readonly #stopped = new Set<string>();

  constructor(conversation: Pick<Conversation, "connection" | "agreement" | "session">) {
    this.#conversation = conversation;
    conversation.session.documents.onDidClose(({ document }) => this.#stopped.delete(document.uri));
  }

  /** Whether it checks anything. */
  get isRunning(): boolean {
    return this.#running.size > 0;
  }

  isStopped(uri: string): boolean {
    return this.#stopped.has(uri);
  }

  /** Takes up what the user stopped. */
  resume(uri: string): void {
    if (this.#stopped.delete(uri)) void this.#run(uri);
  }

  /**
   * Checks a document for a moment, and to its end for a client to which no more could be shown later. What is left is done in the
   * background. It is left where `isGivenUp`.
   */
  async begin(uri: string, isGivenUp: () => boolean): Promise<void> {
    const { pullsDiagnostics, refreshesDiagnostics } = this.#conversation.agreement;
    const isPatient = pullsDiagnostics && !refreshesDiagnostics;
    const isLate = isOverAfter(patienceMilliseconds);
    while (!this.#work(uri)) {
      if (!isPatient && this.#isAnsweredAsItStands(uri)) return;
      if (!isPatient && isLate() && !this.#stopped.has(uri)) {
        void this.#run(uri);
        return;
      }
      await nextTurn();
      if (isGivenUp()) return;
    }
  }

  /** What runs already, or was stopped and is checked where the user is: more is shown later, or not at all. */
  #isAnsweredAsItStands(uri: string): boolean {
    return this.#running.has(uri) || (this.#stopped.has(uri) && this.#conversation.session.isCheckedNear(uri));
  }

  async #run(uri: string): Promise<void> {
    if (this.#running.has(uri)) return;
    this.#running.add(uri);
    const progress = await this.#showProgress(uri);
    let pause = firstNewsMilliseconds;
    let isNews = isOverAfter(pause);
    while (!this.#stopped.has(uri) && !this.#work(uri)) {
      progress?.report(this.#percentage(uri));
      if (isNews()) {
        this.onNews(uri);
        pause *= 2;
        isNews = isOverAfter(pause);
      }
      await nextTurn();
    }
    progress?.done();
    this.#running.delete(uri);
    this.onNews(uri);
  }

  /** Does a slice; true if it was the last. */
  #work(uri: string): boolean {
    const checked = this.#conversation.session.check(uri, isOverAfter(sliceMilliseconds));
    if (checked === undefined || "error" in checked) return true;
    return "snapshot" in checked && checked.snapshot.left === 0;
  }

  async #showProgress(uri: string): Promise<WorkDoneProgressReporter | undefined> {
    const { connection, agreement } = this.#conversation;
    if (!agreement.showsProgress) return undefined;
    try {
      const progress = await connection.window.createWorkDoneProgress();
      // Without the document's name: a name of a file can be a patient's.
      progress.begin("Checking claims", 0, undefined, true);
      progress.token.onCancellationRequested(() => this.#stopped.add(uri));
      return progress;
    } catch {
      return undefined;
    }
  }

  #percentage(uri: string): number {
    const checked = this.#conversation.session.check(uri, () => true);
    return checked && "snapshot" in checked ? Math.floor(checkedShare(checked.snapshot) * 100) : 0;
  }
}
