import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs a Debian package where that is possible without asking anybody.
 * @param {string} name
 * @returns {boolean} whether it could be done
 */
export function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(`Installing ${name} from Debian's packages`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [["update"], ["install", "-y", "--no-install-recommends", name]];
  return steps.every(
    (args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0,
  );
}
