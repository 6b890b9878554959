import { isUnfinished, measure } from "../child.ts";
import type { KeystrokeFigures, StrokeFigures } from "../measure/keystrokes.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import type { TextKind } from "../texts.ts";
import { count, milliseconds } from "../words.ts";

const columns = [
  "File",
  "Strokes",
  "Median",
  "p95",
  "p95 of processor time",
  "Worst",
  "Median of the first forty",
  "p95: digit in a charge",
  "letter in a name",
  "Enter",
  "terminator taken away and put back",
  "p95: first, middle, last third",
  "Billing provider, worst: in view, whole",
];

export const keystrokes: Section = {
  id: "keystrokes",
  title: "One keystroke",
  about:
    "From a change notification to the findings after it, before they are written as JSON; typed and taken back at 121 places from the " +
    "first to the last segment or row, a group for each kind of stroke, right behind the opening of the file. The first strokes run in code " +
    "that is not compiled yet, and what V8 collects, of the opening too, is in the times: nothing is asked of it. Processor time is that of " +
    "all threads, the collector's too. To aim at: p95 at most 5 ms at any size, and at most twice that of 1 MB. The last column is a letter " +
    "in the billing provider's name, which governs 2,000 claims: until those around it are checked, and until all are; it is in no other figure.",
  columns,
  async measure({ texts, sizes }: Setting) {
    const largest = sizes.at(-1) ?? 1;
    const files: { kind: TextKind; megabytes: number }[] = [
      ...sizes.map((megabytes) => ({ kind: "837P" as const, megabytes })),
      { kind: "837P in one line", megabytes: largest },
      { kind: "superbill", megabytes: largest },
    ];
    const rows: (readonly string[])[] = [];
    for (const { kind, megabytes } of files) {
      const name = `${kind}, ${String(megabytes)} MB`;
      const outcome = await measure("keystrokes", texts.file(kind, megabytes), 180);
      rows.push(isUnfinished(outcome) ? unmeasured(name, outcome.unfinished, columns) : row(name, outcome));
    }
    return rows;
  },
};

function row(name: string, { all, first, kinds, thirds, governing }: KeystrokeFigures): readonly string[] {
  return [
    name,
    count(all.strokes),
    milliseconds(all.median),
    milliseconds(all.p95),
    milliseconds(all.processor),
    milliseconds(all.worst),
    milliseconds(first.median),
    ...kinds.map(p95),
    thirds.map(p95).join(", "),
    governing === undefined ? "–" : `${milliseconds(governing.inView)}, ${milliseconds(governing.whole)}`,
  ];
}

function p95(figures: StrokeFigures): string {
  return figures.strokes === 0 ? "–" : milliseconds(figures.p95);
}
