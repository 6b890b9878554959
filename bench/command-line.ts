import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Outcome } from "./child.ts";
import type { TextFile } from "./measure/opened.ts";

const command = resolve(import.meta.dirname, "../dist/cli.cjs");

export interface CommandFigures {
  readonly milliseconds: number;
  /** Bytes that the process held at its peak. */
  readonly peak: number | undefined;
}

/** `therapy-claims check FILE`, printing every finding to nowhere; ended after so many seconds. */
export function measureCommand({ path }: TextFile, seconds: number): Promise<Outcome<CommandFigures>> {
  const folder = mkdtempSync(join(tmpdir(), "therapy-claims-peak-"));
  const [hook, told] = [join(folder, "peak.cjs"), join(folder, "peak.txt")];
  writeFileSync(hook, tellPeak(told));
  const began = performance.now();
  const args = ["--require", hook, command, "check", "--fail-on", "never", "--today", "2026-11-01", path];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((settle) => {
    let said = "";
    child.stderr.on("data", (data: Buffer) => (said = (said + data.toString()).slice(-2000)));
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    child.once("exit", (status, signal) => {
      clearTimeout(timer);
      const milliseconds = performance.now() - began;
      if (status === 0) settle({ milliseconds, peak: readPeak(told) });
      else
        settle({ unfinished: signal === "SIGKILL" ? `not finished in ${String(seconds)} s` : reasonOf(said, status) });
      rmSync(folder, { recursive: true });
    });
  });
}

/** What it said of a failure of its own; that a file could not be read is among its findings, which go nowhere. */
function reasonOf(said: string, status: number | null): string {
  if (said.includes("heap out of memory")) return "ran out of memory";
  const reason = said.split("\n").find((line) => line.trim() !== "");
  // The file's folder is of this run only.
  return reason?.replace(/\S*[/\\]/g, "") ?? `not read: the command ended with status ${String(status)}`;
}

/** A script that runs in the command's process and tells its peak when it ends. */
function tellPeak(file: string): string {
  return `process.on("exit", () => {
    const { readFileSync, writeFileSync } = require("node:fs");
    let kilobytes = process.resourceUsage().maxRSS;
    try { kilobytes = /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]; } catch {}
    writeFileSync(${JSON.stringify(file)}, String(kilobytes));
  });`;
}

function readPeak(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) * 1024;
  } catch {
    return undefined;
  }
}
