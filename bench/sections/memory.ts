import { isUnfinished, measure } from "../child.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import type { TextKind } from "../texts.ts";
import { count, growth, megabytes, milliseconds, times } from "../words.ts";

const memoryColumns = [
  "File",
  "Before it is opened",
  "Peak",
  "Peak, times the file",
  "Held after collection",
  "Held, times the file",
];

export const memory: Section = {
  id: "memory",
  title: "Memory",
  about:
    "The peak resident set of a fresh process that opens one file and checks it, Node itself included, and what is in use after collection " +
    "while the document is held. To aim at: a peak of at most 6 times the file at 45 MB.",
  columns: memoryColumns,
  async measure({ texts, sizes }: Setting) {
    const largest = sizes.at(-1) ?? 1;
    const files: { kind: TextKind; size: number }[] = [
      ...sizes.map((size) => ({ kind: "837P" as const, size })),
      { kind: "837P in one line", size: largest },
      { kind: "superbill", size: largest },
    ];
    const rows: (readonly string[])[] = [];
    for (const { kind, size } of files) {
      const name = `${kind}, ${String(size)} MB`;
      const outcome = await measure("memory", texts.file(kind, size));
      if (isUnfinished(outcome)) {
        rows.push(unmeasured(name, outcome.unfinished, memoryColumns));
        continue;
      }
      const { file, before, peak, held } = outcome;
      const told = (bytes: number | undefined): string => (bytes === undefined ? "not known" : megabytes(bytes));
      const ratio = peak === undefined ? "not known" : times(peak, file);
      rows.push([name, told(before), told(peak), ratio, megabytes(held), times(held, file)]);
    }
    return rows;
  },
};

const soakColumns = [
  "File",
  "Edits",
  "In use before",
  "After half",
  "After all",
  "Growth",
  "Of which second half",
  "Took",
];

export const soak: Section = {
  id: "soak",
  title: "Soak",
  about:
    "Edits all over a file, each taken back, and the memory in use after collection, before and after; 3,000 edits before the first " +
    "figure warm the code; 10,000 edits, or what is done in about 90 seconds. To aim at: growth of at most 2 %. What is lost grows in the " +
    "second half as in the first.",
  columns: soakColumns,
  async measure({ texts, sizes }: Setting) {
    const size = sizes.find((one) => one >= 10) ?? sizes.at(-1) ?? 1;
    const rows: (readonly string[])[] = [];
    for (const kind of ["837P", "superbill"] as const) {
      const name = `${kind}, ${String(size)} MB`;
      const outcome = await measure("soak", texts.file(kind, size), 240);
      if (isUnfinished(outcome)) {
        rows.push(unmeasured(name, outcome.unfinished, soakColumns));
        continue;
      }
      const { edits, before, halfway, after, milliseconds: took } = outcome;
      const inUse = [before, halfway, after].map(megabytes);
      rows.push([name, count(edits), ...inUse, growth(before, after), growth(halfway, after), milliseconds(took)]);
    }
    return rows;
  },
};
