// Runs everything that must hold, from a clean clone on: installs, checks, builds, tests. A tool counts as one test.
// The last line is `N passed, N failed` over all runners; what was skipped stands above it with its reason.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { installDebianPackage } from "./debian-package.mjs";
import { installDependencies, root, shell } from "./install-dependencies.mjs";

installDependencies();
installNeovim();

const scratch = mkdtempSync(join(tmpdir(), "therapy-claims-verify-"));
const totals = { passed: 0, failed: 0, skipped: [], complaints: [] };

tool("prettier", "npx", "prettier", "--check", "--log-level", "warn", ".");
tool("eslint", "npx", "eslint", ".");
tool("typescript", "npx", "tsc");
tool("dependency-cruiser", "npx", "depcruise", "server", "client", "--config", ".dependency-cruiser.cjs");
tool("knip", "npx", "knip");
tool("build", "npm", "run", "--silent", "build");
suite("tests", ["npx", "c8", "mocha", "--reporter", "scripts/vscode-host/statistics-reporter.cjs"], "SUITE_STATISTICS");
tool("grammars", "npm", "run", "--silent", "test:grammar");
tool("package", "npm", "run", "--silent", "package");
suite("VS Code", ["node", "scripts/test-vscode.mjs"], "RESULTS_FILE");

rmSync(scratch, { recursive: true, force: true });
// Said again at the end: a log is often read from there, or cut.
for (const complaint of totals.complaints) console.log(`failed: ${complaint.slice(0, 2000)}`);
for (const reason of totals.skipped) console.log(`skipped: ${reason}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** A client that is not ours, for one test of the server; without it that test is skipped. */
function installNeovim() {
  const isThere = spawnSync("nvim", ["--version"], { stdio: "ignore" }).status === 0;
  if (!isThere) installDebianPackage("neovim");
}

function tool(name, ...command) {
  const isFine = run(name, command, {});
  totals[isFine ? "passed" : "failed"] += 1;
  if (!isFine) totals.complaints.push(name);
}

/** A runner that counts its own tests into a file; without that file, or failing without a failed test, it is one failure. */
function suite(name, command, variable) {
  const file = join(scratch, `${variable}.json`);
  const isFine = run(name, command, { [variable]: file });
  const counted = readCounts(file);
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  totals.skipped.push(...(counted.skipped ?? counted.pending ?? []));
  totals.complaints.push(...(counted.complaints ?? []));
  if (!isFine && counted.failed === 0) {
    totals.failed += 1;
    totals.complaints.push(`${name} ended early`);
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function run(name, [command, ...args], env) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell, env: { ...process.env, ...env } });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${status === 0 ? "ok" : "failed"} (${seconds} s)`);
  return status === 0;
}
