import { lstat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { WorkDoneProgressReporter } from "vscode-languageserver";
import { claimFilesIn } from "../files/claim-files.ts";
import { openFile } from "../files/read-file.ts";
import { languageOfName } from "../formats/registry.ts";
import { readRecords } from "../workspace/file-records.ts";
import { nextTurn } from "./answer.ts";
import type { Conversation } from "./conversation.ts";
import { isWithin } from "./file-name.ts";
import type { FolderStatus } from "./protocol.ts";

/** In a slice nothing else is answered. */
const sliceMilliseconds = 20;

/**
 * Reads what the claim files of the open folders tell, in slices between messages, and after the open documents are checked. A file that
 * can't be read tells nothing.
 */
export class FolderReader {
  readonly #conversation: Pick<Conversation, "connection" | "agreement" | "environments" | "background" | "office">;
  readonly #folders: readonly string[];
  #waiting = new Set<string>();
  /** Those that are there, as far as is known. */
  readonly #files = new Set<string>();
  #hasStarted = false;
  #isSearching = false;
  #isRunning = false;
  #isStopped = false;

  constructor(
    folders: readonly string[],
    conversation: Pick<Conversation, "connection" | "agreement" | "environments" | "background" | "office">,
  ) {
    this.#folders = folders;
    this.#conversation = conversation;
  }

  /** Undefined where there is no folder to read. */
  get standing(): FolderStatus | undefined {
    return this.#folders.length === 0 ? undefined : this.#standing;
  }

  get #standing(): FolderStatus {
    const found = this.#files.size;
    const read = found - this.#waiting.size;
    return { found, read, isReading: this.#isSearching || this.#isRunning, isStopped: this.#isStopped };
  }

  /** Reads all files. */
  async start(): Promise<void> {
    this.#hasStarted = true;
    if (this.#folders.length === 0 || this.#isStopped) return;
    this.#isSearching = true;
    const found = await Promise.all(this.#folders.map((folder) => claimFilesIn(folder)));
    this.#isSearching = false;
    this.#waiting = new Set();
    this.#await(found.flat().flatMap(({ path, error }) => (error === undefined ? path : [])));
    await this.#run();
  }

  /** The settings changed, on which what files tell depends. */
  async startAgain(): Promise<void> {
    if (this.#hasStarted) await this.start();
  }

  /**
   * Files or folders were made, changed or removed. Of a folder that came or went as a whole an editor names nothing but the folder.
   */
  async lookAgain(paths: readonly string[]): Promise<void> {
    const named = new Set(paths);
    this.#await([...this.#files].filter((file) => isBelowOneOf(named, file)));
    for (const path of paths) {
      const folder = this.#folderOf(path);
      if (folder === undefined) continue;
      this.#await(languageOfName(path) === undefined ? await filesThereBelow(path, folder) : [path]);
    }
    await this.#run();
  }

  /** A document was closed: its file, if it has one, tells what it holds. */
  async readAgain(path: string): Promise<void> {
    if (this.#folderOf(path) === undefined) return;
    this.#await([path]);
    await this.#run();
  }

  #folderOf(path: string): string | undefined {
    return this.#folders.find((folder) => isWithin(path, folder));
  }

  #await(paths: readonly string[]): void {
    for (const path of paths) {
      this.#waiting.add(path);
      this.#files.add(path);
    }
  }

  #takeNext(): string | undefined {
    const [path] = this.#waiting;
    if (path !== undefined) this.#waiting.delete(path);
    return path;
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#waiting.size === 0) return;
    this.#isRunning = true;
    const progress = await this.#showProgress();
    for (let path = this.#takeNext(); path !== undefined && !this.#isStopped; path = this.#takeNext()) {
      await this.#read(path);
      progress?.report(Math.floor((this.#standing.read / Math.max(1, this.#standing.found)) * 100));
    }
    progress?.done();
    this.#isRunning = false;
  }

  async #read(path: string): Promise<void> {
    const { environments, office, background } = this.#conversation;
    try {
      const file = await openFile(path);
      if (file === undefined) {
        this.#forget(path);
        return;
      }
      try {
        const environment = environments.of(pathToFileURL(path).href);
        const steps = readRecords(path, file.document, file.format, environment);
        for (let end = performance.now() + sliceMilliseconds; ;) {
          const step = steps.next();
          if (step.done) {
            office.read(path, step.value);
            return;
          }
          if (performance.now() < end) continue;
          do await nextTurn();
          while (background.isRunning);
          end = performance.now() + sliceMilliseconds;
        }
      } finally {
        file.close();
      }
    } catch {
      // Gone, or closed to us: it tells nothing, and says so where it is opened or checked.
      this.#forget(path);
    }
  }

  #forget(path: string): void {
    this.#files.delete(path);
    this.#conversation.office.read(path, undefined);
  }

  async #showProgress(): Promise<WorkDoneProgressReporter | undefined> {
    const { connection, agreement } = this.#conversation;
    if (!agreement.showsProgress || this.#waiting.size < filesWithoutProgress) return undefined;
    try {
      const progress = await connection.window.createWorkDoneProgress();
      progress.begin("Reading the folder's claims", 0, undefined, true);
      progress.token.onCancellationRequested(() => (this.#isStopped = true));
      return progress;
    } catch {
      return undefined;
    }
  }
}

/** So few files are read before anybody could have looked. */
const filesWithoutProgress = 100;

/** Whether a path is one of these, or lies below one. */
function isBelowOneOf(paths: ReadonlySet<string>, path: string): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (paths.has(path.slice(0, end))) return true;
  }
  return false;
}

/** None where the path is not that of a folder. */
async function filesThereBelow(path: string, folder: string): Promise<readonly string[]> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isDirectory() !== true) return [];
  const found = await claimFilesIn(folder, path);
  return found.flatMap((file) => (file.error === undefined ? file.path : []));
}
