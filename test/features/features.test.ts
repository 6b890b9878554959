import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import type { Range } from "vscode-languageserver-types";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { type Edit, applyEdits } from "../../server/src/text/edit.ts";
import { parsePage } from "../rules/page.ts";
import { environmentOf, open } from "../rules/spec.ts";
import { type Result, type Scene, scenesOf } from "./page.ts";
import { actionsAt, afterAction, shown } from "./shown.ts";

const folder = new URL("./", import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

for (const name of pages) {
  const path = new URL(name, folder);
  let text = readFileSync(path, "utf8");
  if (process.env["UPDATE_SPECS"] === "1") {
    const updated = updatePage(text);
    if (updated !== text) writeFileSync(path, updated);
    text = updated;
  }

  describe(`test/features/${name}`, () => {
    for (const scene of scenesOf(text)) {
      it(scene.heading, () => {
        for (const result of scene.results) {
          assert.equal(produce(text, scene, result), result.body, `${result.kind} ${result.title}`.trim());
        }
      });
    }

    it("shows what becomes of the file by each action that it names", () => {
      const results = scenesOf(text).flatMap((scene) => scene.results);
      const named = results.filter(({ kind }) => kind === "actions").flatMap(({ body }) => body.split("\n"));
      const possible = named.filter((line) => line !== "" && !line.includes("[disabled: "));
      const titles = new Set(possible.map((line) => line.replace(/ \[.*$/, "")));
      const shownTitles = new Set(results.map(({ title }) => title));
      assert.deepEqual(
        [...titles].filter((title) => !shownTitles.has(title)),
        [],
      );
    });
  });
}

function produce(page: string, scene: Scene, result: Result): string {
  const { snapshot, range } = openScene(page, scene);
  if (result.title === "") {
    const show = shown[result.kind];
    assert.ok(show, `no feature is called ${result.kind}`);
    return show(snapshot, range);
  }
  const action = actionsAt(snapshot, range).find(({ title }) => title === result.title);
  const after = action && afterAction(snapshot, action);
  assert.ok(after !== undefined, `"${result.title}" is not offered`);
  return after;
}

/** The text without its cursor `<|>`, or without the two that begin and end a selection. */
function openScene(page: string, { language, body }: Scene): { snapshot: Snapshot; range: Range } {
  const { frontMatter } = parsePage(page);
  const environment = environmentOf({ frontMatter: new Map([["rules", "all"], ...frontMatter]), examples: [] }, "");
  const [before = "", between = "", after] = body.split("<|>");
  const snapshot = open(language, before + between + (after ?? ""), environment);
  const start = body.includes("<|>") ? before.length : 0;
  return { snapshot, range: snapshot.document.rangeOf(start, after === undefined ? start : start + between.length) };
}

/** The page with every result as it is produced, and with the file after each action that is not shown yet. */
function updatePage(page: string): string {
  const edits: Edit[] = [];
  const scenes = scenesOf(page);
  const seen = new Set(scenes.flatMap((scene) => scene.results.map(({ title }) => title)));
  for (const scene of scenes) {
    for (const result of scene.results) {
      edits.push({ start: result.start, end: result.end, newText: `${produce(page, scene, result)}\n` });
    }
    if (!scene.results.some(({ kind }) => kind === "actions")) continue;
    const { snapshot, range } = openScene(page, scene);
    for (const action of actionsAt(snapshot, range)) {
      const after = afterAction(snapshot, action);
      if (after === undefined || seen.has(action.title)) continue;
      seen.add(action.title);
      edits.push({
        start: scene.end,
        end: scene.end,
        newText: `\n\`\`\`${scene.language} ${action.title}\n${after}\n\`\`\`\n`,
      });
    }
  }
  return applyEdits(page, edits);
}
