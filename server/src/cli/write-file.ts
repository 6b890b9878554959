import { randomUUID } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Puts a file in the place of another, as a whole or not at all: it is written beside it, then renamed. A link stays one, and the mode stays. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = join(dirname(target), `.therapy-claims-${randomUUID()}`);
  try {
    const file = await open(beside, "wx", mode);
    await writeThrough(file, bytes, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeThrough(file: FileHandle, bytes: Uint8Array, mode: number): Promise<void> {
  try {
    await file.writeFile(bytes);
    // What the process masks of a new file's mode is put back.
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
