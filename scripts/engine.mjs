// What the server and the command line share, in a bundle of its own: in one for each, the package would hold it twice.
import { readdir } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";

const sources = resolve(import.meta.dirname, "../server/src");

/** All below the edge that knows no connection. */
const rooms = ["text", "model", "data", "formats", "ledger", "rules", "lint", "workspace", "report", "files", "config"];

/** The module that the engine's bundle begins with: it hands out every file of the rooms under its own name. */
export async function engineEntry() {
  const names = await readdir(sources, { recursive: true });
  const files = names.map((name) => name.split(sep).join("/")).filter((name) => name.endsWith(".ts") && isShared(name));
  const lines = files.sort().map((name) => `export * as ${JSON.stringify(name)} from ${JSON.stringify(`./${name}`)};`);
  return { contents: lines.join("\n"), resolveDir: sources, loader: "ts" };
}

/** Has another bundle take the files of the rooms from the engine, and the command line the server, which lie beside it. */
export const fromEngine = {
  name: "from-engine",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const name = relative(sources, resolve(resolveDir, path)).split(sep).join("/");
      return isShared(name) ? { path: name, namespace: "engine" } : undefined;
    });
    build.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: "./server.cjs", external: true }));
    build.onResolve({ filter: /^\.\/engine\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "engine" }, ({ path }) => ({
      contents: `module.exports = require("./engine.cjs")[${JSON.stringify(path)}];`,
    }));
  },
};

function isShared(name) {
  return rooms.includes(name.split("/")[0]);
}
