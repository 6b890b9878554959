import { isUnfinished, measure } from "../child.ts";
import type { Depth, ReadingFigures } from "../measure/reading.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import { type TextKind, sizeOf } from "../texts.ts";
import { count, milliseconds, speed } from "../words.ts";

const columns = [
  "File",
  "Claims",
  "First run",
  "First run, speed",
  "Median",
  "Median, speed",
  "Processor time",
  "Yardstick",
  "Median, yardsticks",
];

export const finding: Section = {
  id: "finding",
  title: "First reading of a file",
  about:
    "A text in memory is read until it is known where every claim begins and ends and what governs it: what X12 says in a claim or an " +
    "amount is read when it is asked for. The first run is the first thing that its process does; the median is of up to five, the first " +
    "among them, within ten seconds; the processor time that of all threads. To aim at: 50 MB/s. The yardstick is how long the same process " +
    "took right before to look at each character of the text once, with charCodeAt and nothing else: a machine that others use too is " +
    "slower in one minute than in the next, and how many yardsticks something takes says more than how many milliseconds.",
  columns,
  measure: (setting) => measureReadings(setting, "claims"),
};

export const reading: Section = {
  id: "reading",
  title: "First reading of a file, with every value",
  about: "The same, and every value of every claim, service line and amount is asked for, with its place.",
  columns: withCounted("Service lines"),
  measure: (setting) => measureReadings(setting, "values"),
};

export const checking: Section = {
  id: "checking",
  title: "First reading of a file, with all rules",
  about: "The same, with every rule run and all findings ready. To aim at: 20 MB/s; 10 MB/s is the floor.",
  columns: withCounted("Findings"),
  measure: (setting) => measureReadings(setting, "findings"),
};

function withCounted(what: string): readonly string[] {
  return [...columns.slice(0, 2), what, ...columns.slice(2)];
}

async function measureReadings({ texts, sizes }: Setting, depth: Depth): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const { kind, megabytes } of filesOf(sizes)) {
    const file = texts.file(kind, megabytes);
    const name = `${kind}, ${String(megabytes)} MB`;
    const outcome = await measure("reading", { ...file, depth });
    if (isUnfinished(outcome)) rows.push(unmeasured(name, outcome.unfinished, columns));
    else if (isRead(outcome)) rows.push(row(name, outcome, depth, sizeOf(file)));
    else rows.push(unmeasured(name, "no reader in this version", columns));
  }
  return rows;
}

function row(name: string, figures: ReadingFigures, depth: Depth, bytes: number): readonly string[] {
  const { first, median, touched, findings, yardstick } = figures;
  const counted = { claims: [], values: [count(touched.serviceLines + touched.amounts)], findings: [count(findings)] };
  const runs = [first, median].flatMap((time) => [milliseconds(time), speed(bytes, time)]);
  const measures = [milliseconds(figures.processor), milliseconds(yardstick), (median / yardstick).toFixed(1)];
  return [name, count(touched.claims), ...counted[depth], ...runs, ...measures];
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
