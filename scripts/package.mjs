// Makes the VSIX: builds, then packages what .vscodeignore leaves. A warning of the packager is an error here.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./install-dependencies.mjs";

const largest = 1024 * 1024;

const { version } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
const vsix = resolve(root, `therapy-claims-${version}.vsix`);
const readme = resolve(root, "dist/README.md");

run([resolve(root, "scripts/build.mjs")]);
writeFileSync(readme, withImagesInside(readFileSync(resolve(root, "README.md"), "utf8")));
const output = run([
  fileURLToPath(import.meta.resolve("@vscode/vsce/vsce")),
  "package",
  "--no-dependencies",
  "--allow-missing-repository",
  "--no-rewrite-relative-links",
  ...["--readme-path", "dist/README.md"],
  ...["--out", vsix],
]);
process.stdout.write(output);
if (/^\s*warning/im.test(output)) fail("the packager warned");
const { size } = statSync(vsix);
if (size > largest) fail(`the package has ${size} bytes; ${largest} is the most`);
console.log(`${size} bytes`);

/** The README as VS Code can show it: it finds no images beside it, unless the package names a repository on the web. */
function withImagesInside(markdown) {
  return markdown.replace(/\]\((images\/[\w-]+\.png)\)/g, (link, path) => {
    if (!existsSync(resolve(root, path))) fail(`README.md shows ${path}, which is not there`);
    return `](data:image/png;base64,${readFileSync(resolve(root, path)).toString("base64")})`;
  });
}

/** Runs a script with this Node; answers with all that it says. */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) fail(`${args.join(" ")}\n${stdout}${stderr}`);
  return stdout + stderr;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
