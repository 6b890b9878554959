import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import type { Section } from "./section.ts";

export interface Measured {
  readonly section: Section;
  readonly rows: readonly (readonly string[])[];
}

/** The page that says what was measured, and where. `date` is the day of the run, YYYY-MM-DD. */
export function renderPage(measured: readonly Measured[], date: string): string {
  return [
    "# How fast it is",
    `\`npm run bench -- --write\` wrote this page on ${date}. It was measured on ${machine()}. ${busyness()} Figures compare only within ` +
      "one run: another machine, or the same one on another day, gives others. Megabytes are millions of bytes. Each figure comes from a " +
      "fresh process that does nothing else. All files are synthetic.",
    ...measured.map(renderSection),
    "",
  ].join("\n\n");
}

function renderSection({ section, rows }: Measured): string {
  const table = [section.columns, section.columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `## ${section.title}\n\n${section.about}\n\n${table.join("\n")}`;
}

/** Other work on the machine makes every time longer but that of the processors. */
function busyness(): string {
  const load = (loadavg()[2] ?? 0).toFixed(1);
  return `At the end its load was ${load} over a quarter of an hour; the benchmark alone is about 1.`;
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim().replace(/\s+/g, " ") ?? "";
  const memory = Math.round(totalmem() / 1024 ** 3);
  const name = model === "" || model === "unknown" ? "a processor that does not tell its name" : model;
  return `${name}, ${String(processors.length)} cores, ${String(memory)} GiB of memory, ${platform()} ${arch()}, Node ${process.version}`;
}
