import { errorName } from "./failure.ts";
import type { Format } from "../formats/format.ts";
import type { Environment } from "../lint/environment.ts";
import { openSnapshot } from "../lint/open-snapshot.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Document } from "../text/document.ts";

/** A document that was checked, or the class of the error that kept it from that. */
export type Checked = { readonly snapshot: Snapshot } | { readonly error: string; readonly isSetAside: boolean };

/** Told of every error that checking a document ends in, or that cost a rule its findings; `name` says which. */
export type FailureListener = (name: string, error: unknown) => void;

const checking = "checking a document";

/** Checking a document may fail so often; then it is set aside until it is opened again. */
const failuresAllowed = 1;

/** More edits than this without a question in between are not carried on one by one. */
const pendingLimit = 100;

/** An open document, from its newest snapshot on. */
export class DocumentState {
  /** Tells one opening of a document from the next, which may begin with the same version. */
  readonly opened: number;
  readonly #format: Format;
  readonly #failed: FailureListener;
  #snapshot: Snapshot | undefined;
  #environment: Environment | undefined;
  /** The versions since the snapshot's, each an edit of the one before. */
  #pending: Document[] = [];
  #failures = 0;
  readonly #failedRules = new Set<string>();
  /** Of the version that could not be checked. */
  #failure: { readonly version: number; readonly error: string } | undefined;

  constructor(format: Format, opened: number, failed: FailureListener) {
    this.#format = format;
    this.opened = opened;
    this.#failed = failed;
  }

  edit(edited: Document): void {
    if (this.#snapshot === undefined) return;
    this.#pending.push(edited);
    if (this.#pending.length > pendingLimit) this.#snapshot = undefined;
  }

  /** In another environment the document is checked from the start. */
  check(document: Document, environment: Environment): Checked {
    if (environment !== this.#environment) {
      this.#environment = environment;
      this.#snapshot = undefined;
      this.#failure = undefined;
    }
    const isSetAside = this.#failures > failuresAllowed;
    if (this.#failure !== undefined && (isSetAside || this.#failure.version === document.version)) {
      return { error: this.#failure.error, isSetAside };
    }
    try {
      this.#snapshot = this.#carryOn() ?? openSnapshot(document, this.#format, environment);
      this.#failure = undefined;
      this.#tellOfRules(this.#snapshot);
      return { snapshot: this.#snapshot };
    } catch (error) {
      this.#failed(checking, error);
      this.#failures++;
      this.#snapshot = undefined;
      this.#failure = { version: document.version, error: errorName(error) };
      return { error: this.#failure.error, isSetAside: this.#failures > failuresAllowed };
    } finally {
      this.#pending = [];
    }
  }

  /** A rule that threw lost its findings on a claim, and nothing else: that is told once for each rule. */
  #tellOfRules({ failures }: Snapshot): void {
    for (const { rule, error } of failures) {
      if (this.#failedRules.has(rule)) continue;
      this.#failedRules.add(rule);
      this.#failed(`rule ${rule}`, error);
    }
  }

  /** The snapshot after the pending edits; undefined where the document is to be read from the start. */
  #carryOn(): Snapshot | undefined {
    try {
      return this.#pending.reduce((snapshot, edited) => snapshot?.after(edited), this.#snapshot);
    } catch (error) {
      this.#failed(checking, error);
      return undefined;
    }
  }
}
