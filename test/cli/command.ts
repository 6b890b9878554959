import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";

export const root = resolve(import.meta.dirname, "../..");
export const bundle = join(root, "dist/cli.cjs");

/** Copies the command, without the package that it came with; answers with the copy. */
export function copyCommand(folder: string): string {
  for (const name of ["cli.cjs", "engine.cjs"]) copyFileSync(join(root, "dist", name), join(folder, name));
  return join(folder, "cli.cjs");
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Another copy of the command, and the user who runs it. */
  readonly bundle?: string;
  readonly uid?: number;
}

/** Runs `therapy-claims` as a user does, without a terminal, and without what this machine says of colours. */
export async function therapyClaims(args: readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
  const { cwd = root, input = "", env = {}, uid } = circumstances;
  const child = spawn(process.execPath, [circumstances.bundle ?? bundle, ...args], {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  // A command that does not read its input ends before all of it is written.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), statusOf(child)]);
  return { status, stdout, stderr };
}

/** The exit status; null where a signal ended the command. */
export function statusOf(child: ChildProcess): Promise<number | null> {
  return new Promise((settle) => child.once("exit", settle));
}

/** Makes the bundle, unless it is newer than everything that it is made of. */
export function buildCommand(): void {
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest(join(root, "server/src"))) return;
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs", "engine", "server", "cli"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

/** A folder with these files, gone when the tests end. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "therapy-claims-"));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

function newest(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const times = entries
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...times);
}

/** A superbill of `--payer medicare-b` in which nothing is wrong. */
export const clean = superbill("GP  ");

/** The same, with one error: the second service line has no plan modifier. */
export const faulty = superbill("    ");

function superbill(modifiers: string): string {
  return `SUPERBILL #1042
Practice: Riverbend Therapy   NPI: 1234567893   Patient: Rivera, Ana
Medicare ID: 1EG4-TE5-MK73   Payer: Medicare Part B   POS: 11
Plan of care: 2026-01-05 to 2026-04-04   Referring: Eva Stone, MD   NPI: 1245319599
YTD PT/SLP: $1,310.40 as of 2026-03-10
Dx A: M54.50

Date        Code   Mods  Units  Min  Dx  Charge  Allowed  By
2026-03-12  97110  GP    2      30   A   78.00   58.24    PT
2026-03-12  97530  ${modifiers}  1      15   A   46.00   36.02    PT
`;
}
