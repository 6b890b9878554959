import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { staleFiles, writeGenerated } from "../../scripts/generated.ts";
import { usage } from "../../server/src/cli/usage.ts";
import { ruleTexts } from "../../server/src/rules/registry.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: object;
  readonly devDependencies: object;
  readonly contributes: { readonly configuration: { readonly properties: object } };
};

const written = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const rulePages = readdirSync(join(root, "docs/rules")).map((name) => `docs/rules/${name}`);

describe("The generated docs", () => {
  it("are as the rules say", async () => {
    const stale = await staleFiles(root);
    assert.deepEqual(stale, [], "these are stale: run npm run generate");
  });

  it("have a page for each rule, and no other", () => {
    assert.deepEqual(rulePages.sort(), [...ruleTexts.keys()].map((id) => `docs/rules/${id}.md`).sort());
  });

  it("fail the check with the command that mends them", async () => {
    const args = ["--import", "tsx", "scripts/generate.ts", "--check", await copyWithStalePage()];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    assert.deepEqual(
      { status, stdout },
      { status: 1, stdout: "stale: docs/rules/kx-crossing.md; run npm run generate\n" },
    );
  });

  it("are mended: what is stale is written, what belongs to no rule is removed", async () => {
    const copy = await copyWithStalePage();
    const readme = readFileSync(join(copy, "README.md"), "utf8");
    writeFileSync(join(copy, "README.md"), readme.replace("| [kx-crossing]", "| [kx-crosing]"));
    writeFileSync(join(copy, "docs/rules/no-rule.md"), "");
    const stale = ["README.md", "docs/rules/kx-crossing.md", "docs/rules/no-rule.md"];
    assert.deepEqual(await writeGenerated(copy), stale);
    assert.deepEqual(await staleFiles(copy), []);
    assert.ok(!existsSync(join(copy, "docs/rules/no-rule.md")));
    assert.equal(readFileSync(join(copy, "README.md"), "utf8"), readme);
  });

  const copies: string[] = [];

  async function copyWithStalePage(): Promise<string> {
    const copy = mkdtempSync(join(tmpdir(), "therapy-claims-"));
    copies.push(copy);
    for (const path of ["docs", "schemas", "syntaxes", "README.md", "package.json", ".prettierrc.json"]) {
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    await writeGenerated(copy);
    writeFileSync(join(copy, "docs/rules/kx-crossing.md"), "# kx-crossing\n");
    return copy;
  }

  after(() => {
    for (const copy of copies) rmSync(copy, { recursive: true });
  });
});

describe("The written docs", () => {
  it("link to files that are there", () => {
    const broken = [...written, ...rulePages].flatMap((path) => brokenLinks(path).map((link) => `${path}: ${link}`));
    assert.deepEqual(broken, []);
  });

  it("name files that are there", () => {
    const named = written.flatMap((path) => [
      ...readFileSync(join(root, path), "utf8").matchAll(/`((?:server|client|test|scripts|syntaxes)\/[\w./-]+\.\w+)`/g),
    ]);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.map(([, path = ""]) => path).filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it("name commands that there are", () => {
    const named = [...written, "scripts/try.mjs"].flatMap((path) => [...read(path).matchAll(/\bnpm run ([\w:-]+)/g)]);
    const commands = new Set(named.map(([, command = ""]) => command));
    assert.ok(commands.has("try") && commands.has("verify"));
    assert.deepEqual(
      [...commands].filter((command) => !(command in manifest.scripts)),
      [],
    );
  });

  it("name every command in CONTRIBUTING, and every setting in the README", () => {
    const contributing = read("CONTRIBUTING.md");
    const unnamed = Object.keys(manifest.scripts).filter((script) => {
      const command = script === "test" ? "npm test" : `npm run ${script}`;
      return !new RegExp(`\`${command}[ \`]`).test(contributing);
    });
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const unsaid = settings.filter((setting) => !read("README.md").includes(`\`${setting}\``));
    assert.deepEqual([...unnamed, ...unsaid], []);
  });

  it("name the commands as the command line does", () => {
    const commands = (text: string): string[] =>
      text.match(/^ *therapy-claims [a-z]+.*?(?= {3})/gm)?.map((line) => line.trim()) ?? [];
    assert.deepEqual(commands(read("README.md")), commands(usage));
  });

  it("give a reason for every dependency, and for nothing else", () => {
    const tables = read("CONTRIBUTING.md").split("## Dependencies")[1] ?? "";
    const lines = tables.split("\n").filter((line) => line.startsWith("| ") && !/^\| (Dependency|---)/.test(line));
    const explained = lines.flatMap((line) => line.split("|")[1]?.split(",") ?? []).map((name) => name.trim());
    const installed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    assert.deepEqual(explained.sort(), installed.sort());
  });
});

function brokenLinks(path: string): string[] {
  const text = read(path).replace(/```[^]*?```/g, "");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter(
    (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(path), link.split("#")[0] ?? "")),
  );
}
