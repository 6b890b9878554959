import type { Elsewhere } from "../lint/elsewhere.ts";
import { Practice } from "../workspace/practice.ts";
import type { FileRecords } from "../lint/elsewhere.ts";
import { fileOf } from "./file-name.ts";

/** An open document as the office knows it. */
export interface OpenDocument {
  /** What it tells; it changes with the document. */
  readonly records: FileRecords;
  /** Others tell something else of these beneficiaries; answers whether the document has claims of any. */
  touch(beneficiaryIds: ReadonlySet<string>): boolean;
}

/**
 * What the open documents and the files of the open folders tell of beneficiaries. Each document is told when something changes that
 * another tells. An open document takes the place of its file.
 */
export class Office {
  readonly practice = new Practice();
  /** Told whenever a document or a file may tell something else than before. */
  onMoved: () => void = () => undefined;
  readonly #open = new Map<string, OpenDocument>();
  readonly #moved: (uris: readonly string[]) => void;

  /** `moved` is told of the open documents whose claims are to be looked at again. */
  constructor(moved: (uris: readonly string[]) => void) {
    this.#moved = moved;
  }

  /** What others tell a document. */
  elsewhereOf(uri: string): Elsewhere {
    const file = fileOf(uri);
    return { file, sourcesOf: (beneficiaryId) => this.practice.sourcesOf(beneficiaryId, file) };
  }

  isOpen(file: string): boolean {
    return [...this.#open.keys()].some((uri) => fileOf(uri) === file);
  }

  /** A document was opened, or is read anew from its start. */
  open(uri: string, document: OpenDocument): void {
    this.#open.set(uri, document);
    this.#tell(this.practice.replace(fileOf(uri), document.records), uri);
  }

  /** An open document tells something else of these beneficiaries. */
  change(uri: string, beneficiaryIds: ReadonlySet<string>): void {
    if (beneficiaryIds.size === 0) return;
    this.practice.refresh(fileOf(uri), beneficiaryIds);
    this.#tell(beneficiaryIds, uri);
  }

  /** A document was closed. Its file, if it has one, is to be read again. */
  close(uri: string): void {
    if (!this.#open.delete(uri)) return;
    this.#tell(this.practice.replace(fileOf(uri), undefined));
  }

  /** What a file of a folder tells; undefined for one that is gone. An open document tells it by itself. */
  read(file: string, records: FileRecords | undefined): void {
    if (!this.isOpen(file)) this.#tell(this.practice.replace(file, records));
  }

  #tell(beneficiaryIds: ReadonlySet<string>, teller?: string): void {
    this.onMoved();
    if (beneficiaryIds.size === 0) return;
    const moved = [...this.#open].filter(([uri, document]) => uri !== teller && document.touch(beneficiaryIds));
    if (moved.length > 0) this.#moved(moved.map(([uri]) => uri));
  }
}
