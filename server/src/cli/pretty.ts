import type { Finding } from "../lint/finding.ts";
import { rangeOfPlace } from "../lint/place-range.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { isInOtherFile } from "../model/place.ts";
import type { FileFacts } from "./check-file.ts";
import { excerptOf } from "./excerpt.ts";
import type { Paint } from "./paint.ts";
import type { FileReporter, Reporter } from "./reporter.ts";
import type { Summary } from "./summary.ts";
import { visible } from "../text/visible.ts";

const colors = { error: "red", warning: "yellow", information: "cyan", hint: "gray" } as const;

/** For a person at a terminal; quiet, a line for each finding, which editors and `grep` can read. Lines and characters count from 1. */
export function prettyReporter(paint: Paint, isQuiet: boolean): Reporter {
  return {
    begin: () => "",
    separator: "",
    unreadable: (path, error) => unreadableToText(path, error, paint, isQuiet),
    file: (file) => (isQuiet ? quietFile(file.path) : prettyFile(file, paint)),
    end: (summary) => (isQuiet ? "" : summaryToText(summary, paint)),
  };
}

function quietFile(path: string): FileReporter {
  return {
    stretch: (snapshot, most) =>
      snapshot.findings
        .slice(0, most)
        .map((finding) => quietLine(path, finding, snapshot))
        .join(""),
    end: () => "",
  };
}

/** Nothing is said of a file of which there is nothing to say. */
function prettyFile({ path, encoding }: FileFacts, paint: Paint): FileReporter {
  const heading = `${paint("underline", visible(path))}\n`;
  const remark = encoding === "utf-8" ? "" : `  ${paint("gray", `read as ${encoding}: this file is not UTF-8`)}\n`;
  let isBegun = false;
  const begun = (text: string): string => {
    if (text === "" || isBegun) return text;
    isBegun = true;
    return heading + text;
  };
  return {
    stretch(snapshot, most) {
      const findings = snapshot.findings.slice(0, most).map((finding) => findingToText(finding, snapshot, paint));
      return begun((isBegun ? "" : remark) + findings.join(""));
    },
    end: () => (isBegun ? "\n" : ""),
  };
}

function unreadableToText(path: string, error: string, paint: Paint, isQuiet: boolean): string {
  if (isQuiet) return `${visible(path)}: ${error}\n`;
  return `${paint("underline", visible(path))}\n  ${paint("red", error)}\n\n`;
}

function findingToText(finding: Finding, snapshot: Snapshot, paint: Paint): string {
  const { rule, severity, message, related, fixes } = finding;
  const heading = [place(finding, snapshot), paint(colors[severity], severity), visible(message), paint("gray", rule)];
  const lines = [`  ${heading.join("  ")}`];
  const excerpt = excerptOf(finding, snapshot);
  if (excerpt !== undefined) {
    lines.push(`    ${paint("gray", "|")} ${excerpt.text}`);
    lines.push(`    ${paint("gray", "|")} ${paint(colors[severity], excerpt.markers)}`);
  }
  for (const other of related) {
    const { line } = rangeOfPlace(other.at, snapshot).start;
    const file = isInOtherFile(other.at) ? `${visible(other.at.file)}, ` : "";
    lines.push(`    ${paint("gray", `${file}line ${line + 1}: ${visible(other.message)}`)}`);
  }
  for (const fix of fixes) lines.push(`    ${fixToText(fix, snapshot, paint)}`);
  return `${lines.join("\n")}\n`;
}

function fixToText(fix: Finding["fixes"][number], snapshot: Snapshot, paint: Paint): string {
  const title = visible(fix.title);
  const edits = snapshot.editsOf(fix);
  if ("impossible" in edits) return paint("gray", `no fix "${title}": ${visible(edits.impossible)}`);
  return "safety" in fix && fix.safety === "safe" ? `fix: ${title}` : `fix to confirm: ${title}`;
}

function quietLine(path: string, finding: Finding, snapshot: Snapshot): string {
  const { severity, message, rule } = finding;
  return `${visible(path)}:${place(finding, snapshot)}: ${severity}: ${visible(message)} [${rule}]\n`;
}

function place(finding: Finding, snapshot: Snapshot): string {
  const { line, character } = snapshot.rangeOf(finding.span).start;
  return `${line + 1}:${character + 1}`;
}

function summaryToText(summary: Summary, paint: Paint): string {
  const scope = [count(summary.claims, "claim"), count(summary.serviceLines, "service line")].join(" and ");
  const found = [
    count(summary.errors, "error"),
    count(summary.warnings, "warning"),
    `${summary.information} information`,
    count(summary.hints, "hint"),
  ].join(", ");
  const unreadable = summary.unreadable > 0 ? `; ${count(summary.unreadable, "file")} not checked` : "";
  const omitted = summary.omitted > 0 ? ` (${summary.omitted} more not shown)` : "";
  return `${paint("bold", `${scope} in ${count(summary.files, "file")}: ${found}${unreadable}`)}${omitted}\n`;
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}
