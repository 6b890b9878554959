// What a clean clone needs before anything else runs. Uses nothing but Node.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
/** On Windows npm and npx are scripts, which only a shell starts. */
export const shell = process.platform === "win32";

/** Installs exactly what the lock file names, unless that was done already. Ends the process where it can't be done. */
export function installDependencies() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node 20.19 or newer is needed; this is ${process.version}.`);
    process.exit(1);
  }
  const stamp = resolve(root, "node_modules/.installed-lock.json");
  const lock = readFileSync(resolve(root, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing what package-lock.json names …");
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], { cwd: root, stdio: "inherit", shell });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}
