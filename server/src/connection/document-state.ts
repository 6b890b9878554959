import { errorName } from "./failure.ts";
import type { Format } from "../formats/format.ts";
import { type Elsewhere, type FileRecords, noRecords } from "../lint/elsewhere.ts";
import type { Environment } from "../lint/environment.ts";
import type { Stretch } from "../text/edit.ts";
import { beginSnapshot } from "../lint/open-snapshot.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Document } from "../text/document.ts";
import type { Steps } from "../text/steps.ts";

/** A document that was checked, maybe not wholly yet; or the class of the error that kept it from that; or one not read to its end. */
export type Checked =
  | { readonly snapshot: Snapshot }
  | { readonly error: string; readonly isSetAside: boolean }
  | { readonly isReading: true };

/** Told of every error that checking a document ends in, or that cost a rule its findings; `name` says which. */
export type FailureListener = (name: string, error: unknown) => void;

const checking = "checking a document";

/** Checking a document may fail so often; then it is set aside until it is opened again. */
const failuresAllowed = 1;

/** More edits than this without a question in between are not carried on one by one. */
const pendingLimit = 100;

/** What a document's checking is part of. */
export interface DocumentSetting {
  readonly elsewhere: Elsewhere;
  readonly failed: FailureListener;
}

const nobody: ReadonlySet<string> = new Set();

/** An open document, from its newest snapshot on. */
export class DocumentState {
  /** Tells one opening of a document from the next, which may begin with the same version. */
  readonly opened: number;
  readonly #format: Format;
  readonly #elsewhere: Elsewhere;
  readonly #failed: FailureListener;
  /** Where somebody looks, or typed last: this is checked first. */
  near: Stretch | undefined;
  #snapshot: Snapshot | undefined;
  /** A document that is being read. */
  #opening: { readonly document: Document; readonly steps: Steps<Snapshot> } | undefined;
  #environment: Environment | undefined;
  /** The versions since the snapshot's, each an edit of the one before. */
  #pending: Document[] = [];
  #failures = 0;
  readonly #failedRules = new Set<string>();
  /** Of the version that could not be checked. */
  #failure: { readonly version: number; readonly error: string } | undefined;

  /** The beneficiaries of whom others tell something else since it was checked last. */
  readonly #touched = new Set<string>();
  /** Whether all that the document tells is to be told: it is read from its start. */
  #isTold = false;
  /** It is another whenever others told something else that matters to the document. */
  revision = 0;

  constructor(format: Format, opened: number, { elsewhere, failed }: DocumentSetting) {
    this.#format = format;
    this.#elsewhere = elsewhere;
    this.opened = opened;
    this.#failed = failed;
  }

  edit(edited: Document): void {
    if (edited.change !== undefined) this.near = { start: edited.change.start, end: edited.change.newEnd };
    if (this.#snapshot === undefined) return;
    this.#pending.push(edited);
    if (this.#pending.length > pendingLimit) this.#snapshot = undefined;
  }

  /** What the document tells others; nothing while it can't be checked. */
  get records(): FileRecords {
    return this.#snapshot?.records ?? noRecords;
  }

  /** Others tell something else of these beneficiaries; answers whether the document has claims of any. */
  touch(beneficiaryIds: ReadonlySet<string>): boolean {
    const { records } = this;
    const own = [...beneficiaryIds].filter((id) => records.has(id));
    for (const id of own) this.#touched.add(id);
    if (own.length > 0) this.revision++;
    return own.length > 0;
  }

  /** Of whom the document tells something else than when this was asked last; undefined where it was read anew, and tells all of it. */
  takeTold(): ReadonlySet<string> | undefined {
    const told = this.#snapshot?.takeTold();
    if (this.#isTold) return told ?? nobody;
    this.#isTold = told !== undefined;
    return this.#isTold ? undefined : nobody;
  }

  get isCheckedNear(): boolean {
    return this.#snapshot !== undefined && (this.near === undefined || this.#snapshot.isChecked(this.near));
  }

  /** Goes on with reading and checking until it is done or `isOver`. In another environment it begins from the start. */
  check(document: Document, environment: Environment, isOver: () => boolean): Checked {
    if (environment !== this.#environment) {
      this.#environment = environment;
      this.#snapshot = undefined;
      this.#opening = undefined;
      this.#failure = undefined;
    }
    const isSetAside = this.#failures > failuresAllowed;
    if (this.#failure !== undefined && (isSetAside || this.#failure.version === document.version)) {
      return { error: this.#failure.error, isSetAside };
    }
    try {
      this.#snapshot = this.#carryOn() ?? this.#read(document, environment, isOver);
      this.#failure = undefined;
      if (this.#snapshot === undefined) return { isReading: true };
      if (this.#touched.size > 0) this.#snapshot = this.#snapshot.afterElsewhere([...this.#touched]);
      this.#touched.clear();
      this.#snapshot = this.#snapshot.checkedOn(this.near, isOver);
      this.#tellOfRules(this.#snapshot);
      return { snapshot: this.#snapshot };
    } catch (error) {
      this.#failed(checking, error);
      this.#failures++;
      this.#snapshot = undefined;
      this.#opening = undefined;
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
      return this.#pending.reduce((snapshot, edited) => snapshot?.edited(edited), this.#snapshot);
    } catch (error) {
      this.#failed(checking, error);
      return undefined;
    }
  }

  /** Undefined while there is more to read. */
  #read(document: Document, environment: Environment, isOver: () => boolean): Snapshot | undefined {
    if (this.#opening?.document !== document) {
      this.#isTold = false;
      this.#opening = { document, steps: beginSnapshot(document, this.#format, environment, this.#elsewhere) };
    }
    const { steps } = this.#opening;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        this.#opening = undefined;
        return step.value;
      }
      if (isOver()) return undefined;
    }
  }
}
