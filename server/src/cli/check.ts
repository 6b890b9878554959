import { once } from "node:events";
import type { CheckOptions } from "./check-options.ts";
import { EnvironmentsOfFiles } from "./environments-of-files.ts";
import { type FoundFile, findFiles, standardInput } from "../files/find-files.ts";
import { progressOn } from "./progress.ts";
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
  const files = await findFiles(options.paths);
  const reporter = reporterFor(options, stdout, env);
  const progress = progressOn(stderr, files.length);
  const summary = emptySummary();
  const problems = new Set<string>();
  const write = async (text: string): Promise<void> => {
    progress.clear();
    // What a slow reader has not taken yet is not heaped up.
    if (!stdout.write(text)) await once(stdout, "drain");
  };
  await write(reporter.begin());
  let separator = "";
  for await (const told of toldOf(files, options, { stdout, reporter, summary })) {
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

/** Several threads can't share a limit of findings, nor the standard input. */
async function* toldOf(
  files: readonly FoundFile[],
  options: CheckOptions,
  {
    stdout,
    reporter,
    summary,
  }: Pick<Surroundings, "stdout"> & { readonly reporter: Reporter; readonly summary: Summary },
): AsyncIterable<Told> {
  const isShared = options.maxFindings === Infinity && !files.some(({ path }) => path === standardInput);
  if (options.jobs > 1 && files.length > 1 && isShared) {
    yield* toldByWorkers(files, options.jobs, { options, terminal: { isTTY: stdout.isTTY } });
    return;
  }
  const teller = { options, reporter, environments: new EnvironmentsOfFiles(options) };
  for (const file of files) yield* tellOf(file, options.maxFindings - summary.told, teller);
}

function nothingFound({ files, answers }: Summary, { format }: CheckOptions): string {
  if (files === 0) return "no claim file was found";
  if (answers === 0 || format.startsWith("audit")) return "no claim was found in what was read";
  const which = answers === files ? "" : ` (${answers} of ${files} files)`;
  return `no claim was found; remittances and eligibility answers${which} are checked for their form alone`;
}
