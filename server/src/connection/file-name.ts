import { isAbsolute, relative } from "node:path";
import { withSlashes } from "../files/claim-files.ts";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * How a document is named among the files of an office: its path, where it has one, since the same file has several addresses; else its
 * address.
 */
export function fileOf(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  try {
    return withSlashes(fileURLToPath(uri));
  } catch {
    return uri;
  }
}

/** The address of a file that `fileOf` names. */
export function uriOfFile(file: string): string {
  return /^[a-z][a-z0-9+.-]+:/i.test(file) ? file : pathToFileURL(file).href;
}

/** Whether a path lies in a folder or below it. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== "" && !below.startsWith("..") && !isAbsolute(below);
}
