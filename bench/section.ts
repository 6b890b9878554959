import type { Texts } from "./texts.ts";

/** What a run of the benchmark is made in. */
export interface Setting {
  readonly texts: Texts;
  /** Megabytes of the files, ascending. */
  readonly sizes: readonly number[];
  /** A file of 1 GB, which takes minutes. */
  readonly isHuge: boolean;
}

/** One table of the page, and how it is measured. */
export interface Section {
  /** What `--only` calls it. */
  readonly id: string;
  readonly title: string;
  /** What was measured, in whole sentences. */
  readonly about: string;
  readonly columns: readonly string[];
  measure(setting: Setting): Promise<readonly (readonly string[])[]>;
}

/** A line of the table for what could not be measured: why, in the first column after its name. */
export function unmeasured(name: string, why: string, columns: readonly string[]): readonly string[] {
  return [name, why, ...columns.slice(2).map(() => "")];
}
