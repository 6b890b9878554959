// The first thing to run after cloning: installs, builds, checks the examples on the command line, and says how to go on.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { installDependencies, root, shell } from "./install-dependencies.mjs";

installDependencies();
run("npm", ["run", "--silent", "build"]);

console.log("\n$ therapy-claims check examples\n");
const checked = spawnSync(process.execPath, [resolve(root, "dist/cli.cjs"), "check", "examples"], {
  cwd: root,
  stdio: "inherit",
  env: { FORCE_COLOR: process.env.NO_COLOR ? "0" : "1", ...process.env },
});
// The examples hold mistakes on purpose: findings are what is shown here, and no failure.
if (checked.status !== 0 && checked.status !== 1) process.exit(checked.status ?? 1);

console.log(`
Read why:          node dist/cli.cjs explain therapy-modifier-missing
Open in VS Code:   code --extensionDevelopmentPath="${root}" "${resolve(root, "examples")}"
Package:           npm run package   (then: code --install-extension therapy-claims-*.vsix)
`);

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell });
  if (status !== 0) process.exit(status ?? 1);
}
