import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Files that others published. They are read where they lie, and are no part of this repository. */
const folder = resolve(process.env["THERAPY_CLAIMS_SAMPLES"] ?? `${import.meta.dirname}/../../../shared/x12/samples`);

export interface PublishedSample {
  /** Its name in the manifest. */
  readonly file: string;
  readonly path: string;
  /** `837P`, `835`. */
  readonly kind: string;
}

/** Undefined where they are not there. */
export function publishedSamples(): readonly PublishedSample[] | undefined {
  const manifest = `${folder}/MANIFEST.csv`;
  if (!existsSync(manifest)) return undefined;
  const [header = "", ...rows] = readFileSync(manifest, "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return rows.map((row) => {
    const cells = row.split(",");
    const file = cells[names.indexOf("file")] ?? "";
    return { file, path: `${folder}/${file}`, kind: cells[names.indexOf("kind")] ?? "" };
  });
}
