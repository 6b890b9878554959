import { spawn } from "node:child_process";
import { createWriteStream, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { installHost } from "./install.mjs";

/**
 * @typedef {object} Server
 * @property {string} authority host and port
 * @property {string} stateFolder everything that the server keeps; failures put their evidence here
 * @property {string} log the file with what the server printed
 * @property {(path: string) => string} uri a path of this machine, as the workbench names it
 * @property {(options?: { keepState?: boolean }) => Promise<void>} stop ends the server with all that it started
 */

/**
 * Settings under which the workbench asks nobody anything, looks for nothing elsewhere, and saves only when told to, as it
 * does on a desktop.
 */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
};

/** Variables by which a VS Code or a Node around this process would reach into the server. */
const foreignVariables = ["ELECTRON_RUN_AS_NODE", "NODE_OPTIONS", "VSCODE_CWD", "VSCODE_IPC_HOOK_CLI"];

/** The state folder of every process group that is running. */
const runningGroups = new Map();
let endsGroupsAtExit = false;

/**
 * Starts a VS Code web server with a state of its own.
 * @param {object} options
 * @param {Record<string, unknown>} [options.settings] the user's settings
 * @param {boolean} [options.trust] whether every folder is trusted; where not, folders open in Restricted Mode
 * @param {string} [options.vsix] a packaged extension to install first
 * @returns {Promise<Server>}
 */
export async function startServer({ settings = {}, trust = true, vsix } = {}) {
  const entryPoint = join(await installHost(), "out/server-main.js");
  // The server puts Unix sockets here, whose paths may not be longer than 107 characters.
  const stateFolder = await mkdtemp(join(tmpdir(), "tc-"));
  const log = join(stateFolder, "server.log");
  const server = { stateFolder, log, output: createWriteStream(log), entryPoint, env: environment(stateFolder) };
  try {
    await mkdir(join(stateFolder, "tmp"));
    await mkdir(join(stateFolder, "data/User"), { recursive: true });
    const settingsFile = join(stateFolder, "data/User/settings.json");
    await writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
    if (vsix) await runToEnd(server, ["--install-extension", resolve(vsix)]);
    return await listen(server, trust);
  } catch (error) {
    error.message += `\nSee ${log}`;
    throw error;
  }
}

async function listen(server, trust) {
  const options = ["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--enable-smoke-test-driver"];
  if (trust) options.push("--disable-workspace-trust");
  const child = spawnServer(server, options);
  const stop = async ({ keepState = false } = {}) => {
    await endGroup(child.pid);
    server.output.end();
    if (!keepState) await rm(server.stateFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const authority = `127.0.0.1:${await listeningPort(child)}`;
    const uri = (path) => `vscode-remote://${authority}${pathToFileURL(resolve(path)).pathname}`;
    return { authority, stateFolder: server.stateFolder, log: server.log, uri, stop };
  } catch (error) {
    await stop({ keepState: true });
    throw error;
  }
}

async function runToEnd(server, options) {
  const child = spawnServer(server, options);
  const code = await new Promise((done) => child.once("close", done));
  runningGroups.delete(child.pid);
  if (code !== 0) throw new Error(`The server ended with ${code} for ${options.join(" ")}`);
}

function spawnServer({ stateFolder, entryPoint, output, env }, options) {
  const always = ["--accept-server-license-terms", "--telemetry-level", "off", "--server-data-dir", stateFolder];
  // Detached makes it the leader of a process group, by which its extension hosts and their language servers are ended too.
  const child = spawn(process.execPath, [entryPoint, ...always, ...options], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  runningGroups.set(child.pid, stateFolder);
  endGroupsAtExit();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => output.writable && output.write(chunk));
  return child;
}

function listeningPort(child) {
  return new Promise((found, failed) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port) found(port);
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The server ended with ${code} before it listened`)));
    delay(60_000, undefined, { ref: false }).then(() => failed(new Error("The server did not listen within a minute")));
  });
}

function environment(stateFolder) {
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', TMPDIR: join(stateFolder, "tmp") };
  for (const name of foreignVariables) delete env[name];
  return env;
}

/** Asks a process group to end, and after three seconds makes it. */
async function endGroup(group) {
  const asksUntil = Date.now() + 3000;
  signalGroup(group, "SIGTERM");
  while (Date.now() < asksUntil && signalGroup(group, 0)) await delay(50);
  signalGroup(group, "SIGKILL");
  runningGroups.delete(group);
}

/** Says whether the group still has a process. */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/** A process that is interrupted, or that throws, has no time left to ask. */
function endGroupsAtExit() {
  if (endsGroupsAtExit) return;
  endsGroupsAtExit = true;
  process.on("exit", () => {
    for (const [group, stateFolder] of runningGroups) {
      signalGroup(group, "SIGKILL");
      try {
        rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 });
      } catch {
        // What is left lies in the system's temporary folder.
      }
    }
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
