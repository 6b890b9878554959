import assert from "node:assert/strict";
import { formatOf } from "../../server/src/formats/registry.ts";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";

/** A superbill, opened with Medicare Part B as the payer of claims that name none. */
export function openSuperbill(
  text: string,
  settings: Partial<Environment["settings"]> = {},
  today: Environment["today"] = "2026-04-01",
): Snapshot {
  const format = formatOf("superbill");
  assert.ok(format);
  const environment: Environment = {
    settings: { ...defaultSettings, payer: "medicare-b", ...settings },
    today,
  };
  return openSnapshot(Document.create("file:///a", "superbill", 0, text), format, environment);
}

/** The next version, in which the first `found` is `replacement`. */
export function replaced(snapshot: Snapshot, found: string, replacement: string): Snapshot {
  const { document } = snapshot;
  const start = document.getText().indexOf(found);
  assert.ok(start >= 0, `no ${found}`);
  const change = { range: document.rangeOf(start, start + found.length), text: replacement };
  return snapshot.after(document.edited([change], document.version + 1));
}

/** `line: rule`, lines from 1. */
export function told(snapshot: Snapshot): readonly string[] {
  return snapshot.findings.map(({ rule, span }) => `${String(snapshot.rangeOf(span).start.line + 1)}: ${rule}`);
}
