import { isUnfinished, measure } from "../child.ts";
import type { ReadingFigures } from "../measure/reading.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import { type TextKind, sizeOf } from "../texts.ts";
import { count, milliseconds, speed } from "../words.ts";

const columns = [
  "File",
  "Claims",
  "Service lines",
  "First run",
  "First run, speed",
  "Median",
  "Median, speed",
  "Processor time",
];

export const reading: Section = {
  id: "reading",
  title: "First reading of a file",
  about:
    "A text in memory is read into claims or amounts, and every value of every claim, service line and amount is looked at, with its " +
    "place. The first run is the first thing that its process does; the median is of up to five, the first among them, within ten " +
    "seconds; the processor time that of all threads. To aim at: 50 MB/s.",
  columns,
  measure: (setting) => measureReadings(setting, false),
};

export const checking: Section = {
  id: "checking",
  title: "First reading of a file, with all rules",
  about: "The same, with every rule run and all findings ready. To aim at: 20 MB/s; 10 MB/s is the floor.",
  columns: columns.map((column) => (column === "Service lines" ? "Findings" : column)),
  measure: (setting) => measureReadings(setting, true),
};

async function measureReadings({ texts, sizes }: Setting, checks: boolean): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const { kind, megabytes } of filesOf(sizes)) {
    const file = texts.file(kind, megabytes);
    const name = `${kind}, ${String(megabytes)} MB`;
    const outcome = await measure("reading", { ...file, checks });
    if (isUnfinished(outcome)) rows.push(unmeasured(name, outcome.unfinished, columns));
    else if (isRead(outcome)) rows.push(row(name, outcome, checks, sizeOf(file)));
    else rows.push(unmeasured(name, "no reader in this version", columns));
  }
  return rows;
}

function row(name: string, figures: ReadingFigures, checks: boolean, bytes: number): readonly string[] {
  const { first, median, touched, findings } = figures;
  const counted = checks ? findings : touched.serviceLines + touched.amounts;
  const runs = [first, median].flatMap((time) => [milliseconds(time), speed(bytes, time)]);
  return [name, count(touched.claims), count(counted), ...runs, milliseconds(figures.processor)];
}

/** A language that has no reader yet gives no claim and no amount. */
function isRead({ touched }: ReadingFigures): boolean {
  return touched.claims + touched.amounts > 0;
}

function filesOf(sizes: readonly number[]): readonly { kind: TextKind; megabytes: number }[] {
  const largest = sizes.at(-1) ?? 1;
  const others: TextKind[] = ["837P in one line", "835", "superbill", "CSV"];
  return [
    ...sizes.map((megabytes) => ({ kind: "837P" as const, megabytes })),
    ...others.map((kind) => ({ kind, megabytes: largest })),
  ];
}
