import { errorName } from "../connection/failure.ts";
import { type CheckedFile, checkFile } from "./check-file.ts";
import type { CheckOptions } from "./check-options.ts";
import { EnvironmentsOfFiles } from "./environments-of-files.ts";
import { findFiles } from "./find-files.ts";
import { jsonReporter } from "./json.ts";
import { paintFor } from "./paint.ts";
import { prettyReporter } from "./pretty.ts";
import { progressOn } from "./progress.ts";
import type { Reporter } from "./reporter.ts";
import { type Summary, addToSummary, emptySummary, reaches } from "./summary.ts";
import { visible } from "./visible.ts";

/** What the command writes to; the process is one. */
export interface Surroundings {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

/** Checks file after file, so that only one is in memory, and tells of each at once. Answers with the exit status. */
export async function check(options: CheckOptions, { stdout, stderr, env }: Surroundings): Promise<number> {
  const files = await findFiles(options.paths);
  const reporter = reporterFor(options, stdout, env);
  const progress = progressOn(stderr, files.length);
  const environments = new EnvironmentsOfFiles(options);
  const summary = emptySummary();
  let remaining = options.maxFindings;
  let isWhole = true;
  stdout.write(reporter.begin());
  for (const file of files) {
    const checked = await checkFile(file, environments, options.stdinFilename);
    progress.clear();
    stdout.write(reporter.file(checked, remaining));
    const failures = failuresOf(checked);
    stderr.write(failures);
    if ("error" in checked || failures !== "") isWhole = false;
    const problems = environments.takeProblems();
    for (const problem of problems) stderr.write(`therapy-claims: ${visible(problem)}\n`);
    if (problems.length > 0) isWhole = false;
    remaining -= addToSummary(summary, checked, remaining);
    progress.step();
  }
  progress.clear();
  stdout.write(reporter.end(summary));
  if (isWhole && summary.claims === 0) stderr.write(`therapy-claims: ${nothingFound(summary)}\n`);
  if (!isWhole) return 2;
  return reaches(summary, options.failOn) ? 1 : 0;
}

function reporterFor(options: CheckOptions, stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Reporter {
  if (options.format === "json") return jsonReporter(options.showsClaimIds);
  return prettyReporter(paintFor(stdout, env), options.isQuiet);
}

/** A rule that threw, a line each; what it would have found is missing, so the file is not wholly checked. */
function failuresOf(checked: CheckedFile): string {
  if ("error" in checked) return "";
  const lines = checked.snapshot.failures.map(
    ({ rule, error }) => `therapy-claims: ${visible(checked.path)}: ${rule} stopped on a claim (${errorName(error)})\n`,
  );
  return [...new Set(lines)].join("");
}

function nothingFound({ files, answers }: Summary): string {
  if (files === 0) return "no claim file was found";
  if (answers === 0) return "no claim was found in what was read";
  const which = answers === files ? "" : ` (${answers} of ${files} files)`;
  return `no claim was found; remittances and eligibility answers${which} are checked for their form alone`;
}
