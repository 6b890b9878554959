import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type ContentChange, Document } from "../../server/src/text/document.ts";

/** Texts in which line ends of every kind meet, and characters of two code units. */
const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\r", "\r\n", "é", "😀"), maxLength: 30 });

/** Blocks of any length, down to a character: line ends then meet at their edges, and edits go across many. */
const blockLength = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(32_768));

/** An edit by offsets, which become positions in whatever text it meets; undefined offsets replace everything. */
const edit = fc.record(
  { start: fc.nat(40), length: fc.nat(12), text, isWhole: fc.boolean() },
  { requiredKeys: ["text"] },
);

const versionsOfEdits = fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 6 });

describe("A document", () => {
  it("is the same as the library's after any edits: text, lines and positions", () => {
    fc.assert(
      fc.property(text, versionsOfEdits, blockLength, (opened, versions, length) => {
        const oracle = TextDocument.create("file:///a", "x", 0, opened);
        let document = Document.create("file:///a", "x", 0, opened, length);
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

  it("is the same as the library's after 100,000 edits of texts that grow and shrink", () => {
    const long = fc.array(fc.record({ start: fc.nat(400), length: fc.nat(30), text }), {
      minLength: 500,
      maxLength: 500,
    });
    fc.assert(
      fc.property(long, blockLength, (edits, length) => {
        const oracle = TextDocument.create("file:///a", "x", 0, "");
        let document = Document.create("file:///a", "x", 0, "", length);
        for (const [version, { start, length: removed, text: inserted }] of edits.entries()) {
          const range = { start: oracle.positionAt(start), end: oracle.positionAt(start + removed) };
          TextDocument.update(oracle, [{ range, text: inserted }], version + 1);
          document = document.edited([{ range, text: inserted }], version + 1);
          assert.equal(document.getText(), oracle.getText());
          assert.equal(document.lineCount, oracle.lineCount);
          for (const offset of [start, start + removed, start + inserted.length]) {
            const position = oracle.positionAt(offset);
            assert.deepEqual(document.positionAt(offset), position);
            assert.equal(document.offsetAt(position), oracle.offsetAt(position));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is read as one text, whatever blocks it is kept in", () => {
    const places = fc.record({
      from: fc.integer({ min: -3, max: 60 }),
      to: fc.integer({ min: -3, max: 60 }),
      needle: text,
    });
    fc.assert(
      fc.property(text, text, places, blockLength, (head, tail, { from, to, needle }, length) => {
        const opened = Document.create("file:///a", "x", 0, tail, length);
        const start = { line: 0, character: 0 };
        const whole = head + tail;
        const kept = opened.edited([{ range: { start, end: start }, text: head }], 1).text;
        assert.equal(kept.length, whole.length);
        assert.equal(kept.charCodeAt(from), whole.charCodeAt(from));
        assert.equal(kept.slice(Math.max(0, from), Math.max(0, to)), whole.slice(Math.max(0, from), Math.max(0, to)));
        const sought = needle.slice(0, 3);
        assert.equal(kept.indexOf(sought, from), whole.indexOf(sought, from));
      }),
      { numRuns: 5000 },
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
