// Writes what is rendered from the rules and tables: docs/rules, the README's table, the settings in package.json.
// With --check, writes nothing and fails where something is stale. A path names another copy of the project than this one.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { staleFiles, writeGenerated } from "./generated.ts";

const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
const root = positionals[0] ?? resolve(import.meta.dirname, "..");

if (values.check === true) {
  const stale = await staleFiles(root);
  for (const path of stale) console.log(`stale: ${path}; run npm run generate`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const path of await writeGenerated(root)) console.log(`written: ${path}`);
}
