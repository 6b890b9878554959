import assert from "node:assert/strict";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import type { Visit } from "./visit.ts";
import type { Form } from "./written-visits.ts";

/** The visit as the form writes it, read and checked with every rule on the day after the visit's month. */
export function open(visit: Visit, form: Form): Snapshot {
  const { language } = form;
  const format = formatOf(language);
  assert.ok(format);
  const environment = { settings: defaultSettings, today: visit.today };
  return openSnapshot(Document.create("file:///visit", language, 0, form.write(visit)), format, environment);
}

export function check(visit: Visit, form: Form): readonly Finding[] {
  const { findings, failures } = open(visit, form);
  assert.deepEqual(failures, []);
  return findings;
}
