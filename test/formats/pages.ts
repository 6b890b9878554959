import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const isUpdate = process.env["UPDATE_SPECS"] === "1";

/**
 * Tests every page whose name begins so: each of its sections must be what `produce` makes of it, which is the section with its fences
 * as they should be.
 */
export function describePages(beginning: string, produce: (section: string) => string): void {
  const names = readdirSync(import.meta.dirname).filter((name) => name.startsWith(beginning) && name.endsWith(".md"));
  for (const page of names) describePage(page, produce);
}

function describePage(page: string, produce: (section: string) => string): void {
  const path = `${import.meta.dirname}/${page}`;
  const sections = readFileSync(path, "utf8").split(/(?=^## )/m);
  describe(`The page ${page}`, () => {
    for (const [index, section] of sections.entries()) {
      if (!section.includes("```")) continue;
      it(/^## (.*)/.exec(section)?.[1] ?? "holds what it says", () => {
        const produced = produce(section);
        if (!isUpdate) assert.equal(produced, section, "npm run test:update writes what is produced into the page");
        sections[index] = produced;
      });
    }
    after(() => {
      if (isUpdate) writeFileSync(path, sections.join(""));
    });
  });
}
