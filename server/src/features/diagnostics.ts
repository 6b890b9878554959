import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Stretch } from "../text/edit.ts";
import type { Finding } from "../lint/finding.ts";
import { rangeOfPlace } from "../lint/place-range.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { isInOtherFile } from "../model/place.ts";
import { ruleTexts } from "../rules/registry.ts";
import type { Severity } from "../rules/rule.ts";
import type { Client } from "./client.ts";
import { checkedShare } from "./document-status.ts";

/** An editor shows no more than 1,000 diagnostics of one server in one document. */
const limit = 1000;

const source = "therapy-claims";
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;
const start = { line: 0, character: 0 };

/** Of these, VS Code underlines no more than the first 500. */
const paintedLimit = 500;

/** A document is shown window by window, each of so many parts. What is in the window where somebody looks, and in those beside it, comes first. */
const partsInWindow = 50;

/** The window that comes first; undefined where an editor underlines every finding, wherever somebody looks. */
export function windowShown({ findingCount, reading }: Snapshot, near: Stretch | undefined): number | undefined {
  if (findingCount <= paintedLimit || near === undefined) return undefined;
  return Math.floor(reading.parts.placeAt(near.start) / partsInWindow);
}

/** Every finding, or first those `near` where somebody looks and then the gravest ones; and what is to be said of the document itself, such as how many are left out. */
export function diagnostics(snapshot: Snapshot, client: Client, near?: Stretch): Diagnostic[] {
  const { findingCount, left } = snapshot;
  const unfinished = left === 0 ? [] : [notCheckedYet(checkedShare(snapshot))];
  const room = limit - unfinished.length;
  const most = findingCount <= room ? findingCount : room - 1;
  const shown = findingCount <= paintedLimit ? snapshot.findings : choose(snapshot, most, windowShown(snapshot, near));
  const others = findingCount - shown.length;
  const words = `${others.toLocaleString("en-US")} more findings are not shown`;
  return [
    ...shown.map((finding) => toDiagnostic(finding, snapshot, client)),
    ...(others === 0 ? [] : [aboutDocument("more-findings", words)]),
    ...unfinished,
  ];
}

/** A finding that a keystroke made is among the first. */
function choose(snapshot: Snapshot, most: number, window: number | undefined): readonly Finding[] {
  const chosen = new Set(window === undefined ? [] : findingsAround(window, snapshot).slice(0, most));
  for (const finding of snapshot.gravestFindings(most)) if (chosen.size < most) chosen.add(finding);
  return [...chosen];
}

function findingsAround(window: number, snapshot: Snapshot): readonly Finding[] {
  const first = Math.max(0, window - 1) * partsInWindow;
  const around = snapshot.reading.parts.slice(first, (window + 2) * partsInWindow);
  return around.flatMap((part) => snapshot.findingsIn(part));
}

export function toDiagnostic(finding: Finding, snapshot: Snapshot, client: Client): Diagnostic {
  const { rule, severity, message, span, related, tag } = finding;
  return {
    range: snapshot.rangeOf(span),
    severity: severities[severity],
    code: rule,
    ...(ruleTexts.has(rule) && { codeDescription: { href: client.rulePage(rule) } }),
    source,
    message,
    ...(tag !== undefined && { tags: [tags[tag]] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ at, message: words }) => ({
        location: {
          uri: isInOtherFile(at) ? client.addressOf(at.file) : snapshot.document.uri,
          range: rangeOfPlace(at, snapshot),
        },
        message: words,
      })),
    }),
  };
}

/** For a document that is still being checked. `share` is how much is done: 1 is all. */
export function notCheckedYet(share: number): Diagnostic {
  const percent = `${Math.floor(share * 100).toString()} %`;
  return aboutDocument(
    "not-checked-yet",
    `${percent} of this document is checked; what the rest holds is not known yet`,
  );
}

/** For a document that can't be checked. `error` is the error's class: its message could hold text of the document. */
export function notChecked(error: string, isSetAside: boolean): Diagnostic {
  const rest = isSetAside ? "it is set aside until it is opened again" : "it is tried again after the next change";
  return aboutDocument("not-checked", `This document could not be checked (${error}); ${rest}`);
}

function aboutDocument(code: string, message: string): Diagnostic {
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, code, source, message };
}
