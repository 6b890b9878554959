// npm run accuracy: plants faults in synthetic visits, prints what surprised, and writes docs/accuracy.md.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { format, resolveConfig } from "prettier";
import { measureAccuracy, renderAccuracy } from "../test/corpus/accuracy.ts";

const page = resolve(import.meta.dirname, "../docs/accuracy.md");
const measurement = measureAccuracy();
const shown = new Set<string>();
for (const { rule, fault, form, isMissed, text, message } of measurement.surprises) {
  const surprise = isMissed ? `${rule} did not find "${fault}"` : `${rule} spoke of "${fault}": ${message}`;
  const kind = `${rule} ${fault}`;
  if (shown.has(kind)) continue;
  shown.add(kind);
  console.log(`${surprise}\n(${form})\n${text}`);
}
writeFileSync(page, await format(renderAccuracy(measurement), { ...(await resolveConfig(page)), filepath: page }));
console.log(
  `${String(measurement.visits)} visits, ${String(measurement.surprises.length)} surprises; docs/accuracy.md is written`,
);
