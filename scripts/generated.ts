import { readFile, readdir, rm, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { payers, unknownPayer } from "../server/src/data/payers.ts";
import { ruleTexts } from "../server/src/rules/registry.ts";
import { projectSchema } from "./project-schema.ts";
import { withWords } from "./grammar-words.ts";
import { renderRulePage, renderRuleTable, renderSettingDescription } from "../server/src/rules/render.ts";

const rulePages = "docs/rules";
const superbillGrammar = "syntaxes/superbill.tmLanguage.json";
const schema = "schemas/therapy-claims.schema.json";
const levels = ["off", "error", "warning", "information", "hint"];
const rules = [...ruleTexts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The generated files under the root that are not as the rules and tables say, or should not be there; in order of path. */
export async function staleFiles(root: string): Promise<readonly string[]> {
  const stale = await pagesWithoutRule(root);
  for (const [path, text] of await generated(root)) {
    if ((await readText(join(root, path))) !== text) stale.push(path);
  }
  return stale.sort();
}

/** Writes what is stale, and removes what should not be there; answers with those paths. */
export async function writeGenerated(root: string): Promise<readonly string[]> {
  const stale = await staleFiles(root);
  const texts = await generated(root);
  for (const path of stale) {
    const text = texts.get(path);
    await mkdir(join(root, dirname(path)), { recursive: true });
    if (text === undefined) await rm(join(root, path));
    else await writeFile(join(root, path), text);
  }
  return stale;
}

async function generated(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...rules.map((rule): [string, string] => [`${rulePages}/${rule.id}.md`, renderRulePage(rule)]),
    ["README.md", await readme(root)],
    ["package.json", await manifest(root)],
    [superbillGrammar, await grammar(root)],
    [schema, await formatted(root, schema, JSON.stringify(projectSchema()))],
  ]);
}

async function pagesWithoutRule(root: string): Promise<string[]> {
  const names = await readdir(join(root, rulePages)).catch(() => []);
  return names.filter((name) => !ruleTexts.has(name.replace(/\.md$/, ""))).map((name) => `${rulePages}/${name}`);
}

async function readme(root: string): Promise<string> {
  const text = (await readText(join(root, "README.md"))) ?? "";
  const [, before, after] = /^(.*<!-- rules -->\n).*(<!-- \/rules -->.*)$/s.exec(text) ?? [];
  if (before === undefined || after === undefined) {
    throw new Error("README.md has no place for the rules: <!-- rules --> and <!-- /rules -->");
  }
  return formatted(root, "README.md", `${before}\n${renderRuleTable(rules)}\n\n${after}`);
}

/** The settings that name rules and payers. */
async function manifest(root: string): Promise<string> {
  const json = JSON.parse((await readText(join(root, "package.json"))) ?? "{}") as Manifest;
  const settings = json.contributes.configuration.properties;
  const named = [unknownPayer, ...payers];
  settings["therapyClaims.payer"] = {
    ...settings["therapyClaims.payer"],
    enum: named.map(({ id }) => id),
    enumItemLabels: named.map(({ name }) => name),
  };
  settings["therapyClaims.rules"] = {
    ...settings["therapyClaims.rules"],
    properties: Object.fromEntries(
      rules.map((rule) => [rule.id, { enum: levels, description: renderSettingDescription(rule) }]),
    ),
  };
  return formatted(root, "package.json", JSON.stringify(json));
}

async function grammar(root: string): Promise<string> {
  const text = (await readText(join(root, superbillGrammar))) ?? "{}";
  return formatted(root, superbillGrammar, withWords(text));
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, object | undefined> } };
}

async function formatted(root: string, path: string, text: string): Promise<string> {
  const filepath = join(root, path);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
