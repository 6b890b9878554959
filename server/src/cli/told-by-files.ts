import { openBytes, openFile } from "../files/read-file.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { nameOf, standardInput } from "../files/find-files.ts";
import { reasonOf } from "../files/reason.ts";
import { readStandardInput } from "../files/standard-input.ts";
import { type Elsewhere, noSources } from "../lint/elsewhere.ts";
import { finish } from "../text/steps.ts";
import { type ReadRecords, readRecords } from "../workspace/file-records.ts";
import { type PackedSources, unpackSources } from "../workspace/packed.ts";
import { Practice } from "../workspace/practice.ts";
import type { EnvironmentsOfFiles } from "./environments-of-files.ts";

/** What the files of a command tell of beneficiaries, each known by the path that is shown of it. */
export class ToldByFiles {
  readonly practice = new Practice();
  readonly #records = new Map<string, ReadRecords>();

  /** Reads a file for it. Answers with the reason where it can't be read: it tells nothing then. */
  async read(
    file: FoundFile,
    environments: EnvironmentsOfFiles,
    stdinFilename: string | undefined,
  ): Promise<string | undefined> {
    if (file.error !== undefined) return file.error;
    const path = nameOf(file, stdinFilename);
    try {
      const environment = await environments.of(path);
      const opened =
        file.path === standardInput ? openBytes(path, await readStandardInput()) : await openFile(file.path);
      if (opened === undefined) return "binary, not text";
      try {
        const records = finish(readRecords(path, opened.document, opened.format, environment));
        this.practice.replace(path, records);
        this.#records.set(path, records);
        return undefined;
      } finally {
        opened.close();
      }
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** How many amounts that payers tell count nowhere, since no id of a patient stands with them. */
  get unidentified(): number {
    let sum = 0;
    for (const { unidentified } of this.#records.values()) sum += unidentified;
    return sum;
  }

  /** What the others tell of those of whom the file tells, so that another thread can be given it. */
  packedFor(path: string): PackedElsewhere {
    const told = new Map<string, readonly PackedSources[]>();
    for (const id of this.#records.get(path)?.beneficiaryIds ?? []) {
      // Of an id that is no person's nothing is told.
      if (this.practice.sourcesOf(id, path) === noSources) continue;
      const others = this.practice.filesOf(id).filter((file) => file !== path);
      told.set(
        id,
        others.flatMap((file) => this.#records.get(file)?.packedOf(id) ?? []),
      );
    }
    return told;
  }

  /** What the others tell a file. */
  elsewhereOf(path: string): Elsewhere {
    return { file: path, sourcesOf: (id) => this.practice.sourcesOf(id, path) };
  }
}

/** By beneficiary. */
export type PackedElsewhere = ReadonlyMap<string, readonly PackedSources[]>;

export function elsewhereFrom(path: string, told: PackedElsewhere): Elsewhere {
  return { file: path, sourcesOf: (id) => unpackSources(told.get(id) ?? []) };
}
