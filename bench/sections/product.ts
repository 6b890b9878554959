import { readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { isUnfinished, measure } from "../child.ts";
import { measureCommand } from "../command-line.ts";
import { type Section, type Setting, unmeasured } from "../section.ts";
import { measureServer, measureStart } from "../server.ts";
import { sizeOf } from "../texts.ts";
import { median } from "../timing.ts";
import { count, megabytes, milliseconds, speed, times } from "../words.ts";

const root = resolve(import.meta.dirname, "../..");

/** Megabytes of a file of about a thousand lines. */
const thousandLines = { superbill: 0.039, "837P": 0.0225 } as const;

export const start: Section = {
  id: "start",
  title: "Start, and what is installed",
  about:
    "From the start of the server's process to its first answer with the diagnostics of a superbill of about 1,000 lines, the median of five " +
    "starts (to aim at: 400 ms); and the sizes of the bundles (each: 1 MB) and of the VSIX (1 MB), where `npm run package` made one. " +
    "The activation of the extension is measured in VS Code.",
  columns: ["What", "Figure"],
  async measure({ texts }: Setting) {
    const runs: number[] = [];
    const file = texts.file("superbill", thousandLines.superbill);
    for (let run = 0; run < 5; run++) runs.push(await measureStart(file));
    const built = ["client", "engine", "server", "cli"].map((name) => `dist/${name}.cjs`);
    const packages = readdirSync(root).filter((name) => name.endsWith(".vsix"));
    const sizes = [...built, ...packages].map((path) => [path, megabytes(statSync(resolve(root, path)).size)]);
    return [["Process start to first diagnostics", milliseconds(median(runs))], ...sizes];
  },
};

const featureColumns = ["Request", "File", "Questions", "Median", "p95"];

export const features: Section = {
  id: "features",
  title: "Requests of the editor",
  about: "Asked at places all over a file of about 1,000 lines, without the transfer. To aim at: p95 at most 10 ms.",
  columns: featureColumns,
  async measure({ texts }: Setting) {
    const rows: (readonly string[])[] = [];
    for (const kind of ["superbill", "837P"] as const) {
      const outcome = await measure("features", texts.file(kind, thousandLines[kind]));
      if (isUnfinished(outcome)) {
        rows.push(unmeasured(kind, outcome.unfinished, featureColumns));
        continue;
      }
      for (const { method, questions, median: middle, p95 } of outcome.features) {
        const file = `${kind}, ${count(outcome.lines)} lines`;
        rows.push([`\`${method}\``, file, count(questions), milliseconds(middle), milliseconds(p95)]);
      }
    }
    return rows;
  },
};

const claimColumns = ["Claim", "Rules that look at it", "Median"];

export const oneClaim: Section = {
  id: "claim",
  title: "All rules on one claim",
  about: "A claim of twelve lines, a week of three visits; the median of a hundred batches.",
  columns: claimColumns,
  async measure() {
    const outcome = await measure("claim", undefined);
    if (isUnfinished(outcome)) return [unmeasured("A claim", outcome.unfinished, claimColumns)];
    const { rules, superbill, x12 } = outcome;
    return [
      ["superbill", count(rules), milliseconds(superbill / 1000)],
      ["837P", count(rules), milliseconds(x12 / 1000)],
    ];
  },
};

export const server: Section = {
  id: "server",
  title: "Through the server",
  about:
    "The built server, spoken to as VS Code does: from the notification that a file was opened to the first answer, in which of a large " +
    "file some is still to be checked, and to the answer of which nothing is missing; and " +
    "from a digit typed into a service line to the answer after it, with up to 1,000 diagnostics written and read as JSON. The peak is the " +
    "server's, over all of it.",
  columns: [
    "File",
    "First answer",
    "All checked",
    "Strokes",
    "Stroke, median",
    "Stroke, p95",
    "Peak",
    "Peak, times the file",
  ],
  async measure({ texts, sizes }: Setting) {
    const rows: (readonly string[])[] = [];
    for (const size of sizes) {
      const file = texts.file("837P", size);
      const { first, whole, strokes, median: middle, p95, peak } = await measureServer(file);
      const memory = peak === undefined ? ["not known", ""] : [megabytes(peak), times(peak, sizeOf(file))];
      rows.push([
        `837P, ${String(size)} MB`,
        milliseconds(first),
        milliseconds(whole),
        count(strokes),
        milliseconds(middle),
        milliseconds(p95),
        ...memory,
      ]);
    }
    return rows;
  },
};

const commandColumns = ["File", "Took", "Speed", "Peak", "Peak, times the file"];
const hugeMegabytes = 1000;

export const commandLine: Section = {
  id: "command-line",
  title: "The command line",
  about:
    "`therapy-claims check FILE` from start to end, every finding printed. A file of 1 GB is measured with `--huge`.",
  columns: commandColumns,
  async measure({ texts, sizes, isHuge }: Setting) {
    const rows: (readonly string[])[] = [];
    for (const size of [sizes.at(-1) ?? 1, ...(isHuge ? [hugeMegabytes] : [])]) {
      const file = texts.file("837P", size);
      const bytes = sizeOf(file);
      const name = `837P, ${count(size)} MB`;
      const outcome = await measureCommand(file, size === hugeMegabytes ? 1800 : 120);
      if (isUnfinished(outcome)) rows.push(unmeasured(name, outcome.unfinished, commandColumns));
      else {
        const { milliseconds: took, peak } = outcome;
        const memory = peak === undefined ? ["not known", ""] : [megabytes(peak), times(peak, bytes)];
        rows.push([name, milliseconds(took), speed(bytes, took), ...memory]);
      }
      if (size === hugeMegabytes) texts.remove(file);
    }
    return rows;
  },
};
