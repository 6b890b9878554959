import assert from "node:assert/strict";
import {
  type DocumentSetting,
  DocumentState,
  type FailureListener,
} from "../../server/src/connection/document-state.ts";
import { nothingElsewhere } from "../../server/src/lint/elsewhere.ts";
import type { Format } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { Document } from "../../server/src/text/document.ts";

const environment = { settings: defaultSettings, today: "2026-04-01" } as const;
const document = Document.create("file:///a.superbill", "superbill", 1, "Rivera");

/** Reads any text but one that holds the word: what a fault in a format would be. */
const faulty: Format = {
  ...superbillFormat,
  *readInSteps(text) {
    if (text.indexOf("Rivera") >= 0) throw new RangeError("Rivera");
    return yield* superbillFormat.readInSteps(text);
  },
  reread: () => {
    throw new TypeError("reread");
  },
};

const never = (): boolean => false;

/** A document by itself. */
function alone(failed: FailureListener): DocumentSetting {
  return { elsewhere: nothingElsewhere, failed };
}

function editedTo(before: Document, text: string): Document {
  return before.edited([{ text }], before.version + 1);
}

describe("a document on which checking throws", () => {
  it("is tried again after a change, and set aside after the second time", () => {
    const failures: unknown[] = [];
    const state = new DocumentState(
      faulty,
      1,
      alone((_name, error) => failures.push(error)),
    );
    assert.deepEqual(state.check(document, environment, never), { error: "RangeError", isSetAside: false });
    assert.deepEqual(state.check(document, environment, never), { error: "RangeError", isSetAside: false });
    assert.equal(failures.length, 1, "the same version is not tried twice");

    const second = editedTo(document, "Rivera, Ana");
    state.edit(second);
    assert.deepEqual(state.check(second, environment, never), { error: "RangeError", isSetAside: true });

    const third = editedTo(second, "nobody");
    state.edit(third);
    assert.deepEqual(state.check(third, environment, never), { error: "RangeError", isSetAside: true });
    assert.equal(failures.length, 2);
  });

  it("is checked again once the change mends it", () => {
    const state = new DocumentState(
      faulty,
      1,
      alone(() => undefined),
    );
    state.check(document, environment, never);
    const mended = editedTo(document, "nobody");
    state.edit(mended);
    const checked = state.check(mended, environment, never);
    assert.ok("snapshot" in checked);
    assert.equal(checked.snapshot.document, mended);
  });

  it("is read from the start where only carrying on throws", () => {
    const failures: unknown[] = [];
    const state = new DocumentState(
      faulty,
      1,
      alone((_name, error) => failures.push(error)),
    );
    let current = editedTo(document, "one");
    for (const text of ["two", "three", "four"]) {
      assert.ok("snapshot" in state.check(current, environment, never));
      current = editedTo(current, text);
      state.edit(current);
    }
    assert.ok("snapshot" in state.check(current, environment, never));
    assert.equal(failures.length, 3);
  });
});

describe("a document that is edited", () => {
  it("is checked as it stands after any number of edits", () => {
    const state = new DocumentState(superbillFormat, 1, alone(assert.ifError));
    let current = document;
    state.check(current, environment, never);
    for (let edits = 0; edits < 250; edits++) {
      current = current.edited([{ range: current.rangeOf(0, 0), text: "x" }], current.version + 1);
      state.edit(current);
    }
    const checked = state.check(current, environment, never);
    assert.ok("snapshot" in checked);
    assert.equal(checked.snapshot.document, current);
    assert.equal(checked.snapshot.reading.parts.map((part) => part.text).join(""), current.getText());
  });
});
