import { errorName } from "../connection/failure.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { auditCsv } from "./audit-csv.ts";
import { auditJson } from "./audit-json.ts";
import { auditTable } from "./audit-table.ts";
import { checkFile } from "./check-file.ts";
import type { CheckOptions } from "./check-options.ts";
import type { Elsewhere } from "../lint/elsewhere.ts";
import type { EnvironmentsOfFiles } from "./environments-of-files.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { nameOf } from "../files/find-files.ts";
import { jsonReporter } from "./json.ts";
import { paintFor } from "./paint.ts";
import { prettyReporter } from "./pretty.ts";
import { reasonOf } from "../files/reason.ts";
import type { Reporter } from "./reporter.ts";
import { type Summary, addToSummary, emptySummary } from "./summary.ts";

/** A bit of what is told of a file. */
export type Told =
  | { readonly kind: "report"; readonly text: string }
  /** What kept the file, or the project's file above it, from being taken as it is. */
  | { readonly kind: "problem"; readonly problem: string }
  /** Last, what was counted. */
  | { readonly kind: "counted"; readonly summary: Summary };

/** What decides what is told, beside the file. */
export interface Teller {
  readonly options: CheckOptions;
  readonly environments: EnvironmentsOfFiles;
  readonly reporter: Reporter;
  /** What the other files tell the one with this path; undefined where each is taken by itself. */
  readonly elsewhereOf: ((path: string) => Elsewhere) | undefined;
}

export function reporterFor(options: CheckOptions, terminal: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Reporter {
  const { format, showsClaimIds, isQuiet } = options;
  switch (format) {
    case "json":
      return jsonReporter(showsClaimIds);
    case "pretty":
      return prettyReporter(paintFor(terminal, env), isQuiet);
    case "audit-json":
      return auditJson(showsClaimIds);
    case "audit-csv":
      return auditCsv(showsClaimIds);
    case "audit-table":
      return auditTable(paintFor(terminal, env), showsClaimIds);
  }
}

/** Checks a file and tells of it as it is checked, no more than the first `most` findings. */
export async function* tellOf(file: FoundFile, most: number, teller: Teller): AsyncIterable<Told> {
  const { options, environments, reporter, elsewhereOf } = teller;
  const { stdinFilename } = options;
  const summary = emptySummary();
  summary.files = 1;
  const checked = await checkFile(file, {
    environments,
    stdinFilename,
    elsewhere: elsewhereOf?.(nameOf(file, stdinFilename)),
  });
  if ("error" in checked) {
    summary.unreadable = 1;
    yield { kind: "report", text: reporter.unreadable(checked.path, checked.error) };
  } else {
    const { path } = checked;
    const report = reporter.file(checked);
    const problems = new Set<string>();
    try {
      for (const snapshot of checked.stretches) {
        yield { kind: "report", text: report.stretch(snapshot, most - summary.told) };
        addToSummary(summary, snapshot, most);
        for (const failure of failuresOf(path, snapshot)) problems.add(failure);
      }
    } catch (error) {
      problems.add(`${path}: ${reasonOf(error)}`);
      summary.unreadable = 1;
    }
    yield { kind: "report", text: report.end() };
    for (const problem of problems) yield { kind: "problem", problem };
  }
  for (const problem of environments.takeProblems()) yield { kind: "problem", problem };
  yield { kind: "counted", summary };
}

/** Rules that threw; what they would have found is missing, so the file is not wholly checked. */
function failuresOf(path: string, { failures }: Snapshot): readonly string[] {
  return failures.map(({ rule, error }) => `${path}: ${rule} stopped on a claim (${errorName(error)})`);
}
