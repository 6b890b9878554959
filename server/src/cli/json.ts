import type { Claim } from "../model/claim.ts";
import type { Finding } from "../lint/finding.ts";
import { rangeOfPlace } from "../lint/place-range.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { isInOtherFile } from "../model/place.ts";
import type { Range } from "../text/document.ts";
import type { FileFacts } from "./check-file.ts";
import type { FileReporter, Reporter } from "./reporter.ts";
import { type Summary, countServiceLines } from "./summary.ts";

/**
 * One object, which holds an object for each file. The same input gives the same bytes. What is counted of a file stands behind its
 * findings: a large file is told of while it is read.
 */
export function jsonReporter(showsClaimIds: boolean): Reporter {
  return {
    begin: () => `{\n  "version": 1,\n  "files": [`,
    separator: ",",
    unreadable: (path, error) => `\n    ${indented({ path, error }, 4)}`,
    file: (file) => jsonFile(file, showsClaimIds),
    end: (summary) =>
      `${summary.files === 0 ? "" : "\n  "}],\n  "summary": ${indented(summaryToJson(summary), 2)}\n}\n`,
  };
}

function jsonFile({ path, language, encoding }: FileFacts, showsClaimIds: boolean): FileReporter {
  const facts = { path, language, ...(encoding !== "utf-8" && { encoding }) };
  let begin = `\n    ${indented(facts, 4).replace(/\n *\}$/, "")},\n      "findings": [`;
  let separator = "";
  let claimCount = 0;
  let lineCount = 0;
  return {
    stretch(snapshot, most) {
      const { claims, findings } = snapshot;
      const places = new Map(claims.map((claim, index) => [claim, claimCount + index + 1]));
      claimCount += claims.length;
      lineCount += countServiceLines(claims);
      const told = findings.slice(0, most).map((finding) => {
        const json = findingToJson(finding, snapshot, places, showsClaimIds);
        const text = `${separator}\n        ${indented(json, 8)}`;
        separator = ",";
        return text;
      });
      const text = begin + told.join("");
      begin = "";
      return text;
    },
    end() {
      const findingsEnd = separator === "" ? "]" : "\n      ]";
      return `${begin}${findingsEnd},\n      "claims": ${claimCount},\n      "serviceLines": ${lineCount}\n    }`;
    },
  };
}

/** With its lines below the first so far to the right. */
export function indented(value: object, columns: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${" ".repeat(columns)}`);
}

function findingToJson(
  finding: Finding,
  snapshot: Snapshot,
  places: ReadonlyMap<Claim, number>,
  showsClaimIds: boolean,
): object {
  const { rule, severity, message, span, claim, related, fixes } = finding;
  return {
    rule,
    severity,
    message,
    claim: (claim && places.get(claim)) ?? null,
    payer: claim === undefined ? null : snapshot.contextOf(claim).payer.id,
    ...(showsClaimIds && { claimId: claim?.claimId?.value ?? null }),
    range: rangeToJson(snapshot.rangeOf(span)),
    related: related.map(({ at, message: words }) => ({
      message: words,
      ...(isInOtherFile(at) && { file: at.file }),
      range: rangeToJson(rangeOfPlace(at, snapshot)),
    })),
    fixes: fixes.flatMap((fix) => fixToJson(fix, snapshot)),
  };
}

/** Nothing for a fix that can't be made: a program has no use for it. */
function fixToJson(fix: Finding["fixes"][number], snapshot: Snapshot): readonly object[] {
  const edits = snapshot.editsOf(fix);
  if ("unavailable" in fix || "impossible" in edits) return [];
  const placed = edits.map(({ start, end, newText }) => ({
    range: rangeToJson(snapshot.document.rangeOf(start, end)),
    newText,
  }));
  const attests = "attests" in fix ? { attests: fix.attests } : {};
  return [{ title: fix.title, safety: fix.safety, ...attests, edits: placed }];
}

export function rangeToJson({ start, end }: Range): object {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

function summaryToJson({
  files,
  claims,
  serviceLines,
  errors,
  warnings,
  information,
  hints,
  omitted,
}: Summary): object {
  const counts = { files, claims, serviceLines, errors, warnings, information, hints };
  return omitted > 0 ? { ...counts, omitted } : counts;
}
