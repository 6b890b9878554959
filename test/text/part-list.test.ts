import assert from "node:assert/strict";
import fc from "fast-check";
import { type Chunk, PartList } from "../../server/src/text/part-list.ts";
import type { Part } from "../../server/src/text/span.ts";

const part = fc.nat(40).map((length): Part => ({ text: "x".repeat(length) }));
/** Of several chunks, mostly. */
const manyParts = fc.array(part, { minLength: 0, maxLength: 1500, size: "max" });
/** Of several runs. */
const many = 12_000;
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

  it("shares with the list that it was made from all runs and chunks but those that changed", () => {
    const list = PartList.of(Array.from({ length: many }, (): Part => ({ text: "x" })));
    const edited = list.replaced(5000, 5001, [{ text: "y" }]);
    const runs = edited.runs.filter((run) => list.runs.includes(run));
    assert.equal(runs.length, list.runs.length - 1);
    const chunks = chunksIn(edited).filter((chunk) => chunksIn(list).includes(chunk));
    assert.equal(chunks.length, chunksIn(list).length - 1);
  });

  it("finds its parts where they stand, though newer versions have found them somewhere else", () => {
    const array = Array.from({ length: many }, (): Part => ({ text: "x" }));
    const list = PartList.of(array);
    const first = list.replaced(100, 9000, [{ text: "y" }]);
    const second = first.replaced(0, 1, []);
    assertFinds(list, array);
    assertFinds(second, [...second]);
    assert.equal(second.placeOf(array[0] ?? { text: "" }), -1);
  });

  it("keeps its runs and chunks from growing and from going to pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2000, maxLength: 3000 }), (steps) => {
        let list = PartList.of(Array.from({ length: many }, (): Part => ({ text: "x" })));
        for (const [at, adds] of steps) {
          const place = at % (list.length + 1);
          list = adds ? list.replaced(place, place, [{ text: "y" }]) : list.replaced(place, place + 1, []);
        }
        const chunks = chunksIn(list);
        for (const { length } of [...list.runs.map((run) => run.chunks), ...chunks.map(({ parts }) => parts)]) {
          assert.ok(length > 0 && length <= 128);
        }
        assert.ok(chunks.length <= 1 + list.length / 16, `${chunks.length} chunks of ${list.length} parts`);
        assert.ok(list.runs.length <= 1 + chunks.length / 16, `${list.runs.length} runs of ${chunks.length} chunks`);
      }),
      { numRuns: 5 },
    );
  });
});

function chunksIn({ runs }: PartList): readonly Chunk[] {
  return runs.flatMap(({ chunks }) => chunks);
}

function assertFinds(list: PartList, array: readonly Part[]): void {
  for (const [place, one] of array.entries()) if (place % 97 === 0) assert.equal(list.placeOf(one), place);
}

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
