import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type ContentChange, Document } from "../../server/src/text/document.ts";

/** Texts in which line ends of every kind meet, and characters of two code units. */
const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\r", "\r\n", "é", "😀"), maxLength: 30 });

/** An edit by offsets, which become positions in whatever text it meets; undefined offsets replace everything. */
const edit = fc.record(
  { start: fc.nat(40), length: fc.nat(12), text, isWhole: fc.boolean() },
  { requiredKeys: ["text"] },
);

describe("A document", () => {
  it("is the same as the library's after any edits: text, lines and positions", () => {
    fc.assert(
      fc.property(text, fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 6 }), (opened, versions) => {
        const oracle = TextDocument.create("file:///a", "x", 0, opened);
        let document = Document.create("file:///a", "x", 0, opened);
        for (const [version, edits] of versions.entries()) {
          const before = document.getText();
          const changes = toChanges(before, edits);
          TextDocument.update(oracle, structuredClone(changes), version + 1);
          document = document.edited(changes, version + 1);
          assertSame(document, oracle);
          assertChangeCovers(before, document);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps an older version as it was", () => {
    const first = Document.create("file:///a", "x", 1, "one\ntwo");
    const second = first.edited([{ range: first.rangeOf(0, 3), text: "1" }], 2);
    assert.equal(first.getText(), "one\ntwo");
    assert.equal(second.getText(), "1\ntwo");
    assert.equal(second.version, 2);
  });

  it("takes positions outside the text for the nearest place inside", () => {
    const document = Document.create("file:///a", "x", 1, "ab\r\ncd");
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(document.offsetAt({ line: 9, character: 0 }), 6);
    assert.equal(document.offsetAt({ line: -1, character: 5 }), 0);
    assert.deepEqual(document.positionAt(-4), { line: 0, character: 0 });
    assert.deepEqual(document.positionAt(3), { line: 0, character: 2 });
    assert.deepEqual(document.positionAt(99), { line: 1, character: 2 });
  });

  it("takes a range whose ends are swapped", () => {
    const document = Document.create("file:///a", "x", 1, "abcdef");
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 1 } };
    assert.equal(document.edited([{ range, text: "-" }], 2).getText(), "a-ef");
  });
});

function toChanges(
  opened: string,
  edits: readonly Partial<{ start: number; length: number; text: string; isWhole: boolean }>[],
) {
  const changes: ContentChange[] = [];
  const followed = TextDocument.create("file:///b", "x", 0, opened);
  for (const { start = 0, length = 0, text: newText = "", isWhole } of edits) {
    const range = { start: followed.positionAt(start), end: followed.positionAt(start + length) };
    const change = isWhole === true ? { text: newText } : { range, text: newText };
    TextDocument.update(followed, [structuredClone(change)], 1);
    changes.push(change);
  }
  return changes;
}

function assertSame(document: Document, oracle: TextDocument): void {
  assert.equal(document.getText(), oracle.getText());
  assert.equal(document.lineCount, oracle.lineCount);
  const { length } = oracle.getText();
  for (let offset = -1; offset <= length + 1; offset++) {
    assert.deepEqual(document.positionAt(offset), oracle.positionAt(offset));
  }
  for (let line = 0; line <= oracle.lineCount; line++) {
    for (let character = 0; character < 5; character++) {
      assert.equal(document.offsetAt({ line, character }), oracle.offsetAt({ line, character }));
    }
  }
}

/** Outside what the version calls changed, the old text and the new one are the same. */
function assertChangeCovers(before: string, document: Document): void {
  const { change } = document;
  assert.ok(change);
  const { start, oldEnd, newEnd } = change;
  const rebuilt = before.slice(0, start) + document.getText().slice(start, newEnd) + before.slice(oldEnd);
  assert.equal(rebuilt, document.getText());
}
