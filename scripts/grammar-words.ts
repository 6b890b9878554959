import { columnTexts } from "../server/src/formats/superbill/column-names.ts";
import { fieldTexts } from "../server/src/formats/superbill/field-names.ts";

/** What of the superbill's grammar names labels and columns. */
interface Grammar {
  readonly repository: {
    readonly note: { match: string };
    readonly diagnoses: { begin: string };
    readonly label: { match: string };
    readonly header: { begin: string; readonly patterns: { match?: string }[] };
  };
}

/** The superbill's grammar with the labels and columns that the server reads, so that what is coloured is what is read. */
export function withWords(text: string): string {
  const grammar = JSON.parse(text) as Grammar;
  const { note, diagnoses, label, header } = grammar.repository;

  note.match = labelled(`(?:${labelsOf("note")})${suffix}|${box}19`, "(.*)$");
  const diagnosis = `(?:${labelsOf("diagnosis")})(?:[ .-]*(?:[A-L]|\\d{1,2}))?`;
  diagnoses.begin = labelled(`${diagnosis}${suffix}|${box}21[a-l]?`, "(?!\\d)");
  const others = fieldTexts.filter(({ field }) => !["note", "diagnosis", "ignored"].includes(field));
  const otherLabels = alternatives(others.flatMap(({ labels }) => labels));
  label.match = labelled(`(?:${otherLabels})${suffix}|${box}\\d{1,2}[a-l]?(?=[ \\t]*:(?!\\d))`, "");
  header.begin =
    `(?i)^(?=[^:$]*$)(?!.*\\d[-/]\\d)(?=[\\s|]*(?:${columnNames})(?![\\w/]))` +
    `(?=.*\\b(?:${codeColumns})\\b)(?=.*?\\w[\\s|,]+\\w)`;
  const [column] = header.patterns;
  if (column !== undefined) column.match = `(?i)(?<![\\w/])(?:${columnNames})(?![\\w/])`;
  return JSON.stringify(grammar);
}

const suffix = "(?:[ .-]*(?:#|no\\.?|number))?";
const box = "(?:(?:box|item) ?)?";

/** A label where one can stand: at a line's beginning, or behind two blanks, a tab or a bar. */
function labelled(label: string, behind: string): string {
  return `(?i)(?:^|(?<=  |\\t|\\||\\| ))[ \\t]*(${label})[ \\t]*(:)${behind}`;
}

function labelsOf(field: string): string {
  return alternatives(fieldTexts.filter((text) => text.field === field).flatMap(({ labels }) => labels));
}

const clinicians = ["pt", "pta", "ot", "ota", "slp"];
const columnNames = [
  alternatives([
    ...columnTexts.filter(({ kind }) => kind !== "ignored").flatMap(({ names }) => names),
    ...clinicians.flatMap((one) => ["min", "mins", "minutes", "time"].map((unit) => `${one} ${unit}`)),
  ]),
  "(?:m|mod|modifier)[ .-]*(?:[1-4]|one|two|three|four)",
].join("|");
const codeColumns = alternatives(
  columnTexts
    .filter(({ kind }) => kind === "code")
    .flatMap(({ names }) => names)
    .filter((name) => !/[ /]/.test(name)),
);

/** The words in any spelling that the server takes for the same, the longest first. */
function alternatives(words: readonly string[]): string {
  const spelled = words.map((word) => {
    const pieces = word.toLowerCase().split(/[ .-]+/);
    const escaped = pieces.filter(Boolean).map((piece) => piece.replace(/[.()$&#]/g, "\\$&"));
    return escaped.join("[ .-]*") + (word.endsWith(".") ? "\\.?" : "");
  });
  return [...new Set(spelled)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}
