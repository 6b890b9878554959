import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { ruleTexts } from "../../server/src/rules/registry.ts";
import { statements } from "../../server/src/rules/statements.ts";
import { topics } from "../../server/src/rules/topics.ts";

const ids = new Set(statements.map(({ id }) => id));

describe("topics", () => {
  it("are the files of their folder, each under its own id, and none is called as a rule", () => {
    const folder = new URL("../../server/src/rules/topics/", import.meta.url);
    assert.deepEqual(
      [...topics.keys()].sort(),
      readdirSync(folder)
        .map((name) => name.replace(/\.ts$/, ""))
        .sort(),
    );
    for (const [id, topic] of topics) {
      assert.equal(topic.id, id);
      assert.match(id, /^[a-z]+(?:-[a-z]+)+$/);
      assert.ok(!ruleTexts.has(id), id);
    }
  });

  for (const topic of topics.values()) {
    it(`${topic.id} says something, from sources, about statements that exist`, () => {
      assert.ok(topic.title.length > 0 && !topic.title.endsWith("."));
      assert.ok(topic.paragraphs.length > 0);
      for (const paragraph of topic.paragraphs) assert.match(paragraph, /^[^\n]+\.$/);
      assert.ok(topic.sources.length > 0);
      // Why the second unit pays less is asked in every office, and said by none of the pages that the statements come from.
      assert.equal(topic.statements.length === 0, topic.id === "mppr-hover");
      for (const id of topic.statements) assert.ok(ids.has(id), id);
      assert.equal(new Set(topic.statements).size, topic.statements.length);
    });
  }

  it("work out the reduction for several services of a day", () => {
    // Relative values of the file of July 2024: work, practice expense, malpractice; and its conversion factor.
    const exercise = { work: 0.45, expense: 0.42, malpractice: 0.01 };
    const manual = { work: 0.43, expense: 0.37, malpractice: 0.01 };
    const fee = ({ work, expense, malpractice }: typeof manual, share: number): number =>
      (work + expense * share + malpractice) * 33.2875;
    const shown = [
      fee(exercise, 1),
      fee(exercise, 0.5),
      fee(manual, 0.5),
      fee(manual, 1),
      fee(exercise, 1) + fee(exercise, 0.5) + fee(manual, 0.5),
      2 * fee(exercise, 1) + fee(manual, 1),
    ];
    const text = topics.get("mppr-hover")?.paragraphs.join(" ") ?? "";
    for (const amount of shown) assert.ok(text.includes(amount.toFixed(2)), amount.toFixed(2));
  });
});

describe("statements", () => {
  it("are those of both lists, each once and in order, but for the ones left out on purpose", () => {
    const leftOut = new Set(["A25", "A40", "A41", "B17", "B23"]);
    const all = [...numbered("A", 41), ...numbered("B", 23)];
    assert.deepEqual(
      statements.map(({ id }) => id),
      all.filter((id) => !leftOut.has(id)),
    );
  });

  for (const { id, statement, verdict, correction } of statements) {
    it(`${id} is a sentence, and what is not simply true is put right`, () => {
      assert.match(statement, /^[A-Z1-9][^\n]+\.$/);
      if (correction === "") assert.equal(verdict, "true");
      else assert.match(correction, /^[A-Z1-9][^\n]+\.$/);
    });
  }

  it("that rules name exist", () => {
    for (const { id, docs } of ruleTexts.values()) {
      for (const named of docs.statements ?? []) assert.ok(ids.has(named), `${id} names ${named}`);
    }
  });
});

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`);
}
