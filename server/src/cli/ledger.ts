import { once } from "node:events";
import { type FilePlace, type Place, isInOtherFile } from "../model/place.ts";
import { reportCsv } from "../report/csv.ts";
import { reportJson } from "../report/json.ts";
import { reportPage } from "../report/page.ts";
import { reportTable } from "../report/table.ts";
import { type ThresholdReport, reportOf } from "../report/threshold-report.ts";
import { visible } from "../text/visible.ts";
import { finish } from "../text/steps.ts";
import { type PracticeYear, reviewThresholdOf, yearsOfPractice } from "../workspace/practice-years.ts";
import type { Surroundings } from "./check.ts";
import { findFilesOf } from "./counting.ts";
import { EnvironmentsOfFiles } from "./environments-of-files.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { progressOn } from "./progress.ts";
import { ToldByFiles } from "./told-by-files.ts";

/** Counts over all files what every beneficiary has used, and tells it. Answers with the exit status. */
export async function writeLedger(options: LedgerOptions, { stdout, stderr }: Surroundings): Promise<number> {
  const files = await findFilesOf(options.paths, options.stdinFilename);
  const progress = progressOn(stderr, { files: files.length, passes: ["counted"] });
  const environments = new EnvironmentsOfFiles(options);
  const told = new ToldByFiles();
  const problems: string[] = [];
  for (const file of files) {
    const error = await told.read(file, environments, options.stdinFilename);
    if (error !== undefined) problems.push(`${file.path}: ${error}`);
    progress.step();
  }
  progress.clear();
  const environmentOf = await environments.forAccounts(told.practice.files);
  const years = finish(yearsOfPractice(told.practice, environmentOf));
  const report = reportFor(years, options);
  for (const text of textOf(report, options, stdout)) {
    // What a slow reader has not taken yet is not heaped up.
    if (!stdout.write(text)) await once(stdout, "drain");
  }
  problems.push(...environments.takeProblems());
  for (const problem of problems) stderr.write(`therapy-claims: ${visible(problem)}\n`);
  if (told.unidentified > 0) stderr.write(`therapy-claims: ${uncounted(told.unidentified)}\n`);
  if (files.length === 0) stderr.write("therapy-claims: no claim file was found\n");
  return problems.length === 0 ? 0 : 2;
}

function uncounted(amounts: number): string {
  return amounts === 1
    ? "1 amount that a payer tells has no patient's id beside it and is not counted"
    : `${String(amounts)} amounts that payers tell have no patient's id beside them and are not counted`;
}

function reportFor(years: readonly PracticeYear[], { year, showsIds, countsCharges }: LedgerOptions): ThresholdReport {
  const told = year === undefined ? years : years.filter((one) => one.year === year);
  return reportOf(told, {
    reviewThresholdOf,
    filePlaceOf,
    showIds: showsIds,
    countsCharges,
  });
}

function filePlaceOf(place: Place): FilePlace {
  if (!isInOtherFile(place)) throw new TypeError("what a practice knows stands in files");
  return place;
}

/** As wide as the terminal; where there is none, every machine is to give the same bytes. */
const usualWidth = 100;

function textOf(
  report: ThresholdReport,
  { format, today }: LedgerOptions,
  { columns = usualWidth }: { readonly columns?: number },
): Iterable<string> {
  switch (format) {
    case "table":
      return reportTable(report, columns);
    case "json":
      return reportJson(report);
    case "csv":
      return reportCsv(report);
    case "html":
      return [reportPage(report, { today })];
  }
}
