import assert from "node:assert/strict";
import fc from "fast-check";
import type { Format } from "../../server/src/formats/format.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { rangeOfPlace } from "../../server/src/lint/place-range.ts";
import { beginSnapshot, openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { Document } from "../../server/src/text/document.ts";
import { finish } from "../../server/src/text/steps.ts";
import { type Kind, kinds } from "./pieces.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" } as const;

/** Ten thousand scripts of edits, or as many times that as is asked for. */
const thousands = 10 * Number(process.env["THERAPY_CLAIMS_RUNS"] ?? 1);

for (const kind of kinds) {
  const { name, language, pieces, share } = kind;
  describe(`A ${name} document`, () => {
    it("gives the same findings after any edits as after a fresh open", () => {
      fc.assert(
        fc.property(fileOf(kind), fc.array(editOf(pieces), { maxLength: 8 }), (opened, edits) => {
          let snapshot = open(language, opened);
          for (const [version, edit] of edits.entries()) {
            snapshot = snapshot.after(editedBy(edit, snapshot, version + 1));
          }
          const fresh = open(language, snapshot.document.getText());
          assert.deepEqual(told(snapshot), told(fresh));
        }),
        { numRuns: share * thousands * 0.7 },
      );
    });

    it("gives the same findings whenever the checking was left and taken up again", () => {
      const work = fc.record({ edit: editOf(pieces), pauses: fc.array(pause, { maxLength: 4 }) });
      fc.assert(
        fc.property(fileOf(kind), fc.array(work, { maxLength: 5 }), (opened, works) => {
          let snapshot = finish(beginSnapshot(documentOf(language, opened), formatFor(language), environment));
          for (const [version, { edit, pauses }] of works.entries()) {
            for (const { near, claims } of pauses) snapshot = snapshot.checkedOn(near, after(claims));
            snapshot = snapshot.edited(editedBy(edit, snapshot, version + 1));
          }
          while (snapshot.left > 0) snapshot = snapshot.checkedOn(undefined, after(1));
          assert.deepEqual(told(snapshot), told(open(language, snapshot.document.getText())));
        }),
        { numRuns: share * thousands * 0.3 },
      );
    });

    it("keeps the claims that an edit leaves alone as they are", () => {
      const two = pieces.filter((piece) => piece.length > 3).join("");
      const before = open(language, two + two);
      const last = before.document.getText().length;
      const range = before.document.rangeOf(last, last);
      const after = before.after(before.document.edited([{ range, text: " " }], 2));
      const kept = before.claims.filter((claim) => after.claims.includes(claim));
      if (before.claims.length === 0) return;
      assert.ok(kept.length >= before.claims.length - 2, `${kept.length} of ${before.claims.length} claims were kept`);
    });
  });
}

function fileOf({ pieces, opening }: Kind): fc.Arbitrary<string> {
  const rest = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((chosen) => chosen.join(""));
  return fc.tuple(fc.nat(4), rest).map(([number, text]) => (number === 0 ? text : opening + text));
}

interface EditMade {
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
  /** Instead, what stands there as a whole, such as a claim, is pasted before itself. */
  readonly isCopy: boolean;
}

function editOf(pieces: readonly string[]): fc.Arbitrary<EditMade> {
  return fc.record({
    place: fc.nat(),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
    inserted: fc.oneof(fc.constant(""), fc.constantFrom(...pieces), fc.string({ maxLength: 3 })),
    isCopy: fc.nat(9).map((number) => number === 0),
  });
}

function editedBy({ place, removed, inserted, isCopy }: EditMade, snapshot: Snapshot, version: number): Document {
  const { document } = snapshot;
  const { length } = document.text;
  const anywhere = place % (length + 1);
  const found = isCopy ? snapshot.partAt(anywhere) : undefined;
  if (found !== undefined) {
    const start = document.positionAt(anywhere - found.offset);
    return document.edited([{ range: { start, end: start }, text: found.part.text }], version);
  }
  const range = document.rangeOf(anywhere, Math.min(length, anywhere + removed));
  return document.edited([{ range, text: inserted }], version);
}

function open(language: string, text: string): Snapshot {
  return openSnapshot(documentOf(language, text), formatFor(language), environment);
}

function documentOf(language: string, text: string): Document {
  return Document.create("file:///a", language, 0, text);
}

function formatFor(language: string): Format {
  const format = formatOf(language);
  assert.ok(format);
  return format;
}

/** How far the checking goes before something else comes in between, and what is looked at meanwhile. */
const pause = fc.record({
  near: fc.option(fc.record({ start: fc.nat(2000), end: fc.nat(2000) }), { nil: undefined }),
  claims: fc.nat(6),
});

function after(times: number): () => boolean {
  let asked = 0;
  return () => ++asked > times;
}

/** Findings as a user sees them, and the claims, sums and amounts beneath. */
function told(snapshot: Snapshot): object {
  assert.deepEqual(snapshot.failures, []);
  return {
    findings: snapshot.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      range: snapshot.rangeOf(finding.span),
      related: finding.related.map(({ at, message }) => ({ range: rangeOfPlace(at, snapshot), message })),
      fixes: finding.fixes.map((fix) => ({ title: fix.title, edits: snapshot.editsOf(fix) })),
    })),
    claims: snapshot.claims.map((claim) => {
      const context = snapshot.contextOf(claim);
      const lines = claim.serviceLines.map((line) => {
        const { before, after } = context.usedAmount(line) ?? {};
        return { range: snapshot.rangeOf(line.span), code: line.procedure.value, before, after };
      });
      return { range: snapshot.rangeOf(claim.span), payer: context.payer.id, lines };
    }),
    amounts: snapshot.reading.parts.flatMap(({ amounts }) =>
      amounts.map((amount) => ({ range: snapshot.rangeOf(amount.span), value: valuesOf(amount) })),
    ),
  };
}

/** What an amount says, without the places where it says it. */
function valuesOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === "part" ? undefined : one))) as unknown;
}
