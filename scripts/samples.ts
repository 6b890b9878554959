// npm run samples [FOLDER…]: reads and checks every file of these folders, by default the samples that others published, and prints one
// table. Nothing of a claim's text is in it. Ends with 1 where a rule or a reader failed, with 2 where there was nothing to read.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type SampleFailure, checkSamples, renderSamples } from "./sample-table.ts";

const published = resolve(import.meta.dirname, "../../shared/x12/samples");
const given = process.argv.slice(2);
const folders = given.length > 0 ? given.map((folder) => resolve(folder)) : [published];

const missing = folders.filter((folder) => !existsSync(folder));
for (const folder of missing) console.error(`there is no ${folder}`);
const samples = folders.filter((folder) => !missing.includes(folder)).flatMap(checkSamples);
if (samples.length === 0) {
  console.error("no file was read");
  process.exit(2);
}
console.log(renderSamples(samples));

const failures = samples.flatMap(({ path, failures }) => failures.map((failure) => told(path, failure)));
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 || missing.length > 0 ? 1 : 0;

function told(path: string, { where, error }: SampleFailure): string {
  return `${path}: ${where} failed (${error})`;
}
