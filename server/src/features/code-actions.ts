import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-types";
import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Impossible } from "../model/change.ts";
import type { TextFix } from "../model/problem.ts";
import type { Fix } from "../rules/rule.ts";
import type { Edit } from "../text/edit.ts";
import type { Client } from "./client.ts";
import { toDiagnostic } from "./diagnostics.ts";
import { fixAll } from "./fix-all.ts";
import type { Steps } from "../text/steps.ts";
import { type Confirmation, workspaceEdit } from "./workspace-edit.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.therapyClaims`;

/** What an editor asks for. */
export interface ActionRequest {
  readonly range: Range;
  /** The kinds wanted, and those below them. */
  readonly only?: readonly string[] | undefined;
}

export interface ActionProducer {
  readonly name: string;
  readonly kind: string;
  produce(snapshot: Snapshot, request: ActionRequest, client: Client): Steps<readonly CodeAction[]>;
}

const actionProducers: readonly ActionProducer[] = [
  { name: "fixes", kind: CodeActionKind.QuickFix, produce: produceFixes },
  { name: "silencing", kind: CodeActionKind.QuickFix, produce: produceSilencing },
  { name: "fix all", kind: fixAllKind, produce: produceFixAll },
];

/** Those whose actions are asked for. To fix all costs a reading of the document, so it is done only for who names its kind. */
export function producersFor({ only = [CodeActionKind.QuickFix] }: ActionRequest): readonly ActionProducer[] {
  return actionProducers.filter(({ kind }) => only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)));
}

function* produceFixes(snapshot: Snapshot, request: ActionRequest, client: Client): Steps<readonly CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const finding of findingsIn(snapshot, request.range)) {
    const outcomes = finding.fixes.map((fix) => ({ fix, edits: snapshot.editsOf(fix) }));
    const hasChoice = outcomes.filter(({ edits }) => !("impossible" in edits)).length > 1;
    for (const { fix, edits } of outcomes) {
      const candidate = { finding, title: titleOf(fix, client), edits, confirmation: confirmationOf(fix) };
      const action = toAction(candidate, snapshot, client);
      if (action === undefined) continue;
      const isPreferred = action.edit !== undefined && isSafe(fix) && !hasChoice;
      actions.push(isPreferred ? { ...action, isPreferred } : action);
    }
    yield;
  }
  return actions;
}

function* produceSilencing(snapshot: Snapshot, request: ActionRequest, client: Client): Steps<readonly CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const finding of findingsIn(snapshot, request.range)) {
    // A directive that is itself at fault is mended, not silenced by another.
    if (finding.rule.startsWith("directive-")) continue;
    const edits = snapshot.silence(finding);
    const action = toAction({ finding, title: `Silence ${finding.rule} on this line`, edits }, snapshot, client);
    const isNew = action && !actions.some((other) => other.title === action.title && isSameEdit(other, action));
    if (isNew) actions.push(action);
    yield;
  }
  return actions;
}

function* produceFixAll(snapshot: Snapshot, _request: ActionRequest, client: Client): Steps<readonly CodeAction[]> {
  const edits = yield* fixAll(snapshot);
  if (edits.length === 0) return [];
  const edit = workspaceEdit(snapshot.document, edits, client);
  return [{ title: "Fix all that is safe to fix", kind: fixAllKind, edit }];
}

interface Candidate {
  readonly finding: Finding;
  readonly title: string;
  readonly edits: readonly Edit[] | Impossible;
  readonly confirmation?: Confirmation | undefined;
}

/** Undefined where nothing can be done and the client can't say so. */
function toAction(candidate: Candidate, snapshot: Snapshot, client: Client): CodeAction | undefined {
  const { finding, title, edits, confirmation } = candidate;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding, snapshot, client)] };
  if ("impossible" in edits)
    return client.showsDisabledActions ? { ...action, disabled: { reason: edits.impossible } } : undefined;
  return { ...action, edit: workspaceEdit(snapshot.document, edits, client, confirmation) };
}

/** A client that can't ask for a confirmation says in the title what the user states by taking the fix. */
function titleOf(fix: Fix | TextFix, client: Client): string {
  return "attests" in fix && !client.takesAnnotations ? `Attest: ${fix.title}` : fix.title;
}

function confirmationOf(fix: Fix | TextFix): Confirmation | undefined {
  if (!("safety" in fix) || fix.safety === "safe") return undefined;
  const description =
    "attests" in fix ? fix.attests : "This changes the claim. Take it only if the record bears it out.";
  return { label: fix.title, description };
}

function isSafe(fix: Fix | TextFix): boolean {
  return "safety" in fix && fix.safety === "safe";
}

function isSameEdit(first: CodeAction, second: CodeAction): boolean {
  return JSON.stringify(first.edit) === JSON.stringify(second.edit);
}

/** The findings that overlap a range or touch it. */
function findingsIn(snapshot: Snapshot, range: Range): readonly Finding[] {
  const start = snapshot.document.offsetAt(range.start);
  const end = snapshot.document.offsetAt(range.end);
  return findingsNear(snapshot, start, end).filter(({ span }) => {
    const offset = snapshot.offsetOf(span.part);
    return offset + span.start <= end && offset + span.end >= start;
  });
}

/** Those in the parts that the range touches, where these are few: an editor asks at each move of the cursor. */
function findingsNear(snapshot: Snapshot, start: number, end: number): readonly Finding[] {
  const { parts } = snapshot.reading;
  const near = parts.slice(parts.placeAt(start) - 1, parts.placeAt(end) + 1);
  return near.length > mostParts ? snapshot.findings : near.flatMap((part) => snapshot.findingsIn(part));
}

const mostParts = 50;
