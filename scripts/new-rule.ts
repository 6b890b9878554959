// npm run new-rule ID: begins a rule, its spec and its line in the registry. Their tests fail until they say something.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const [id = ""] = process.argv.slice(2);
const rule = resolve(root, `server/src/rules/${id}.ts`);
const spec = resolve(root, `test/rules/${id}.md`);
const registry = resolve(root, "server/src/rules/registry.ts");

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) fail("an id is kebab-case and begins with its subject: kx-with-abn");
if (existsSync(rule)) fail(`there is a rule ${id}`);

const name = id.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());

writeFileSync(
  rule,
  `import { defineRule } from "./rule.ts";

export const ${name} = defineRule({
  id: "${id}",
  severity: "warning",
  docs: {
    summary: "What is wrong, in one sentence.",
    why: "The reason, the law, what a payer does, in two to five sentences.",
    applies: "From when to when, and for which payers.",
    incorrect: "DOS: 2026-03-02\\n97110 GP x2",
    correct: "DOS: 2026-03-02\\n97110 GP x2",
    sources: [{ title: "Where that is written" }],
  },

  checkLine(line, context, report) {
    if (context.procedure(line) === undefined) return;
    report(line.procedure, \`\${line.procedure.value} …\`);
  },
});
`,
);
writeFileSync(
  spec,
  `# ${id}

What is wrong, for a reader who bills.

## The plain case

\`\`\`superbill
DOS: 2026-03-02
97110 GP x2
\`\`\`
`,
);
writeFileSync(registry, registered(readFileSync(registry, "utf8")));
console.log(`Begun: server/src/rules/${id}.ts and test/rules/${id}.md. Then: npm run test:update, npm run generate`);

/** The registry with the rule among the imports, in order of file, and among the rules. */
function registered(text: string): string {
  const [, imports = "", between = "", list = "", rest = ""] =
    /^((?:import .*\n)*)([^]*? = \[\n)((?: {2}\w+,\n)*)([^]*)$/.exec(text) ?? [];
  const withImport = inOrder(imports, `import { ${name} } from "./${id}.ts";\n`, /".*"/);
  return withImport + between + inOrder(list, `  ${name},\n`, /\w+/) + rest;
}

function inOrder(lines: string, added: string, by: RegExp): string {
  const key = (line: string): string => by.exec(line)?.[0] ?? "";
  return [...lines.split(/(?<=\n)/), added].sort((a, b) => (key(a) < key(b) ? -1 : 1)).join("");
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
