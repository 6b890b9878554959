import assert from "node:assert/strict";
import fc from "fast-check";
import { chooseEncoding, decodePositions, encodePositions } from "../../server/src/connection/position-encoding.ts";
import { Document } from "../../server/src/text/document.ts";

function documentOf(text: string): Document {
  return Document.create("file:///a", "superbill", 1, text);
}

describe("the encoding of positions", () => {
  it("is UTF-16 unless the client knows UTF-8 only", () => {
    assert.equal(chooseEncoding(undefined), "utf-16");
    assert.equal(chooseEncoding(["utf-8", "utf-16"]), "utf-16");
    assert.equal(chooseEncoding(["utf-32"]), "utf-16");
    assert.equal(chooseEncoding(["utf-32", "utf-8"]), "utf-8");
  });

  it("counts bytes for a client that does", () => {
    const document = documentOf("a\né🦵x");
    const place = { line: 1, character: 3 };
    const told = { range: { start: place, end: place }, list: ["x", null, 7] };
    const encoded = { line: 1, character: 6 };
    assert.deepEqual(encodePositions(told, document, "utf-8"), {
      range: { start: encoded, end: encoded },
      list: ["x", null, 7],
    });
    assert.equal(encodePositions(told, document, "utf-16"), told);
  });

  it("takes a place inside a character for its beginning, and one behind the line for its end", () => {
    const document = documentOf("é🦵x\n");
    const decoded = [0, 1, 2, 3, 5, 6, 7, 99].map(
      (character) => decodePositions({ line: 0, character }, document, "utf-8").character,
    );
    assert.deepEqual(decoded, [0, 0, 1, 1, 1, 3, 4, 4]);
  });

  it("loses nothing on the way there and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, seed) => {
        const document = documentOf(text);
        const starts = Array.from(text, (_, index) => index).map(
          (index) => Array.from(text).slice(0, index).join("").length,
        );
        const position = document.positionAt(starts[seed % Math.max(1, starts.length)] ?? 0);
        const encoded = encodePositions(position, document, "utf-8");
        assert.deepEqual(decodePositions(encoded, document, "utf-8"), position);
      }),
    );
  });
});
