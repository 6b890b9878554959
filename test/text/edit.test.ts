import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/text/edit.ts";

describe("Edits", () => {
  it("apply in any order, each in the text before all of them", () => {
    const edits = [
      { start: 4, end: 5, newText: "E" },
      { start: 0, end: 1, newText: "AA" },
      { start: 2, end: 2, newText: "-" },
    ];
    assert.equal(applyEdits("abcde", edits), "AAb-cdE");
  });

  it("keep the order of insertions at one place", () => {
    const edits = [
      { start: 1, end: 1, newText: "1" },
      { start: 1, end: 1, newText: "2" },
    ];
    assert.equal(applyEdits("ab", edits), "a12b");
  });

  it("are refused where they overlap", () => {
    const edits = [
      { start: 0, end: 3, newText: "" },
      { start: 2, end: 4, newText: "" },
    ];
    assert.throws(() => applyEdits("abcd", edits), RangeError);
  });
});
