import { once } from "node:events";
import type { CheckOptions } from "./check-options.ts";
import { EnvironmentsOfFiles } from "./environments-of-files.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { standardInput } from "../files/find-files.ts";
import { findFilesOf, gather } from "./counting.ts";
import { type Progress, type Work, progressOn } from "./progress.ts";
import type { Reporter } from "./reporter.ts";
import { type Summary, addSummary, emptySummary, reaches } from "./summary.ts";
import { type Told, reporterFor, tellOf } from "./tell.ts";
import { visible } from "../text/visible.ts";
import { toldByWorkers } from "./workers.ts";

/** What the command writes to; the process is one. */
export interface Surroundings {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

/** Goes through file after file, and tells of each as it is checked or audited. Answers with the exit status. */
export async function check(options: CheckOptions, { stdout, stderr, env }: Surroundings): Promise<number> {
  const files = await findFilesOf(options.paths, options.stdinFilename);
  const reporter = reporterFor(options, stdout, env);
  const progress = progressOn(stderr, { files: files.length, passes: passesOf(files, options) });
  const summary = emptySummary();
  const problems = new Set<string>();
  const write = async (text: string): Promise<void> => {
    progress.clear();
    // What a slow reader has not taken yet is not heaped up.
    if (!stdout.write(text)) await once(stdout, "drain");
  };
  await write(reporter.begin());
  let separator = "";
  for await (const told of toldOf(files, options, { stdout, reporter, summary, progress })) {
    if (told.kind === "report") {
      await write(separator + told.text);
      separator = "";
    } else if (told.kind === "problem") {
      progress.clear();
      if (!problems.has(told.problem)) stderr.write(`therapy-claims: ${visible(told.problem)}\n`);
      problems.add(told.problem);
    } else {
      addSummary(summary, told.summary);
      separator = reporter.separator;
      progress.step();
    }
  }
  progress.clear();
  await write(reporter.end(summary));
  const isWhole = problems.size + summary.unreadable === 0;
  if (isWhole && summary.claims === 0) stderr.write(`therapy-claims: ${nothingFound(summary, options)}\n`);
  if (!isWhole) return 2;
  return reaches(summary, options.failOn) ? 1 : 0;
}

/** What is told of the files while they are gone through. */
interface Telling extends Pick<Surroundings, "stdout"> {
  readonly reporter: Reporter;
  readonly summary: Summary;
  readonly progress: Progress;
}

function passesOf(files: readonly FoundFile[], { countsTogether, countedPaths, format }: CheckOptions): Work["passes"] {
  const pass = format.startsWith("audit") ? "audited" : "checked";
  return countsTogether && files.length + countedPaths.length > 1 ? ["counted", pass] : [pass];
}

/** Several threads can't share a limit of findings, nor the standard input. */
async function* toldOf(
  files: readonly FoundFile[],
  options: CheckOptions,
  { stdout, reporter, summary, progress }: Telling,
): AsyncIterable<Told> {
  const environments = new EnvironmentsOfFiles(options);
  const { stdinFilename } = options;
  const step = (): void => {
    progress.step();
  };
  const { told, problems } = await gather(files, options, { environments, stdinFilename, step });
  for (const problem of problems) yield { kind: "problem", problem };
  const isShared = options.maxFindings === Infinity && !files.some(({ path }) => path === standardInput);
  if (options.jobs > 1 && files.length > 1 && isShared) {
    yield* toldByWorkers(files, options.jobs, { options, terminal: { isTTY: stdout.isTTY } }, told);
    return;
  }
  const teller = { options, reporter, environments, elsewhereOf: told && ((path: string) => told.elsewhereOf(path)) };
  for (const file of files) yield* tellOf(file, options.maxFindings - summary.told, teller);
}

function nothingFound({ files, answers }: Summary, { format }: CheckOptions): string {
  if (files === 0) return "no claim file was found";
  if (answers === 0 || format.startsWith("audit")) return "no claim was found in what was read";
  const which = answers === files ? "" : ` (${answers} of ${files} files)`;
  return `no claim was found; remittances and eligibility answers${which} are checked for their form alone`;
}
