/**
 * npm run bench: measures what docs/speed.md says, prints it, and with --write writes it there. It judges nothing: figures of different
 * machines, or different runs, do not compare.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { buildMeasurements } from "./child.ts";
import { type Measured, renderPage } from "./page.ts";
import type { Setting } from "./section.ts";
import { sections } from "./sections.ts";
import { Texts } from "./texts.ts";

const root = resolve(import.meta.dirname, "..");
const page = resolve(root, "docs/speed.md");

const { values } = parseArgs({
  options: {
    /** Writes the page; with all sections and sizes only. */
    write: { type: "boolean", default: false },
    /** Sections by their ids, with commas between. */
    only: { type: "string" },
    /** Megabytes, ascending, with commas between. */
    sizes: { type: "string", default: "1,10,45" },
    /** The command line on 1 GB too. */
    huge: { type: "boolean", default: false },
  },
});

const wanted = values.only?.split(",");
const unknown = wanted?.find((id) => !sections.some((section) => section.id === id));
const isPart = wanted !== undefined || values.sizes !== "1,10,45";
if (unknown !== undefined || (values.write && isPart)) {
  const ids = sections.map(({ id }) => id).join(", ");
  console.error(unknown === undefined ? "--write takes the whole benchmark" : `--only takes ${ids}; not ${unknown}`);
  process.exit(2);
}

const build = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
if (build.status !== 0) process.exit(1);
await buildMeasurements();

const texts = new Texts();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    texts.removeAll();
    process.exit(130);
  });
}
try {
  const setting: Setting = { texts, sizes: values.sizes.split(",").map(Number), isHuge: values.huge };
  const measured: Measured[] = [];
  for (const section of sections) {
    if (wanted !== undefined && !wanted.includes(section.id)) continue;
    const began = performance.now();
    measured.push({ section, rows: await section.measure(setting) });
    console.error(`${section.title}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  const text = renderPage(measured, new Date().toISOString().slice(0, 10));
  const formatted = await format(text, { ...(await resolveConfig(page)), filepath: page });
  console.log(formatted);
  if (values.write) writeFileSync(page, formatted);
} finally {
  texts.removeAll();
}
