import assert from "node:assert/strict";
import type { Finding } from "../../server/src/lint/finding.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import type { Severity } from "../../server/src/rules/rule.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { offsetOf } from "./marked-text.ts";
import { type OfferedFix, offeredFixes, open } from "./spec.ts";

const ranks: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/** What every fix promises: its finding is gone, and a safe one makes nothing worse and can be taken for good. */
export function assertFixesKeepPromises(snapshot: Snapshot): void {
  for (const offered of offeredFixes(snapshot)) {
    const after = applied(snapshot, offered);
    assertGone(snapshot, offered, after);
    if (isSafe(offered)) assertNothingWorse(snapshot, offered, after);
  }
  assertSafeFixesComeToAnEnd(snapshot);
}

/** No message, fix or related place names a person. */
export function assertNobodyIsNamed(snapshot: Snapshot): void {
  const personal = snapshot.claims.flatMap(({ patient, beneficiaryId, claimId }) =>
    [patient, beneficiaryId, claimId].flatMap((field) => (field === undefined ? [] : [field.value])),
  );
  // A claim called 1 is named by nobody who says 97110.
  const telling = personal.filter((value) => value.length > 3);
  for (const { message, fixes, related } of snapshot.findings) {
    const words = [message, ...fixes.map((fix) => fix.title), ...related.map((place) => place.message)].join("\n");
    for (const value of telling) assert.ok(!words.includes(value), `"${words}" names "${value}"`);
    assert.doesNotMatch(message, /\n|\.$/, "a message is one line without a full stop");
  }
}

function applied(snapshot: Snapshot, { edits }: OfferedFix): Snapshot {
  const { document, environment } = snapshot;
  return open(document.languageId, applyEdits(document.getText(), edits), environment);
}

function assertGone(before: Snapshot, { finding, fix, edits }: OfferedFix, after: Snapshot): void {
  const moved = (offset: number): number =>
    edits.reduce(
      (place, edit) => (edit.end <= offset ? place + edit.newText.length - (edit.end - edit.start) : place),
      offset,
    );
  const start = offsetOf(before, finding);
  const length = finding.span.end - finding.span.start;
  const place = { start: moved(start), end: moved(start + length) };
  const left = after.findings.filter((other) => {
    const otherStart = offsetOf(after, other);
    const otherEnd = otherStart + other.span.end - other.span.start;
    return other.rule === finding.rule && otherStart <= place.end && place.start <= otherEnd;
  });
  assert.deepEqual(left.map(describe), [], `"${fix.title}" leaves its finding`);
}

function assertNothingWorse(before: Snapshot, { finding, fix }: OfferedFix, after: Snapshot): void {
  const known = before.findings.map(describe);
  const added = after.findings.filter((other) => {
    const place = known.indexOf(describe(other));
    if (place >= 0) known.splice(place, 1);
    return place < 0 && ranks[other.severity] >= ranks[finding.severity];
  });
  assert.deepEqual(added.map(describe), [], `"${fix.title}" is safe and adds a finding`);
}

function assertSafeFixesComeToAnEnd(snapshot: Snapshot): void {
  let current = snapshot;
  for (let round = 0; round < 100; round++) {
    const safe = offeredFixes(current).find(isSafe);
    if (safe === undefined) return;
    current = applied(current, safe);
  }
  assert.fail("the safe fixes come to no end");
}

function isSafe({ fix }: OfferedFix): boolean {
  return "safety" in fix && fix.safety === "safe";
}

function describe({ rule, severity, message }: Finding): string {
  return `${severity} ${rule}: ${message}`;
}
