import assert from "node:assert/strict";
import fc from "fast-check";
import { PartList } from "../../server/src/text/part-list.ts";
import type { Part } from "../../server/src/text/span.ts";

const part = fc.nat(40).map((length): Part => ({ text: "x".repeat(length) }));
/** Of several chunks, mostly. */
const manyParts = fc.array(part, { minLength: 0, maxLength: 1500, size: "max" });
const replacement = fc.record({
  start: fc.nat(),
  count: fc.oneof(fc.nat(3), fc.nat(700)),
  parts: fc.oneof(fc.array(part, { maxLength: 4 }), manyParts),
});

describe("A list of parts", () => {
  it("is what an array of them is, after any replacements", () => {
    fc.assert(
      fc.property(manyParts, fc.array(replacement, { maxLength: 6 }), (first, replacements) => {
        let list = PartList.of(first);
        let array = first;
        for (const { start, count, parts } of replacements) {
          const from = start % (array.length + 1);
          const to = Math.min(array.length, from + count);
          const before = list;
          list = list.replaced(from, to, parts);
          assertComparison(list, before);
          array = array.toSpliced(from, to - from, ...parts);
          assertSame(list, array);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("shares with the list that it was made from all chunks but those that changed", () => {
    const list = PartList.of(Array.from({ length: 20_000 }, (): Part => ({ text: "x" })));
    const edited = list.replaced(10_000, 10_001, [{ text: "y" }]);
    const shared = edited.chunks.filter((chunk) => list.chunks.includes(chunk));
    assert.equal(shared.length, list.chunks.length - 1);
  });

  it("keeps its chunks from growing and from going to pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2000, maxLength: 3000 }), (steps) => {
        let list = PartList.of(Array.from({ length: 1000 }, (): Part => ({ text: "x" })));
        for (const [at, adds] of steps) {
          const place = at % (list.length + 1);
          list = adds ? list.replaced(place, place, [{ text: "y" }]) : list.replaced(place, place + 1, []);
        }
        assert.ok(list.chunks.every(({ parts }) => parts.length > 0 && parts.length <= 512));
        assert.ok(list.chunks.length <= 1 + list.length / 64, `${list.chunks.length} chunks of ${list.length} parts`);
      }),
      { numRuns: 5 },
    );
  });
});

function assertSame(list: PartList, array: readonly Part[]): void {
  assert.equal(list.length, array.length);
  assert.deepEqual(
    list.map((one) => array.indexOf(one)),
    list.map((one) => list.placeOf(one)),
  );
  assert.ok([...list].every((one, place) => one === array[place] && list.at(place) === one));
  let offset = 0;
  for (const [place, one] of array.entries()) {
    assert.equal(list.offsetAt(place), offset);
    assert.equal(list.offsetOf(one), offset);
    if (one.text !== "") assert.equal(list.placeAt(offset), place);
    offset += one.text.length;
  }
  assert.equal(list.textLength, offset);
  assert.deepEqual(list.slice(3, array.length - 2), array.slice(3, Math.max(0, array.length - 2)));
  assert.equal(list.placeOf({ text: "" }), -1);
}

/** What is said to have come in place of what makes the one list of the other. */
function assertComparison(list: PartList, before: PartList): void {
  const { start, removed, added } = list.comparedTo(before);
  assert.deepEqual([...before].toSpliced(start, removed.length, ...added), [...list]);
  assert.ok(removed.every((one, index) => one === before.at(start + index)));
}
