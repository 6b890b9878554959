import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
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

  /** So many small files, every other a superbill. */
  folder(files: number): string {
    const path = mkdtempSync(join(this.#folder, "folder-"));
    for (let place = 0; place < files; place++) {
      const pieces: string[] = [];
      const write: Write = (text) => pieces.push(text);
      const isSuperbill = place % 2 === 1;
      if (isSuperbill) writeSuperbill(0.002, seed + place, write);
      else write837({ megabytes: 0.004, seed: seed + place, lineEnd: "\n" }, write);
      writeFileSync(join(path, `${String(place)}.${isSuperbill ? "superbill" : "837"}`), pieces.join(""));
    }
    return path;
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
