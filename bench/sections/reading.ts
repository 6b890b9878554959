import { formatOf } from "../../server/src/formats/registry.ts";
import { type Outcome, isUnfinished, measure } from "../child.ts";
import type { ReadingFigures } from "../measure/reading.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import { type TextKind, sizeOf } from "../texts.ts";
import { count, milliseconds, speed } from "../words.ts";

const columns = ["File", "Claims", "Service lines", "First run", "Best run", "Best run, speed"];

export const reading: Section = {
  id: "reading",
  title: "First reading of a file",
  about:
    "A text in memory is read into claims, and every value of every claim and service line is looked at, with its place. The first " +
    "run is the first thing that its process does; the best is of up to five within ten seconds. To aim at: 50 MB/s.",
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
    if (isNotRead(outcome)) continue;
    rows.push(
      isUnfinished(outcome) ? unmeasured(name, outcome.unfinished, columns) : row(name, outcome, checks, sizeOf(file)),
    );
  }
  return rows;
}

function row(name: string, figures: ReadingFigures, checks: boolean, bytes: number): readonly string[] {
  const { first, best, touched, findings } = figures;
  const counted = checks ? findings : touched.serviceLines + touched.amounts;
  return [name, count(touched.claims), count(counted), milliseconds(first), milliseconds(best), speed(bytes, best)];
}

/** A kind of file that has no reader in this version says so with no claim, line or amount. */
function isNotRead(outcome: Outcome<ReadingFigures>): boolean {
  return !isUnfinished(outcome) && outcome.touched.claims + outcome.touched.amounts === 0;
}

function filesOf(sizes: readonly number[]): readonly { kind: TextKind; megabytes: number }[] {
  const largest = sizes.at(-1) ?? 1;
  const others: TextKind[] = ["837P in one line", "835", "superbill", "CSV"];
  return [
    ...sizes.map((megabytes) => ({ kind: "837P" as const, megabytes })),
    ...others.filter(isRead).map((kind) => ({ kind, megabytes: largest })),
  ];
}

function isRead(kind: TextKind): boolean {
  return kind !== "CSV" || formatOf("superbill-csv")?.id !== "unread";
}
