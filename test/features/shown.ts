import type { CodeAction, Diagnostic, DocumentSymbol, Range } from "vscode-languageserver-types";
import type { Client } from "../../server/src/features/client.ts";
import { producersFor } from "../../server/src/features/code-actions.ts";
import { codeLenses, resolveCodeLens } from "../../server/src/features/code-lenses.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { foldingRanges } from "../../server/src/features/folding-ranges.ts";
import { formatting } from "../../server/src/features/formatting.ts";
import { hover } from "../../server/src/features/hover.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import type { Layout } from "../../server/src/formats/format.ts";
import { finish } from "../../server/src/text/steps.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { applyEdits } from "../../server/src/text/edit.ts";

export const client: Client = {
  takesDocumentChanges: true,
  takesAnnotations: true,
  showsDisabledActions: true,
  nestsSymbols: true,
  foldLimit: Infinity,
  rulePage: (rule) => `therapy-claims:/rules/${rule}.md`,
  showsReport: true,
  addressOf: (file) => file,
};

/** A diagnostic's message; ours is always plain. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === "string" ? diagnostic.message : "";
}

/** What a feature answers, as the user sees it, by the name that its fences have. */
export const shown: Readonly<Record<string, (snapshot: Snapshot, range: Range) => string>> = {
  actions: (snapshot, range) => actionsAt(snapshot, range).map(actionWords).join("\n"),
  diagnostics: (snapshot) => diagnostics(snapshot, client).map(diagnosticWords).join("\n"),
  "as-sent": (snapshot) => formatted(snapshot, snapshot.format.findLayout?.(snapshot.document.text)),
  compact: (snapshot) => formatted(snapshot, "compact"),
  folds: (snapshot) =>
    finish(foldingRanges(snapshot, client))
      .map((fold) => foldWords(fold, snapshot))
      .join("\n"),
  formatted: (snapshot) => formatted(snapshot, "readable"),
  "formatted-here": (snapshot, range) => formatted(snapshot, "readable", range),
  hints: (snapshot, range) => hintedText(snapshot, range),
  "hint-tooltips": (snapshot, range) =>
    finish(inlayHints(snapshot, shownRange(snapshot, range), { usedAmount: true }))
      .map(({ label, tooltip }) => `${label as string}\n\n${(tooltip as { value: string }).value}`)
      .join("\n\n"),
  lenses: (snapshot) =>
    finish(codeLenses(snapshot))
      .map((lens) => resolveCodeLens(lens, snapshot, client))
      .map(({ range, command }) => `${(range.start.line + 1).toString()} ${command?.title ?? ""}`)
      .join("\n"),
  hover: (snapshot, range) => hoverWords(snapshot, range),
  symbols: (snapshot) =>
    (finish(documentSymbols(snapshot, client)) as DocumentSymbol[]).flatMap((symbol) => symbolLines(symbol)).join("\n"),
};

/** The text with each hint where an editor paints it; all of it where nothing is selected. */
function hintedText(snapshot: Snapshot, range: Range): string {
  const hints = finish(inlayHints(snapshot, shownRange(snapshot, range), { usedAmount: true }));
  const edits = hints.map(({ position, label }) => {
    const offset = snapshot.document.offsetAt(position);
    return { start: offset, end: offset, newText: ` ⟦${label as string}⟧` };
  });
  return applyEdits(snapshot.document.getText(), edits);
}

function shownRange({ document }: Snapshot, range: Range): Range {
  const isEmpty = document.offsetAt(range.start) === document.offsetAt(range.end);
  return isEmpty ? document.rangeOf(0, document.text.length) : range;
}

/** Every action that a person is offered at a place. */
export function actionsAt(snapshot: Snapshot, range: Range): readonly CodeAction[] {
  const request = { range, only: ["quickfix", "source"] };
  return producersFor(request).flatMap((producer) => [...finish(producer.produce(snapshot, request, client))]);
}

/** The text after an action; undefined where it can't be taken. */
export function afterAction(snapshot: Snapshot, { edit }: CodeAction): string | undefined {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined || !("edits" in change)) return undefined;
  const { document } = snapshot;
  const edits = change.edits.flatMap((one) =>
    "newText" in one
      ? [{ start: document.offsetAt(one.range.start), end: document.offsetAt(one.range.end), newText: one.newText }]
      : [],
  );
  return applyEdits(document.getText(), edits);
}

/** The text after it was laid out, without its last line end, which stands before the fence. */
function formatted(snapshot: Snapshot, layout: Layout | undefined, range?: Range): string {
  const { document } = snapshot;
  const edits = layout === undefined ? null : finish(formatting(snapshot, layout, range));
  if (edits === null) return "no such layout";
  const placed = edits.map(({ range: at, newText }) => ({
    start: document.offsetAt(at.start),
    end: document.offsetAt(at.end),
    newText,
  }));
  return applyEdits(document.getText(), placed).replace(/\n$/, "");
}

function actionWords({ title, isPreferred, disabled, edit }: CodeAction): string {
  const [annotation] = Object.values(edit?.changeAnnotations ?? {});
  const marks = [
    isPreferred === true ? "[preferred]" : "",
    annotation === undefined ? "" : `[review: ${annotation.description ?? ""}]`,
    disabled === undefined ? "" : `[disabled: ${disabled.reason}]`,
  ];
  return [title, ...marks.filter((mark) => mark !== "")].join(" ");
}

function diagnosticWords(diagnostic: Diagnostic): string {
  const { range, severity, code, tags, relatedInformation = [] } = diagnostic;
  const name = ["error", "warning", "information", "hint"][(severity ?? 1) - 1] ?? "";
  const tagged =
    tags === undefined ? "" : ` (${tags.map((tag) => (tag === 1 ? "unnecessary" : "deprecated")).join(", ")})`;
  const related = relatedInformation.map((place) => `\n  ${rangeWords(place.location.range)} ${place.message}`);
  return `${rangeWords(range)} ${name} ${String(code)}: ${messageOf(diagnostic)}${tagged}${related.join("")}`;
}

/** Lines and columns from 1, as an editor's status bar tells them. */
function rangeWords({ start, end }: Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

function foldWords({ startLine, endLine }: { startLine: number; endLine: number }, snapshot: Snapshot): string {
  const first = snapshot.document.getText().split(/\r\n|\r|\n/)[startLine] ?? "";
  return `${startLine + 1}-${endLine + 1} ${first}`;
}

function hoverWords(snapshot: Snapshot, range: Range): string {
  const answer = hover(snapshot, range.start, client);
  if (answer === null) return "nothing";
  const text = answer.range === undefined ? "" : snapshot.document.getText(answer.range);
  return `on "${text}"\n\n${(answer.contents as { value: string }).value}`;
}

function symbolLines({ name, detail = "", children = [] }: DocumentSymbol): string[] {
  const own = detail === "" ? name : `${name} · ${detail}`;
  return [own, ...children.flatMap(symbolLines).map((line) => `  ${line}`)];
}
