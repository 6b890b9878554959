import { once } from "node:events";
import { kxChecklist } from "../rules/topics/kx-checklist.ts";
import type { Surroundings } from "./check.ts";
import { type CheckedFile, type ReadFile, checkFile } from "./check-file.ts";
import { type ClaimChecklist, checklistOf } from "./checklist-claim.ts";
import type { ChecklistOptions } from "./checklist-options.ts";
import { EnvironmentsOfFiles } from "./environments-of-files.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { findFiles, nameOf } from "../files/find-files.ts";
import { gather } from "./counting.ts";
import { UsageError } from "./usage.ts";
import { visible } from "../text/visible.ts";

/**
 * Writes as Markdown what should stand behind KX, claim after claim. Answers with the exit status.
 * @throws UsageError where the path means several files: whose claims are numbered from 1 is then not clear.
 */
export async function writeChecklist(options: ChecklistOptions, { stdout, stderr }: Surroundings): Promise<number> {
  const [found, ...others] = await findFiles([options.path]);
  if (found === undefined || others.length > 0)
    throw new UsageError("checklist takes one file, or - for standard input");
  const tell = (problem: string): void => void stderr.write(`therapy-claims: ${visible(problem)}\n`);
  const { file, problems } = await openChecked(found, options);
  for (const problem of problems) tell(problem);
  if ("error" in file) {
    tell(`${file.path}: ${file.error}`);
    return 2;
  }
  const sources = new Set<string>();
  let claimCount = 0;
  for (const { markdown, sources: own } of checklistsIn(file, options.showsIds)) {
    claimCount += 1;
    for (const source of own) sources.add(source);
    // What a slow reader has not taken yet is not heaped up.
    if (!stdout.write(`${claimCount === 1 ? opening : ""}\n${markdown}`)) await once(stdout, "drain");
  }
  if (claimCount === 0) tell("no claim was found in what was read");
  if (sources.size > 0) stdout.write(`\n## Sources\n\n${[...sources].map((title) => `- ${title}\n`).join("")}`);
  return problems.length === 0 ? 0 : 2;
}

async function openChecked(
  found: FoundFile,
  options: ChecklistOptions,
): Promise<{ readonly file: CheckedFile; readonly problems: readonly string[] }> {
  const environments = new EnvironmentsOfFiles(options);
  const { stdinFilename } = options;
  const { told, problems } = await gather([found], options, { environments, stdinFilename, step: () => undefined });
  const elsewhere = told?.elsewhereOf(nameOf(found, stdinFilename));
  const file = await checkFile(found, { environments, stdinFilename, elsewhere });
  return { file, problems: [...problems, ...environments.takeProblems()] };
}

function* checklistsIn({ stretches }: ReadFile, showsIds: boolean): Iterable<ClaimChecklist> {
  let place = 0;
  for (const snapshot of stretches) {
    for (const claim of snapshot.claims) yield checklistOf(claim, ++place, snapshot, showsIds);
  }
}

const opening = `# ${kxChecklist.title}

What a claim shows is stated with its line in the file. What only the record can show is a box to be ticked by whoever has looked there: nothing is attested here.
`;
