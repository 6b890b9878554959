import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TextFile } from "./measure/opened.ts";
import { write835 } from "./synthetic-835.ts";
import { type Write, write837 } from "./synthetic-837.ts";
import { writeCsv } from "./synthetic-csv.ts";
import { writeSuperbill } from "./synthetic-superbill.ts";

const seed = 42;

/** How each kind of text is written; the name tells the command line what it is. */
export const textKinds = {
  "837P": {
    name: "837P.837",
    language: "x12",
    write: (megabytes, to) => {
      write837({ megabytes, seed, lineEnd: "\n" }, to);
    },
  },
  "837P in one line": {
    name: "line.837",
    language: "x12",
    write: (megabytes, to) => {
      write837({ megabytes, seed, lineEnd: "" }, to);
    },
  },
  "835": {
    name: "835.835",
    language: "x12",
    write: (megabytes, to) => {
      write835(megabytes, seed, to);
    },
  },
  superbill: {
    name: "text.superbill",
    language: "superbill",
    write: (megabytes, to) => {
      writeSuperbill(megabytes, seed, to);
    },
  },
  CSV: {
    name: "rows.superbill.csv",
    language: "superbill-csv",
    write: (megabytes, to) => {
      writeCsv(megabytes, seed, to);
    },
  },
} as const satisfies Record<string, { name: string; language: string; write: (megabytes: number, to: Write) => void }>;

export type TextKind = keyof typeof textKinds;

/** Synthetic files in a temporary folder, each made when it is first asked for. */
export class Texts {
  readonly #folder = mkdtempSync(join(tmpdir(), "therapy-claims-bench-"));
  readonly #made = new Set<string>();

  file(kind: TextKind, megabytes: number): TextFile {
    const { name, language, write } = textKinds[kind];
    const path = join(this.#folder, `${String(megabytes)}-${name}`);
    if (!this.#made.has(path)) {
      const descriptor = openSync(path, "w");
      write(megabytes, (text) => {
        writeSync(descriptor, text);
      });
      closeSync(descriptor);
      this.#made.add(path);
    }
    return { path, language };
  }

  remove({ path }: TextFile): void {
    rmSync(path);
    this.#made.delete(path);
  }

  removeAll(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export function sizeOf({ path }: TextFile): number {
  return statSync(path).size;
}
