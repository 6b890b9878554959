// Bundles the client, the server, the command line and what these two share into dist/, one file each; only those that are named, where
// some are.
import { chmod, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "esbuild";
import { engineEntry, fromEngine } from "./engine.mjs";

const root = resolve(import.meta.dirname, "..");

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // An error then tells its place by column alone; a build of the same version with a source map says what stands there.
  minify: true,
  logLevel: "warning",
  legalComments: "none",
};

// A library finds its own with import.meta.url, which CommonJS lacks.
const withItsAddress = {
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "bundleUrl" },
};

const bundles = {
  client: { entryPoints: ["client/src/extension.ts"], external: ["vscode"] },
  engine: { ...withItsAddress, stdin: await engineEntry() },
  server: { entryPoints: ["server/src/main.ts"], plugins: [fromEngine] },
  cli: {
    entryPoints: ["server/src/cli.ts"],
    plugins: [fromEngine],
    banner: { js: "#!/usr/bin/env node" },
  },
};

const named = process.argv.slice(2);
const made = await Promise.allSettled(
  Object.entries(bundles)
    .filter(([name]) => named.length === 0 || named.includes(name))
    .map(([name, options]) => bundle(`dist/${name}.cjs`, options)),
);
// The bundler has said already what is wrong.
if (made.some(({ status }) => status === "rejected")) process.exitCode = 1;

/** Replaces the bundle at once. Where it can't be made, there is none: an old one would be taken for it. */
async function bundle(outfile, options) {
  const path = resolve(root, outfile);
  const partial = `${path}.${process.pid}`;
  try {
    await build({ ...shared, ...options, outfile: partial });
    if (outfile.endsWith("cli.cjs")) await chmod(partial, 0o755);
    await rename(partial, path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
