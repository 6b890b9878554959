import { fork } from "node:child_process";
import { resolve } from "node:path";
import { build } from "esbuild";
import type { Measurements } from "./measure.ts";

const root = resolve(import.meta.dirname, "..");
const bundle = resolve(root, "dist/bench.cjs");

/** What was measured, or the reason why it could not be. */
export type Outcome<T> = T | Unfinished;

export interface Unfinished {
  readonly unfinished: string;
}

export function isUnfinished(outcome: unknown): outcome is Unfinished {
  return typeof outcome === "object" && outcome !== null && "unfinished" in outcome;
}

/** What a child is asked, and what it answers. */
export interface Question {
  readonly name: keyof Measurements;
  readonly input: unknown;
}

export type Answer = { readonly outcome: unknown } | { readonly error: string };

/** Bundles what children run as the product is bundled, so that no loader is measured with it. */
export async function buildMeasurements(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/measure.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "warning",
  });
}

/** The flags with which the extension starts the server. */
export const asVsCodeStartsIt: readonly string[] = ["--max-semi-space-size=8"];

/** Measures in a fresh process, which is ended after so many seconds. */
export function measure<Name extends keyof Measurements>(
  name: Name,
  input: Parameters<Measurements[Name]>[0],
  seconds = 120,
): Promise<Outcome<Awaited<ReturnType<Measurements[Name]>>>> {
  const child = fork(bundle, [], {
    execArgv: ["--expose-gc", ...asVsCodeStartsIt],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  return new Promise((settle) => {
    let last = "";
    child.stderr?.on("data", (data: Buffer) => (last = (last + data.toString()).slice(-2000)));
    const timer = setTimeout(() => {
      settle({ unfinished: `not finished in ${String(seconds)} s` });
      child.kill("SIGKILL");
    }, seconds * 1000);
    child.once("message", (answer: Answer) => {
      clearTimeout(timer);
      settle("error" in answer ? { unfinished: answer.error } : (answer.outcome as never));
      child.kill();
    });
    child.once("exit", () => {
      clearTimeout(timer);
      settle({ unfinished: lastWords(last) });
    });
    const question: Question = { name, input };
    child.send(question);
  });
}

function lastWords(said: string): string {
  if (said.includes("heap out of memory")) return "ran out of memory";
  return /^\w*Error: [^\n]*/m.exec(said)?.[0] ?? "the process ended";
}
