/** Text of a document as plain text: nothing in it is read as Markdown, as HTML or as a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]#|<>~&@$]|:(?=\/)|(?<=www)\./gi, "\\$&");
}

/** Paragraphs and tables one below the other; undefined and empty ones are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** Sentences in one paragraph. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** A table of names and values, without a heading; empty where there are none. */
export function table(
  rows: readonly (readonly [string, string | undefined])[],
  align: "left" | "right" = "left",
): string {
  const filled = rows.filter(([, value]) => value !== undefined);
  if (filled.length === 0) return "";
  const divider = align === "right" ? "| --- | ---: |" : "| --- | --- |";
  return ["| | |", divider, ...filled.map(([name, value]) => `| ${name} | ${value ?? ""} |`)].join("\n");
}
