import { csvFormat } from "../../server/src/formats/csv/csv.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyPartEdits, editsFor } from "./changes.ts";
import { describePages } from "./pages.ts";
import { markedText, shownReading, unmarked } from "./superbill-shown.ts";

describePages("csv", produce);

/**
 * A section with its fences as they should be: a `csv` with its problems marked; `read`, what was read from it; and, after
 * `csv line 2: GP KX`, the text with that change made. `→` stands for a tab.
 */
function produce(section: string): string {
  let source = "";
  return section.replace(
    /^```(csv|read)( [^\n]*)?\n(.*?)\n?```$/gms,
    (_, language: string, change: string | undefined, body: string) => {
      if (language === "csv" && change === undefined) source = unmarked(body.replaceAll("→", "\t"));
      const reading = read(source);
      if (language === "read") return `\`\`\`read\n${shownReading(reading)}\n\`\`\``;
      if (change === undefined) return `\`\`\`csv\n${markedText(reading).replaceAll("\t", "→")}\n\`\`\``;
      return `\`\`\`csv${change}\n${changed(source, reading, change.trim()).replaceAll("\t", "→")}\n\`\`\``;
    },
  );
}

function read(source: string): Reading {
  return csvFormat.read(sourceText(source));
}

function changed(source: string, reading: Reading, words: string): string {
  const edits = editsFor(csvFormat, reading, words);
  return "impossible" in edits ? `impossible: ${edits.impossible}` : applyPartEdits(source, reading, edits);
}
