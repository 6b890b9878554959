import type { CodeLens } from "vscode-languageserver-types";
import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { type Claim, isVoid } from "../model/claim.ts";
import type { Bucket } from "../model/discipline.ts";
import { formatCents } from "../model/money.ts";
import type { UsedAmount } from "../model/used-amount.ts";
import type { Severity } from "../rules/rule.ts";
import { isWholeForm } from "../rules/support/form-items.ts";
import type { Steps } from "../text/steps.ts";
import type { Client } from "./client.ts";
import { usedInShort, usedOf } from "./ledger/used-words.ts";

/** More claims are too many to be told of one by one: an editor asks for all of them after every pause in typing. */
const mostClaims = 2000;

/** What a lens brings back when an editor asks what it says. */
interface LensData {
  readonly textDocument: { readonly uri: string };
}

/** A place above each claim. What stands there is told when it comes into sight. */
export function* codeLenses(snapshot: Snapshot): Steps<CodeLens[]> {
  const claims: Claim[] = [];
  for (const part of snapshot.reading.parts) {
    claims.push(...part.claims);
    if (claims.length > mostClaims) return [];
    yield;
  }
  const data: LensData = { textDocument: { uri: snapshot.document.uri } };
  return claims.map(({ head }) => ({ range: snapshot.rangeOf(head), data }));
}

/** What a claim comes to: the used amounts with it, what was found in it, its total. A lens whose claim has moved stays as it is. */
export function resolveCodeLens(lens: CodeLens, snapshot: Snapshot, client: Client): CodeLens {
  const claim = claimAt(lens, snapshot);
  if (claim === undefined) return lens;
  const title = wordsOf(claim, snapshot).join(" · ");
  return { ...lens, command: { title, command: client.showsReport ? "therapyClaims.showThresholdReport" : "" } };
}

function claimAt({ range }: CodeLens, snapshot: Snapshot): Claim | undefined {
  const offset = snapshot.document.offsetAt(range.start);
  const at = snapshot.partAt(offset);
  return at?.part.claims.find(({ head }) => head.part === at.part && head.start === at.offset);
}

function wordsOf(claim: Claim, snapshot: Snapshot): readonly string[] {
  if (isVoid(claim)) return ["void: it takes a claim back"];
  const used = usedAmountsOf(claim, snapshot);
  const found = snapshot.findings.filter((finding) => isOf(finding, claim));
  return [...used.words, findingsInWords(found, used.isKnown && isWholeForm(claim)), ...totalInWords(claim)];
}

/** Of each bucket with the last year in which the claim uses it. */
function usedAmountsOf(
  claim: Claim,
  snapshot: Snapshot,
): { readonly words: readonly string[]; readonly isKnown: boolean } {
  const context = snapshot.contextOf(claim);
  const last = new Map<Bucket, UsedAmount>();
  for (const line of claim.serviceLines) {
    const used = context.usedAmount(line);
    if (used !== undefined && used.year >= (last.get(used.bucket)?.year ?? 0)) last.set(used.bucket, used);
  }
  const told = [...last.values()].map(({ bucket, year, afterClaim }) => {
    const threshold = context.threshold(year)?.kxThreshold ?? undefined;
    return {
      words: `${bucket} used ${usedOf(usedInShort(afterClaim, false), threshold)}`,
      isKnown: afterClaim.low === afterClaim.high && threshold !== undefined,
    };
  });
  return { words: told.map(({ words }) => words), isKnown: told.every(({ isKnown }) => isKnown) };
}

function isOf({ claim, span }: Finding, { part, span: own }: Claim): boolean {
  if (claim !== undefined) return claim.part === part && claim.span.start === own.start;
  return span.part === part && span.start >= own.start && span.start <= own.end;
}

const nouns: Readonly<Record<Severity, readonly [one: string, several: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  information: ["note", "notes"],
  hint: ["hint", "hints"],
};

/** Only a claim that states all that it needs, and of which everything is known, is said to be ready. */
function findingsInWords(findings: readonly Finding[], isWhole: boolean): string {
  if (findings.length === 0) return isWhole ? "ready" : "no findings";
  const severities: readonly Severity[] = ["error", "warning", "information", "hint"];
  const told = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const [one, several] = nouns[severity];
    return count === 0 ? [] : [`${count.toString()} ${count === 1 ? one : several}`];
  });
  return told.join(", ");
}

/** As the claim states it, else the sum of its charges where every line has one. */
function totalInWords({ total, serviceLines }: Claim): readonly string[] {
  if (total !== undefined) return [`total ${formatCents(total.value)}`];
  const charges = serviceLines.flatMap(({ charge }) => charge?.value ?? []);
  if (charges.length === 0 || charges.length < serviceLines.length) return [];
  return [`charges ${formatCents(charges.reduce((sum, charge) => sum + charge, 0))}`];
}
