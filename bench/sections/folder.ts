import { isUnfinished, measure } from "../child.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import { count, megabytes, milliseconds, speed, times } from "../words.ts";

const columns = ["Files", "Beneficiaries", "Read", "Speed", "Held", "Held, times the text", "All accounts"];

export const folder: Section = {
  id: "folder",
  title: "A folder of claims",
  about:
    "Half of the files are 837P, half are superbills, a few kilobytes each: reading what each tells of beneficiaries, what is kept of it " +
    "after collection, and working out what every account comes to.",
  columns,
  async measure({ texts }: Setting) {
    const rows: (readonly string[])[] = [];
    for (const files of [1000, 10_000]) {
      const outcome = await measure("folder", texts.folder(files), 300);
      if (isUnfinished(outcome)) rows.push(unmeasured(count(files), outcome.unfinished, columns));
      else {
        const { length, beneficiaries, reading, counting, held } = outcome;
        rows.push([
          `${count(files)}, ${megabytes(length)}`,
          count(beneficiaries),
          milliseconds(reading),
          speed(length, reading),
          megabytes(held),
          times(held, length),
          milliseconds(counting),
        ]);
      }
    }
    return rows;
  },
};
