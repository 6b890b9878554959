// What VS Code loads to run a suite: every `*.test.cjs` in the folder that SUITE_FOLDER names, with Mocha, in the extension
// host. CommonJS, because the extension host loads it with `require`.
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { Mocha } = require("mocha");

exports.run = async function run() {
  const folder = process.env.SUITE_FOLDER;
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 30_000,
    color: Boolean(process.env.FORCE_COLOR),
    reporter: join(__dirname, "statistics-reporter.cjs"),
  });
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".test.cjs")) mocha.addFile(join(folder, file));
  }
  const failures = await new Promise((finished) => mocha.run(finished));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
};
