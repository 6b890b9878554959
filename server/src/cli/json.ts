import type { Claim } from "../model/claim.ts";
import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Range } from "../text/document.ts";
import type { CheckedFile } from "./check-file.ts";
import type { Reporter } from "./reporter.ts";
import { type Summary, countServiceLines } from "./summary.ts";

/** One object, which holds an object for each file. The same input gives the same bytes. */
export function jsonReporter(showsClaimIds: boolean): Reporter {
  let separator = "";
  return {
    begin: () => `{\n  "version": 1,\n  "files": [`,
    file(file, most) {
      const text = `${separator}\n    ${indented(fileToJson(file, most, showsClaimIds), 4)}`;
      separator = ",";
      return text;
    },
    end: (summary) => `${separator === "" ? "" : "\n  "}],\n  "summary": ${indented(summaryToJson(summary), 2)}\n}\n`,
  };
}

function indented(value: object, columns: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${" ".repeat(columns)}`);
}

function fileToJson(file: CheckedFile, most: number, showsClaimIds: boolean): object {
  const { path } = file;
  if ("error" in file) return { path, error: file.error };
  const { language, encoding, snapshot } = file;
  const { claims, findings } = snapshot;
  const places = new Map(claims.map((claim, index) => [claim, index + 1]));
  return {
    path,
    language,
    ...(encoding !== "utf-8" && { encoding }),
    claims: claims.length,
    serviceLines: countServiceLines(claims),
    findings: findings.slice(0, most).map((finding) => findingToJson(finding, snapshot, places, showsClaimIds)),
  };
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
    related: related.map((place) => ({ message: place.message, range: rangeToJson(snapshot.rangeOf(place.span)) })),
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

function rangeToJson({ start, end }: Range): object {
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
