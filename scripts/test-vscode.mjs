// Runs the tests that need a VS Code: the suite inside the extension host, then those that click and type as a person does.
// They test the extension as built: run `npm run build` first.
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { readStatistics } from "./vscode-host/statistics.mjs";

const root = resolve(import.meta.dirname, "..");
const host = join(import.meta.dirname, "vscode-host");
const bundles = join(root, "dist/test/vscode");
const screenshots = join(bundles, "screenshots");

const probeLimitMilliseconds = 5000;
const uiLimitMilliseconds = 15 * 60 * 1000;

const skipped = [];
const scratch = await mkdtemp(join(tmpdir(), "tc-run-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
let children = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(1);
  });
}

const totals = { passed: 0, failed: 0, complaints: [] };
await rm(bundles, { recursive: true, force: true });
await bundleSuite();
await count("suite", runSuite);
const uiTests = await findUiTests();
if (uiTests.length > 0) await count("UI tests", runUiTests);
if (process.env.RESULTS_FILE) await writeFile(process.env.RESULTS_FILE, JSON.stringify({ ...totals, skipped }) + "\n");
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

async function bundleSuite() {
  const suite = join(root, "test/vscode/suite");
  const files = (await readdir(suite)).filter((name) => name.endsWith(".test.ts"));
  await build({
    entryPoints: files.map((name) => join(suite, name)),
    outdir: bundles,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}

/** A run that does not come to its end, or that runs nothing, counts as one failure. */
async function count(name, runner) {
  const statisticsFile = join(scratch, `${name}.json`);
  const error = await runner(statisticsFile).then(
    () => undefined,
    (reason) => reason,
  );
  const nothing = { passed: 0, failed: 0, pending: [], complaints: [] };
  const { passed, failed, pending, complaints } = (await readStatistics(statisticsFile)) ?? nothing;
  totals.passed += passed;
  totals.failed += failed;
  totals.complaints.push(...complaints);
  for (const title of pending) skip(title);
  // An error without a failed test: the run was cut short, or killed at its end.
  if (failed === 0 && (error || passed === 0)) {
    const complaint = `${name}: ${error?.message ?? "it ended before its tests did, or none of them passed"}`;
    totals.failed += 1;
    totals.complaints.push(complaint);
    console.error(complaint);
  }
}

async function runSuite(statisticsFile) {
  const executable = await chooseExecutable();
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(host, "run-suite.cjs"),
    launchArgs: [
      await freshWorkspace("suite"),
      `--user-data-dir=${join(scratch, "user-data")}`,
      `--extensions-dir=${join(scratch, "extensions")}`,
      "--disable-extensions",
    ],
    extensionTestsEnv: { SUITE_FOLDER: bundles, SUITE_STATISTICS: statisticsFile },
  });
}

async function findUiTests() {
  const folder = join(root, "test/vscode/ui");
  const names = existsSync(folder) ? await readdir(folder) : [];
  const files = names.filter((name) => name.endsWith(".test.mjs")).sort();
  if (files.length === 0) skip("UI tests (there are none)");
  else if (process.platform !== "linux") skip("UI tests (their host runs on Linux)");
  else return files.map((name) => join(folder, name));
  return [];
}

async function runUiTests(statisticsFile) {
  await mkdir(screenshots, { recursive: true });
  const mocha = join(root, "node_modules/mocha/bin/mocha.js");
  const options = ["--no-config", "--timeout", "120000", "--exit", "--reporter", join(host, "statistics-reporter.cjs")];
  await run(process.execPath, [mocha, ...options, ...uiTests], {
    SUITE_STATISTICS: statisticsFile,
    UI_EXTENSION: root,
    UI_WORKSPACE: await freshWorkspace("ui"),
    UI_SCREENSHOTS: screenshots,
  });
}

/** The ordinary VS Code where it can be had, else the project's own host. */
async function chooseExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return resolve(process.env.VSCODE_EXECUTABLE);
  const download = "@vscode/test-electron's own download";
  if (!(await reachesDownload())) skip(`${download} (this machine does not reach it)`);
  else if (process.platform === "linux" && !process.env.DISPLAY) skip(`${download} (this machine has no display)`);
  else return downloadAndUnzipVSCode();
  return join(host, "code-host.mjs");
}

async function reachesDownload() {
  const signal = AbortSignal.timeout(probeLimitMilliseconds);
  const answer = fetch("https://update.code.visualstudio.com/api/releases/stable", { method: "HEAD", signal });
  return answer.then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Tests change files, so each run has a copy. */
async function freshWorkspace(name) {
  const folder = join(scratch, name);
  await mkdir(folder);
  const original = join(root, "test/vscode/workspace");
  if (existsSync(original)) await cp(original, folder, { recursive: true });
  return folder;
}

function run(command, args, env) {
  return new Promise((finished, failed) => {
    const child = spawn(command, args, {
      stdio: "inherit",
      env: { ...process.env, ...env },
      timeout: uiLimitMilliseconds,
    });
    children.push(child);
    child.once("error", failed);
    child.once("exit", (code, signal) => {
      children = children.filter((other) => other !== child);
      if (code === 0) finished(undefined);
      else failed(new Error(`ended with ${code ?? signal}`));
    });
  });
}

function skip(reason) {
  skipped.push(reason);
  console.log(`skipped: ${reason}`);
}
