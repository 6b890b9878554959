import { TextDocuments } from "vscode-languageserver";
import { type Checked, DocumentState, type FailureListener } from "./document-state.ts";
import { windowShown } from "../features/diagnostics.ts";
import type { Format, FoundLayout } from "../formats/format.ts";
import { formatOf, languageOfName, recognizeLanguage } from "../formats/registry.ts";
import type { Environments } from "./environments.ts";
import { growSlowlyFor } from "./memory.ts";
import type { Office } from "./office.ts";
import { type PositionEncoding, decodePositions } from "./position-encoding.ts";
import type { Stretch } from "../text/edit.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { Document } from "../text/document.ts";
import type { Steps } from "../text/steps.ts";

export interface SessionOptions {
  readonly encoding: PositionEncoding;
  readonly environments: Environments;
  readonly failed: FailureListener;
  readonly office: Office;
}

/** Language ids of editors that know no better; the document's name decides then, else its content. */
const undecidedLanguages: ReadonlySet<string> = new Set(["", "plaintext", "text"]);

/** The other side of a diff, and the preview of an edit. */
const uncheckedSchemes = /^(git|vscode-bulkeditpreview[^:]*):/;

/** The open documents, each with its newest snapshot, and what they are checked in. */
export class Session {
  readonly documents: TextDocuments<Document>;
  readonly #states = new Map<string, DocumentState>();
  readonly #layouts = new Map<string, FoundLayout>();
  readonly #encoding: PositionEncoding;
  readonly #environments: Environments;
  readonly #failed: FailureListener;
  readonly #office: Office;
  #opened = 0;

  constructor({ encoding, environments, failed, office }: SessionOptions) {
    this.#office = office;
    this.#encoding = encoding;
    this.#environments = environments;
    this.#failed = failed;
    this.documents = new TextDocuments<Document>({
      create: (uri, languageId, version, content) => {
        growSlowlyFor(content);
        return this.#open(Document.create(uri, languageId, version, content));
      },
      update: (document, changes, version) => this.#edit(document, changes, version),
    });
    this.documents.onDidClose(({ document }) => {
      this.#forget(document.uri);
    });
  }

  /**
   * Goes on with checking a document as it stands now, until that is done or `isOver`; undefined for one that is not open or not of a
   * kind that is checked.
   */
  check(uri: string, isOver: () => boolean): Checked | undefined {
    const state = this.#states.get(uri);
    const document = this.documents.get(uri);
    if (state === undefined || document === undefined) return undefined;
    const checked = state.check(document, this.#environments.of(uri), isOver);
    this.#tell(uri, state);
    return checked;
  }

  /** How the document was laid out when it was opened; undefined where that follows no pattern. */
  layoutAsSent(uri: string): FoundLayout | undefined {
    return this.#layouts.get(uri);
  }

  /** Goes on with checking a document, step by step, until `isEnough` of it is checked. Undefined as of `check`. */
  *until(uri: string, isEnough: (snapshot: Snapshot) => boolean): Steps<Checked | undefined> {
    for (;;) {
      const checked = this.check(uri, isOverAfter(stepMilliseconds));
      const goesOn = checked && ("snapshot" in checked ? !isEnough(checked.snapshot) : "isReading" in checked);
      if (goesOn !== true) return checked;
      yield;
    }
  }

  /** Whether a document is checked where somebody looks, or typed last. */
  isCheckedNear(uri: string): boolean {
    return this.#states.get(uri)?.isCheckedNear ?? true;
  }

  /** Where somebody looks, or typed last. */
  nearOf(uri: string): Stretch | undefined {
    return this.#states.get(uri)?.near;
  }

  /** Has what stands there checked before the rest. */
  lookAt(uri: string, near: Stretch): void {
    const state = this.#states.get(uri);
    if (state !== undefined) state.near = near;
  }

  /**
   * Names what an answer about the document rests on: it changes with the text, the settings and the day, with how much is still to
   * be checked, and of many findings with where somebody looks.
   */
  resultId(uri: string, checked: Checked): string | undefined {
    const state = this.#states.get(uri);
    const document = this.documents.get(uri);
    if (state === undefined || document === undefined) return undefined;
    const left = "snapshot" in checked ? checked.snapshot.left : "unknown";
    const window = "snapshot" in checked ? windowShown(checked.snapshot, state.near) : undefined;
    return [state.opened, document.version, this.#environments.revision, state.revision, left, window].join(".");
  }

  #open(document: Document): Document {
    const format = uncheckedSchemes.test(document.uri) ? undefined : formatFor(document);
    this.#forget(document.uri);
    if (format === undefined) return document;
    const setting = { elsewhere: this.#office.elsewhereOf(document.uri), failed: this.#failed };
    this.#states.set(document.uri, new DocumentState(format, ++this.#opened, setting));
    const layout = format.findLayout?.(document.text);
    if (layout !== undefined) this.#layouts.set(document.uri, layout);
    return document;
  }

  /** Tells the office what it does not know yet of a document. */
  #tell(uri: string, state: DocumentState): void {
    const told = state.takeTold();
    if (told === undefined) this.#office.open(uri, state);
    else this.#office.change(uri, told);
  }

  #forget(uri: string): void {
    this.#states.delete(uri);
    this.#office.close(uri);
    this.#layouts.delete(uri);
  }

  #edit(document: Document, changes: Parameters<Document["edited"]>[0], version: number): Document {
    // In UTF-8 a change can be understood only in the text that the one before it left.
    const steps = this.#encoding === "utf-16" ? [changes] : changes.map((change) => [change]);
    let edited = document;
    for (const step of steps) {
      edited = edited.edited(decodePositions(step, edited, this.#encoding), version);
      this.#states.get(document.uri)?.edit(edited);
    }
    return edited;
  }
}

/** Short enough to look up several times in a slice. */
const stepMilliseconds = 4;

/** Says from then on that the time is over. */
export function isOverAfter(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() >= end;
}

function formatFor(document: Document): Format | undefined {
  const { languageId, uri } = document;
  const format = formatOf(languageId);
  if (format !== undefined || !undecidedLanguages.has(languageId)) return format;
  const language = languageOfName(decodeName(uri)) ?? recognizeLanguage(document.text);
  return language === undefined ? undefined : formatOf(language);
}

function decodeName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
