import { once } from "node:events";
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
import type { Snapshot } from "../lint/snapshot.ts";
import { reasonOf } from "./reason.ts";
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
  let failed = 0;
  const tell = (problem: string): void => {
    progress.clear();
    stderr.write(`therapy-claims: ${visible(problem)}\n`);
    failed++;
  };
  const write = async (text: string): Promise<void> => {
    progress.clear();
    // What a slow reader has not taken yet is not heaped up.
    if (!stdout.write(text)) await once(stdout, "drain");
  };
  await write(reporter.begin());
  for (const file of files) {
    const checked = await checkFile(file, environments, options.stdinFilename);
    await tellOf(checked, { reporter, summary, most: options.maxFindings, write, tell });
    for (const problem of environments.takeProblems()) tell(problem);
    progress.step();
  }
  await write(reporter.end(summary));
  const isWhole = failed + summary.unreadable === 0;
  if (isWhole && summary.claims === 0) stderr.write(`therapy-claims: ${nothingFound(summary)}\n`);
  if (!isWhole) return 2;
  return reaches(summary, options.failOn) ? 1 : 0;
}

interface Telling {
  readonly reporter: Reporter;
  readonly summary: Summary;
  /** Of all files together. */
  readonly most: number;
  readonly write: (text: string) => Promise<void>;
  /** Of what kept a file from being checked wholly. */
  readonly tell: (problem: string) => void;
}

async function tellOf(checked: CheckedFile, { reporter, summary, most, write, tell }: Telling): Promise<void> {
  summary.files += 1;
  if ("error" in checked) {
    summary.unreadable += 1;
    await write(reporter.unreadable(checked.path, checked.error));
    return;
  }
  const file = reporter.file(checked);
  const told = new Set<string>();
  try {
    for (const snapshot of checked.stretches) {
      await write(file.stretch(snapshot, most - summary.told));
      addToSummary(summary, snapshot, most);
      for (const failure of failuresOf(checked.path, snapshot)) {
        if (!told.has(failure)) tell(failure);
        told.add(failure);
      }
    }
  } catch (error) {
    tell(`${checked.path}: ${reasonOf(error)}`);
    summary.unreadable += 1;
  }
  await write(file.end());
}

function reporterFor(options: CheckOptions, stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Reporter {
  if (options.format === "json") return jsonReporter(options.showsClaimIds);
  return prettyReporter(paintFor(stdout, env), options.isQuiet);
}

/** Rules that threw; what they would have found is missing, so the file is not wholly checked. */
function failuresOf(path: string, { failures }: Snapshot): readonly string[] {
  return failures.map(({ rule, error }) => `${path}: ${rule} stopped on a claim (${errorName(error)})`);
}

function nothingFound({ files, answers }: Summary): string {
  if (files === 0) return "no claim file was found";
  if (answers === 0) return "no claim was found in what was read";
  const which = answers === files ? "" : ` (${answers} of ${files} files)`;
  return `no claim was found; remittances and eligibility answers${which} are checked for their form alone`;
}
