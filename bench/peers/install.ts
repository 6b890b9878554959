import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const lockFile = join(folder, "package-lock.json");
/** A copy of the lock file that was installed from; written last, so that an installation broken off does not count. */
const installed = join(folder, "node_modules/.installed-from.json");

/** Installs what the lock file beside this names, unless it is there. Answers with the folder. */
export function installPeers(): string {
  const lock = readFileSync(lockFile, "utf8");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return folder;
  rmSync(installed, { force: true });
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"], shell });
  if (status !== 0) throw new Error("the peers could not be installed");
  writeFileSync(installed, lock);
  return folder;
}
