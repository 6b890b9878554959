import { readFileSync } from "node:fs";
import type { Format } from "../../server/src/formats/format.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";

export const environment = { settings: defaultSettings, today: "2026-11-01" } as const;

/** A file to measure on, and the editor's language that it is in. */
export interface TextFile {
  readonly path: string;
  readonly language: string;
}

export function documentOf({ path, language }: TextFile): Document {
  return Document.create("bench:file", language, 0, readFileSync(path, "utf8"));
}

export function formatFor({ language }: TextFile): Format {
  const format = formatOf(language);
  if (format === undefined) throw new Error(`no format reads ${language}`);
  return format;
}

export function openFile(file: TextFile): Snapshot {
  return openSnapshot(documentOf(file), formatFor(file), environment);
}
