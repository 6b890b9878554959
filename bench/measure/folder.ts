import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "../../server/src/files/read-file.ts";
import { finish } from "../../server/src/text/steps.ts";
import { readRecords } from "../../server/src/workspace/file-records.ts";
import { Practice } from "../../server/src/workspace/practice.ts";
import { yearsOfPractice } from "../../server/src/workspace/practice-years.ts";
import { memoryInUse } from "../timing.ts";
import { environment } from "./opened.ts";

export interface FolderFigures {
  readonly length: number;
  readonly beneficiaries: number;
  /** To read what every file tells. */
  readonly reading: number;
  /** To work out what every account comes to. */
  readonly counting: number;
  /** Bytes that are in use after collection because of it. */
  readonly held: number;
}

/** Reads what the files of a folder tell of beneficiaries. */
export async function measureFolder(folder: string): Promise<FolderFigures> {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const practice = new Practice();
  const before = memoryInUse();
  const began = performance.now();
  let length = 0;
  for (const path of paths) {
    const file = await openFile(path);
    if (file === undefined) continue;
    length += file.document.text.length;
    practice.replace(path, finish(readRecords(path, file.document, file.format, environment)));
    file.close();
  }
  const reading = performance.now() - began;
  const held = memoryInUse() - before;
  const counted = performance.now();
  finish(yearsOfPractice(practice, () => environment));
  const counting = performance.now() - counted;
  return { length, beneficiaries: [...practice.beneficiaryIds].length, reading, counting, held };
}
