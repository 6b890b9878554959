import assert from "node:assert/strict";
import { type TextKind, textKinds } from "../../bench/texts.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";

const megabytes = 0.05;
const kinds = Object.keys(textKinds) as TextKind[];

describe("The benchmark's files", () => {
  for (const kind of kinds) {
    it(`${kind}: about as long as was asked, and the same each time`, () => {
      const text = textOf(kind);
      assert.ok(Math.abs(text.length - megabytes * 1_000_000) < 2000, String(text.length));
      assert.equal(textOf(kind), text);
    });

    it(`${kind}: read without a fault of its envelope or a value that can't be read`, () => {
      const { findings, failures } = open(kind);
      const faults = findings.filter(({ rule }) => /^(x12-|unreadable-|unknown-field|total-mismatch)/.test(rule));
      assert.deepEqual([faults.map(({ message }) => message), failures], [[], []]);
    });
  }

  for (const kind of ["837P", "837P in one line", "superbill"] as const) {
    it(`${kind}: claims of two to five service lines, in some of which something is found`, () => {
      const { claims, findings } = open(kind);
      assert.ok(claims.length > 50);
      assert.ok(claims.every(({ serviceLines }) => serviceLines.length >= 2 && serviceLines.length <= 5));
      assert.ok(findings.length > 0);
    });
  }
});

function textOf(kind: TextKind): string {
  const pieces: string[] = [];
  textKinds[kind].write(megabytes, (text) => {
    pieces.push(text);
  });
  return pieces.join("");
}

function open(kind: TextKind): Snapshot {
  const { language } = textKinds[kind];
  const format = formatOf(language);
  assert.ok(format);
  const environment = { settings: defaultSettings, today: "2026-11-01" } as const;
  return openSnapshot(Document.create("bench:file", language, 0, textOf(kind)), format, environment);
}
