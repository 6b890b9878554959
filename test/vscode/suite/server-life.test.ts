import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as vscode from "vscode";
import { findingsOnce, hasRule, showCopy } from "./support.ts";

describe("the server", () => {
  it("comes back when a person restarts it", async () => {
    await vscode.commands.executeCommand("therapyClaims.restartServer");
    const { document } = await showCopy("visit.superbill", "restarted.superbill");
    await findingsOnce(document.uri, hasRule("therapy-modifier-missing"));
  });

  it("comes back by itself when it was killed", async function () {
    if (!existsSync("/proc/self")) this.skip();
    const before = await showCopy("visit.superbill", "before-kill.superbill");
    await findingsOnce(before.document.uri, hasRule("therapy-modifier-missing"));
    const [killed, ...others] = serverProcesses();
    assert.ok(killed !== undefined && others.length === 0);
    process.kill(killed, "SIGKILL");

    const after = await showCopy("visit.superbill", "after-kill.superbill");
    await findingsOnce(after.document.uri, hasRule("therapy-modifier-missing"));
    assert.ok(!serverProcesses().includes(killed));
  });
});

/** Those that this extension host has started. */
function serverProcesses(): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((id) => read(`/proc/${id}/cmdline`).includes("dist/server.cjs"))
    .filter((id) => read(`/proc/${id}/status`).includes(`\nPPid:\t${process.pid}\n`));
}

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
