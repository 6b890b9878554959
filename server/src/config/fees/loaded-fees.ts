import { statSync } from "node:fs";
import type { FeeSchedule } from "../../ledger/fee-schedule.ts";
import type { FeeSettings } from "./fee-settings.ts";
import { type FeesReading, loadFees } from "./load-fees.ts";

/** Reads the files that settings name in the background, once each and again when one changed. */
export class LoadedFees {
  readonly #changed: () => void;
  readonly #known = new Map<string, Loaded>();

  /** `changed` is told when what `of` answers is another. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Undefined where no files are named, where they tell of no fee, and while they are being read for the first time. */
  of(settings: FeeSettings): FeeSchedule | undefined {
    if (settings.files.length === 0) return undefined;
    const key = JSON.stringify(settings);
    const known = this.#known.get(key);
    if (known !== undefined) return known.reading.fees;
    this.#load(key, { settings, stamp: stampOf(settings.files), reading: nothing });
    return undefined;
  }

  /** A sentence each. */
  get problems(): readonly string[] {
    return [...this.#known.values()].flatMap(({ reading }) => reading.problems);
  }

  /** Forgets what was read under settings that are no more. */
  forget(): void {
    this.#known.clear();
  }

  /** Reads again what changed on disk. Until that is done the old fees hold. */
  lookAgain(): void {
    for (const [key, loaded] of this.#known) {
      const stamp = stampOf(loaded.settings.files);
      if (stamp !== loaded.stamp) this.#load(key, { ...loaded, stamp });
    }
  }

  #load(key: string, loading: Loaded): void {
    this.#known.set(key, loading);
    void loadFees(loading.settings).then((reading) => {
      // The settings, or the files, are others by now.
      if (this.#known.get(key) !== loading) return;
      this.#known.set(key, { ...loading, reading });
      this.#changed();
    });
  }
}

interface Loaded {
  readonly settings: FeeSettings;
  /** When its files changed last, and how long they are. */
  readonly stamp: string;
  readonly reading: FeesReading;
}

const nothing: FeesReading = { fees: undefined, problems: [] };

function stampOf(paths: readonly string[]): string {
  return JSON.stringify(
    paths.map((path) => {
      try {
        const { mtimeMs, size } = statSync(path);
        return [mtimeMs, size];
      } catch {
        return [];
      }
    }),
  );
}
