import assert from "node:assert/strict";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { type CleanVisit, cleanVisits } from "./clean-visits.ts";
import { forms } from "./written-visits.ts";

describe("A visit that is billed rightly, for each payer, discipline and year, with and without an assistant", () => {
  for (const { name, language, write } of forms) {
    it(`gives no finding above information, written as ${name}`, () => {
      for (const visit of cleanVisits()) {
        const text = write(visit);
        const loud = check(text, language).filter(({ severity }) => severity === "error" || severity === "warning");
        assert.deepEqual(loud, [], `${describeVisit(visit)}\n${text}`);
      }
    });

    it(`is read whole, written as ${name}`, () => {
      for (const visit of cleanVisits().slice(0, 200)) {
        const text = write(visit);
        const [claim, ...others] = open(text, language).claims;
        assert.equal(others.length, 0, text);
        const read = claim?.serviceLines.map((line) => [
          line.procedure.value,
          line.modifiers.map((modifier) => modifier.value).join(" "),
          line.units?.value,
          line.dateOfService?.value,
        ]);
        const written = visit.lines.map((line) => [
          line.code,
          line.modifiers.join(" "),
          line.units,
          `${String(visit.year)}-03-12`,
        ]);
        assert.deepEqual(read, written, text);
      }
    });
  }
});

function open(text: string, language: string) {
  const format = formatOf(language);
  assert.ok(format);
  const environment = { settings: defaultSettings, today: "2026-11-01" } as const;
  return openSnapshot(Document.create("file:///a", language, 0, text), format, environment);
}

function check(text: string, language: string) {
  const snapshot = open(text, language);
  assert.deepEqual(snapshot.failures, []);
  return snapshot.findings.map(({ rule, severity, message }) => ({ rule, severity, message }));
}

function describeVisit({ payer, discipline, year, hasAssistant, isAbove }: CleanVisit): string {
  return `${payer.id}, ${discipline}, ${String(year)}${hasAssistant ? ", assistant" : ""}${isAbove ? ", above" : ""}`;
}
