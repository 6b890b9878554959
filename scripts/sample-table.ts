import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { decode } from "../server/src/files/decode.ts";
import type { Reading } from "../server/src/formats/format.ts";
import { formatOf, languageOfFile } from "../server/src/formats/registry.ts";
import { transactionName } from "../server/src/formats/x12/guides.ts";
import { X12Part } from "../server/src/formats/x12/part.ts";
import { firstSegmentOf, segmentId } from "../server/src/formats/x12/segment.ts";
import { versionOf } from "../server/src/formats/x12/state.ts";
import { textOf } from "../server/src/formats/x12/values.ts";
import { defaultSettings } from "../server/src/lint/environment.ts";
import { openSnapshot } from "../server/src/lint/open-snapshot.ts";
import { Document } from "../server/src/text/document.ts";

/** What became of one file. */
export interface Sample {
  /** From the folder on. */
  readonly path: string;
  /** `837P (005010X222A1)`, `superbill`; of several kinds of transactions each once. */
  readonly kind: string;
  readonly claims: number;
  readonly serviceLines: number;
  /** What remittances and eligibility answers give. */
  readonly amounts: number;
  /** How often each rule spoke, by its id. */
  readonly findings: ReadonlyMap<string, number>;
  readonly failures: readonly SampleFailure[];
}

/** An error of ours: of a rule, or of reading and checking as a whole. */
export interface SampleFailure {
  readonly where: string;
  /** Its class and where it was thrown; its message could hold text of a claim. */
  readonly error: string;
}

/** Every text file of a folder and the folders in it that is in one of our formats, in order of path. */
export function checkSamples(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && isSample(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .flatMap((path) => {
      const text = decode(readFileSync(path))?.text;
      return text === undefined ? [] : [checkSample(relative(folder, path), text)];
    });
}

/** A folder of samples has lists and licences beside them. */
function isSample(name: string): boolean {
  return !/^(manifest|readme|licen[cs]e|notice)\b|\.(md|json|ya?ml|html?)$/i.test(name);
}

/** `path` tells the language where the text does not. */
export function checkSample(path: string, text: string): Sample {
  const language = languageOfFile(path, text);
  const nothing = { path, kind: language, claims: 0, serviceLines: 0, amounts: 0, findings: new Map<string, number>() };
  const format = formatOf(language);
  if (format === undefined) return { ...nothing, failures: [] };
  try {
    const environment = { settings: defaultSettings, today: "2026-11-01" } as const;
    const snapshot = openSnapshot(Document.create(path, language, 0, text), format, environment);
    const { claims, reading, findings } = snapshot;
    return {
      path,
      kind: transactionsIn(reading) ?? language,
      claims: claims.length,
      serviceLines: claims.reduce((sum, claim) => sum + claim.serviceLines.length, 0),
      amounts: reading.parts.flatMap((part) => part.amounts).length,
      findings: countBy(findings.map(({ rule }) => rule)),
      failures: snapshot.failures.map(({ rule, error }) => ({ where: `rule ${rule}`, error: errorPlace(error) })),
    };
  } catch (error) {
    return { ...nothing, failures: [{ where: "reading and checking", error: errorPlace(error) }] };
  }
}

const st = segmentId("ST");

/** The names of the transactions of an X12 text; undefined of any other. */
function transactionsIn({ parts }: Reading): string | undefined {
  const names = new Set<string>();
  for (const part of parts) {
    if (part instanceof X12Part && part.opener === st) {
      const { guide = "unread" } = part.after;
      const version = versionOf(part);
      names.add(
        guide === "unread" ? transactionName(textOf(firstSegmentOf(part), 1), version) : `${guide} (${version})`,
      );
    }
  }
  return names.size === 0 ? undefined : [...names].join(", ");
}

function errorPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /^\s+at .*?([\w.-]+:\d+:\d+)\)?$/m.exec(error.stack ?? "")?.[1];
  return place === undefined ? error.name : `${error.name}, ${place}`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const columns = ["File", "Kind", "Claims", "Lines", "Amounts", "Findings"] as const;

/** A table in Markdown, its columns under one another, with the sum of all files in its last line. */
export function renderSamples(samples: readonly Sample[]): string {
  const cells = [...samples, sumOf(samples)].map((sample) => [
    sample.path,
    sample.kind,
    String(sample.claims),
    String(sample.serviceLines),
    String(sample.amounts),
    tellFindings(sample),
  ]);
  return renderTable([columns, ...cells]);
}

/** Most frequent first, those of one count by name; a failure before them. */
function tellFindings({ findings, failures }: Sample): string {
  const counted = [...findings].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const failed = failures.length === 0 ? [] : [`${String(failures.length)} FAILED`];
  return [...failed, ...counted.map(([rule, count]) => `${rule} ${String(count)}`)].join(", ") || "none";
}

function sumOf(samples: readonly Sample[]): Sample {
  const sum = (of: (sample: Sample) => number): number => samples.reduce((total, sample) => total + of(sample), 0);
  return {
    path: `${String(samples.length)} files`,
    kind: "",
    claims: sum(({ claims }) => claims),
    serviceLines: sum(({ serviceLines }) => serviceLines),
    amounts: sum(({ amounts }) => amounts),
    findings: countBy(
      samples.flatMap(({ findings }) => [...findings].flatMap(([rule, count]) => Array<string>(count).fill(rule))),
    ),
    failures: samples.flatMap(({ failures }) => failures),
  };
}

function renderTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  // The last column is long in few lines: it is not filled up.
  const widths = header.map((name, column) =>
    column === header.length - 1
      ? name.length
      : Math.max(...[header, ...rows].map((cells) => (cells[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
