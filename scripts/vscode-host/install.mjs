import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installDebianPackage } from "../debian-package.mjs";

/** The newest code-server whose VS Code (1.100.3) runs on Node 20. */
const version = "4.100.3";

/** Brings the `rg` executable as a file of the package, where VS Code's own dependency would download it. */
const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`;

/**
 * The only dependencies whose install scripts are run, each with the file that proves that it was built. node-pty's script
 * fails after having built, because it wants to download more; so the file is asked for, not the exit code.
 */
const nativeModules = [
  { name: "@vscode/spdlog", addon: "spdlog.node", serves: "output channels and log files" },
  { name: "native-watchdog", addon: "watchdog.node", serves: "ending the extension host when the server has gone" },
  { name: "node-pty", addon: "pty.node", serves: "the terminal" },
];

const abandonedAfterMilliseconds = 60 * 60 * 1000;

/**
 * Puts VS Code's web server under the user's cache folder, where it is not there yet.
 * @returns {Promise<string>} the folder that holds `out/server-main.js`
 */
export async function installHost() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "therapy-claims");
  const destination = join(cache, `vscode-host-${version}`);
  // Native modules fit one kind of Node only, so the stamp tells for which they were built.
  const stamp = `${version} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
  if ((await readStamp(destination)) === stamp) return destination;

  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const partial = await mkdtemp(`${destination}.partial-`);
  try {
    await download(partial);
    await writeFile(join(partial, "stamp"), stamp);
    await moveIntoPlace(partial, destination, stamp);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return destination;
}

/**
 * Finds Chromium, and installs Debian's where there is none and the user may.
 * @returns {Promise<string>} the executable
 */
export async function installChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM names ${chosen}, which does not exist.`);
    return chosen;
  }
  const executable = "/usr/bin/chromium";
  if (existsSync(executable)) return executable;
  if (!installDebianPackage("chromium")) {
    throw new Error("Chromium is missing: install it (Debian: apt-get install chromium), or name one in CHROMIUM.");
  }
  return executable;
}

async function download(folder) {
  console.log(`Installing VS Code's web server from code-server ${version} (once, about a minute)`);
  const packed = join(folder, "packed");
  await mkdir(packed);
  await npm(["pack", `code-server@${version}`, "--pack-destination", packed], folder);
  const archive = join(packed, `code-server-${version}.tgz`);
  await run("tar", ["xzf", archive, "-C", folder, "--strip-components=3", "package/lib/vscode"]);
  await rm(packed, { recursive: true });

  await npm(["install", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--prefer-offline"], folder);
  for (const module of nativeModules) await buildNativeModule(folder, module);
  await installRipgrep(folder);
  await removeSourceMaps(folder);
  // The server looks for some of its dependencies where the desktop build packs them.
  await symlink("node_modules", join(folder, "node_modules.asar"), "dir");
}

async function buildNativeModule(folder, { name, addon, serves }) {
  const headers = dirname(dirname(process.execPath));
  const env = { ...process.env, npm_config_build_from_source: "true" };
  // Without this, headers that came with Node are downloaded a second time.
  if (existsSync(join(headers, "include/node/node.h"))) env.npm_config_nodedir ??= headers;
  const failure = await npm(["rebuild", name], folder, { env }).then(() => undefined, String);
  if (existsSync(join(folder, "node_modules", name, "build/Release", addon))) return;
  console.warn(`${name} could not be built; without it the host lacks ${serves}. ${failure ?? ""}`);
}

async function installRipgrep(folder) {
  const target = join(folder, "node_modules/@vscode/ripgrep/bin");
  const scratch = join(folder, "ripgrep");
  await mkdir(scratch);
  await writeFile(join(scratch, "package.json"), "{}");
  await npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", ripgrep], scratch);
  const name = ripgrep.slice(0, ripgrep.lastIndexOf("@"));
  await cp(join(scratch, "node_modules", name, "bin"), target, { recursive: true });
  await rm(scratch, { recursive: true });
}

/** They are half of the size, and nobody debugs the host. */
async function removeSourceMaps(folder) {
  const files = await readdir(folder, { recursive: true });
  for (const file of files) if (file.endsWith(".map")) await rm(join(folder, file));
}

/** Another process may have installed the same meanwhile: its result is as good as this one. */
async function moveIntoPlace(partial, destination, stamp) {
  if ((await readStamp(destination)) === stamp) return;
  await rm(destination, { recursive: true, force: true });
  try {
    await rename(partial, destination);
  } catch (error) {
    if ((await readStamp(destination)) !== stamp) throw error;
  }
}

async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.includes(".partial-")) continue;
    const { mtimeMs } = await stat(join(cache, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs < abandonedAfterMilliseconds) continue;
    await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function readStamp(folder) {
  return readFile(join(folder, "stamp"), "utf8").catch(() => undefined);
}

function npm(args, cwd, options = {}) {
  return run("npm", [...args, "--loglevel=error"], { cwd, ...options });
}

/** Rejects with what the command said, so that a failure can be understood; a success says nothing. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("error", (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on("close", (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said.slice(-2000)}`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(await installHost());
  console.log(await installChromium());
}
